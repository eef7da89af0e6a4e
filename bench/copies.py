"""Live rows beyond those that came through the door: copies of them, made by the database.

For lists, details and cursors only: copies are in no search index and have no desk side.
"""

from django.db import connection

from articles.models import live

TIES = {
    live.LiveMention: "person_id",
    live.LiveCoverage: "event_id",
    live.LiveTagging: "topic_id",
    live.LiveAgency: "agency_slug",
}
COUNTED = (live.LivePerson, live.LiveEvent, live.LiveTopic, live.LiveSection, live.LiveTally)
MOST = 256


def copy_articles(times: int) -> None:
    """Each live article, and what lists find it by, so many times over (one is as it is now)."""
    if times > MOST:
        raise SystemExit(f"At most {MOST} times as many.")
    article = live.LiveArticle._meta
    columns = [field.column for field in article.concrete_fields if field.column not in ("id", "slug")]
    chosen = ", ".join(f'"{column}"' for column in columns)
    originals = f"{_digit('id')} = '4'"
    with connection.cursor() as cursor:
        for copy in range(1, times):
            cursor.execute(
                f"INSERT INTO {article.db_table} (id, slug, {chosen})"
                f" SELECT {_copied('id', copy)}, {_text(_copied('id', copy))}, {chosen} FROM {article.db_table}"
                f" WHERE {originals} ORDER BY newest, id"
            )
            for link, tie in TIES.items():
                cursor.execute(
                    f"INSERT INTO {link._meta.db_table} (newest, article_id, {tie})"
                    f" SELECT newest, {_copied('article_id', copy)}, {tie} FROM {link._meta.db_table}"
                    f" WHERE {_digit('article_id')} = '4'"
                )
        for counted in COUNTED:
            cursor.execute(f"UPDATE {counted._meta.db_table} SET article_count = article_count * {times}")
        cursor.execute(f"UPDATE {live.LiveState._meta.db_table} SET articles = articles * {times}")


def _text(column: str) -> str:
    return f"REPLACE(CAST({column} AS text), '-', '')"


def _digit(column: str) -> str:
    """The version of a random UUID, which is 4 in all that came through the door."""
    return f"SUBSTR({_text(column)}, 13, 1)"


def _copied(column: str, copy: int) -> str:
    """The same with another version, and the copy's number at its end: it stands behind the original."""
    text = _text(column)
    changed = f"SUBSTR({text}, 1, 12) || '5' || SUBSTR({text}, 14, 17) || '{copy:02x}'"
    return f"CAST({changed} AS uuid)" if connection.vendor == "postgresql" else changed
