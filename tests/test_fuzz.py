"""Real-looking files, damaged in every way that disks, tools and people know: read, or refused with a sentence."""

import html
import os
import random
import textwrap
import unicodedata
from pathlib import Path

import pytest

from articles.actions.file_report import report_of
from articles.actions.import_files import Options, import_files
from articles.actions.reading import read_one
from articles.files import RawFile
from articles.models import Source, Suggestion

ROOT = Path(__file__).parent.parent
PAGES = [
    path.read_bytes()
    for folder in ("fixtures/texts", "tests/pages")
    for path in sorted((ROOT / folder).glob("*.txt"))
]
CASES = int(os.environ.get("FUZZ_CASES", "400"))
"""Set FUZZ_CASES for a longer run."""

ENCODINGS = [
    "utf-8",
    "utf-8-sig",
    "utf-16",
    "utf-16-le",
    "utf-16-be",
    "utf-32",
    "cp1258",
    "latin-1",
    "cp1252",
]
GLUE = [
    b"\n",
    b"\r",
    b"\r\n",
    b"\t",
    b" ",
    b"|",
    b"./.",
    b"(",
    b")",
    b"\xc2\xa0",
    b"\xe2\x80\x8b",
    b"\x00",
    b"\xff\xfe",
    b"<p>",
    b"</td>",
    b"&nbsp;",
]


def cut(data: bytes, dice: random.Random) -> bytes:
    start = dice.randrange(len(data) + 1)
    return data[:start] + data[start + dice.randrange(200) :]


def end_early(data: bytes, dice: random.Random) -> bytes:
    return data[: dice.randrange(len(data) + 1)]


def double(data: bytes, dice: random.Random) -> bytes:
    start = dice.randrange(len(data) + 1)
    piece = data[start : start + dice.randrange(400)]
    return data[:start] + piece * dice.randint(2, 6) + data[start:]


def flip(data: bytes, dice: random.Random) -> bytes:
    changed = bytearray(data)
    for _ in range(dice.randint(1, 12)):
        if changed:
            changed[dice.randrange(len(changed))] = dice.randrange(256)
    return bytes(changed)


def sow(data: bytes, dice: random.Random) -> bytes:
    for _ in range(dice.randint(1, 8)):
        at = dice.randrange(len(data) + 1)
        data = data[:at] + dice.choice(GLUE) + data[at:]
    return data


def shuffle(data: bytes, dice: random.Random) -> bytes:
    lines = data.split(b"\n")
    dice.shuffle(lines)
    return b"\n".join(lines)


def join_lines(data: bytes, dice: random.Random) -> bytes:
    return data.replace(b"\n", b" " if dice.random() < 0.5 else b"", dice.randint(1, 30))


def splice(data: bytes, dice: random.Random) -> bytes:
    other = dice.choice(PAGES)
    return data[: dice.randrange(len(data) + 1)] + other[dice.randrange(len(other)) :]


def write_otherwise(data: bytes, dice: random.Random) -> bytes:
    text = unicodedata.normalize(dice.choice(["NFC", "NFD"]), data.decode("utf-8", "replace"))
    return text.encode(dice.choice(ENCODINGS), "ignore")


def misread(data: bytes, dice: random.Random) -> bytes:
    return data.decode("cp1252", "replace").encode("utf-8")


def shout(data: bytes, dice: random.Random) -> bytes:
    text = data.decode("utf-8", "replace")
    return (text.upper() if dice.random() < 0.5 else text.lower()).encode()


def mark_up(data: bytes, dice: random.Random) -> bytes:
    lines = data.split(b"\n")
    tags = [b"p", b"div", b"td", b"li", b"h1", b"figcaption"]
    body = b"".join(b"<%b>%b</%b>" % (tag := dice.choice(tags), line, tag) for line in lines)
    return b"<!DOCTYPE html><html><body>" + body + dice.choice([b"</body></html>", b"", b"<script>"])


def wrap(data: bytes, dice: random.Random) -> bytes:
    lines = data.decode("utf-8", "replace").split("\n")
    width = dice.randint(20, 120)
    return dice.choice(["\n", "\n\n"]).join(textwrap.fill(line, width) for line in lines).encode()


def escape(data: bytes, dice: random.Random) -> bytes:
    text = data.decode("utf-8", "replace")
    return "".join(f"&#{ord(c)};" if dice.random() < 0.1 else c for c in html.escape(text)).encode()


def mark_down(data: bytes, dice: random.Random) -> bytes:
    signs = [
        "**",
        "*",
        "_",
        "# ",
        "> ",
        "\\",
        "[",
        "](http://a.vn/b)",
        "![",
        "<br>",
        "<b>",
        "</p>",
        "<!--",
        "\u200f",
    ]
    words = data.decode("utf-8", "replace").split(" ")
    return " ".join(dice.choice(signs) + word if dice.random() < 0.1 else word for word in words).encode()


DAMAGES = [
    cut, end_early, double, flip, sow, shuffle, join_lines, splice, write_otherwise, misread, shout, mark_up,
    wrap, escape, mark_down,
]  # fmt: skip


def damaged(seed: int) -> bytes:
    dice = random.Random(seed)
    data = dice.choice(PAGES)
    for damage in dice.sample(DAMAGES, dice.randint(1, 4)):
        data = damage(data, dice)
    return data


@pytest.mark.parametrize("part", range(4))
def test_no_damage_ends_in_a_traceback(part):
    for seed in range(part * CASES // 4, (part + 1) * CASES // 4):
        read = read_one(
            RawFile("a.txt", damaged(seed)),
            encoding=None,
            sections=("Tin tức",),
            known={"Bùi Thanh Sơn": "Bùi Thanh Sơn"},
        )
        assert (read.parsed is None) == bool(read.refused), seed
        if read.parsed is None:
            assert read.refused.endswith("."), (seed, read.refused)
            continue
        text = read.parsed.text
        assert unicodedata.is_normalized("NFC", text), seed
        for found in (*read.parsed.people, *read.parsed.events):
            assert found.spans, seed
            assert all(0 <= start < end <= len(text) for start, end in found.spans), seed
        assert report_of("a.txt", read.parsed).as_dict()["file"] == "a.txt"


@pytest.mark.django_db
def test_what_is_read_of_damaged_files_can_be_imported_and_published():
    files = [RawFile(f"{seed}.txt", damaged(seed)) for seed in range(1000, 1060)]
    reports = list(import_files(files, by=None, options=Options(publish=True)))
    assert len(reports) == len(files)
    assert {report.outcome for report in reports} <= {"created", "refused", "duplicate"}
    assert Source.objects.count() == sum(report.outcome == "created" for report in reports) > 30
    for suggestion in Suggestion.objects.select_related("source"):
        assert all(0 <= start <= end <= len(suggestion.source.text) for start, end in suggestion.evidence)
