"""Markup that is nested too deeply to be parsed is not valid. Nothing changes in the database."""

from django.db import migrations, models

from articles.models.fields import validate_nesting


def markup(label: str) -> models.TextField:
    return models.TextField(blank=True, default="", validators=[validate_nesting], verbose_name=label)


class Migration(migrations.Migration):
    dependencies = [("articles", "0007_delivery_queue")]
    operations = [
        migrations.AlterField(model_name="article", name="body", field=markup("body")),
        migrations.AlterField(model_name="event", name="summary", field=markup("summary")),
        migrations.AlterField(model_name="person", name="summary", field=markup("summary")),
    ]
