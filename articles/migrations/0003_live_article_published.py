"""The news sitemap asks for what was first published in the last two days: without an index it reads all rows."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("articles", "0002_search_index")]
    operations = [
        migrations.AddIndex(
            model_name="livearticle",
            index=models.Index(fields=["-first_published_at", "-id"], name="live_article_published"),
        ),
    ]
