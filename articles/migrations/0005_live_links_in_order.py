"""Links carry their item's place in the order of dates, and totals are kept for what has no row to keep them on.

A list filtered by one person walked all of that person's articles and sorted them; now it reads the first rows of
an index. Counting by agency, language and date read a row an article.
"""

from collections import Counter

import django.db.models.deletion
from django.db import migrations, models
from django.db.models import Count, OuterRef, Subquery

import articles.models.fields

# Link, the item whose order it carries, its name there, what the item is tied to.
LINKS = [
    ("LiveAgency", "article", "agencies", "agency_slug"),
    ("LiveCoverage", "article", "coverage", "event"),
    ("LiveMention", "article", "mentions", "person"),
    ("LiveParticipation", "event", "participations", "person"),
    ("LiveTagging", "article", "taggings", "topic"),
]


def fill(apps, schema_editor):
    using = schema_editor.connection.alias

    def rows(name):
        return apps.get_model("articles", name).objects.using(using)

    for link, item, _, _ in LINKS:
        newest = rows(f"Live{item.title()}").filter(pk=OuterRef(f"{item}_id")).values("newest")
        rows(link).update(newest=Subquery(newest))
    articles = rows("LiveArticle").order_by()
    found = Counter()
    for facet, values in (
        ("agency", rows("LiveAgency").values_list("agency_slug")),
        ("language", articles.values_list("language")),
    ):
        found.update({(facet, value): number for value, number in values.annotate(number=Count("pk"))})
    for column in ("starts", "ends"):
        days = articles.filter(**{f"{column}__isnull": False}).values_list(column)
        for day, number in days.annotate(number=Count("pk")):
            found[column, day.isoformat()] += number
            found[f"{column}_in", day.isoformat()[:7]] += number
    tally = apps.get_model("articles", "LiveTally")
    rows("LiveTally").bulk_create(
        tally(facet=facet, value=value, article_count=number) for (facet, value), number in found.items()
    )


def change(link, item, related_name, tied_to):
    """A column, and the two indexes that lead from either side to the other; those that were there go."""
    key, name = link.lower(), f"live_{link[4:].lower()}"
    alter = [
        migrations.AlterField(
            key, item,
            models.ForeignKey(
                db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name=related_name,
                to=f"articles.live{item}",
            ),
        )
    ]  # fmt: skip
    if tied_to == "agency_slug":
        alter.append(migrations.AlterField(key, tied_to, models.SlugField(db_index=False, max_length=100)))
    return [
        migrations.RemoveConstraint(key, f"{name}_once"),
        migrations.AddField(
            key, "newest", articles.models.fields.SortKeyField(default="", max_length=40),
            preserve_default=False,
        ),
        *alter,
        migrations.AddConstraint(key, models.UniqueConstraint(fields=(item, tied_to), name=f"{name}_once")),
        migrations.AddIndex(
            key, models.Index(fields=[tied_to, "-newest", f"-{item}"], name=f"{name}_newest")
        ),
    ]  # fmt: skip


class Migration(migrations.Migration):
    dependencies = [("articles", "0004_desk_delivery")]
    operations = [
        migrations.CreateModel(
            name="LiveTally",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("facet", models.CharField(max_length=10)),
                ("value", articles.models.fields.SortKeyField(max_length=100)),
                ("article_count", models.IntegerField(default=0)),
            ],
            options={
                "indexes": [models.Index(fields=["facet", "value", "article_count"], name="live_tally_sum")],
                "constraints": [models.UniqueConstraint(fields=("facet", "value"), name="live_tally_once")],
            },
        ),
        *(operation for link in LINKS for operation in change(*link)),
        migrations.AddIndex(
            "liveevent", models.Index(fields=["-article_count", "-id"], name="live_event_count")
        ),
        migrations.RunPython(fill, migrations.RunPython.noop),
    ]
