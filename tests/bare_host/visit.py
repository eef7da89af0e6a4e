"""Visits the host as its readers and editors do, and prints what it saw as JSON."""

import json
import os

os.environ["DJANGO_SETTINGS_MODULE"] = "host.settings"

import django

django.setup()

from django.contrib.auth import get_user_model
from django.test import Client

import articles

reader = Client()


def get(path):
    response = reader.get(f"/news/api/v1/{path}")
    assert response.status_code == 200, (path, response.status_code, response.content[:500])
    return response.json()


first = get("articles/?page_size=2")
article = first["results"][0]
colleague = get_user_model().objects.create_superuser(email="chief@host.example", password="x")
editor = Client()
editor.force_login(colleague)
pages = ["", "articles/article/", "articles/person/", "articles/event/", "articles/article/add/"]
print(
    json.dumps(
        {
            "module": articles.__file__,
            "django": django.get_version(),
            "count": first["count"],
            "on_the_page": len(first["results"]),
            "next": first["next"],
            "article": get(f"articles/{article['slug']}/"),
            "people": get("people/")["count"],
            "events": get("events/")["count"],
            "unknown_parameter": reader.get("/news/api/v1/articles/?status=draft").status_code,
            "missing": reader.get("/news/api/v1/articles/no-such-article/").headers["Content-Type"],
            "lengths": [get(f"articles/?length={length}")["count"] for length in ("long", "short")],
            "found": get("articles/?q=ngoai+giao")["count"],
            "openapi": get("openapi.json"),
            "admin": {page: editor.get(f"/admin/{page}").status_code for page in pages},
        }
    )
)
