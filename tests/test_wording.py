"""What the importer's rules say of files and of their finds is said in the language of whoever reads it."""

import ast
import json
import re
from collections.abc import Iterator
from io import StringIO
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import CommandError, call_command
from django.urls import reverse
from django.utils.translation import override

from articles.models import ImportRun
from articles.text.parse import parse
from articles.text.types import Unreadable
from articles.wording import REASONS, SENTENCES, in_words
from tests.admin_desk import article, editor, signed_in, source, suggest, url

ROOT = Path(settings.BASE_DIR) / "articles"
GIVE_REASONS = {"mark", "same_as", "take_caption", "_drop_last", "_leave_out"}
"""What is called with a reason as its last argument."""
RETURN_REASONS = {"_reason", "junk"}


def said(node: ast.AST | None) -> Iterator[str]:
    """The strings that an expression may be; `*` for what is filled in."""
    match node:
        case ast.Constant(value=str(text)) if text:
            yield text
        case ast.JoinedStr(values=parts):
            yield "".join(part.value if isinstance(part, ast.Constant) else "*" for part in parts)  # type: ignore[misc]
        case ast.IfExp():
            yield from said(node.body)
            yield from said(node.orelse)
        case ast.Tuple():
            yield from said(node.elts[-1])
        case ast.Dict():
            for value in node.values:
                yield from said(value)


def reasons(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        match node:
            case ast.Call(func=ast.Name(id="Draft")):
                # Its reason is the one positional argument that is a sentence.
                yield from (
                    text
                    for argument in node.args
                    for text in said(argument)
                    if " " in text and text.isascii()
                )
            case ast.Call(func=ast.Name(id=name) | ast.Attribute(attr=name)):
                if name in GIVE_REASONS and node.args:
                    yield from said(node.args[-1])
                yield from (
                    text for word in node.keywords if word.arg == "reason" for text in said(word.value)
                )
                if name == "Line":
                    yield from said(node.args[-1])
            case ast.Dict(keys=keys, values=values):
                for key, value in zip(keys, values, strict=True):
                    if isinstance(key, ast.Constant) and key.value == "reason":
                        yield from said(value)
            case ast.Assign(targets=[target]) | ast.AnnAssign(target=target):
                names = target.elts if isinstance(target, ast.Tuple) else [target]
                last = names[-1]
                called = getattr(last, "id", None) or getattr(last, "attr", "")
                if called in ("reason", "BORN", "LISTED", "ANOTHER", "BUTTON", "_REASON", "LABEL_BELOW"):
                    yield from said(node.value)
                elif called == "_LABELS":  # Of kinds of lines; those of kinds of events are Vietnamese.
                    yield from (text for text in said(node.value) if text.isascii())
            case ast.FunctionDef(name=name) if name in RETURN_REASONS:
                for inner in ast.walk(node):
                    if isinstance(inner, ast.Return):
                        yield from said(inner.value)


def all_reasons() -> set[str]:
    files = [*(ROOT / "text").rglob("*.py"), *(ROOT / "actions").glob("*.py")]
    return {text for file in files for text in reasons(ast.parse(file.read_text(encoding="utf-8")))}


def test_every_reason_of_the_rules_is_known_and_nothing_else():
    found = all_reasons()
    assert len(found) > 70
    patterns = {text for text in found if "*" in text} - {"*; *"}

    def known(text: str) -> bool:
        if text == "reads like a caption (*)":
            return "reads like a caption" in REASONS
        if text == "*; *":  # A line of two parts: a reason of each.
            return True
        shape = re.compile(re.escape(text).replace(r"\*", ".+"))
        return any(shape.fullmatch(reason) for reason in REASONS)

    assert sorted(text for text in found if not known(text)) == []
    filled = [
        re.compile(re.escape(text.replace(" (*)", "")).replace(r"\*", ".+") + ".*") for text in patterns
    ]
    assert sorted(
        reason for reason in REASONS - found if not any(shape.fullmatch(reason) for shape in filled)
    ) == []  # fmt: skip


@pytest.mark.parametrize(
    "path", sorted((ROOT.parent / "fixtures/texts").glob("*.txt")), ids=lambda path: path.name
)
def test_the_samples_are_explained_in_vietnamese(path):
    found = parse(path.read_bytes())
    given = {line.reason for line in found.structure.lines} | {
        one.reason for one in (*found.people, *found.events)
    }
    with override("vi"):
        assert sorted(reason for reason in given if reason and in_words(reason) == reason) == []
        assert in_words("reads like a caption (0.9)").endswith(" (0.9)")


def sentences(tree: ast.AST) -> Iterator[str]:
    """What a file is refused with, or taken with a remark."""
    for node in ast.walk(tree):
        match node:
            case ast.Call(func=ast.Name(id="Unreadable" | "StageFailed")):
                yield from said(node.args[0])
            case ast.Call(func=ast.Attribute(value=ast.Name(id="warnings"), attr="append")):
                yield from said(node.args[0])
            case ast.Assign(targets=[ast.Name(id="MISSING")]):
                yield from said(node.value)


def test_every_sentence_about_a_file_is_known_and_nothing_else():
    found = {
        sentence
        for file in (ROOT / "text").rglob("*.py")
        for sentence in sentences(ast.parse(file.read_text(encoding="utf-8")))
    }
    # An f-string may leave the byte out.
    known = {re.sub(r"%\(\w+\)s", "*", sentence) for sentence in SENTENCES}
    known -= {sentence for sentence in known if " (byte *)" in sentence}
    assert {re.sub(r"\*+", "*", sentence) for sentence in found} == known


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (b"", None),
        (bytes(range(256)) * 4, None),
        (b"%PDF-1.4", None),
        (b"PK\x03\x04 and so on", None),
        (b"\xff\xfe\x00", None),
        (b"\xef\xbb\xbfabc\xff", None),
        (b"abc\xff", "ascii"),
        (b"abc", "vietnamese"),
        (b"<!doctype html><title></title><script>x</script>", None),
    ],
)
def test_refusals_read_the_same_in_vietnamese_with_their_figures(data, encoding):
    with pytest.raises(Unreadable) as error:
        parse(data, encoding=encoding)
    english = str(error.value)
    with override("vi"):
        shown = in_words(english)
    assert "file" not in shown.lower()
    assert "Save" not in shown
    assert re.findall(r"\d+", shown) == re.findall(r"\d+", english)


