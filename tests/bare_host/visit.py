"""Visits the host as its readers and editors do, and prints what it saw as JSON."""

import json
import os
from datetime import date

os.environ["DJANGO_SETTINGS_MODULE"] = "host.settings"

import django

django.setup()

from django.contrib.auth import get_user_model
from django.test import Client

import articles
from articles.actions.preview import make_preview
from articles.actions.tokens import issue_token
from articles.models import Article

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
other = get_user_model().objects.create_superuser(email="deputy@host.example", password="x")
deputy = Client()
deputy.force_login(other)
form = f"articles/article/{article['id']}/change/"
editor.post(
    f"/admin/articles/article/{article['id']}/presence/", {"page": "0e0f2b6c-5f4e-4d57-9a53-6c1a4dbf1a10"}
)
_token, key = issue_token(other, by=None, name="Newsroom script", scopes=["read"])
_token, preview = make_preview(Article.objects.get(pk=article["id"]), by=colleague)
pages = [
    *(f"admin/{page}" for page in ("", "articles/article/add/", form)),
    *(f"admin/articles/{credential}/" for credential in ("token", "previewtoken")),
    *(
        f"{site}/articles/{kind}/"
        for site in ("admin", "items")
        for kind in ("article", "person", "event", "section", "topic")
    ),
    "items/articles/",
    f"items/{form}",
    f"items/articles/article/{article['id']}/review/",
]


def by_credentials():
    """What the desk API answers the bearer of a token and of a preview."""
    return [
        reader.get(f"/news/api/desk/{path}", headers=headers).status_code
        for path, headers in (
            ("articles/", {"Authorization": f"Bearer {key}"}),
            ("preview/", {"X-Preview-Token": preview}),
        )
    ]


admin = {page: deputy.get(f"/{page}").status_code for page in pages}
who_else = "chief@host.example" in deputy.get(f"/admin/{form}").text
here = by_credentials()
get_user_model().objects.update(left_on=date(2026, 11, 1))
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
            "admin": admin,
            "who_else": who_else,
            "credentials": [here, by_credentials()],
        }
    )
)
