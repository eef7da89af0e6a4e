"""A story stored as fields: the head of a Markdown file (YAML or TOML), an object of JSON, a row of a table, labels.

What the fields say is put as a page has it: section, headline, dek, date, author, and the text below them.
"""

import json
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from typing import Any

from articles.text import lazy_re as re
from articles.text.files.html_looks import is_html
from articles.text.files.html_page import html_lines
from articles.text.files.letters import headline_of
from articles.text.files.linked_data import local
from articles.text.files.told import FOR_PROGRAMS, Told
from articles.text.fold import fold
from articles.text.lexicon import flagged, kept
from articles.text.types import Unreadable

_OPENS_OBJECT = re.compile(r"[\ufeff\s]{0,200}(?:\[\s{0,200})?\{\s{0,200}\"[^\"\n]{1,100}\"\s{0,20}:")
"""No text that is told begins like this."""
_FENCES = ("---", "+++")
_LONGEST_HEAD = 200
"""Lines of a Markdown file's head."""
_FEWEST = 2
"""Fields of a head without a name that is known; one line between two rules may be anything."""
_FIELD = re.compile(r"(?P<key>[^\W\d][\w -]{0,40}?)[ \t]*[:=](?:[ \t]+(?P<value>.*))?$")
_LABELLED = re.compile(r"\s*(?P<key>[^\W\d][\w ]{0,25}?)[ \t]?[:：][ \t]*(?P<value>.*)")
_NAME = re.compile(r"\w[\w.-]{0,150}\.(?:txt|html?|docx?|pdf|md|json|xml)", re.IGNORECASE)
"""What a file is called, on its first line."""
_LONGEST_LABELS = 30
_TOLD_TOGETHER = frozenset(("title", "dek", "author", "source", "letter"))
"""Parts of which two labels may each tell one."""
ASIDE = frozenset(("key", "letter", "subject"))
"""Parts of a record that are nothing of its story."""
_LETTERS_HEAD = 3
"""Lines that say who sent a text to whom, at least."""
_GOES_ON = re.compile(r"[ \t]+\S|- |-$|\s*$|\s*#|[\[\]})\"']")
_BLOCK_SCALAR = re.compile(r"[|>][+-]?\d?$")
_ITEM = re.compile(r"-\s+(?:name:\s+)?")
_ZONE_APART = re.compile(r"(?<=\d) (?=[+-]\d\d:?\d\d$)")
_COUNTED = re.compile(r"1\d{9}(?:\d{3})?(?:\.\d{1,9})?")
"""A moment counted in seconds from 1970 or thousandths of them, as tables write it."""
_SECONDS = 1e11
"""A moment counted in more is counted in milliseconds."""
_LONGEST_VALUE = 120
"""Letters of a date, a section or a list of authors: longer ones are something else."""
_NO_NAME = re.compile(r"\W*|\S*(?:://|@|\w\.\w)\S*")
"""An address alone; behind a name it may say whose reporter that is (`Lam Hồng/XUDOAI.VN`)."""
_NO_HOUR = re.compile(r"[T ]00:00(?::00(?:\.0+)?)?$")
"""A moment of which only the day is known."""
_LABEL, _SOURCE = "Tác giả: ", "Nguồn: "
_OF_A_REPORT = frozenset(("file", "outcome"))
"""What an import says of a file is no story to import, though it tells of one."""
HALF_LETTER = re.compile("[\ud800-\udfff]")
"""Half a letter, which JSON can spell and UTF-8 cannot."""


@kept
def _known() -> dict[str, str]:
    """Name of a field, folded → the part of a story that it holds; in the order in which they are preferred."""
    return {_key(name): part for name, part in flagged("record_fields")}


def _key(name: str) -> str:
    return "".join(filter(str.isalnum, fold(name)))


def record_text(text: str) -> Told | None:
    """The story that a whole file holds as fields; None for an ordinary text. Linear.

    Raises `Unreadable` for JSON that is no story, or several.
    """
    start = text[:200].lstrip("\ufeff \t\r\n")
    if start[:3] in _FENCES:
        return _below_head(text.lstrip("\ufeff \t\r\n"), start[:3])
    if start[:1] in ("{", "[") or (start[:1] == '"' and "\\n" in text):
        return _of_json(text)
    first = start.partition("\n")[0].rstrip()
    return _labelled(text) if _LABELLED.match(first) or _NAME.fullmatch(first) else None


