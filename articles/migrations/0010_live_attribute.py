from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("articles", "0009_likeness")]

    operations = [
        migrations.CreateModel(
            name="LiveAttribute",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("item_id", models.UUIDField(db_index=True)),
                ("name", models.CharField(max_length=100)),
                ("value", models.CharField(max_length=100)),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("name", "value", "item_id"), name="live_attribute_once")
                ],
            },
        ),
    ]
