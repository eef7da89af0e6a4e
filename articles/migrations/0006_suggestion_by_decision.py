"""What waits in one article is found by its article: an index of decisions alone led through what waits in all."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("articles", "0005_erase")]
    operations = [
        migrations.AlterField(
            model_name="suggestion",
            name="decision",
            field=models.CharField(
                choices=[("suggested", "suggested"), ("accepted", "accepted"), ("rejected", "rejected")],
                default="suggested",
                max_length=10,
                verbose_name="decision",
            ),
        ),
        migrations.AddIndex(
            model_name="suggestion",
            index=models.Index(fields=["decision", "article"], name="suggestion_by_decision"),
        ),
    ]
