"""The search index over `LiveSearch.tokens`, kept by the database itself.

SQLite: an FTS5 table a kind without contents, filled by triggers; a name is looked up among people without the words
of all articles. The `ascii` tokenizer takes every letter beyond ASCII as part of a word, so tokens arrive as Python
wrote them. A later migration that rebuilds the table on SQLite (AlterField) has to drop and create these triggers
again. PostgreSQL: a generated tsvector column under one GIN index a kind.
"""

from django.db import migrations

KINDS = ("article", "person", "event")


def of_kind(kind):
    """SQLite's index of one kind, and what keeps it. No search row ever changes its kind."""
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
    ]


CREATE = {
    "sqlite": [statement for kind in KINDS for statement in of_kind(kind)],
    "postgresql": [
        """ALTER TABLE articles_livesearch ADD COLUMN vector tsvector GENERATED ALWAYS AS (
            array_to_tsvector(array_remove(string_to_array(tokens, ' '), ''))) STORED""",
        *(
            f"CREATE INDEX articles_search_{kind} ON articles_livesearch USING gin (vector)"
            f" WITH (fastupdate = off) WHERE kind = '{kind}'"
            for kind in KINDS
        ),
    ],
}
DROP = {
    "sqlite": [
        f"DROP {thing}"
        for kind in KINDS
        for thing in (
            *(f"TRIGGER articles_search_{kind}_{what}" for what in ("insert", "delete", "update")),
            f"TABLE articles_search_{kind}",
        )
    ],
    "postgresql": ["ALTER TABLE articles_livesearch DROP COLUMN vector"],
}


def create(apps, schema_editor):
    for statement in CREATE[schema_editor.connection.vendor]:
        schema_editor.execute(statement, params=None)


def drop(apps, schema_editor):
    for statement in DROP[schema_editor.connection.vendor]:
        schema_editor.execute(statement, params=None)


class Migration(migrations.Migration):
    dependencies = [("articles", "0001_initial")]
    operations = [migrations.RunPython(create, drop)]