def parts_of(fields: Mapping[Any, Any]) -> dict[str, Any]:
    """What fields hold of a story, as far as they are filled: `title`, `dek`, `date`, `author`, `section`, `source`,
    `body`, and what is nothing of the story: `key` tells the file apart, `letter` who sent it to whom, `subject` what
    that wrote above it."""
    named = {_key(name): value for name, value in fields.items() if isinstance(name, str)}
    parts: dict[str, Any] = {}
    if not named.keys() >= _OF_A_REPORT:
        for name, part in _known().items():
            if named.get(name):
                parts.setdefault(part, named[name])
    return parts


def _as_page(parts: Mapping[str, Any]) -> Told | None:
    """The story that the parts hold; None where none of them is its text."""
    body = "\n".join(_paragraphs(parts.get("body")))
    if not body.strip():
        return None
    if is_html(body):
        body = html_lines(body)
    title, dek = (" ".join(" ".join(_strings(parts.get(part))).split()) for part in ("title", "dek"))
    section = _short(" | ".join(_strings(parts.get("section"))))
    if "|" in section:
        section = ""
    author = _short(", ".join(name for name in _strings(parts.get("author")) if not _NO_NAME.fullmatch(name)))
    if dek in " ".join(body.split()):
        dek = ""
    top = [
        section,
        title,
        dek and f"{dek}\n",
        _date(parts.get("date")),
        _LABEL + author if author else "",
    ]
    source = _short(", ".join(name for name in _strings(parts.get("source")) if not _NO_NAME.fullmatch(name)))
    text = "\n".join([*filter(None, top), body, *filter(None, [source and _SOURCE + source])])
    return Told(text, title, dek, section)


def _strings(value: object) -> list[str]:
    """The words of a value: of a list those of its items, of an object its name."""
    items = value if isinstance(value, list) else [value]
    words = (item.get("name") or item.get("rendered") if isinstance(item, dict) else item for item in items)
    return [word for word in words if isinstance(word, str) and word.strip()]


def _paragraphs(value: object) -> Iterator[str]:
    """The words of a text, of which objects may each hold a part; those with a headline are stories of their own."""
    for item in value if isinstance(value, list) else [value]:
        parts = parts_of(item) if isinstance(item, dict) else {"body": item}
        text = parts.get("body")
        if isinstance(text, str) and text.strip() and "title" not in parts:
            yield text


def _short(value: str) -> str:
    value = " ".join(value.split())
    return value if len(value) <= _LONGEST_VALUE else ""


def _date(value: object) -> str:
    """A date as a page may have it; what is none is left to the reader of pages."""
    match value:
        case {"$date": moment} | {"date": moment} if not isinstance(moment, dict):
            return _date(moment)
        case int() | float() if not isinstance(value, bool):
            try:
                moment = datetime.fromtimestamp(value / 1000 if value > _SECONDS else value, UTC)
            except (OverflowError, ValueError, OSError):
                return ""
            return local(moment.isoformat())
    stamp = _NO_HOUR.sub("", _short(" ".join(_strings(value))))
    if _COUNTED.fullmatch(stamp):
        return _date(float(stamp))
    return local(_ZONE_APART.sub("", stamp)) or stamp


def _of_json(text: str) -> Told | None:
    try:
        data = json.loads(text, strict=False)
    except (ValueError, RecursionError) as error:
        if not _OPENS_OBJECT.match(text):
            return None
        if getattr(error, "msg", "") == "Extra data":
            raise _no_story() from None  # An object a line.
        raise Unreadable(
            "The file is data (JSON) that is damaged or cut short. Mend it, or save the story as plain text."
        ) from None
    if isinstance(data, list) and len(data) == 1:
        data = data[0]
    found = Told(data) if isinstance(data, str) else None
    if isinstance(data, dict):
        found = _story_within(data)
    elif isinstance(data, list) and all(isinstance(item, str) for item in data):
        found = Told("\n".join(data))
    if found is None:
        raise _no_story()
    return Told(*(HALF_LETTER.sub("\ufffd", said) for said in found))


def _story_within(data: Mapping[Any, Any], deep: int = 3) -> Told | None:
    """The story of an object, or else the only one among those that it holds, as in a server's answer."""
    found = _as_page(parts_of(data))
    if found is not None or not deep or data.keys() >= _OF_A_REPORT:
        return found
    held = (_story_within(value, deep - 1) for value in data.values() if isinstance(value, dict))
    stories = [story for story in held if story is not None]
    return stories[0] if len(stories) == 1 else None


