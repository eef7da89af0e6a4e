"""A client for the desk API in tests."""

import json
from typing import Any

from django.test import Client

from articles.models import Item
from tests.factories import make_user

PLURAL = {"article": "articles", "person": "people", "event": "events"}
EVERYTHING = [
    f"{verb}_{kind}"
    for verb in ("view", "add", "change", "delete", "publish", "withdraw", "embargo", "merge")
    for kind in PLURAL
]


class Desk:
    """Speaks JSON to `/api/desk/` as a user; `Desk()` may do everything, `Desk(user=None)` is nobody."""

    def __init__(self, *permissions: str, user: Any = ..., **headers: str) -> None:
        self.user = make_user(*(permissions or EVERYTHING)) if user is ... else user
        self.client = Client()
        self.headers = headers
        if self.user is not None:
            self.client.force_login(self.user)

    def __call__(self, method: str, path: str, body: Any = None, **headers: Any) -> Any:
        data = body if isinstance(body, bytes) else b"" if body is None else json.dumps(body).encode()
        named = {f"HTTP_{name.upper()}": str(value) for name, value in (self.headers | headers).items()}
        return self.client.generic(
            method,
            f"/api/desk/{path}",
            data,
            content_type=named.pop("HTTP_CONTENT_TYPE", "application/json"),
            **named,
        )

    def get(self, path: str, **headers: Any) -> Any:
        return self("GET", path, **headers)

    def post(self, path: str, body: Any = None, **headers: Any) -> Any:
        return self("POST", path, body, **headers)

    def patch(self, path: str, body: Any = None, **headers: Any) -> Any:
        return self("PATCH", path, body, **headers)


def at(item: Item, tail: str = "") -> str:
    """The address of an item below the desk."""
    return f"{PLURAL[item.kind]}/{item.pk}/{tail}"
