"""How each database is asked for rows that have tokens: the only SQL here that differs between the two."""

from collections.abc import Sequence

from django.db.backends.base.base import BaseDatabaseWrapper

SEARCH = "articles_livesearch"
INDEX = "articles_search"
"""The FTS5 table on SQLite, the GIN index on PostgreSQL."""


class SQLite:
    """FTS5 holds tokens only; its row numbers are the ids of the search rows."""

    rows = f"{INDEX} f"
    joined = f"{INDEX} f CROSS JOIN {SEARCH} s ON s.id = f.rowid"
    """SQLite keeps the order of a CROSS JOIN: the index first, then the few rows it names."""
    position = "f.rowid"
    newest_first = "f.rowid DESC"
    matches = f"f.{INDEX} MATCH %s"

    @staticmethod
    def expression(every: Sequence[str], but: Sequence[Sequence[str]] = ()) -> str:
        """Rows with all of `every` and none of the whole sets in `but`."""
        found = _all("AND", [f'"{token}"' for token in every])
        if but:
            found += " NOT " + _all("OR", [_all("AND", [f'"{token}"' for token in tokens]) for tokens in but])
        return found

    @classmethod
    def beginning(cls, every: Sequence[str], start: str) -> str:
        """Rows with all of `every` and a token that begins with `start`."""
        return f'{cls.expression(every)} AND "{start}"*'


class PostgreSQL:
    """A generated tsvector column under GIN."""

    rows = joined = f"{SEARCH} s"
    position = "s.id"
    # Not an index's order: walking the primary key and testing each row takes seconds where hits are few.
    newest_first = "s.id + 0 DESC"
    matches = "s.vector @@ CAST(%s AS tsquery)"

    @staticmethod
    def expression(every: Sequence[str], but: Sequence[Sequence[str]] = ()) -> str:
        """Rows with all of `every` and none of the whole sets in `but`."""
        found = _all("&", [f"'{token}'" for token in every])
        if but:
            found += " & ! " + _all("|", [_all("&", [f"'{token}'" for token in tokens]) for tokens in but])
        return found

    @classmethod
    def beginning(cls, every: Sequence[str], start: str) -> str:
        """Rows with all of `every` and a token that begins with `start`."""
        return f"{cls.expression(every)} & '{start}':*"


def _all(operator: str, terms: list[str]) -> str:
    return "(" + f" {operator} ".join(terms) + ")"


def backend(connection: BaseDatabaseWrapper) -> type[SQLite] | type[PostgreSQL]:
    """The dialect of a connection. Tokens are letters, digits, `_` and `=`, so quoting them is enough."""
    return PostgreSQL if connection.vendor == "postgresql" else SQLite
