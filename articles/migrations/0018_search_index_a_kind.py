"""SQLite's search index in a table a kind: a name is looked up among people without the words of all articles.

In one table each search intersected the list of everything of its kind.
"""

from django.db import migrations

KINDS = ("article", "person", "event")
TOGETHER = [
    """CREATE VIRTUAL TABLE articles_search USING fts5(
        tokens, content='', tokenize="ascii tokenchars '_='", detail=none, columnsize=0)""",
    """CREATE TRIGGER articles_search_insert AFTER INSERT ON articles_livesearch BEGIN
        INSERT INTO articles_search(rowid, tokens) VALUES (new.id, '==' || new.kind || ' ' || new.tokens);
    END""",
    """CREATE TRIGGER articles_search_delete AFTER DELETE ON articles_livesearch BEGIN
        INSERT INTO articles_search(articles_search, rowid, tokens)
            VALUES ('delete', old.id, '==' || old.kind || ' ' || old.tokens);
    END""",
    """CREATE TRIGGER articles_search_update AFTER UPDATE ON articles_livesearch
        WHEN old.id <> new.id OR old.kind <> new.kind OR old.tokens <> new.tokens BEGIN
        INSERT INTO articles_search(articles_search, rowid, tokens)
            VALUES ('delete', old.id, '==' || old.kind || ' ' || old.tokens);
        INSERT INTO articles_search(rowid, tokens) VALUES (new.id, '==' || new.kind || ' ' || new.tokens);
    END""",
    """INSERT INTO articles_search(rowid, tokens)
        SELECT id, '==' || kind || ' ' || tokens FROM articles_livesearch""",
]
DROPPED = [
    "DROP TRIGGER articles_search_insert",
    "DROP TRIGGER articles_search_delete",
    "DROP TRIGGER articles_search_update",
    "DROP TABLE articles_search",
]


def of_kind(kind):
    """The index of one kind, and what keeps it. No search row ever changes its kind."""
    index = f"articles_search_{kind}"
    add = f"INSERT INTO {index}(rowid, tokens) VALUES (new.id, new.tokens);"  # noqa: S608  (constants)
    remove = f"INSERT INTO {index}({index}, rowid, tokens) VALUES ('delete', old.id, old.tokens);"  # noqa: S608
    return [
        f"""CREATE VIRTUAL TABLE {index} USING fts5(
            tokens, content='', tokenize="ascii tokenchars '_='", detail=none, columnsize=0)""",
        f"""CREATE TRIGGER {index}_insert AFTER INSERT ON articles_livesearch
            WHEN new.kind = '{kind}' BEGIN {add} END""",
        f"""CREATE TRIGGER {index}_delete AFTER DELETE ON articles_livesearch
            WHEN old.kind = '{kind}' BEGIN {remove} END""",
        f"""CREATE TRIGGER {index}_update AFTER UPDATE ON articles_livesearch
            WHEN new.kind = '{kind}' AND (old.id <> new.id OR old.tokens <> new.tokens) BEGIN {remove} {add} END""",
        f"INSERT INTO {index}(rowid, tokens) SELECT id, tokens FROM articles_livesearch WHERE kind = '{kind}'",  # noqa: S608
    ]


def part(apps, schema_editor):
    if schema_editor.connection.vendor == "sqlite":
        for statement in [*DROPPED, *(statement for kind in KINDS for statement in of_kind(kind))]:
            schema_editor.execute(statement, params=None)


def join(apps, schema_editor):
    if schema_editor.connection.vendor == "sqlite":
        for kind in KINDS:
            for what in ("insert", "delete", "update"):
                schema_editor.execute(f"DROP TRIGGER articles_search_{kind}_{what}", params=None)
            schema_editor.execute(f"DROP TABLE articles_search_{kind}", params=None)
        for statement in TOGETHER:
            schema_editor.execute(statement, params=None)


class Migration(migrations.Migration):
    dependencies = [("articles", "0017_language_code")]
    operations = [migrations.RunPython(part, join)]
