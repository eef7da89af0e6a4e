"""One file as the importer gets it."""

from dataclasses import dataclass

from .refusals import TOO_LARGE


@dataclass(frozen=True, slots=True)
class RawFile:
    """One file as found. `name` is its path below the given root; `refused` says why there are no bytes.

    `nameless`: what came without a name of its own, and is called by its place (`-`, the number of a line). Another
    text in that place is another story, not a new version of this one.
    """

    name: str
    data: bytes = b""
    refused: str = ""
    nameless: bool = False

    @classmethod
    def of(cls, name: str, data: bytes, max_bytes: int, *, nameless: bool = False) -> "RawFile":
        """The file, or its refusal when more than `max_bytes` were read."""
        if len(data) <= max_bytes:
            return cls(name, data, nameless=nameless)
        return cls(name, refused=TOO_LARGE % {"limit": max_bytes})
