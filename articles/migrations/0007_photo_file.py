import django.core.validators
from django.db import migrations, models

import articles.models.images


class Migration(migrations.Migration):
    dependencies = [("articles", "0006_audit")]

    operations = [
        migrations.AlterField(
            model_name="photo",
            name="file",
            field=models.FileField(
                blank=True,
                default="",
                upload_to="newsroom/%Y/%m/",
                validators=[
                    django.core.validators.FileExtensionValidator(
                        ["jpg", "jpeg", "png", "webp", "gif", "avif"]
                    ),
                    articles.models.images.validate_photo,
                ],
                verbose_name="file",
            ),
        )
    ]
