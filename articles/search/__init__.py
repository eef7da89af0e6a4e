"""Full-text search over live rows, one interface over SQLite's FTS5 and PostgreSQL's GIN."""

from .find import count, match, ranked
from .query import MAX_LENGTH, Query

__all__ = ["MAX_LENGTH", "Query", "count", "match", "ranked"]
