"""A desk on which every text is an attack: made by real imports and actions, then poisoned column by column.

New models and columns are poisoned without being named here; `tables_without_rows` tells which have no row yet.
"""

import re
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

from django.apps import apps
from django.contrib.auth import get_user_model
from django.core.management import call_command
from django.db import models
from django.utils import timezone

from articles.actions.erase import erase
from articles.actions.import_files import Options
from articles.actions.likely import keep_apart
from articles.actions.merge import merge
from articles.actions.preview import make_preview
from articles.actions.publish import publish
from articles.actions.schedule import schedule
from articles.actions.tokens import issue_token
from articles.actions.uploads import hold_upload
from articles.actions.workflow import submit
from articles.models import (
    Article,
    CreationKey,
    Delivery,
    Event,
    Person,
    Section,
    Topic,
    Webhook,
)
from articles.models.fields import DocumentField
from articles.routers import is_live
from tests.admin_desk import article, full_article

ATTACK = """<img src=x onerror=alert(1)>"'><svg onload=alert(2)><script>alert(3)</script>{{ 7|add:'7' }}</textarea>"""
SHORT = '"><svg onload=alert(4)>'
SHORTEST = '"><b x=\'">'
LINK = "javascript:alert(5)//"
FILE = "\"><img src=x onerror=alert(6)>'.txt"

BODY = (
    f"<p>{ATTACK}</p><p onclick=alert(7)>a</p><a href='{LINK}'>b</a>"
    "<iframe srcdoc='<script>alert(8)</script>'></iframe>"
    "<math><mtext><table><mglyph><style><img src=x onerror=alert(9)></style></mglyph></table></mtext></math>"
)

# Columns that hold no text of people: keys, digests, codes out of a list, addresses that only slugs can be.
CODES = re.compile(
    r"^(id|.*_id|.*kind|.*_digest|digest|sha256|slug|secret|former_secret|request|field|file|date|start|end|scopes|kinds)$"
)


def make_desk(folder: Path) -> Any:
    """The user who did it all. One row at least in every table of the desk."""
    user = get_user_model().objects.create_superuser("lan", password="x")
    text = "\n".join(
        f"{line} {ATTACK}" if line.strip() else line
        for line in Path("fixtures/texts/003_72e7fe4b21db5d88.txt").read_text().splitlines()
    )
    (folder / FILE).write_text(text)
    (folder / f"b{FILE}").write_bytes(b"\x00\x01" * 50)
    call_command("import_articles", str(folder), verbosity=0, publish=True)
    hold_upload([(FILE, text.encode())], by=user, options=Options(section=ATTACK))
    item, other = full_article(1, links=2), full_article(2, links=1)
    people, events = list(Person.objects.all()[:4]), list(Event.objects.all()[:2])
    section, topic = Section.objects.create(name="a", slug="a"), Topic.objects.create(name="b", slug="b")
    Article.objects.filter(pk=item.pk).update(section=section, translation_of=other)
    item.topics.add(topic)
    for thing in (other, people[0], events[0]):
        publish(thing, by=user)
    merge(people[0], people[1], by=user)
    keep_apart(people[2], people[3], by=user)
    submit(item, by=user, note="x")
    schedule(item, what="publish", at=timezone.now() + timedelta(days=9), by=user, note="x")
    issue_token(user, by=user, name="x", scopes=["read"])
    make_preview(item, by=user)
    hook = Webhook.objects.create(name="x", url="https://a.example/")
    Delivery.objects.create(webhook=hook, payload={"type": "x", "data": {"note": "x"}})
    CreationKey.objects.create(user=user, key="x", request="x", answer={"body": "x"})
    people[0].other_names.create(name="x")
    erase(article("x"), by=user, note="x")
    return user


def poison(user: Any) -> None:
    """Every text column of every desk row becomes the attack, as far as it is long."""
    for model in desk_models():
        columns = list(text_columns(model))
        rows = models.QuerySet(model)  # Managers may refuse, as the audit log's does.
        for number, row in enumerate(rows):
            values = {
                column.name: poisoned(column, getattr(row, column.attname), number) for column in columns
            }
            if values:
                rows.filter(pk=row.pk).update(**values)
    get_user_model().objects.filter(pk=user.pk).update(
        username=ATTACK[:150], first_name=ATTACK[:150], last_name=""
    )


def desk_models() -> list[type[models.Model]]:
    """All but the live side, and editions: these are written by the door."""
    return [
        model
        for model in apps.get_app_config("articles").get_models()
        if not is_live(model) and model.__module__ != "articles.models.edition"
    ]


def text_columns(model: Any) -> Iterator[Any]:
    for column in model._meta.concrete_fields:
        holds_text = isinstance(column, models.CharField | models.TextField | models.JSONField)
        if holds_text and not column.choices and not CODES.match(column.name):
            yield column


def poisoned(column: Any, value: Any, number: int) -> Any:
    if not isinstance(value, str) or isinstance(column, models.JSONField | DocumentField):
        return poisoned_json(value)
    if column.name in ("body", "summary"):
        return BODY
    if column.name == "url":
        return LINK
    return text_of(column.max_length, number)


def text_of(most: int | None, number: int) -> str:
    """The longest attack that fits; the number keeps unique columns unique."""
    for attack in (ATTACK, SHORT, SHORTEST):
        if most is None or len(attack) + 3 <= most:
            return f"{attack}{number}"
    return SHORTEST[:most]


def poisoned_json(value: Any, key: str = "") -> Any:
    if isinstance(value, dict):
        return {name: poisoned_json(entry, name) for name, entry in value.items()}
    if isinstance(value, list):
        return [poisoned_json(entry, key) for entry in value] or ([LINK] if key == "same_as" else [])
    if not isinstance(value, str) or CODES.match(key) or re.fullmatch(r"[0-9a-fX-]{4,36}(T.*)?", value):
        return value
    return BODY if key in ("body", "summary") else ATTACK
