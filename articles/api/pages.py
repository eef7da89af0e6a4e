"""Pages by number and by cursor, and the addresses of the next and the previous one."""

from dataclasses import dataclass, replace
from functools import partial
from hashlib import sha256
from typing import Any
from urllib.parse import urlencode

from django.core import signing
from django.db.models import BooleanField, Expression, F, UUIDField, Value
from django.http import QueryDict
from django.utils.translation import gettext as _
from rest_framework.request import Request

from articles.conf import conf

from . import values
from .encoding import dumps
from .problems import InvalidParameters

PARAMETERS = frozenset({"page", "page_size", "cursor"})
_SHAPE = {"page", "page_size", "cursor", "fields", "omit", "expand", "facets", "format"}
"""Parameters that do not change which rows there are, nor their order."""
_SALT = "articles.cursor"
FEW = 10
"""Items of a list without further pages, where no number is asked for."""


@dataclass(frozen=True, slots=True)
class Page:
    """What was asked for: a numbered page, or (`number` 0) the rows beyond `after`."""

    size: int
    number: int
    after: tuple[Any, ...] | None
    """Sort values of the row to go on from: (text, id) or a relevance triple."""
    backwards: bool
    chosen: tuple[Any, ...]
    """The ordering and filters."""

    @property
    def bound_to(self) -> str:
        """What a cursor is good for, as a digest."""
        return sha256(repr(self.chosen).encode("utf-8", "replace")).hexdigest()[:16]

    @property
    def wanted(self) -> int:
        """Rows to ask for: one more tells a cursor whether there is another page; a numbered one knows the count."""
        return self.size if self.number else self.size + 1

    @property
    def offset(self) -> int:
        """Rows before this page."""
        return (self.number - 1) * self.size if self.number else 0

    def last(self, total: int) -> int:
        """The number of the last page of so many rows."""
        return max(1, -(-total // self.size))


def read(query: QueryDict, ordering: str, reasons: dict[str, str], *, cursors: bool = True) -> Page:
    """The page of a query; what cannot be read goes into `reasons`."""
    chosen = sorted(
        (name, values_) for name, values_ in query.lists() if name not in _SHAPE and name != "ordering"
    )
    size = values.read(
        query, "page_size", partial(values.number, most=conf.max_page_size), reasons, conf.page_size
    )

    def number_of(text: str) -> int:
        number = values.number(text, most=999_999_999)
        if "cursor" in query:
            raise values.Malformed(_("cannot be given with cursor"))
        if number > conf.max_page:
            reason = _("pages end at {most}; to read further, start with an empty cursor")
            raise values.Malformed(
                (reason if cursors else _("pages end at {most}")).format(most=conf.max_page)
            )
        return number

    first = Page(size, values.read(query, "page", number_of, reasons, 1), None, False, (ordering, chosen))

    def beyond(text: str) -> Page:
        after, backwards = _unsign(text, first.bound_to) if text else (None, False)
        return replace(first, number=0, after=after, backwards=backwards)

    return values.read(query, "cursor", beyond, reasons, first)


def read_size(query: QueryDict, reasons: dict[str, str], *, most: int) -> int:
    """How many items a list without further pages is to have."""
    return values.read(query, "page_size", partial(values.number, most=most), reasons, min(FEW, most))


def read_numbered(query: QueryDict) -> Page:
    """The page of a short list, which has no cursors."""
    reasons: dict[str, str] = {}
    page = read(query, "", reasons, cursors=False)
    if reasons:
        raise InvalidParameters(reasons)
    return page


def numbered(request: Request, page: Page, total: int, items: list[dict[str, Any]], **members: Any) -> bytes:
    """The body of a list without cursors; `members` are added to it."""
    return frame(request, page, total, [dumps(item) for item in items], **members)


def frame(request: Request, page: Page, total: int, items: list[str], **members: Any) -> bytes:
    """The same of items that are JSON text already."""
    base, query = request.build_absolute_uri(request.path), request.GET
    last = page.last(total)
    following = (
        address(base, query, page=str(page.number + 1)) if page.number < min(last, conf.max_page) else None
    )
    preceding = address(base, query, page=str(min(page.number - 1, last))) if page.number > 1 else None
    return envelope(total, following, preceding, items, **members)


def envelope(
    total: int, following: str | None, preceding: str | None, items: list[str], **members: Any
) -> bytes:
    """A list as all of them are answered: items that are JSON text already, between their count and `members`."""
    head = dumps({"count": total, "next": following, "previous": preceding})[:-1]
    tail = "," + dumps(members)[1:] if members else "}"
    return f'{head},"results":[{",".join(items)}]{tail}'.encode()


def _unsign(text: str, bound_to: str) -> tuple[tuple[Any, ...], bool]:
    try:
        made_for, backwards, *after = signing.Signer(salt=_SALT).unsign_object(text[:4000])
    except (signing.BadSignature, ValueError, TypeError) as error:
        raise values.Malformed(_("was not made by this API")) from error
    if made_for != bound_to:
        raise values.Malformed(_("belongs to other filters or another ordering")) from None
    return tuple(after), bool(backwards)


def cursor(page: Page, after: tuple[Any, ...], *, backwards: bool = False) -> str:
    """An opaque, signed place in a list. Without a time in it: the same list gives the same bytes."""
    return signing.Signer(salt=_SALT).sign_object([page.bound_to, int(backwards), *after])


def address(base: str, query: QueryDict, **changes: str | None) -> str:
    """The list at `base` with some parameters changed; None takes one out."""
    kept = [(name, value) for name, every in query.lists() if name not in changes for value in every]
    kept += [(name, value) for name, value in changes.items() if value is not None]
    return f"{base}?{urlencode(kept)}" if kept else base


class Beyond(Expression):
    """`(column, id) < (value, id)`, or `>`: the keyset condition as databases can read it off an index.

    Django's tuple lookups, and `Q | Q`, become an OR that costs 40 ms and more at 100,000 rows.
    """

    output_field = BooleanField()
    conditional = True

    def __init__(self, column: str, after: tuple[Any, Any], *, descending: bool) -> None:
        super().__init__()
        self.sides = [F(column), F("id"), Value(after[0]), Value(after[1], output_field=UUIDField())]
        self.operator = "<" if descending else ">"

    def get_source_expressions(self) -> list[Any]:
        return self.sides

    def set_source_expressions(self, exprs: Any) -> None:
        self.sides = exprs

    def as_sql(self, compiler: Any, connection: Any) -> Any:
        compiled = [compiler.compile(side) for side in self.sides]
        (a, *_a), (b, *_b), (c, *_c), (d, *_d) = compiled
        return f"({a}, {b}) {self.operator} ({c}, {d})", [
            value for _sql, given in compiled for value in given
        ]
