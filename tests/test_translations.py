"""Vietnamese is complete: every string of the app is in its catalogue, translated, compiled, and reaches the reader."""
# After adding strings: cd articles && django-admin makemessages -l vi --no-location --no-wrap --no-obsolete &&
# sed -i /POT-Creation-Date/d locale/vi/*/django.po, translate what is empty, django-admin compilemessages -l vi.

import ast
import gettext
import html
import json
import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path

import django
import pytest
from django.conf import settings
from django.test import Client
from django.urls import reverse

from tests.conftest import IN_CI
from tests.factories import make_article

ROOT = Path(settings.BASE_DIR)
CATALOGUE = ROOT / "articles/locale/vi/LC_MESSAGES/django.po"
PLACEHOLDER = re.compile(r"%\(\w+\)[a-z]|\{\w+\}|%%")
SAME_IN_BOTH = {"SHA-256", "webhook", "2021-07-06, 2021-07, XXXX-07-13, 2019-03-02/2019-03-05."}


@dataclass
class Message:
    """One entry of a catalogue."""

    context: str = ""
    text: str = ""
    plural: str = ""
    translations: list[str] = field(default_factory=list)
    fuzzy: bool = False

    @property
    def key(self) -> tuple[str, str]:
        return self.context, self.text


def read(path: Path) -> list[Message]:
    """The entries of a .po file, without its header."""
    messages = []
    for block in re.split(r"\n\s*\n", path.read_text(encoding="utf-8")):
        message = Message(fuzzy=bool(re.search(r"^#,.*\bfuzzy\b", block, re.MULTILINE)))
        for word, quoted in re.findall(r'^(msg[\w\[\]]+)\s+((?:"(?:\\.|[^"\\])*"\s*)+)', block, re.MULTILINE):
            value = "".join(ast.literal_eval(line) for line in quoted.strip().splitlines())
            match word:
                case "msgctxt":
                    message.context = value
                case "msgid":
                    message.text = value
                case "msgid_plural":
                    message.plural = value
                case _:
                    message.translations.append(value)
        if message.text:
            messages.append(message)
    return messages


@pytest.fixture(scope="module")
def messages() -> list[Message]:
    return read(CATALOGUE)


def compiled(path: Path) -> dict:
    """A .mo file: `context EOT text` or the text → translation; plurals under (text, form)."""
    with path.open("rb") as file:
        found = dict(gettext.GNUTranslations(file)._catalog)  # type: ignore[attr-defined]
    found.pop("", None)
    return found


def extract(domain: str, folder: Path) -> list[Message]:
    """The strings that the sources have now, as `makemessages` finds them."""
    copy = folder / domain / "articles"
    shutil.copytree(ROOT / "articles", copy, ignore=shutil.ignore_patterns("__pycache__", "locale"))
    (copy / "locale/vi/LC_MESSAGES").mkdir(parents=True)
    environment = {name: value for name, value in os.environ.items() if name != "DJANGO_SETTINGS_MODULE"}
    subprocess.run(
        [sys.executable, "-m", "django", "makemessages", "-l", "vi", "-d", domain, "--no-location", "--no-wrap"],
        cwd=copy, env=environment, check=True, capture_output=True, timeout=300,
    )  # fmt: skip
    path = copy / f"locale/vi/LC_MESSAGES/{domain}.po"
    return read(path) if path.exists() else []


def test_every_string_of_the_sources_is_in_the_catalogue(messages, tmp_path):
    if not shutil.which("xgettext"):
        if IN_CI:
            pytest.fail("There is no xgettext on this machine, and CI does not skip its tests.")
        pytest.skip("no xgettext on this machine (Debian: apt install gettext)")
    now = {(message.key, message.plural) for message in extract("django", tmp_path)}
    assert len(now) > 300
    have = {(message.key, message.plural) for message in messages}
    assert sorted(now - have) == [], "strings that are not translated yet"
    assert sorted(have - now) == [], "translations of strings that are no longer there"


def test_scripts_have_no_strings_of_their_own(tmp_path):
    """What they show stands in the page already, translated there: no script needs a catalogue."""
    wanted = re.compile(r"\b(?:n|np|p)?gettext\s*\(")
    scripts = [*(ROOT / "articles/static").rglob("*.js")]
    assert scripts
    assert [path.name for path in scripts if wanted.search(path.read_text(encoding="utf-8"))] == []


def test_every_string_is_translated(messages):
    assert [message.text for message in messages if message.fuzzy] == []
    assert [
        message.text for message in messages if not message.translations or not all(message.translations)
    ] == []
    # Vietnamese has one form.
    assert [message.text for message in messages if len(message.translations) != 1] == []
    same = {message.text for message in messages if message.text in message.translations}
    assert same - SAME_IN_BOTH == set()


def test_each_string_stands_once(messages):
    keys = [message.key for message in messages]
    assert len(keys) == len(set(keys))


