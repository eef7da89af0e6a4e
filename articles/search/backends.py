"""How each database is asked for rows that have tokens: the only SQL here that differs between the two."""

from collections.abc import Sequence

from django.db.backends.base.base import BaseDatabaseWrapper

SEARCH = "articles_livesearch"
INDEX = "articles_search"
"""One a kind, `articles_search_person`, …: SQLite's FTS5 tables, PostgreSQL's indexes."""


HASHED = 100_000
"""Ids of which PostgreSQL makes a table in memory with its usual 4 MB, 40 bytes each."""

FEW = 1_000
"""Items that are sooner looked up one by one than among all hits of a word that nearly every text has."""


class SQLite:
    """FTS5 holds tokens only, in a table a kind; its row numbers are the ids of the search rows."""

    position = "f.rowid"
    newest_first = "f.rowid DESC"
    gated = False

    @staticmethod
    def rows(kind: str) -> str:
        """The source of a kind's rows."""
        return f"{INDEX}_{kind} f"

    @classmethod
    def joined(cls, kind: str) -> str:
        """The same with the search rows `s`."""
        # SQLite keeps the order of a CROSS JOIN: the index first, then the few rows it names.
        return f"{cls.rows(kind)} CROSS JOIN {SEARCH} s ON s.id = f.rowid"

    @staticmethod
    def matches(kind: str) -> str:
        """The condition; its parameter is an expression."""
        return f"f.{INDEX}_{kind} MATCH %s"

    @classmethod
    def items(cls, kind: str, *, large: bool) -> str:
        """A statement of the items that match, up to further conditions; `large` are a large part of all there are."""
        if not large:
            return f"SELECT s.item_id FROM {cls.joined(kind)} WHERE {cls.matches(kind)}"  # noqa: S608  (constants)
        # The index that has the ids of both is read from end to end, and not for each hit a row, which holds a text.
        hits = f"SELECT f.rowid FROM {cls.rows(kind)} WHERE {cls.matches(kind)}"  # noqa: S608  (constants)
        return f"SELECT s.item_id FROM {SEARCH} s WHERE +s.id IN ({hits})"  # noqa: S608  (constants)

    @staticmethod
    def of_many(key: str, ids: str, most: int) -> str:
        """The condition that a key is one of `ids`, a statement of so many at `most`, and of a large part of all."""
        # COALESCE, and each row of an index is asked, in which all keys are: else each of the ids would be looked up.
        return f"COALESCE({key} IN ({ids}), FALSE)"

    @staticmethod
    def among(ids: str, most: int | None) -> str:
        """A condition more: the items are among these, a statement; `most` of them, where that is known."""
        # The ids of search rows stand in an index beside those of items: of the rows themselves, which hold whole
        # texts, none is read. With the plus the set is asked for each hit, and not the index for each of the set.
        return f" AND +f.rowid IN (SELECT s.id FROM {SEARCH} s WHERE s.item_id IN ({ids}))"  # noqa: S608  (constants)

    @classmethod
    def tested(cls, kind: str, key: str) -> str:
        """The same as `matches`, of the item with this key: for a walk through items of which many match."""
        # Hits are kept by their numbers alone; the item's own is found by the index that has both.
        hits = f"SELECT f.rowid FROM {cls.rows(kind)} WHERE {cls.matches(kind)}"  # noqa: S608  (constants)
        return f"EXISTS (SELECT 1 FROM {SEARCH} s WHERE s.item_id = {key} AND +s.id IN ({hits}))"  # noqa: S608

    @staticmethod
    def expression(every: Sequence[str], but: Sequence[Sequence[str]] = ()) -> str:
        """Rows with all of `every` and none of the whole sets in `but`."""
        found = _all("AND", [f'"{token}"' for token in every])
        if but:
            found += " NOT " + _all("OR", [_all("AND", [f'"{token}"' for token in tokens]) for tokens in but])
        return found

    @staticmethod
    def beginning(every: Sequence[str], start: str) -> str:
        """Rows with all of `every` and a token that begins with `start`."""
        return " AND ".join([*(f'"{token}"' for token in every), f'"{start}"*'])

    @staticmethod
    def settle(kind: str) -> str:
        """What to ask after rows of a kind were written; nothing here."""
        return ""