def page_in_vietnamese(run: ImportRun) -> str:
    address = reverse("admin:articles_importrun_change", args=[run.pk])
    return signed_in(editor()).get(address, headers={"accept-language": "vi"}).text


@pytest.mark.django_db
def test_a_vietnamese_console_report_and_admin_say_in_vietnamese_why_a_file_was_refused(tmp_path):
    (tmp_path / "empty.txt").write_bytes(b"")
    (tmp_path / "short.txt").write_text("Ngắn", encoding="utf-8")
    err, out, report = StringIO(), StringIO(), tmp_path.parent / "report.json"
    with override("vi"), pytest.raises(CommandError):
        call_command("import_articles", str(tmp_path), report=report, stdout=out, stderr=err)
    assert "empty.txt: bị từ chối: Tệp trống" in err.getvalue()
    assert "2 tệp: 1 mới tạo, 1 bị từ chối." in out.getvalue()
    empty, short = json.loads(report.read_text(encoding="utf-8"))
    assert [empty["outcome"], short["outcome"]] == ["refused", "created"]
    assert empty["reason"].startswith("Tệp trống")
    assert short["reason"] == "Không tìm thấy đoạn văn nào."
    page = page_in_vietnamese(ImportRun.objects.get())
    assert "Tệp trống" in page
    assert "The file" not in page


@pytest.mark.django_db
def test_what_an_english_import_refused_is_read_in_vietnamese_too(tmp_path):
    (tmp_path / "empty.txt").write_bytes(b"")
    with pytest.raises(CommandError):
        call_command("import_articles", str(tmp_path), stdout=StringIO(), stderr=StringIO())
    assert "Tệp trống" in page_in_vietnamese(ImportRun.objects.get())


@pytest.mark.django_db
def test_what_is_said_of_files_is_kept_for_readers_of_either_language(tmp_path):
    """Refusals before reading, remarks of the import, several remarks on one file: in the report of either."""
    story = "Hội đàm tại Hà Nội\n\n" + " ".join(
        f"Đoạn {n} kể về cuộc hội đàm thứ {n * 7}." for n in range(40)
    )
    (tmp_path / "a.txt").write_text(story, encoding="utf-8")
    (tmp_path / "b.txt").write_text(story, encoding="utf-8")
    (tmp_path / "c.txt").symlink_to("/etc/hostname")
    with override("vi"), pytest.raises(CommandError):
        call_command("import_articles", str(tmp_path), stdout=StringIO(), stderr=StringIO())
    (tmp_path / "a.txt").write_text(
        "Giá vàng\n\n" + " ".join(f"Ngày {n} vàng tăng {n * 3} đồng." for n in range(60))
    )
    with override("vi"), pytest.raises(CommandError):
        call_command("import_articles", str(tmp_path), stdout=StringIO(), stderr=StringIO())
    first, second = ImportRun.objects.order_by("pk")
    client = signed_in(editor())
    page = client.get(reverse("admin:articles_importrun_change", args=[first.pk])).text
    assert "The same bytes as a.txt." in page
    assert "It is a link that leads out of the given folder; copy the file in." in page
    report = reverse("admin:articles_importrun_report", args=[second.pk])
    told = {}
    for language in ("vi", "en"):
        answer = client.get(report, headers={"accept-language": language})
        told[language] = [entry["reason"] for entry in json.loads(b"".join(answer.streaming_content))]
    assert told["en"][0] == (
        "The file has new text. It waits on its article as a suggestion; nothing was replaced. Hardly anything of it "
        "is as it was: if it is another story, import it by another name."
    )
    assert all(vietnamese != english for vietnamese, english in zip(*told.values(), strict=True))


def test_a_name_in_a_remark_is_no_reason_to_be_translated():
    with override("vi"):
        assert in_words("The same bytes as a tag.").endswith("a tag.")


def test_a_reason_that_nobody_knows_stays_as_it_is():
    assert in_words("because") == "because"
    assert in_words("") == ""


@pytest.mark.django_db
def test_the_review_screen_says_why_in_vietnamese():
    client = signed_in(editor())
    item = article()
    source(item, text="Hội đàm tại Hà Nội\n\nNgày 6/7, hai bên hội đàm tại Hà Nội.")
    suggest(item, name="Park Jin", reason="an office before the name")
    page = client.get(url(item, "review"), headers={"accept-language": "vi"}).text
    assert "an office before the name" not in page
    assert "running text" not in page