def test_translations_keep_placeholders_and_blanks(messages):
    def parts(text: str) -> list[str]:
        return sorted(PLACEHOLDER.findall(text))

    for message in messages:
        for translation in message.translations:
            assert parts(translation) == parts(message.plural or message.text), message.text
            for edge in (r"^\s*", r"\s*$"):
                assert re.search(edge, translation)[0] == re.search(edge, message.text)[0], message.text


def test_no_sentence_ends_in_a_time(messages):
    """In English a time ends in a full stop of its own: “until 8:54 a.m.. Wait”."""
    # Behind “since” stands an hour as clocks show it.
    ends = re.compile(r"(?<!since )%\((?:at|time)\)s\.")
    assert [message.text for message in messages if ends.search(message.text)] == []


def test_the_header_is_the_same_wherever_it_is_extracted():
    header = CATALOGUE.read_text(encoding="utf-8").split("\n\n", 1)[0]
    assert "Plural-Forms: nplurals=1; plural=0;" in header
    assert not re.search("Date|Translator|fuzzy", header)


def test_the_compiled_catalogue_is_this_one(messages):
    expected = {}
    for message in messages:
        key = f"{message.context}\x04{message.text}" if message.context else message.text
        expected[(key, 0) if message.plural else key] = message.translations[0]
    assert compiled(CATALOGUE.with_suffix(".mo")) == expected


def test_no_other_catalogue_says_it_differently(messages):
    """All apps share one name space: the first installed app that has a string translates it for all."""
    ours = {message.text: message.translations[0] for message in messages if not message.context}
    others = [
        *Path(django.__file__).parent.rglob("locale/vi/LC_MESSAGES/django.mo"),
        ROOT / "newsroom/locale/vi/LC_MESSAGES/django.mo",
    ]
    assert len(others) > 5
    for path in others:
        theirs = compiled(path)
        for text in ours.keys() & theirs.keys():
            assert theirs[text].casefold() == ours[text].casefold(), f"{text!r} in {path}"


@pytest.fixture
def english(messages) -> list[str]:
    """Stretches of our English sentences between their placeholders, long enough to be nothing else."""
    pieces = {piece.strip() for message in messages for piece in PLACEHOLDER.split(message.text)}
    vietnamese = "\n".join(translation for message in messages for translation in message.translations)
    return [piece for piece in pieces if len(piece) > 8 and " " in piece and piece not in vietnamese]


@pytest.mark.django_db
@pytest.mark.parametrize("page", ["admin:articles_article_changelist", "admin:articles_article_change"])
def test_an_admin_page_is_all_in_vietnamese(page, english, admin_client):
    article = make_article("Hội đàm tại Hà Nội")
    address = reverse(page, args=[article.pk] if page.endswith("_change") else [])
    answer = admin_client.get(address, headers={"accept-language": "vi"})
    text = html.unescape(answer.content.decode())
    assert answer.status_code == 200
    assert 'lang="vi"' in text
    assert "bản thảo" in text.casefold()
    assert [piece for piece in english if piece in text] == []


@pytest.mark.django_db
def test_what_is_wrong_with_a_form_is_told_in_vietnamese(admin_client):
    """Django's catalogue has the sentence without its plural, so that its own page misses it."""
    address = reverse("admin:articles_article_change", args=[make_article("Hội đàm tại Hà Nội").pk])
    answer = admin_client.post(address, {"title": ""}, headers={"accept-language": "vi"})
    assert "Hãy sửa lỗi sai dưới đây" in answer.text
    assert "Please correct" not in answer.text


@pytest.mark.django_db
@pytest.mark.parametrize("path", ["/api/v1/articles/", "/api/desk/articles/"])
def test_a_refused_method_is_told_in_vietnamese(path, admin_client):
    answer = admin_client.put(path, headers={"accept-language": "vi"})
    assert answer.status_code == 405
    assert answer.json()["detail"].startswith("Địa chỉ này chỉ nhận những phương thức khác")


@pytest.mark.django_db
def test_an_error_of_the_api_is_all_in_vietnamese(english):
    answer = Client(headers={"accept-language": "vi"}).get("/api/v1/articles/?page=0&year=21&nonsense=1")
    again = Client(headers={"accept-language": "vi"}).get("/api/v1/articles/?page=0&year=21")
    for response in (answer, again):
        problem = json.loads(response.content)
        assert response.status_code == problem["status"] == 400
        assert problem["title"] == "Tham số truy vấn không hợp lệ"
        text = json.dumps(problem, ensure_ascii=False)
        assert [piece for piece in english if piece in text] == []
    reasons = {entry["name"]: entry["reason"] for entry in json.loads(again.content)["invalid_params"]}
    assert reasons["year"] == "phải là năm gồm bốn chữ số"
    assert "phải là số nguyên từ 1" in reasons["page"]


@pytest.mark.django_db
def test_the_same_error_in_english():
    answer = Client(headers={"accept-language": "en"}).get("/api/v1/articles/?year=21")
    problem = json.loads(answer.content)
    assert problem["title"] == "Invalid query parameters"
    assert problem["invalid_params"] == [{"name": "year", "reason": "must be a year of four digits"}]
