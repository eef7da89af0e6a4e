from django.core.validators import RegexValidator
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("articles", "0016_same_as")]

    operations = [
        migrations.AlterField(
            model_name="article",
            name="language",
            field=models.CharField(
                default="vi",
                max_length=16,
                validators=[
                    RegexValidator(
                        "^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*\\Z",
                        "Write a language code such as vi, en or zh-Hant.",
                        code="language",
                    )
                ],
                verbose_name="language",
            ),
        )
    ]
