"""The search index over `LiveSearch.tokens`, kept by the database itself.

SQLite: an FTS5 table without contents, filled by triggers. The `ascii` tokenizer takes every letter beyond ASCII
as part of a word, so tokens arrive as Python wrote them. PostgreSQL: a generated tsvector column under
GIN. A later migration that rebuilds the table on SQLite (AlterField) has to drop and create these triggers again.
"""

from django.db import migrations

SQLITE = [
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
POSTGRESQL = [
    """ALTER TABLE articles_livesearch ADD COLUMN vector tsvector GENERATED ALWAYS AS (
        array_to_tsvector(array_remove(string_to_array(tokens, ' '), ''))) STORED""",
    # A kind each: names are looked up among people without the lists of words of all articles.
    *(
        f"CREATE INDEX articles_search_{kind} ON articles_livesearch USING gin (vector)"
        f" WITH (fastupdate = off) WHERE kind = '{kind}'"
        for kind in ("article", "person", "event")
    ),
]
UNDO = {
    "sqlite": [
        "DROP TRIGGER articles_search_insert",
        "DROP TRIGGER articles_search_delete",
        "DROP TRIGGER articles_search_update",
        "DROP TABLE articles_search",
    ],
    "postgresql": ["ALTER TABLE articles_livesearch DROP COLUMN vector"],
}


def create(apps, schema_editor):
    for statement in {"sqlite": SQLITE, "postgresql": POSTGRESQL}[schema_editor.connection.vendor]:
        schema_editor.execute(statement, params=None)


def drop(apps, schema_editor):
    for statement in UNDO[schema_editor.connection.vendor]:
        schema_editor.execute(statement, params=None)


class Migration(migrations.Migration):
    dependencies = [("articles", "0001_initial")]
    operations = [migrations.RunPython(create, drop)]
