"""What the importer's rules say of their finds is said in the editor's language."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import settings
from django.utils.translation import override

from articles.admin.reasons import REASONS, reason_in_words
from articles.text.parse import parse
from tests.admin_desk import article, editor, signed_in, source, suggest, url

ROOT = Path(settings.BASE_DIR) / "articles"
GIVE_REASONS = {"mark", "_take_caption", "_drop_last", "_leave_out"}
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
            case ast.Assign(targets=[target]) | ast.AnnAssign(target=target):
                names = target.elts if isinstance(target, ast.Tuple) else [target]
                last = names[-1]
                called = getattr(last, "id", None) or getattr(last, "attr", "")
                if called in ("reason", "BORN", "LISTED", "_REASON"):
                    yield from said(node.value)
                elif called == "_LABELS":  # Of kinds of lines; those of kinds of events are Vietnamese.
                    yield from (text for text in said(node.value) if text.isascii())
            case ast.FunctionDef(name=name) if name in RETURN_REASONS:
                for inner in ast.walk(node):
                    if isinstance(inner, ast.Return):
                        yield from said(inner.value)


def all_reasons() -> set[str]:
    files = [*(ROOT / "text").glob("*.py"), *(ROOT / "actions").glob("*.py")]
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
        assert sorted(reason for reason in given if reason and reason_in_words(reason) == reason) == []
        assert reason_in_words("reads like a caption (0.9)").endswith(" (0.9)")


def test_a_reason_that_nobody_knows_stays_as_it_is():
    assert reason_in_words("because") == "because"
    assert reason_in_words("") == ""


@pytest.mark.django_db
def test_the_review_screen_says_why_in_vietnamese():
    client = signed_in(editor())
    item = article()
    source(item, text="Hội đàm tại Hà Nội\n\nNgày 6/7, hai bên hội đàm tại Hà Nội.")
    suggest(item, name="Park Jin", reason="an office before the name")
    page = client.get(url(item, "review"), headers={"accept-language": "vi"}).text
    assert "an office before the name" not in page
    assert "running text" not in page
