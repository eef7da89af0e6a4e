"""Messages wait in a queue for each webhook: one queue for all of them let the longest hold up the others."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("articles", "0006_suggestion_by_decision")]
    operations = [
        migrations.RemoveIndex(model_name="delivery", name="delivery_due"),
        migrations.AddIndex(
            model_name="delivery",
            index=models.Index(
                fields=["webhook", "-urgent", "due_at", "change", "id"],
                name="delivery_queue",
                condition=models.Q(status="waiting"),
            ),
        ),
    ]
