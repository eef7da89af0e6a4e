"""Records that look alike and were told apart."""

import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("articles", "0011_webhooks"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AlterField(
            model_name="auditentry",
            name="verb",
            field=models.CharField(
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
                    ("keep_apart", "told apart"),
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
    ]
