"""Sketches of texts, so that versions of one story are found; suggestions that say so, and that two records are one."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("articles", "0008_import_runs")]

    operations = [
        migrations.AddField(
            model_name="source",
            name="signature",
            field=models.BinaryField(
                help_text="The text's sketch, empty for one too short; none until an import has seen to it.",
                null=True,
            ),
        ),
        migrations.AlterField(
            model_name="suggestion",
            name="kind",
            field=models.CharField(
                choices=[
                    ("title", "title"),
                    ("person", "person"),
                    ("event", "event"),
                    ("text", "new text of the file"),
                    ("repost", "another version of a story"),
                    ("same", "same as?"),
                ],
                max_length=10,
                verbose_name="kind",
            ),
        ),
        migrations.CreateModel(
            name="Band",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("key", models.BigIntegerField()),
                (
                    "source",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="bands",
                        to="articles.source",
                    ),
                ),
            ],
            options={
                "verbose_name": "band",
                "verbose_name_plural": "bands",
            },
        ),
        migrations.AddIndex(
            model_name="source",
            index=models.Index(
                condition=models.Q(("signature", None)), fields=["id"], name="source_without_sketch"
            ),
        ),
        migrations.AddConstraint(
            model_name="band",
            constraint=models.UniqueConstraint(fields=("key", "source"), name="band_once"),
        ),
    ]
