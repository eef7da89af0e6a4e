"""Undoing an import is a deed of the audit log."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("articles", "0012_told_apart"),
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
                    ("undo_import", "import undone"),
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
    ]
