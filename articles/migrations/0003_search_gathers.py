"""PostgreSQL gathers what a transaction adds to the search index and puts it in its lists at once.

A text adds to some 700 lists. One after the other that was most of what publishing many cost (3.7 CPU ms an article, 1.0
so, in transactions of 100); `live_index` settles what was gathered before it is public, so that no reader looks
through it.
"""

from django.db import migrations

KINDS = ("article", "person", "event")


def alter(schema_editor, value):
    if schema_editor.connection.vendor == "postgresql":
        for kind in KINDS:
            schema_editor.execute(f"ALTER INDEX articles_search_{kind} SET (fastupdate = {value})")


def gather(apps, schema_editor):
    alter(schema_editor, "on")


def write_through(apps, schema_editor):
    alter(schema_editor, "off")


class Migration(migrations.Migration):
    dependencies = [("articles", "0002_search_index")]
    operations = [migrations.RunPython(gather, write_through)]
