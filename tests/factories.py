"""Plain functions that put things on the desk."""

from typing import Any
from uuid import uuid4

from articles.actions.revise import revise
from articles.models import Article, Coverage, Event, Mention, OtherName, Participation, Person, Position


def make_article(
    title: str = "Hội đàm tại Hà Nội", *, people: Any = (), events: Any = (), **fields: Any
) -> Article:
    """A draft; `people` are people or (person, role) pairs."""
    article = Article(title=title, **{"body": "<p>Hai bên trao đổi về hợp tác.</p>", **fields})

    def save() -> None:
        article.save()
        for rank, entry in enumerate(people):
            person, role = entry if isinstance(entry, tuple) else (entry, "")
            Mention.objects.create(article=article, person=person, role=role, rank=rank)
        for rank, event in enumerate(events):
            Coverage.objects.create(article=article, event=event, rank=rank)

    return revise(article, by=None, save=save)


def make_person(
    name: str = "Bùi Thanh Sơn", *, other_names: Any = (), positions: Any = (), **fields: Any
) -> Person:
    """A person; `positions` are (title, country) pairs."""
    person = Person(name=name, **fields)

    def save() -> None:
        person.save()
        for other in other_names:
            OtherName.objects.create(person=person, name=other)
        for rank, (title, country) in enumerate(positions):
            Position.objects.create(person=person, title=title, country=country, rank=rank)

    return revise(person, by=None, save=save)


def make_event(name: str = "Đối thoại ASEAN - Hàn Quốc", *, people: Any = (), **fields: Any) -> Event:
    event = Event(name=name, **fields)

    def save() -> None:
        event.save()
        for rank, person in enumerate(people):
            Participation.objects.create(event=event, person=person, rank=rank)

    return revise(event, by=None, save=save)


def make_user(*permissions: str, username: str = "", **fields: Any) -> Any:
    """A user with these permissions of the app (`publish_article` …)."""
    from django.contrib.auth import get_user_model
    from django.contrib.auth.models import Permission

    user = get_user_model().objects.create_user(username=username or f"user-{uuid4().hex[:8]}", **fields)
    user.user_permissions.set(
        Permission.objects.filter(content_type__app_label="articles", codename__in=permissions)
    )
    return user
