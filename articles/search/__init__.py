"""Full-text search over live rows, one interface over SQLite's FTS5 and PostgreSQL's GIN."""

from articles.models.live.querysets import LiveQuerySet

from .backends import FEW
from .everything import page, suggest, totals
from .find import Ids, count, hits, match, ranked, test, tested
from .near import near_miss
from .query import MAX_LENGTH, Query
from .snippet import highlight, snippet

__all__ = [
    "FEW", "MAX_LENGTH", "Ids", "Query", "count", "highlight", "hits", "match", "near_miss", "page", "ranked",
    "snippet", "suggest", "test", "tested", "totals",
]  # fmt: skip


LiveQuerySet.matcher = staticmethod(lambda rows, text: match(rows, Query.parse(text)))
