"""How both APIs write JSON, and times in it."""

from datetime import UTC, datetime

from django.utils import timezone

from articles.models.fields import encode_json

dumps = encode_json
"""Compact JSON with its letters as they are, as documents are kept."""


def utc(moment: datetime) -> str:
    """ISO 8601 in UTC, as exactly as it is stored: `2021-07-06T03:00:00.250000Z`."""
    if timezone.is_naive(moment):
        moment = timezone.make_aware(moment)
    return moment.astimezone(UTC).isoformat().replace("+00:00", "Z")
