"""Finding events by day and people by their name without accents, to tell whether two are the same."""

from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("articles", "0015_due_and_scheduled"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddIndex(
            model_name="event",
            index=models.Index(fields=["date"], name="event_by_date"),
        ),
        migrations.AddIndex(
            model_name="person",
            index=models.Index(fields=["folded"], name="person_by_folded_name"),
        ),
    ]
