"""An upload is imported a step a request: how far it has come is told by how many files it has."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("articles", "0011_folded_index")]
    operations = [
        migrations.AddField(
            model_name="importrun",
            name="expected",
            field=models.PositiveIntegerField(editable=False, null=True),
        )
    ]
