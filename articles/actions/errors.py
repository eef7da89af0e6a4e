"""How an action says no."""

from collections.abc import Iterable


class Refused(Exception):
    """The action cannot be done; `messages` say what is wrong with which item, and the cure."""

    def __init__(self, messages: str | Iterable[str]) -> None:
        self.messages = [messages] if isinstance(messages, str) else [str(message) for message in messages]
        super().__init__(" ".join(str(message) for message in self.messages))


class Conflict(Refused):
    """Someone else saved the item in the meantime; nothing was written."""
