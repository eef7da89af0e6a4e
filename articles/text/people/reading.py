"""How far the words behind an office have been read, and what they said."""

from articles.text.people.heads import Head
from articles.text.people.names import Name
from articles.text.words.tokens import Row


class Reading:
    """One complement being read. Afterwards, `stop` is its end and `name` the name that follows, if any."""

    __slots__ = (
        "after_name",
        "at",
        "certain",
        "company",
        "country",
        "country_end",
        "cut",
        "eats",
        "free",
        "head",
        "head_end",
        "head_words",
        "inner",
        "lower_run",
        "name",
        "opened",
        "organisation",
        "organisation_end",
        "praise",
        "row",
        "start",
        "state",
        "stop",
        "told",
        "unit",
        "unknown",
        "whose",
    )

    def __init__(self, row: Row, at: int, head_end: int, head: Head, *, after_name: bool) -> None:
        self.row, self.start, self.head, self.head_end = row, at, head, head_end
        self.head_words = " ".join(row.lows[at:head_end])
        self.after_name = after_name
        """The office stands behind a name."""
        self.inner = False
        """Of a larger body, behind the office's own."""
        self.name: Name | None = None
        self.certain = True
        """No doubt where the name begins."""
        self.country = ""
        """Usual name of the country, or `@host` / `@same` for `nước chủ nhà` / `nước này`."""
        self.country_end = -1
        """Where the last country read ends."""
        self.cut: tuple[int, int] | None = None
        """Tokens of the country, to be left out of the title."""
        self.organisation = self.organisation_end = -1
        """Where the first organisation begins, and the opening words of the last one end; -1 for none."""
        self.praise = (-1, -1)
        """The last words read that say how good somebody is: `ca sĩ | trẻ, nổi tiếng |`."""
        self.state = True
        """A country after the organisation is the person's, not a part of its name."""
        self.at = self.stop = head_end
        """The next token."""
        self.opened = False
        """Something has been read behind the head."""
        self.eats = self.unit = self.company = False
        """A name of its own follows for what was opened; it is a place's; it is a company's."""
        self.free = False
        """The next lower-case word may be anything (`Ngoại | giao`)."""
        self.lower_run = 0
        """Words in lower case since something known."""
        self.unknown = -1
        """The first word that no list knows."""
        self.told = -1
        """Where the words on the office end, the name of its chief included."""
        self.whose = -1
        """Where the office ends whose adviser or envoy it is, `cố vấn của Tổng thống |`; -1 for none."""

    def take(self, to: int, *, free: bool) -> bool:
        """Go on at token `to`, a known word read; `free`: what follows may be anything. True, for the step."""
        self.at, self.opened, self.free, self.lower_run = to, True, free, 0
        return True

    def end_with(self, inner: "Reading") -> bool:
        """Take what was read of a larger body for the end of this reading. False, for the last step."""
        self.name, self.at = inner.name, inner.stop
        self.certain = self.certain and inner.certain
        if not self.country:
            self.country, self.cut = inner.country, inner.cut
        return False
