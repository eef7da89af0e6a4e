"""What happens later, who handed what in, keys of the desk API, and merges."""

import uuid

import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models

import articles.models.fields


class Migration(migrations.Migration):
    dependencies = [
        ("articles", "0003_live_article_published"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="PreviewToken",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("digest", models.CharField(editable=False, max_length=64, unique=True)),
                (
                    "created_at",
                    models.DateTimeField(
                        default=django.utils.timezone.now, editable=False, verbose_name="created"
                    ),
                ),
                ("expires_at", models.DateTimeField(verbose_name="expires")),
                ("revoked_at", models.DateTimeField(editable=False, null=True, verbose_name="revoked")),
                ("item_kind", models.CharField(max_length=10, verbose_name="kind")),
                ("item_id", models.UUIDField(db_index=True, verbose_name="item")),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="user",
                    ),
                ),
            ],
            options={
                "verbose_name": "preview token",
                "verbose_name_plural": "preview tokens",
                "ordering": ["-created_at", "id"],
            },
        ),
        migrations.CreateModel(
            name="Submission",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("item_kind", models.CharField(max_length=10, verbose_name="kind")),
                ("item_id", models.UUIDField(unique=True, verbose_name="item")),
                (
                    "decided",
                    models.CharField(
                        choices=[
                            ("draft", "draft"),
                            ("in_review", "in review"),
                            ("ready", "ready"),
                            ("returned", "returned"),
                        ],
                        default="in_review",
                        max_length=10,
                        verbose_name="stage",
                    ),
                ),
                ("version", models.PositiveIntegerField(verbose_name="version")),
                (
                    "note",
                    models.TextField(
                        blank=True,
                        default="",
                        help_text="For colleagues. Never published.",
                        verbose_name="note",
                    ),
                ),
                ("at", models.DateTimeField(default=django.utils.timezone.now, verbose_name="at")),
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
            ],
            options={
                "verbose_name": "submission",
                "verbose_name_plural": "submissions",
                "ordering": ["at", "id"],
                "permissions": [
                    ("change_own_article", "Can change own drafts of articles"),
                    ("change_own_person", "Can change own drafts of people"),
                    ("change_own_event", "Can change own drafts of events"),
                ],
            },
        ),
        migrations.CreateModel(
            name="Token",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("digest", models.CharField(editable=False, max_length=64, unique=True)),
                (
                    "created_at",
                    models.DateTimeField(
                        default=django.utils.timezone.now, editable=False, verbose_name="created"
                    ),
                ),
                ("expires_at", models.DateTimeField(verbose_name="expires")),
                ("revoked_at", models.DateTimeField(editable=False, null=True, verbose_name="revoked")),
                ("name", models.CharField(help_text="What it is for.", max_length=100, verbose_name="name")),
                (
                    "scopes",
                    models.JSONField(
                        default=list,
                        validators=[articles.models.fields.validate_string_list],
                        verbose_name="scopes",
                    ),
                ),
                ("last_used_at", models.DateTimeField(editable=False, null=True, verbose_name="last used")),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="user",
                    ),
                ),
            ],
            options={
                "verbose_name": "token",
                "verbose_name_plural": "tokens",
                "ordering": ["-created_at", "id"],
            },
        ),
        migrations.CreateModel(
            name="CreationKey",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("key", models.CharField(max_length=200, verbose_name="key")),
                ("request", models.CharField(max_length=64, verbose_name="digest of the request")),
                ("answer", models.JSONField(default=dict, verbose_name="answer")),
                (
                    "created_at",
                    models.DateTimeField(
                        db_index=True, default=django.utils.timezone.now, verbose_name="created"
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="user",
                    ),
                ),
            ],
            options={
                "verbose_name": "creation key",
                "verbose_name_plural": "creation keys",
                "constraints": [
                    models.UniqueConstraint(fields=("user", "key"), name="creation_key_once"),
                    models.CheckConstraint(
                        condition=models.Q(("key", ""), _negated=True), name="creation_key_given"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Merge",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("item_kind", models.CharField(max_length=10, verbose_name="kind")),
                ("survivor_id", models.UUIDField(db_index=True, verbose_name="survivor")),
                ("absorbed_id", models.UUIDField(verbose_name="absorbed")),
                ("record", models.JSONField(default=dict, verbose_name="what moved")),
                ("at", models.DateTimeField(default=django.utils.timezone.now, verbose_name="at")),
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
                "verbose_name": "merge",
                "verbose_name_plural": "merges",
                "ordering": ["-at", "-id"],
                "permissions": [("merge_person", "Can merge people"), ("merge_event", "Can merge events")],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("undone_at", None)),
                        fields=("absorbed_id",),
                        name="merge_once_at_a_time",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Schedule",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("item_kind", models.CharField(max_length=10, verbose_name="kind")),
                ("item_id", models.UUIDField(verbose_name="item")),
                (
                    "what",
                    models.CharField(
                        choices=[
                            ("publish", "publish at"),
                            ("withdraw", "withdraw at"),
                            ("embargo", "embargo until"),
                        ],
                        max_length=10,
                        verbose_name="what",
                    ),
                ),
                ("at", models.DateTimeField(verbose_name="at")),
                (
                    "note",
                    models.TextField(
                        blank=True,
                        default="",
                        help_text="The correction note of a publishing, the notice of a withdrawal.",
                        verbose_name="public note",
                    ),
                ),
                (
                    "version",
                    models.PositiveIntegerField(
                        help_text="The version it was decided on.", verbose_name="version"
                    ),
                ),
                ("set_at", models.DateTimeField(default=django.utils.timezone.now, verbose_name="set")),
                ("by_operator", models.BooleanField(default=False, verbose_name="by the operator")),
                ("failed_at", models.DateTimeField(null=True, verbose_name="failed")),
                ("reason", models.TextField(blank=True, default="", verbose_name="why it failed")),
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
            ],
            options={
                "verbose_name": "schedule",
                "verbose_name_plural": "schedules",
                "ordering": ["at", "id"],
                "permissions": [
                    ("embargo_article", "Can set and lift embargoes on articles"),
                    ("embargo_person", "Can set and lift embargoes on people"),
                    ("embargo_event", "Can set and lift embargoes on events"),
                ],
                "indexes": [models.Index(fields=["at"], name="schedule_by_time")],
                "constraints": [models.UniqueConstraint(fields=("item_id", "what"), name="schedule_once")],
            },
        ),
    ]
