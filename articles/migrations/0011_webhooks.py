"""Webhooks and their messages."""

import uuid

import django.db.models.deletion
import django.utils.timezone
from django.db import migrations, models

import articles.models.fields


class Migration(migrations.Migration):
    dependencies = [
        ("articles", "0010_live_attribute"),
    ]

    operations = [
        migrations.CreateModel(
            name="Webhook",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("name", models.CharField(help_text="What it is for.", max_length=100, verbose_name="name")),
                (
                    "url",
                    models.CharField(
                        help_text="Where each change is sent, as a POST: https://…",
                        max_length=500,
                        verbose_name="address",
                    ),
                ),
                (
                    "kinds",
                    models.JSONField(
                        blank=True,
                        default=list,
                        help_text="Of which items it hears: article, person, event. Empty: of all.",
                        validators=[articles.models.fields.validate_string_list],
                        verbose_name="kinds",
                    ),
                ),
                ("secret", models.CharField(editable=False, max_length=100)),
                ("former_secret", models.CharField(blank=True, default="", editable=False, max_length=100)),
                ("former_until", models.DateTimeField(editable=False, null=True)),
                (
                    "position",
                    models.PositiveBigIntegerField(
                        default=0,
                        editable=False,
                        help_text="The number in the public log up to which messages were made.",
                        verbose_name="last change taken up",
                    ),
                ),
                (
                    "created_at",
                    models.DateTimeField(
                        default=django.utils.timezone.now, editable=False, verbose_name="created"
                    ),
                ),
                (
                    "delivered_at",
                    models.DateTimeField(editable=False, null=True, verbose_name="last delivered"),
                ),
                ("disabled_at", models.DateTimeField(editable=False, null=True, verbose_name="switched off")),
                (
                    "disabled_reason",
                    models.CharField(
                        blank=True, default="", editable=False, max_length=300, verbose_name="why it is off"
                    ),
                ),
            ],
            options={
                "verbose_name": "webhook",
                "verbose_name_plural": "webhooks",
                "ordering": ["name", "id"],
            },
        ),
        migrations.CreateModel(
            name="Delivery",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("change", models.PositiveBigIntegerField(null=True, verbose_name="number of the change")),
                ("urgent", models.BooleanField(default=False, verbose_name="urgent")),
                ("payload", articles.models.fields.DocumentField(verbose_name="message")),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("waiting", "waiting"),
                            ("delivered", "delivered"),
                            ("given_up", "given up"),
                        ],
                        default="waiting",
                        max_length=10,
                        verbose_name="status",
                    ),
                ),
                ("attempts", models.PositiveSmallIntegerField(default=0, verbose_name="tries")),
                ("made_at", models.DateTimeField(default=django.utils.timezone.now, verbose_name="made")),
                ("due_at", models.DateTimeField(default=django.utils.timezone.now, verbose_name="next try")),
                ("leased_until", models.DateTimeField(null=True)),
                ("done_at", models.DateTimeField(db_index=True, null=True, verbose_name="done")),
                (
                    "answer",
                    models.CharField(blank=True, default="", max_length=300, verbose_name="last answer"),
                ),
                (
                    "webhook",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="deliveries",
                        to="articles.webhook",
                        verbose_name="webhook",
                    ),
                ),
            ],
            options={
                "verbose_name": "delivery",
                "verbose_name_plural": "deliveries",
                "ordering": ["-made_at", "-change", "id"],
                "indexes": [
                    models.Index(fields=["-made_at", "-change", "id"], name="delivery_by_time"),
                    models.Index(
                        condition=models.Q(("status", "waiting")),
                        fields=["-urgent", "due_at", "change", "id"],
                        name="delivery_due",
                    ),
                ],
                "constraints": [models.UniqueConstraint(fields=("webhook", "change"), name="delivery_once")],
            },
        ),
    ]
