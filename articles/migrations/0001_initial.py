"""Every table of the app: the desk, its editions, and what the public sees of them."""

import uuid

import django.core.validators
import django.db.models.deletion
import django.db.models.functions.datetime
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models

import articles.models.fields
import articles.models.images


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Section",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("name", models.CharField(max_length=200, unique=True, verbose_name="name")),
                ("slug", models.SlugField(max_length=100, unique=True, verbose_name="slug")),
            ],
            options={
                "verbose_name": "section",
                "verbose_name_plural": "sections",
                "ordering": ["name"],
            },
        ),
        migrations.CreateModel(
            name="Topic",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("name", models.CharField(max_length=200, unique=True, verbose_name="name")),
                ("slug", models.SlugField(max_length=100, unique=True, verbose_name="slug")),
            ],
            options={
                "verbose_name": "topic",
                "verbose_name_plural": "topics",
                "ordering": ["name"],
            },
        ),
        migrations.CreateModel(
            name="Article",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                (
                    "slug",
                    models.SlugField(
                        blank=True,
                        default="",
                        help_text="The public address. Follows the title until the first publishing, which makes it unique.",
                        max_length=100,
                        verbose_name="slug",
                    ),
                ),
                (
                    "editors_note",
                    models.TextField(
                        blank=True,
                        default="",
                        help_text="For colleagues. Never published.",
                        verbose_name="private note",
                    ),
                ),
                ("version", models.PositiveIntegerField(default=1, editable=False, verbose_name="version")),
                (
                    "last_edition",
                    models.PositiveIntegerField(default=0, editable=False, verbose_name="last edition"),
                ),
                (
                    "live_edition",
                    models.PositiveIntegerField(editable=False, null=True, verbose_name="live edition"),
                ),
                (
                    "published_version",
                    models.PositiveIntegerField(editable=False, null=True, verbose_name="published version"),
                ),
                (
                    "first_published_at",
                    models.DateTimeField(editable=False, null=True, verbose_name="first published"),
                ),
                (
                    "last_published_at",
                    models.DateTimeField(editable=False, null=True, verbose_name="last published"),
                ),
                ("withdrawn_at", models.DateTimeField(editable=False, null=True, verbose_name="withdrawn")),
                (
                    "created_at",
                    models.DateTimeField(
                        default=django.utils.timezone.now, editable=False, verbose_name="created"
                    ),
                ),
                (
                    "updated_at",
                    models.DateTimeField(
                        default=django.utils.timezone.now, editable=False, verbose_name="last changed"
                    ),
                ),
                (
                    "updated_by",
                    models.ForeignKey(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="last changed by",
                    ),
                ),
                ("title", models.CharField(max_length=500, verbose_name="title")),
                (
                    "title_proposed",
                    models.BooleanField(
                        default=False,
                        help_text="The source has no title; this one was made from its lead.",
                        verbose_name="title is a proposal",
                    ),
                ),
                (
                    "dek",
                    models.TextField(
                        blank=True,
                        default="",
                        help_text="The standfirst under the title.",
                        verbose_name="dek",
                    ),
                ),
                ("body", models.TextField(blank=True, default="", verbose_name="body")),
                (
                    "language",
                    models.CharField(
                        default="vi",
                        max_length=16,
                        validators=[
                            django.core.validators.RegexValidator(
                                "^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*\\Z",
                                "Write a language code such as vi, en or zh-Hant.",
                                code="language",
                            )
                        ],
                        verbose_name="language",
                    ),
                ),
                (
                    "date",
                    articles.models.fields.PartialDateField(
                        blank=True,
                        default="",
                        help_text="When the story first appeared, as far as known: 2021-07-06, 2021-07, XXXX-07-13.",
                        max_length=32,
                        verbose_name="date",
                    ),
                ),
                (
                    "dateline",
                    models.CharField(blank=True, default="", max_length=200, verbose_name="dateline"),
                ),
                (
                    "byline",
                    models.JSONField(
                        blank=True,
                        default=list,
                        validators=[articles.models.fields.validate_string_list],
                        verbose_name="byline",
                    ),
                ),
                (
                    "agencies",
                    models.JSONField(
                        blank=True,
                        default=list,
                        validators=[articles.models.fields.validate_string_list],
                        verbose_name="agencies",
                    ),
                ),
                (
                    "section",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="articles",
                        to="articles.section",
                        verbose_name="section",
                    ),
                ),
                (
                    "translation_of",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="translations",
                        to="articles.article",
                        verbose_name="translation of",
                    ),
                ),
                ("folded", models.TextField(default="", editable=False)),
                (
                    "topics",
                    models.ManyToManyField(
                        blank=True, related_name="articles", to="articles.topic", verbose_name="topics"
                    ),
                ),
            ],
            options={
                "verbose_name": "article",
                "verbose_name_plural": "articles",
                "ordering": ["-updated_at", "id"],
                "permissions": [
                    ("publish_article", "Can publish articles"),
                    ("withdraw_article", "Can withdraw articles"),
                ],
                "indexes": [models.Index(fields=["-updated_at", "id"], name="article_by_update")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("live_edition", None), ("withdrawn_at", None), _connector="OR"),
                        name="articles_article_live_or_withdrawn",
                        violation_error_message="An item is live or withdrawn, not both.",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Photo",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                (
                    "article",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="photos",
                        to="articles.article",
                        verbose_name="article",
                    ),
                ),
                ("rank", models.PositiveSmallIntegerField(default=0, verbose_name="rank")),
                (
                    "after_paragraph",
                    models.PositiveIntegerField(
                        default=0, help_text="0: before the first paragraph.", verbose_name="after paragraph"
                    ),
                ),
                ("caption", models.TextField(blank=True, default="", verbose_name="caption")),
                ("credit", models.CharField(blank=True, default="", max_length=300, verbose_name="credit")),
                (
                    "alternative_text",
                    models.CharField(blank=True, default="", max_length=500, verbose_name="alternative text"),
                ),
                (
                    "file",
                    models.FileField(
                        blank=True,
                        default="",
                        upload_to="newsroom/%Y/%m/",
                        validators=[
                            django.core.validators.FileExtensionValidator(
                                ["jpg", "jpeg", "png", "webp", "gif", "avif"]
                            ),
                            articles.models.images.validate_photo,
                        ],
                        verbose_name="file",
                    ),
                ),
            ],
            options={
                "verbose_name": "photo",
                "verbose_name_plural": "photos",
                "ordering": ["article", "after_paragraph", "rank", "id"],
            },
        ),
        migrations.CreateModel(
            name="AuditEntry",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("at", models.DateTimeField(default=django.utils.timezone.now, verbose_name="at")),
                (
                    "verb",
                    models.CharField(
                        choices=[
                            ("publish", "published"),
                            ("correct", "corrected"),
                            ("withdraw", "withdrawn"),
                            ("reinstate", "reinstated"),
                            ("delete", "deleted"),
                            ("submit", "handed in"),
                            ("approve", "declared ready"),
                            ("send_back", "sent back"),
                            ("schedule", "scheduled"),
                            ("unschedule", "schedule cancelled"),
                            ("restore", "version restored"),
                            ("merge", "merged"),
                            ("undo_import", "import undone"),
                            ("undo_merge", "merge undone"),
                            ("split", "split"),
                            ("keep_apart", "told apart"),
                            ("issue_token", "token made"),
                            ("use_token", "token used"),
                            ("revoke_token", "token revoked"),
                            ("make_preview", "preview made"),
                            ("open_preview", "preview opened"),
                            ("revoke_preview", "preview revoked"),
                            ("webhook", "webhook changed"),
                            ("permissions", "permissions changed"),
                        ],
                        max_length=20,
                        verbose_name="what",
                    ),
                ),
                (
                    "item_kind",
                    models.CharField(
                        blank=True,
                        default="",
                        help_text="Of an item, or token, user, group.",
                        max_length=20,
                        verbose_name="kind",
                    ),
                ),
                ("item_id", models.CharField(blank=True, default="", max_length=40, verbose_name="item")),
                ("label", models.CharField(blank=True, default="", max_length=300, verbose_name="name")),
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
                    "by_name",
                    models.CharField(
                        blank=True,
                        default="",
                        help_text="Empty: the operator.",
                        max_length=150,
                        verbose_name="account",
                    ),
                ),
                ("token", models.CharField(blank=True, default="", max_length=100, verbose_name="token")),
                ("details", models.JSONField(blank=True, default=dict, verbose_name="details")),
            ],
            options={
                "verbose_name": "audit entry",
                "verbose_name_plural": "audit log",
                "ordering": ["-id"],
                "default_permissions": ("view",),
                "indexes": [
                    models.Index(fields=["item_id", "-id"], name="audit_by_item"),
                    models.Index(fields=["verb", "-id"], name="audit_by_verb"),
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
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="user",
                    ),
                ),
                (
                    "created_at",
                    models.DateTimeField(
                        default=django.utils.timezone.now, editable=False, verbose_name="created"
                    ),
                ),
                ("expires_at", models.DateTimeField(verbose_name="expires")),
                ("revoked_at", models.DateTimeField(editable=False, null=True, verbose_name="revoked")),
                ("last_used_at", models.DateTimeField(editable=False, null=True, verbose_name="last used")),
                ("name", models.CharField(help_text="What it is for.", max_length=100, verbose_name="name")),
                (
                    "scopes",
                    models.JSONField(
                        default=list,
                        validators=[articles.models.fields.validate_string_list],
                        verbose_name="scopes",
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
            name="PreviewToken",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("digest", models.CharField(editable=False, max_length=64, unique=True)),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="user",
                    ),
                ),
                (
                    "created_at",
                    models.DateTimeField(
                        default=django.utils.timezone.now, editable=False, verbose_name="created"
                    ),
                ),
                ("expires_at", models.DateTimeField(verbose_name="expires")),
                ("revoked_at", models.DateTimeField(editable=False, null=True, verbose_name="revoked")),
                ("last_used_at", models.DateTimeField(editable=False, null=True, verbose_name="last used")),
                ("item_kind", models.CharField(max_length=10, verbose_name="kind")),
                ("item_id", models.UUIDField(db_index=True, verbose_name="item")),
            ],
            options={
                "verbose_name": "preview token",
                "verbose_name_plural": "preview tokens",
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
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="user",
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
            name="Edition",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("item_kind", models.CharField(max_length=10, verbose_name="kind")),
                ("item_id", models.UUIDField(verbose_name="item")),
                ("number", models.PositiveIntegerField(verbose_name="number")),
                ("shape", models.PositiveSmallIntegerField(verbose_name="document shape")),
                ("document", articles.models.fields.DocumentField(verbose_name="document")),
                (
                    "references",
                    articles.models.fields.DocumentField(
                        default=list,
                        help_text="Lists of field, target, rank and role, live or not.",
                        verbose_name="references",
                    ),
                ),
                ("at", models.DateTimeField(verbose_name="at")),
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
                ("note", models.TextField(blank=True, default="", verbose_name="correction note")),
            ],
            options={
                "verbose_name": "edition",
                "verbose_name_plural": "editions",
                "ordering": ["item_id", "-number"],
                "constraints": [models.UniqueConstraint(fields=("item_id", "number"), name="edition_once")],
            },
        ),
        migrations.CreateModel(
            name="Reference",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("source_id", models.UUIDField()),
                (
                    "field",
                    models.CharField(
                        choices=[
                            ("people", "People"),
                            ("events", "Events"),
                            ("participants", "Participants"),
                            ("section", "Section"),
                            ("topics", "Topics"),
                            ("translations", "Translations"),
                        ],
                        max_length=12,
                    ),
                ),
                ("target_id", models.UUIDField()),
                ("rank", models.PositiveSmallIntegerField(default=0)),
                ("role", models.CharField(blank=True, default="", max_length=300)),
            ],
            options={
                "verbose_name": "reference",
                "verbose_name_plural": "references",
                "indexes": [models.Index(fields=["target_id", "source_id"], name="reference_by_target")],
                "constraints": [
                    models.UniqueConstraint(fields=("source_id", "field", "target_id"), name="reference_once")
                ],
            },
        ),
        migrations.CreateModel(
            name="Rewrite",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("target_id", models.UUIDField(unique=True)),
                ("after", models.UUIDField(help_text="Sources up to this id are done.")),
            ],
            options={
                "verbose_name": "rewrite",
                "verbose_name_plural": "rewrites",
            },
        ),
        migrations.CreateModel(
            name="Event",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                (
                    "slug",
                    models.SlugField(
                        blank=True,
                        default="",
                        help_text="The public address. Follows the title until the first publishing, which makes it unique.",
                        max_length=100,
                        verbose_name="slug",
                    ),
                ),
                (
                    "editors_note",
                    models.TextField(
                        blank=True,
                        default="",
                        help_text="For colleagues. Never published.",
                        verbose_name="private note",
                    ),
                ),
                ("version", models.PositiveIntegerField(default=1, editable=False, verbose_name="version")),
                (
                    "last_edition",
                    models.PositiveIntegerField(default=0, editable=False, verbose_name="last edition"),
                ),
                (
                    "live_edition",
                    models.PositiveIntegerField(editable=False, null=True, verbose_name="live edition"),
                ),
                (
                    "published_version",
                    models.PositiveIntegerField(editable=False, null=True, verbose_name="published version"),
                ),
                (
                    "first_published_at",
                    models.DateTimeField(editable=False, null=True, verbose_name="first published"),
                ),
                (
                    "last_published_at",
                    models.DateTimeField(editable=False, null=True, verbose_name="last published"),
                ),
                ("withdrawn_at", models.DateTimeField(editable=False, null=True, verbose_name="withdrawn")),
                (
                    "created_at",
                    models.DateTimeField(
                        default=django.utils.timezone.now, editable=False, verbose_name="created"
                    ),
                ),
                (
                    "updated_at",
                    models.DateTimeField(
                        default=django.utils.timezone.now, editable=False, verbose_name="last changed"
                    ),
                ),
                (
                    "updated_by",
                    models.ForeignKey(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="last changed by",
                    ),
                ),
                ("name", models.CharField(max_length=300, verbose_name="name")),
                (
                    "event_kind",
                    models.CharField(
                        choices=[
                            ("talks", "talks"),
                            ("phone_call", "phone call"),
                            ("visit", "visit"),
                            ("meeting", "meeting"),
                            ("conference", "conference"),
                            ("dialogue", "dialogue"),
                            ("consultation", "consultation"),
                            ("ceremony", "ceremony"),
                            ("signing", "signing"),
                            ("anniversary", "anniversary"),
                            ("other", "other"),
                        ],
                        default="other",
                        max_length=20,
                        verbose_name="kind",
                    ),
                ),
                (
                    "date",
                    articles.models.fields.PartialDateField(
                        blank=True,
                        default="",
                        help_text="2021-07-06, 2021-07, XXXX-07-13, 2019-03-02/2019-03-05.",
                        max_length=32,
                        verbose_name="date",
                    ),
                ),
                (
                    "date_inferred",
                    models.BooleanField(
                        default=False,
                        help_text="A part of the date comes from elsewhere in the text.",
                        verbose_name="date is inferred",
                    ),
                ),
                ("place", models.CharField(blank=True, default="", max_length=200, verbose_name="place")),
                ("summary", models.TextField(blank=True, default="", verbose_name="summary")),
                ("folded", models.TextField(default="", editable=False)),
            ],
            options={
                "verbose_name": "event",
                "verbose_name_plural": "events",
                "ordering": ["-updated_at", "id"],
                "permissions": [
                    ("publish_event", "Can publish events"),
                    ("withdraw_event", "Can withdraw events"),
                ],
                "indexes": [
                    models.Index(fields=["-updated_at", "id"], name="event_by_update"),
                    models.Index(fields=["date"], name="event_by_date"),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("live_edition", None), ("withdrawn_at", None), _connector="OR"),
                        name="articles_event_live_or_withdrawn",
                        violation_error_message="An item is live or withdrawn, not both.",
                    )
                ],
            },
        ),
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
                (
                    "run",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="files",
                        to="articles.importrun",
                        verbose_name="import",
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
            ],
            options={
                "verbose_name": "imported file",
                "verbose_name_plural": "imported files",
                "ordering": ["run", "number"],
                "indexes": [
                    models.Index(fields=["run", "outcome", "number"], name="imported_file_by_outcome")
                ],
                "constraints": [models.UniqueConstraint(fields=("run", "number"), name="imported_file_once")],
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
                (
                    "run",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="held",
                        to="articles.importrun",
                        verbose_name="import",
                    ),
                ),
                ("name", models.CharField(max_length=255, verbose_name="file")),
                ("data", models.BinaryField(verbose_name="bytes")),
            ],
            options={
                "verbose_name": "held file",
                "verbose_name_plural": "held files",
                "ordering": ["run", "id"],
            },
        ),
        migrations.CreateModel(
            name="Person",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                (
                    "slug",
                    models.SlugField(
                        blank=True,
                        default="",
                        help_text="The public address. Follows the title until the first publishing, which makes it unique.",
                        max_length=100,
                        verbose_name="slug",
                    ),
                ),
                (
                    "editors_note",
                    models.TextField(
                        blank=True,
                        default="",
                        help_text="For colleagues. Never published.",
                        verbose_name="private note",
                    ),
                ),
                ("version", models.PositiveIntegerField(default=1, editable=False, verbose_name="version")),
                (
                    "last_edition",
                    models.PositiveIntegerField(default=0, editable=False, verbose_name="last edition"),
                ),
                (
                    "live_edition",
                    models.PositiveIntegerField(editable=False, null=True, verbose_name="live edition"),
                ),
                (
                    "published_version",
                    models.PositiveIntegerField(editable=False, null=True, verbose_name="published version"),
                ),
                (
                    "first_published_at",
                    models.DateTimeField(editable=False, null=True, verbose_name="first published"),
                ),
                (
                    "last_published_at",
                    models.DateTimeField(editable=False, null=True, verbose_name="last published"),
                ),
                ("withdrawn_at", models.DateTimeField(editable=False, null=True, verbose_name="withdrawn")),
                (
                    "created_at",
                    models.DateTimeField(
                        default=django.utils.timezone.now, editable=False, verbose_name="created"
                    ),
                ),
                (
                    "updated_at",
                    models.DateTimeField(
                        default=django.utils.timezone.now, editable=False, verbose_name="last changed"
                    ),
                ),
                (
                    "updated_by",
                    models.ForeignKey(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="last changed by",
                    ),
                ),
                ("name", models.CharField(max_length=200, verbose_name="name")),
                ("name_key", models.CharField(db_index=True, default="", editable=False, max_length=200)),
                ("summary", models.TextField(blank=True, default="", verbose_name="summary")),
                (
                    "same_as",
                    models.JSONField(
                        blank=True,
                        default=list,
                        help_text="Addresses of the same person elsewhere, such as Wikidata or VIAF.",
                        validators=[articles.models.fields.validate_web_addresses],
                        verbose_name="authority links",
                    ),
                ),
                ("folded", models.TextField(default="", editable=False)),
            ],
            options={
                "verbose_name": "person",
                "verbose_name_plural": "people",
                "ordering": ["name", "id"],
                "permissions": [
                    ("publish_person", "Can publish people"),
                    ("withdraw_person", "Can withdraw people"),
                ],
                "indexes": [
                    models.Index(fields=["name", "id"], name="person_by_name"),
                    models.Index(fields=["folded"], name="person_by_folded_name"),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("live_edition", None), ("withdrawn_at", None), _connector="OR"),
                        name="articles_person_live_or_withdrawn",
                        violation_error_message="An item is live or withdrawn, not both.",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="OtherName",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="other_names",
                        to="articles.person",
                        verbose_name="person",
                    ),
                ),
                ("name", models.CharField(max_length=200, verbose_name="name")),
                ("name_key", models.CharField(db_index=True, default="", editable=False, max_length=200)),
            ],
            options={
                "verbose_name": "other name",
                "verbose_name_plural": "other names",
                "ordering": ["person", "name"],
                "constraints": [models.UniqueConstraint(fields=("person", "name"), name="other_name_once")],
            },
        ),
        migrations.CreateModel(
            name="Position",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="positions",
                        to="articles.person",
                        verbose_name="person",
                    ),
                ),
                ("rank", models.PositiveSmallIntegerField(default=0, verbose_name="rank")),
                ("title", models.CharField(max_length=300, verbose_name="title")),
                (
                    "organisation",
                    models.CharField(blank=True, default="", max_length=300, verbose_name="organisation"),
                ),
                ("country", models.CharField(blank=True, default="", max_length=100, verbose_name="country")),
                (
                    "start",
                    articles.models.fields.PartialDateField(
                        blank=True, default="", max_length=32, verbose_name="from"
                    ),
                ),
                (
                    "end",
                    articles.models.fields.PartialDateField(
                        blank=True, default="", max_length=32, verbose_name="to"
                    ),
                ),
            ],
            options={
                "verbose_name": "position",
                "verbose_name_plural": "positions",
                "ordering": ["person", "rank", "id"],
            },
        ),
        migrations.CreateModel(
            name="Mention",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("rank", models.PositiveSmallIntegerField(default=0, verbose_name="rank")),
                (
                    "article",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="mentions",
                        to="articles.article",
                        verbose_name="article",
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="mentions",
                        to="articles.person",
                        verbose_name="person",
                    ),
                ),
                ("role", models.CharField(blank=True, default="", max_length=300, verbose_name="role")),
            ],
            options={
                "verbose_name": "mention",
                "verbose_name_plural": "mentions",
                "ordering": ["article", "rank", "id"],
                "constraints": [models.UniqueConstraint(fields=("article", "person"), name="mention_once")],
            },
        ),
        migrations.CreateModel(
            name="Coverage",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("rank", models.PositiveSmallIntegerField(default=0, verbose_name="rank")),
                (
                    "article",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="coverage",
                        to="articles.article",
                        verbose_name="article",
                    ),
                ),
                (
                    "event",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="coverage",
                        to="articles.event",
                        verbose_name="event",
                    ),
                ),
            ],
            options={
                "verbose_name": "coverage",
                "verbose_name_plural": "coverage",
                "ordering": ["article", "rank", "id"],
                "constraints": [models.UniqueConstraint(fields=("article", "event"), name="coverage_once")],
            },
        ),
        migrations.CreateModel(
            name="Participation",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("rank", models.PositiveSmallIntegerField(default=0, verbose_name="rank")),
                (
                    "event",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="participations",
                        to="articles.event",
                        verbose_name="event",
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="participations",
                        to="articles.person",
                        verbose_name="person",
                    ),
                ),
                ("role", models.CharField(blank=True, default="", max_length=300, verbose_name="role")),
            ],
            options={
                "verbose_name": "participant",
                "verbose_name_plural": "participants",
                "ordering": ["event", "rank", "id"],
                "constraints": [
                    models.UniqueConstraint(fields=("event", "person"), name="participation_once")
                ],
            },
        ),
        migrations.CreateModel(
            name="LiveSection",
            fields=[
                ("id", models.UUIDField(primary_key=True, serialize=False)),
                ("slug", models.SlugField(max_length=100, unique=True)),
                ("name", models.CharField(max_length=200)),
                ("sort_name", articles.models.fields.SortKeyField(db_index=True, max_length=600)),
                ("article_count", models.PositiveIntegerField(default=0)),
            ],
        ),
        migrations.CreateModel(
            name="LiveTopic",
            fields=[
                ("id", models.UUIDField(primary_key=True, serialize=False)),
                ("slug", models.SlugField(max_length=100, unique=True)),
                ("name", models.CharField(max_length=200)),
                ("sort_name", articles.models.fields.SortKeyField(db_index=True, max_length=600)),
                ("article_count", models.PositiveIntegerField(default=0)),
            ],
        ),
        migrations.CreateModel(
            name="LiveArticle",
            fields=[
                ("id", models.UUIDField(primary_key=True, serialize=False)),
                ("slug", models.SlugField(max_length=100, unique=True)),
                ("edition", models.PositiveIntegerField()),
                ("digest", models.CharField(max_length=32)),
                ("changed_at", models.DateTimeField()),
                ("title", models.CharField(max_length=500)),
                ("sort_title", articles.models.fields.SortKeyField(max_length=1600)),
                ("language", models.CharField(max_length=16)),
                (
                    "section",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="articles",
                        to="articles.livesection",
                    ),
                ),
                ("date", models.CharField(max_length=32)),
                ("starts", models.DateField(null=True)),
                ("ends", models.DateField(null=True)),
                ("newest", articles.models.fields.SortKeyField(max_length=40)),
                ("oldest", articles.models.fields.SortKeyField(max_length=40)),
                ("first_published_at", models.DateTimeField()),
                ("last_published_at", models.DateTimeField()),
                ("listing", models.TextField()),
                ("document", models.TextField()),
            ],
            options={
                "indexes": [
                    models.Index(fields=["-newest", "-id"], name="live_article_newest"),
                    models.Index(fields=["oldest", "id"], name="live_article_oldest"),
                    models.Index(fields=["sort_title", "id"], name="live_article_title"),
                    models.Index(fields=["section", "-newest", "-id"], name="live_article_section"),
                    models.Index(fields=["language", "-newest", "-id"], name="live_article_language"),
                    models.Index(fields=["starts", "ends"], name="live_article_dates"),
                    models.Index(fields=["-first_published_at", "-id"], name="live_article_published"),
                ],
            },
        ),
        migrations.CreateModel(
            name="LivePerson",
            fields=[
                ("id", models.UUIDField(primary_key=True, serialize=False)),
                ("slug", models.SlugField(max_length=100, unique=True)),
                ("edition", models.PositiveIntegerField()),
                ("digest", models.CharField(max_length=32)),
                ("changed_at", models.DateTimeField()),
                ("name", models.CharField(max_length=200)),
                ("sort_name", articles.models.fields.SortKeyField(max_length=600)),
                ("article_count", models.PositiveIntegerField(default=0)),
                ("event_count", models.PositiveIntegerField(default=0)),
                ("listing", models.TextField()),
                ("document", models.TextField()),
            ],
            options={
                "indexes": [
                    models.Index(fields=["sort_name", "id"], name="live_person_name"),
                    models.Index(fields=["-article_count", "-id"], name="live_person_count"),
                ],
            },
        ),
        migrations.CreateModel(
            name="LiveEvent",
            fields=[
                ("id", models.UUIDField(primary_key=True, serialize=False)),
                ("slug", models.SlugField(max_length=100, unique=True)),
                ("edition", models.PositiveIntegerField()),
                ("digest", models.CharField(max_length=32)),
                ("changed_at", models.DateTimeField()),
                ("name", models.CharField(max_length=300)),
                ("event_kind", models.CharField(max_length=20)),
                ("date", models.CharField(max_length=32)),
                ("starts", models.DateField(null=True)),
                ("ends", models.DateField(null=True)),
                ("newest", articles.models.fields.SortKeyField(max_length=40)),
                ("oldest", articles.models.fields.SortKeyField(max_length=40)),
                ("place", models.CharField(max_length=200)),
                ("place_slug", models.SlugField(blank=True, max_length=100)),
                ("article_count", models.PositiveIntegerField(default=0)),
                ("listing", models.TextField()),
                ("document", models.TextField()),
            ],
            options={
                "indexes": [
                    models.Index(fields=["-newest", "-id"], name="live_event_newest"),
                    models.Index(fields=["oldest", "id"], name="live_event_oldest"),
                    models.Index(fields=["event_kind", "-newest", "-id"], name="live_event_kind"),
                    models.Index(fields=["place_slug", "-newest", "-id"], name="live_event_place"),
                    models.Index(fields=["starts", "ends"], name="live_event_dates"),
                    models.Index(fields=["-article_count", "-id"], name="live_event_count"),
                ],
            },
        ),
        migrations.CreateModel(
            name="LivePosition",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="positions",
                        to="articles.liveperson",
                    ),
                ),
                ("country_slug", models.SlugField(max_length=100)),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("country_slug", "person"), name="live_position_once")
                ],
            },
        ),
        migrations.CreateModel(
            name="LiveAttribute",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("item_id", models.UUIDField(db_index=True)),
                ("name", models.CharField(max_length=100)),
                ("value", models.CharField(max_length=100)),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("name", "value", "item_id"), name="live_attribute_once")
                ],
            },
        ),
        migrations.CreateModel(
            name="LiveTally",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("facet", models.CharField(max_length=10)),
                ("value", articles.models.fields.SortKeyField(max_length=100)),
                ("article_count", models.IntegerField(default=0)),
            ],
            options={
                "indexes": [models.Index(fields=["facet", "value", "article_count"], name="live_tally_sum")],
                "constraints": [models.UniqueConstraint(fields=("facet", "value"), name="live_tally_once")],
            },
        ),
        migrations.CreateModel(
            name="LiveSearch",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[("article", "article"), ("person", "person"), ("event", "event")],
                        max_length=10,
                    ),
                ),
                ("item_id", models.UUIDField(unique=True)),
                ("tokens", models.TextField()),
            ],
            options={
                "verbose_name": "search row",
            },
        ),
        migrations.CreateModel(
            name="LiveMention",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("newest", articles.models.fields.SortKeyField(max_length=40)),
                (
                    "article",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="mentions",
                        to="articles.livearticle",
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="mentions",
                        to="articles.liveperson",
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(fields=["person", "-newest", "-article"], name="live_mention_newest")
                ],
                "constraints": [
                    models.UniqueConstraint(fields=("article", "person"), name="live_mention_once")
                ],
            },
        ),
        migrations.CreateModel(
            name="LiveCoverage",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("newest", articles.models.fields.SortKeyField(max_length=40)),
                (
                    "article",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="coverage",
                        to="articles.livearticle",
                    ),
                ),
                (
                    "event",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="coverage",
                        to="articles.liveevent",
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(fields=["event", "-newest", "-article"], name="live_coverage_newest")
                ],
                "constraints": [
                    models.UniqueConstraint(fields=("article", "event"), name="live_coverage_once")
                ],
            },
        ),
        migrations.CreateModel(
            name="LiveParticipation",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("newest", articles.models.fields.SortKeyField(max_length=40)),
                (
                    "event",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="participations",
                        to="articles.liveevent",
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="participations",
                        to="articles.liveperson",
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(fields=["person", "-newest", "-event"], name="live_participation_newest")
                ],
                "constraints": [
                    models.UniqueConstraint(fields=("event", "person"), name="live_participation_once")
                ],
            },
        ),
        migrations.CreateModel(
            name="LiveTagging",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("newest", articles.models.fields.SortKeyField(max_length=40)),
                (
                    "article",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="taggings",
                        to="articles.livearticle",
                    ),
                ),
                (
                    "topic",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="taggings",
                        to="articles.livetopic",
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(fields=["topic", "-newest", "-article"], name="live_tagging_newest")
                ],
                "constraints": [
                    models.UniqueConstraint(fields=("article", "topic"), name="live_tagging_once")
                ],
            },
        ),
        migrations.CreateModel(
            name="LiveAgency",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("newest", articles.models.fields.SortKeyField(max_length=40)),
                (
                    "article",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="agencies",
                        to="articles.livearticle",
                    ),
                ),
                ("agency_slug", articles.models.fields.SortKeyField(max_length=100)),
            ],
            options={
                "indexes": [
                    models.Index(fields=["agency_slug", "-newest", "-article"], name="live_agency_newest")
                ],
                "constraints": [
                    models.UniqueConstraint(fields=("article", "agency_slug"), name="live_agency_once")
                ],
            },
        ),
        migrations.CreateModel(
            name="LiveState",
            fields=[
                ("id", models.PositiveSmallIntegerField(default=1, primary_key=True, serialize=False)),
                ("change", models.BigIntegerField(default=0)),
                ("changed_at", models.DateTimeField()),
                (
                    "epoch",
                    models.UUIDField(
                        help_text="Renewed when a backup is restored, so that no old ETag matches."
                    ),
                ),
                ("articles", models.PositiveIntegerField(default=0)),
                ("people", models.PositiveIntegerField(default=0)),
                ("events", models.PositiveIntegerField(default=0)),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(condition=models.Q(("id", 1)), name="live_state_one_row")
                ],
            },
        ),
        migrations.CreateModel(
            name="EditionHeader",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("item_id", models.UUIDField()),
                ("number", models.PositiveIntegerField()),
                ("at", models.DateTimeField()),
                ("note", models.TextField(blank=True)),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("item_id", "number"), name="edition_header_once")
                ],
            },
        ),
        migrations.CreateModel(
            name="Change",
            fields=[
                ("number", models.BigIntegerField(primary_key=True, serialize=False)),
                (
                    "kind",
                    models.CharField(
                        choices=[("article", "article"), ("person", "person"), ("event", "event")],
                        max_length=10,
                    ),
                ),
                ("item_id", models.UUIDField(db_index=True)),
                (
                    "what",
                    models.CharField(
                        choices=[
                            ("published", "published"),
                            ("updated", "updated"),
                            ("corrected", "corrected"),
                            ("withdrawn", "withdrawn"),
                        ],
                        max_length=10,
                    ),
                ),
                ("edition", models.PositiveIntegerField(null=True)),
                ("at", models.DateTimeField()),
            ],
            options={
                "ordering": ["number"],
            },
        ),
        migrations.CreateModel(
            name="Tombstone",
            fields=[
                ("id", models.UUIDField(primary_key=True, serialize=False)),
                (
                    "kind",
                    models.CharField(
                        choices=[("article", "article"), ("person", "person"), ("event", "event")],
                        max_length=10,
                    ),
                ),
                ("withdrawn_at", models.DateTimeField()),
                ("notice", models.TextField(blank=True)),
                ("replaced_by", models.UUIDField(null=True)),
            ],
        ),
        migrations.CreateModel(
            name="OldSlug",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[("article", "article"), ("person", "person"), ("event", "event")],
                        max_length=10,
                    ),
                ),
                ("digest", models.CharField(max_length=32)),
                ("item_id", models.UUIDField(db_index=True)),
            ],
            options={
                "constraints": [models.UniqueConstraint(fields=("kind", "digest"), name="old_slug_once")],
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
                ("undone_at", models.DateTimeField(null=True, verbose_name="undone")),
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
            name="Distinct",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("item_kind", models.CharField(max_length=10, verbose_name="kind")),
                ("one", models.UUIDField(verbose_name="one")),
                ("other", models.UUIDField(verbose_name="other")),
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
                "verbose_name": "difference",
                "verbose_name_plural": "differences",
                "default_permissions": (),
                "constraints": [models.UniqueConstraint(fields=("one", "other"), name="distinct_once")],
            },
        ),
        migrations.CreateModel(
            name="Presence",
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
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="user",
                    ),
                ),
                ("page", models.UUIDField(verbose_name="page")),
                (
                    "since",
                    models.DateTimeField(
                        db_default=django.db.models.functions.datetime.Now(), verbose_name="since"
                    ),
                ),
                (
                    "seen_at",
                    models.DateTimeField(
                        db_default=django.db.models.functions.datetime.Now(),
                        db_index=True,
                        verbose_name="seen",
                    ),
                ),
            ],
            options={
                "verbose_name": "presence",
                "verbose_name_plural": "presences",
                "ordering": ["since", "id"],
                "default_permissions": (),
                "constraints": [
                    models.UniqueConstraint(fields=("item_id", "user", "page"), name="presence_once")
                ],
            },
        ),
        migrations.CreateModel(
            name="Revision",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("item_kind", models.CharField(max_length=10, verbose_name="kind")),
                ("item_id", models.UUIDField(verbose_name="item")),
                ("version", models.PositiveIntegerField(verbose_name="version")),
                ("data", articles.models.fields.DocumentField(verbose_name="data")),
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
                "verbose_name": "revision",
                "verbose_name_plural": "revisions",
                "ordering": ["item_id", "-version"],
                "constraints": [
                    models.UniqueConstraint(fields=("item_kind", "item_id", "version"), name="revision_once")
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
                ("by_operator", models.BooleanField(default=False, verbose_name="by the operator")),
                ("failed_at", models.DateTimeField(null=True, verbose_name="failed")),
                ("reason", models.TextField(blank=True, default="", verbose_name="why it failed")),
            ],
            options={
                "verbose_name": "schedule",
                "verbose_name_plural": "due and scheduled",
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
            name="Source",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                (
                    "article",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="sources",
                        to="articles.article",
                        verbose_name="article",
                    ),
                ),
                ("sha256", models.CharField(max_length=64, unique=True, verbose_name="SHA-256")),
                (
                    "name",
                    models.CharField(
                        help_text="The path below the folder that was given.",
                        max_length=1000,
                        verbose_name="file",
                    ),
                ),
                ("name_digest", models.CharField(db_index=True, editable=False, max_length=32)),
                ("size", models.PositiveIntegerField(verbose_name="bytes")),
                ("encoding", models.CharField(max_length=40, verbose_name="encoding")),
                (
                    "encoding_confidence",
                    models.FloatField(default=1.0, verbose_name="confidence in the encoding"),
                ),
                ("text", models.TextField(verbose_name="text as read")),
                ("read_at", models.DateTimeField(default=django.utils.timezone.now, verbose_name="read")),
                (
                    "run",
                    models.ForeignKey(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="sources",
                        to="articles.importrun",
                        verbose_name="import",
                    ),
                ),
                (
                    "signature",
                    models.BinaryField(
                        help_text="The text's sketch, empty for one too short; none until an import has seen to it.",
                        null=True,
                    ),
                ),
            ],
            options={
                "verbose_name": "source",
                "verbose_name_plural": "sources",
                "ordering": ["name", "id"],
                "indexes": [
                    models.Index(
                        condition=models.Q(("signature", None)), fields=["id"], name="source_without_sketch"
                    )
                ],
            },
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
                "constraints": [models.UniqueConstraint(fields=("key", "source"), name="band_once")],
            },
        ),
        migrations.CreateModel(
            name="Suggestion",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                (
                    "article",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="suggestions",
                        to="articles.article",
                        verbose_name="article",
                    ),
                ),
                (
                    "source",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="suggestions",
                        to="articles.source",
                        verbose_name="source",
                    ),
                ),
                (
                    "kind",
                    models.CharField(
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
                ("rank", models.PositiveSmallIntegerField(default=0, verbose_name="rank")),
                (
                    "decision",
                    models.CharField(
                        choices=[
                            ("suggested", "suggested"),
                            ("accepted", "accepted"),
                            ("rejected", "rejected"),
                        ],
                        db_index=True,
                        default="suggested",
                        max_length=10,
                        verbose_name="decision",
                    ),
                ),
                (
                    "sure",
                    models.BooleanField(
                        default=False,
                        help_text="A rule is certain; publishing in bulk accepts it.",
                        verbose_name="sure",
                    ),
                ),
                ("value", models.JSONField(default=dict, verbose_name="value")),
                (
                    "evidence",
                    models.JSONField(
                        default=list,
                        help_text="Pairs of offsets into the text of the source.",
                        verbose_name="evidence",
                    ),
                ),
                ("reason", models.CharField(blank=True, default="", max_length=300, verbose_name="reason")),
                (
                    "person",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="suggestions",
                        to="articles.person",
                        verbose_name="person",
                    ),
                ),
                (
                    "event",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="suggestions",
                        to="articles.event",
                        verbose_name="event",
                    ),
                ),
                ("decided_at", models.DateTimeField(editable=False, null=True, verbose_name="decided")),
                (
                    "decided_by",
                    models.ForeignKey(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="decided by",
                    ),
                ),
                (
                    "decided_by_rule",
                    models.BooleanField(default=False, editable=False, verbose_name="decided by a rule"),
                ),
            ],
            options={
                "verbose_name": "suggestion",
                "verbose_name_plural": "suggestions",
                "ordering": ["article", "kind", "rank", "id"],
            },
        ),
        migrations.CreateModel(
            name="Webhook",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("name", models.CharField(help_text="What it is for.", max_length=100, verbose_name="name")),
                (
                    "url",
                    models.CharField(
                        help_text="Where each change is sent, as a POST: https://…",
                        max_length=500,
                        verbose_name="address",
                    ),
                ),
                (
                    "kinds",
                    models.JSONField(
                        blank=True,
                        default=list,
                        help_text="Of which items it hears: article, person, event. Empty: of all.",
                        validators=[articles.models.fields.validate_string_list],
                        verbose_name="kinds",
                    ),
                ),
                ("secret", models.CharField(editable=False, max_length=100)),
                ("former_secret", models.CharField(blank=True, default="", editable=False, max_length=100)),
                ("former_until", models.DateTimeField(editable=False, null=True)),
                (
                    "position",
                    models.PositiveBigIntegerField(
                        default=0,
                        editable=False,
                        help_text="The number in the public log up to which messages were made.",
                        verbose_name="last change taken up",
                    ),
                ),
                (
                    "created_at",
                    models.DateTimeField(
                        default=django.utils.timezone.now, editable=False, verbose_name="created"
                    ),
                ),
                (
                    "delivered_at",
                    models.DateTimeField(editable=False, null=True, verbose_name="last delivered"),
                ),
                ("disabled_at", models.DateTimeField(editable=False, null=True, verbose_name="switched off")),
                (
                    "disabled_reason",
                    models.CharField(
                        blank=True, default="", editable=False, max_length=300, verbose_name="why it is off"
                    ),
                ),
            ],
            options={
                "verbose_name": "webhook",
                "verbose_name_plural": "webhooks",
                "ordering": ["name", "id"],
            },
        ),
        migrations.CreateModel(
            name="Delivery",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                (
                    "webhook",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="deliveries",
                        to="articles.webhook",
                        verbose_name="webhook",
                    ),
                ),
                ("change", models.PositiveBigIntegerField(null=True, verbose_name="number of the change")),
                ("urgent", models.BooleanField(default=False, verbose_name="urgent")),
                ("payload", articles.models.fields.DocumentField(verbose_name="message")),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("waiting", "waiting"),
                            ("delivered", "delivered"),
                            ("given_up", "given up"),
                        ],
                        default="waiting",
                        max_length=10,
                        verbose_name="status",
                    ),
                ),
                ("attempts", models.PositiveSmallIntegerField(default=0, verbose_name="tries")),
                ("made_at", models.DateTimeField(default=django.utils.timezone.now, verbose_name="made")),
                ("due_at", models.DateTimeField(default=django.utils.timezone.now, verbose_name="next try")),
                ("leased_until", models.DateTimeField(null=True)),
                ("done_at", models.DateTimeField(db_index=True, null=True, verbose_name="done")),
                (
                    "answer",
                    models.CharField(blank=True, default="", max_length=300, verbose_name="last answer"),
                ),
            ],
            options={
                "verbose_name": "delivery",
                "verbose_name_plural": "deliveries",
                "ordering": ["-made_at", "-change", "id"],
                "indexes": [
                    models.Index(fields=["-made_at", "-change", "id"], name="delivery_by_time"),
                    models.Index(
                        condition=models.Q(("status", "waiting")),
                        fields=["-urgent", "due_at", "change", "id"],
                        name="delivery_due",
                    ),
                ],
                "constraints": [models.UniqueConstraint(fields=("webhook", "change"), name="delivery_once")],
            },
        ),
        migrations.AddField(
            model_name="article",
            name="people",
            field=models.ManyToManyField(
                related_name="articles",
                through="articles.Mention",
                to="articles.person",
                verbose_name="people",
            ),
        ),
        migrations.AddField(
            model_name="article",
            name="events",
            field=models.ManyToManyField(
                related_name="articles",
                through="articles.Coverage",
                to="articles.event",
                verbose_name="events",
            ),
        ),
        migrations.AddField(
            model_name="event",
            name="people",
            field=models.ManyToManyField(
                related_name="events",
                through="articles.Participation",
                to="articles.person",
                verbose_name="participants",
            ),
        ),
    ]