def _no_story() -> Unreadable:
    return Unreadable(
        "The file is data (JSON), not a text. Give a story an object, with its text under a name such as “content”, "
        "and one object a line in a .jsonl file."
    )


def _below_head(text: str, fence: str) -> Told | None:
    """A Markdown file's text, with what its head says of it above; None where no head stands between two rules."""
    lines = text.split("\n", _LONGEST_HEAD)
    if lines[0].rstrip() != fence:
        return None
    ends = (fence, "...") if fence == "---" else (fence,)
    end = next((at for at, line in enumerate(lines[1:], 1) if line.rstrip() in ends), 0)
    fields = _fields(lines[1:end]) if end else None
    if not fields or not _is_head(fields):
        return None
    body = "\n".join(lines[end + 1 :])
    return _as_page(parts_of(fields) | {"body": body}) or Told(body)


def _is_head(fields: Mapping[str, Any]) -> bool:
    """Lines between two rules may be a part of the story too: two who talk, when and where something takes place."""
    named = {name: _known().get(_key(name)) for name in fields}
    if "title" in named.values():
        return True
    enough = len(named) >= _FEWEST or any(named.values())
    return enough and all(part or FOR_PROGRAMS.fullmatch(name) for name, part in named.items())


def _labelled(text: str) -> Told | None:
    """A text whose first lines say what they are (`Title: …`, `Date: …`), or what the file is (`URL: …`), as a page."""
    lines = text.lstrip("\ufeff \t\r\n").split("\n", _LONGEST_LABELS)
    fields: dict[str, list[str]] = {}
    at = 1 if _NAME.fullmatch(lines[0].rstrip()) else 0
    named, labelled = at > 0, False
    while at < len(lines):
        label = _LABELLED.match(lines[at])
        part = _known().get(_key(label["key"]), "") if label else ""
        if label and part == "body":
            lines[at] = lines[at][label.start("value") :]
            labelled = True
            break
        if at == len(lines) - 1:
            break
        if label and part and not (part == "key" and " " in label["value"].strip()):
            said = fields.setdefault(part, [])
            if not said or (part in _TOLD_TOGETHER and label["value"].strip() not in said):
                said.append(label["value"].strip())
        elif lines[at].strip():
            break
        at += 1
    letter = [*fields.get("letter", ()), *fields.get("subject", ())]
    sent = len(letter) >= _LETTERS_HEAD or fields.keys() >= {"letter", "subject"}
    body = "\n".join(lines[at:])
    of_file = fields.keys() <= (ASIDE | {"date"} if sent else ASIDE)
    of_file = of_file and (sent or not any(" " in value for value in letter))
    if sent and (headline := headline_of("".join(fields.get("subject", ())), body)):
        fields.setdefault("title", [headline])
    tells = "title" in fields or (labelled and len(fields.keys() - ASIDE) >= _FEWEST)
    if not (tells or (of_file and (fields or named))):
        return None
    return _as_page({**fields, "body": body})


def _fields(lines: list[str]) -> dict[str, Any] | None:
    """The fields of a head; None where a line belongs to none. Of YAML as much as heads have: lists, quoted and folded
    values, no objects."""
    fields: dict[str, Any] = {}
    values: list[str] = []
    for line in lines:
        if field := _FIELD.match(line):
            values = fields.setdefault(field["key"], [])
            values.append(field["value"] or "")
        elif not _GOES_ON.match(line):
            return None
        elif line.startswith("["):
            values = []  # A table of TOML begins, whose fields are of something else.
        elif not line.lstrip().startswith("#"):
            values.append(line)
    return {key: _value(values) for key, values in fields.items()}


def _value(lines: list[str]) -> str | list[str]:
    first, *rest = (line.strip() for line in lines)
    rest = [line for line in rest if line]
    if not first and rest and _ITEM.match(rest[0]):
        return [_unquoted(line[item.end() :]) for line in rest if (item := _ITEM.match(line))]
    whole = " ".join(rest if _BLOCK_SCALAR.match(first) else [first, *rest])
    if whole.startswith("[") and whole.endswith("]"):
        return [_unquoted(item.strip()) for item in whole[1:-1].split(",")]
    return _unquoted(whole)


def _unquoted(value: str) -> str:
    if len(value) < 2 or value[0] != value[-1] or value[0] not in "\"'":
        return value
    if value[0] == "'":
        return value[1:-1].replace("''", "'")
    try:
        return str(json.loads(value, strict=False))
    except ValueError:
        return value[1:-1]
