"""An import says which process does it: one that was killed is known to be over at once, on its own machine."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("articles", "0003_search_gathers")]
    operations = [
        migrations.AddField(
            model_name="importrun",
            name="process",
            field=models.CharField(blank=True, default="", editable=False, max_length=200),
        )
    ]
