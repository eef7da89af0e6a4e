"""What each import did, file by file, and uploads that wait to be imported."""

import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("articles", "0007_photo_file"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="ImportRun",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "given",
                    models.JSONField(
                        default=list,
                        help_text="Absolute paths, or the names of uploaded files.",
                        verbose_name="given",
                    ),
                ),
                ("uploaded", models.BooleanField(default=False, verbose_name="uploaded")),
                (
                    "preview",
                    models.BooleanField(
                        default=False,
                        help_text="Read and reported; nothing imported.",
                        verbose_name="preview",
                    ),
                ),
                ("options", models.JSONField(default=dict, verbose_name="options")),
                ("counts", models.JSONField(default=dict, verbose_name="files by outcome")),
                (
                    "started_at",
                    models.DateTimeField(default=django.utils.timezone.now, verbose_name="started"),
                ),
                (
                    "heard_at",
                    models.DateTimeField(default=django.utils.timezone.now, verbose_name="last batch"),
                ),
                ("finished_at", models.DateTimeField(null=True, verbose_name="finished")),
                ("undone_at", models.DateTimeField(null=True, verbose_name="undone")),
                (
                    "by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="by",
                    ),
                ),
                (
                    "retry_of",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="retries",
                        to="articles.importrun",
                        verbose_name="retry of",
                    ),
                ),
                (
                    "undone_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="undone by",
                    ),
                ),
            ],
            options={
                "verbose_name": "import",
                "verbose_name_plural": "imports",
                "ordering": ["-id"],
                "permissions": [("undo_importrun", "Can undo imports")],
            },
        ),
        migrations.CreateModel(
            name="ImportedFile",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("number", models.PositiveIntegerField(verbose_name="number")),
                ("name", models.CharField(max_length=1000, verbose_name="file")),
                (
                    "outcome",
                    models.CharField(
                        choices=[
                            ("created", "created"),
                            ("unchanged", "unchanged"),
                            ("changed", "changed"),
                            ("duplicate", "duplicate"),
                            ("withdrawn", "withdrawn"),
                            ("refused", "refused"),
                        ],
                        max_length=10,
                        verbose_name="outcome",
                    ),
                ),
                ("reason", models.TextField(blank=True, default="", verbose_name="reason")),
                (
                    "encoding",
                    models.CharField(blank=True, default="", max_length=40, verbose_name="encoding"),
                ),
                ("title", models.CharField(blank=True, default="", max_length=500, verbose_name="title")),
                ("sha256", models.CharField(blank=True, default="", max_length=64, verbose_name="SHA-256")),
                (
                    "article_id",
                    models.UUIDField(
                        help_text="Not a foreign key: the line outlives the article.",
                        null=True,
                        verbose_name="article",
                    ),
                ),
                (
                    "undo",
                    models.CharField(
                        blank=True,
                        choices=[("removed", "removed"), ("kept", "kept")],
                        default="",
                        max_length=10,
                        verbose_name="undo",
                    ),
                ),
                (
                    "kept_because",
                    models.CharField(blank=True, default="", max_length=300, verbose_name="kept because"),
                ),
                (
                    "run",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="files",
                        to="articles.importrun",
                        verbose_name="import",
                    ),
                ),
            ],
            options={
                "verbose_name": "imported file",
                "verbose_name_plural": "imported files",
                "ordering": ["run", "number"],
            },
        ),
        migrations.CreateModel(
            name="HeldFile",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(max_length=255, verbose_name="file")),
                ("data", models.BinaryField(verbose_name="bytes")),
                (
                    "run",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="held",
                        to="articles.importrun",
                        verbose_name="import",
                    ),
                ),
            ],
            options={
                "verbose_name": "held file",
                "verbose_name_plural": "held files",
                "ordering": ["run", "id"],
            },
        ),
        migrations.AddField(
            model_name="source",
            name="run",
            field=models.ForeignKey(
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="sources",
                to="articles.importrun",
                verbose_name="import",
            ),
        ),
        migrations.AddIndex(
            model_name="importedfile",
            index=models.Index(fields=["run", "outcome", "number"], name="imported_file_by_outcome"),
        ),
        migrations.AddConstraint(
            model_name="importedfile",
            constraint=models.UniqueConstraint(fields=("run", "number"), name="imported_file_once"),
        ),
    ]