class PostgreSQL:
    """A generated tsvector column under one GIN index a kind."""

    position = "s.id"
    # Not an index's order: walking the primary key and testing each row takes seconds where hits are few.
    newest_first = "s.id + 0 DESC"
    gated = True
    """A bitmap of all hits is made before the first row comes: of a kind that is not needed it must not begin."""

    @staticmethod
    def rows(kind: str) -> str:
        """The source of a kind's rows."""
        return f"{SEARCH} s"

    joined = rows

    @staticmethod
    def matches(kind: str) -> str:
        """The condition; its parameter is an expression."""
        # The expression is a value the planner cannot see: of a word that nearly every text has it would else
        # read the whole table, unpacking each vector (2.3 s at 100,000 texts), instead of the index.
        return f"s.kind = '{kind}' AND s.vector @@ (SELECT CAST(%s AS tsquery))"

    @classmethod
    def items(cls, kind: str, *, large: bool) -> str:
        """A statement of the items that match, up to further conditions."""
        return f"SELECT s.item_id FROM {cls.rows(kind)} WHERE {cls.matches(kind)}"  # noqa: S608  (constants)

    @staticmethod
    def of_many(key: str, ids: str, most: int) -> str:
        """The condition that a key is one of `ids`, a statement of so many at `most`, and of a large part of all."""
        if most > HASHED * 9 // 10:
            return f"{key} IN ({ids})"
        # COALESCE, and each key is looked up in a table in memory: else each of the ids in an index, for the planner
        # takes any word for a rare one.
        return f"COALESCE({key} IN ({ids} LIMIT {HASHED}), FALSE)"

    @classmethod
    def among(cls, ids: str, most: int | None) -> str:
        """A condition more: the items are among these, a statement; `most` of them, where that is known."""
        if most is None or most <= FEW:
            return f" AND s.item_id IN ({ids})"
        # The planner takes any person for one of a few articles, too, and would unpack the vector of each row of a
        # large set (2 s for 63,000). So the two are kept apart: hits by their index, each looked up in memory.
        return f" AND {cls.of_many('s.item_id', ids, most)}"

    @classmethod
    def tested(cls, kind: str, key: str) -> str:
        """The same as `matches`, of the item with this key: for a walk through items of which many match."""
        # COALESCE keeps the walk: the planner takes any word for a rare one, and would sort all hits instead.
        return f"COALESCE({key} IN (SELECT s.item_id FROM {cls.rows(kind)} WHERE {cls.matches(kind)}), FALSE)"  # noqa: S608

    @staticmethod
    def expression(every: Sequence[str], but: Sequence[Sequence[str]] = ()) -> str:
        """Rows with all of `every` and none of the whole sets in `but`."""
        found = _all("&", [f"'{token}'" for token in every])
        if but:
            found += " & ! " + _all("|", [_all("&", [f"'{token}'" for token in tokens]) for tokens in but])
        return found

    @staticmethod
    def beginning(every: Sequence[str], start: str) -> str:
        """Rows with all of `every` and a token that begins with `start`."""
        return " & ".join([*(f"'{token}'" for token in every), f"'{start}':*"])

    @staticmethod
    def settle(kind: str) -> str:
        """What to ask after rows of a kind were written: puts them in the index's lists, all in one go."""
        # Only the index's owner may. For another role it is done later, by autovacuum or by the next rows.
        return (
            f"SELECT gin_clean_pending_list(oid) FROM pg_class WHERE oid = to_regclass('{INDEX}_{kind}')"  # noqa: S608
            " AND pg_has_role(relowner, 'USAGE')"
        )


def _all(operator: str, terms: list[str]) -> str:
    return "(" + f" {operator} ".join(terms) + ")"


def backend(connection: BaseDatabaseWrapper) -> type[SQLite] | type[PostgreSQL]:
    """The dialect of a connection. Tokens are letters, digits, `_` and `=`, so quoting them is enough."""
    return PostgreSQL if connection.vendor == "postgresql" else SQLite
