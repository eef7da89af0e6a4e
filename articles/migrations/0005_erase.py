"""Erasing: who may, its line in the audit log, and the ids and digests that must not come back."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("articles", "0004_import_process"),
    ]

    operations = [
        migrations.CreateModel(
            name="Erased",
            fields=[
                ("key", models.CharField(max_length=64, primary_key=True, serialize=False)),
            ],
            options={
                "verbose_name": "erased",
                "verbose_name_plural": "erased",
                "default_permissions": (),
            },
        ),
        migrations.AlterModelOptions(
            name="article",
            options={
                "ordering": ["-updated_at", "id"],
                "permissions": [
                    ("publish_article", "Can publish articles"),
                    ("withdraw_article", "Can withdraw articles"),
                    ("erase_article", "Can erase articles for good"),
                ],
                "verbose_name": "article",
                "verbose_name_plural": "articles",
            },
        ),
        migrations.AlterModelOptions(
            name="event",
            options={
                "ordering": ["-updated_at", "id"],
                "permissions": [
                    ("publish_event", "Can publish events"),
                    ("withdraw_event", "Can withdraw events"),
                    ("erase_event", "Can erase events for good"),
                ],
                "verbose_name": "event",
                "verbose_name_plural": "events",
            },
        ),
        migrations.AlterModelOptions(
            name="person",
            options={
                "ordering": ["name", "id"],
                "permissions": [
                    ("publish_person", "Can publish people"),
                    ("withdraw_person", "Can withdraw people"),
                    ("erase_person", "Can erase people for good"),
                ],
                "verbose_name": "person",
                "verbose_name_plural": "people",
            },
        ),
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
                    ("erase", "erased"),
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
    ]
