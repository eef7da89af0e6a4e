"""What an editor writes in place of what was read is kept beside it. Empty for what is there: no row is written."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("articles", "0009_double_indexes")]
    operations = [
        migrations.AddField(
            model_name="suggestion",
            name="corrected",
            field=models.JSONField(editable=False, null=True, verbose_name="corrected"),
        )
    ]
