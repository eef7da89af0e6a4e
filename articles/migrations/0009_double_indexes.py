"""An index that is the beginning of another finds nothing that the longer one does not, and each row is written to both."""

from django.conf import settings
from django.db import migrations, models


def parent(model: str, related_name: str, label: str) -> models.ForeignKey:
    return models.ForeignKey(
        model, db_index=False, on_delete=models.CASCADE, related_name=related_name, verbose_name=label
    )


class Migration(migrations.Migration):
    dependencies = [
        ("articles", "0008_nesting"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]
    operations = [
        migrations.AlterField("mention", "article", parent("articles.article", "mentions", "article")),
        migrations.AlterField("coverage", "article", parent("articles.article", "coverage", "article")),
        migrations.AlterField("participation", "event", parent("articles.event", "participations", "event")),
        migrations.AlterField("othername", "person", parent("articles.person", "other_names", "person")),
        migrations.AlterField("importedfile", "run", parent("articles.importrun", "files", "import")),
        migrations.AlterField("delivery", "webhook", parent("articles.webhook", "deliveries", "webhook")),
        migrations.AlterField("creationkey", "user", parent(settings.AUTH_USER_MODEL, "+", "user")),
        migrations.AlterField(
            "liveposition", "country_slug", models.SlugField(db_index=False, max_length=100)
        ),
    ]
