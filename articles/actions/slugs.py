"""Public addresses: allotted at the first publishing, unique within a kind, looking only at what is public.

Drafts are not asked, so that the address of a story tells nothing about stories that are not out.
"""

from collections.abc import Sequence

from django.utils.translation import gettext as _

from ..models.base import Item
from ..models.live import LIVE_MODELS, OldSlug
from ..models.many import select_values
from ..text.fold import slugify
from .errors import Refused

MAX_LENGTH = 80


def allot_slugs(items: Sequence[Item]) -> dict[Item, str]:
    """An address for each item of one kind.

    A live item keeps or changes its own; one that an editor gave to a live item and that is taken raises `Refused`.
    """
    kind = items[0].kind
    wished = {item: item.slug or slugify(item.label, max_length=MAX_LENGTH) or kind for item in items}
    owners = _owners(kind, set(wished.values()))
    slugs: dict[Item, str] = {}
    for item, slug in wished.items():
        if owners.get(slug) not in (None, item.id):
            if item.live_edition is not None:
                raise Refused(
                    _("“%(title)s”: the address “%(slug)s” is taken. Choose another.")
                    % {"title": item, "slug": slug}
                )
            slug = _numbered(kind, slug, owners)
        owners[slug] = item.id
        slugs[item] = slug
    return slugs


def _owners(kind: str, slugs: set[str]) -> dict[str, object]:
    """Which of these addresses belong to which item, now or formerly."""
    owners: dict[str, object] = dict(select_values(LIVE_MODELS[kind], ["slug", "id"], "slug", slugs))
    by_digest = {OldSlug.digest_of(slug): slug for slug in slugs}
    for digest, owner, of in select_values(OldSlug, ["digest", "item_id", "kind"], "digest", by_digest):
        if of == kind:
            owners.setdefault(by_digest[digest], owner)
    return owners


def _numbered(kind: str, slug: str, owners: dict[str, object]) -> str:
    """The first free of `slug-2`, `slug-3`, …, asked for in steps that double; `owners` remembers the answers."""
    first, step = 2, 8
    while True:
        names = [f"{slug}-{n}" for n in range(first, first + step)]
        unknown = {name for name in names if name not in owners}
        if unknown:
            owners.update(dict.fromkeys(unknown) | _owners(kind, unknown))
        for name in names:
            if owners[name] is None:
                return name
        first, step = first + step, step * 2
