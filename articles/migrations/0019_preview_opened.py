"""When a preview was opened last, and that it was in the audit log."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("articles", "0018_search_index_a_kind")]

    operations = [
        migrations.AddField(
            "previewtoken",
            "last_used_at",
            models.DateTimeField("last used", null=True, editable=False),
        ),
        migrations.AlterField(
            "auditentry",
            "verb",
            models.CharField(
                "what",
                max_length=20,
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
            ),
        ),
    ]
