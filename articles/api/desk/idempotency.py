"""`Idempotency-Key`: whoever sends a creation twice, because no answer came, makes one thing and gets one answer."""

import hashlib
from collections.abc import Callable
from typing import Any

from django.db import IntegrityError, transaction
from django.http import HttpResponse
from django.utils.translation import gettext as _
from rest_framework.request import Request

from articles.api.encoding import dumps
from articles.models import CreationKey

from .bodies import read_bytes
from .problems import InvalidBody, Problem


def once(request: Request, create: Callable[[], HttpResponse]) -> HttpResponse:
    """Run `create`, or give the answer it gave to the same `Idempotency-Key` of the same user."""
    key = request.META.get("HTTP_IDEMPOTENCY_KEY")
    if key is None:
        return create()
    if not 0 < len(key) <= 200 or not key.isprintable():
        raise InvalidBody({"Idempotency-Key": _("must be 1 to 200 characters")})
    raw = read_bytes(request)
    asked = hashlib.sha256(dumps([request.method, request.path]).encode() + b"\0" + raw).hexdigest()
    user: Any = request.user
    try:
        with transaction.atomic():
            # The unique row is the lock: who comes second waits here for the first.
            kept = CreationKey.objects.create(user=user, key=key, request=asked)
            answer = create()
            kept.answer = {
                "status": answer.status_code, "body": answer.content.decode(),
                "headers": {name: answer[name] for name in ("ETag", "Location") if name in answer},
            }  # fmt: skip
            kept.save(update_fields=["answer"])
            return answer
    except IntegrityError:
        old = CreationKey.objects.filter(user=user, key=key).first()
        if old is None:
            raise
    if old.request != asked:
        raise Problem(422, _("Key used before"), _("This Idempotency-Key belongs to another request."))
    again = HttpResponse(old.answer["body"], content_type="application/json", status=old.answer["status"])
    for name, value in old.answer["headers"].items():
        again[name] = value
    again["Idempotent-Replayed"] = "true"
    return again
