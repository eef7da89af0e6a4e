"""What comes from files, as a terminal may show it."""


def shown(text: str) -> str:
    """One line with its control characters and its turns of direction spelled out: a file's name must not paint."""
    return "".join(
        char if char.isprintable() else char.encode("unicode_escape").decode("ascii") for char in text
    )
