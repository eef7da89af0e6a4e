"""A search of the desk read all of its texts on SQLite: two seconds with 100,000 articles."""

from django.db import migrations

from ..models.folded import FoldedIndex


class Migration(migrations.Migration):
    dependencies = [("articles", "0010_suggestion_corrected")]
    operations = [
        migrations.AddIndex(
            model_name="article", index=FoldedIndex(fields=["folded", "id"], name="article_by_folded_text")
        )
    ]
