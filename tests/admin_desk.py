"""Makes editors and items for the tests of the admin, and fills its forms in as a browser would."""

from typing import Any

from django.contrib.auth import get_user_model
from django.contrib.auth.models import Permission
from django.test import Client
from django.urls import reverse

from articles.actions.publish import publish
from articles.actions.revise import revise
from articles.admin.formdata import posted
from articles.models import (
    Article,
    Coverage,
    Event,
    Item,
    Mention,
    Participation,
    Person,
    Photo,
    Position,
    Source,
    Suggestion,
)

EDIT = ["view", "add", "change", "delete"]
TEXT = "Bộ trưởng Bùi Thanh Sơn hội đàm với Bộ trưởng Ngoại giao Hàn Quốc Park Jin.\nHai bên trao đổi."


def editor(*permissions: str, name: str = "lan") -> Any:
    """A staff user with permissions such as `change_article`; with none named, with all of the app's."""
    user = get_user_model().objects.create_user(name, password="x", is_staff=True)
    found = Permission.objects.filter(content_type__app_label="articles")
    user.user_permissions.set(found.filter(codename__in=permissions) if permissions else found)
    assert not permissions or user.user_permissions.count() == len(permissions)
    return user


def signed_in(user: Any) -> Client:
    client = Client(headers={"accept-language": "en"})
    client.force_login(user)
    return client


def sign_in(page: Any, user: Any) -> None:
    """Gives a browser's page the user's session, as if they had filled the form in."""
    session = signed_in(user).cookies["sessionid"].value
    page.context.add_cookies([{"name": "sessionid", "value": session, "domain": "localhost", "path": "/"}])


def article(title: str = "Hội đàm Việt Nam - Hàn Quốc", **fields: Any) -> Article:
    fields.setdefault("body", "<p>Hai bên trao đổi.</p>")
    return revise(Article(title=title, **fields), by=None)


def person(name: str = "Bùi Thanh Sơn", **fields: Any) -> Person:
    return revise(Person(name=name, **fields), by=None)


def event(name: str = "Hội đàm", **fields: Any) -> Event:
    return revise(Event(name=name, **fields), by=None)


def full_article(number: int, *, links: int) -> Article:
    """An article with `links` of everything that hangs on one."""
    made = article(f"Bài {number}")
    for rank in range(links):
        who, what = person(f"Người {number}-{rank}"), event(f"Sự kiện {number}-{rank}")
        Position.objects.create(person=who, title="Bộ trưởng", rank=rank)
        Mention.objects.create(article=made, person=who, rank=rank)
        Coverage.objects.create(article=made, event=what, rank=rank)
        Participation.objects.create(event=what, person=who)
        Photo.objects.create(article=made, caption=f"Ảnh {rank}", rank=rank)
        suggest(made, name=f"Tên {number}-{rank}", rank=rank)
    return made


def source(of: Article, text: str = TEXT, name: str = "a.txt") -> Source:
    made, _new = Source.objects.get_or_create(
        article=of, name=name,
        defaults={
            "sha256": f"{of.pk.hex}{name}"[:64], "size": len(text.encode()), "encoding": "utf-8",
            "text": text,
        },
    )  # fmt: skip
    return made


def suggest(of: Article, *, kind: str = "person", name: str = "Bùi Thanh Sơn", **fields: Any) -> Suggestion:
    value = {"name": name, "role": "Bộ trưởng", "country": "", "positions": [], "other_names": []}
    if kind == "event":
        value = {"name": name, "kind": "talks", "date": "XXXX-07-13", "place": "", "participants": []}
    if kind == "title":
        value = {"title": name}
    at = TEXT.find(name)
    defaults = {
        "value": value,
        "evidence": [[at, at + len(name)]] if at >= 0 else [],
        "reason": "an office before the name", "sure": True,
    }  # fmt: skip
    return Suggestion.objects.create(article=of, source=source(of), kind=kind, **defaults | fields)


def published(item: Any) -> Any:
    publish(item, by=None)
    item.refresh_from_db()
    return item


def url(item: Item, page: str = "change") -> str:
    return reverse(f"admin:articles_{item.kind}_{page}", args=[item.pk])


def list_url(kind: str) -> str:
    return reverse(f"admin:articles_{kind}_changelist")


def form_data(client: Client, address: str) -> dict[str, Any]:
    """What a browser would send for the form at `address`."""
    context = client.get(address).context
    data = posted(context["adminform"].form)
    for inline in context["inline_admin_formsets"]:
        data |= posted(inline.formset)
    return data


def rows_of(prefix: str, *rows: dict[str, Any]) -> dict[str, str]:
    """The data of an inline with just these rows."""
    data = {f"{prefix}-TOTAL_FORMS": str(len(rows))}
    for index, row in enumerate(rows):
        data |= {f"{prefix}-{index}-{name}": str(value) for name, value in row.items()}
    return data


def save(
    client: Client, item: Item, button: str = "_continue", value: str = "1", *, page: str = "change",
    **changes: Any,
) -> Any:  # fmt: skip
    """Open the item's form, change fields, press a button; follows to the page that comes then."""
    data = form_data(client, url(item, page)) | changes | {button: value}
    return client.post(url(item, page), data, follow=True)


def messages_of(response: Any) -> list[str]:
    return [str(message) for message in response.context["messages"]]
