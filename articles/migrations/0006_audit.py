"""What was done, by whom, through which token."""

import django.utils.timezone
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("articles", "0005_live_links_in_order"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
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
                            ("undo_merge", "merge undone"),
                            ("split", "split"),
                            ("issue_token", "token made"),
                            ("use_token", "token used"),
                            ("revoke_token", "token revoked"),
                            ("make_preview", "preview made"),
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
    ]
