"""Fields of the host's own in public documents, and filters by them.

    # settings.py
    ARTICLES = {"PUBLIC_FIELDS": ["project.fields.Desk"]}

    # project/fields.py
    from articles.extensions import PublicField

    class Desk(PublicField):
        kind, name, filterable = "article", "desk", True
        description = "The newsroom's desk that the article comes from."
        prefetch = ("assignment",)

        def value(self, item):
            return item.assignment.desk if hasattr(item, "assignment") else None

`value` is asked when an item is published, and what it answers becomes part of the edition: the public sees what
was published, never the desk. `manage.py refresh_fields` asks again for what is live already. With `filterable`,
`?desk=` and `?desk_not=` are parameters of the list.
"""

from collections.abc import Iterable
from functools import lru_cache
from typing import Any, ClassVar

from django.utils.module_loading import import_string

from .conf import conf
from .text.fold import slugify

TERM = 100
"""Characters of a term that a filter compares."""


class PublicField:
    """One member of the documents of one kind. Subclass it, and name the subclass in the setting `PUBLIC_FIELDS`."""

    kind: ClassVar[str] = "article"
    """article, person or event."""
    name: ClassVar[str] = ""
    """The member's name in documents, and the filter's in queries: an identifier that is not taken."""
    description: ClassVar[str] = ""
    """For the OpenAPI document."""
    schema: ClassVar[dict[str, Any]] = {"type": ["string", "null"]}
    """JSON Schema of `value`."""
    filterable: ClassVar[bool] = False
    prefetch: ClassVar[tuple[str, ...]] = ()
    """Relations of the desk item that `value` reads: they are fetched for many items at once."""

    def value(self, item: Any) -> Any:
        """What the public gets of a desk item that is being published: anything that JSON can say."""
        raise NotImplementedError

    def terms(self, value: Any) -> Iterable[str]:
        """What a value is found by; by default the value itself, or each entry of a list."""
        entries = value if isinstance(value, (list, tuple)) else [value]
        return [
            str(entry).lower() if isinstance(entry, bool) else str(entry)
            for entry in entries
            if entry is not None
        ]


def public_fields(kind: str) -> tuple[PublicField, ...]:
    """The host's fields of a kind, in the order of the setting."""
    return _loaded(conf.public_fields).get(kind, ())


def term(text: str) -> str:
    """How a term is kept and compared: folded, as names of agencies and countries are."""
    return slugify(text)[:TERM]


@lru_cache(maxsize=16)
def _loaded(paths: tuple[str, ...]) -> dict[str, tuple[PublicField, ...]]:
    found: dict[str, tuple[PublicField, ...]] = {}
    for path in paths:
        field = import_string(path)()
        found[field.kind] = (*found.get(field.kind, ()), field)
    return found
