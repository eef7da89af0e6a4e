"""Differences in words, as the desk shows them before publishing and between two versions."""

import pytest

from articles.text.diff import compare


def marked(before, after):
    marks = {"same": "{}", "out": "[-{}-]", "in": "{{+{}+}}"}
    return "".join(marks[piece.op].format(piece.text) for piece in compare(before, after))


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("", "", ""),
        ("một", "một", "một"),
        ("", "một", "{+một+}"),
        ("một", "", "[-một-]"),
        ("Việt Nam - Hàn Quốc", "Việt Nam - Nhật Bản", "Việt Nam - [-Hàn Quốc-]{+Nhật Bản+}"),
        ("lên tầm cao mới", "lên tầm cao mới (sửa)", "lên tầm cao mới{+ (sửa)+}"),
        ("Một.\n\nHai.", "Một.\n\nBa.\n\nHai.", "Một.\n\n{+Ba.\n\n+}Hai."),
    ],
)
def test_words_that_change_are_marked(before, after, expected):
    assert marked(before, after) == expected


@pytest.mark.parametrize(
    ("before", "after"), [("a b c", "c b a"), ("  x\n", "y  \n\n"), ("a\u00a0b", "a b\t")]
)
def test_both_sides_can_be_read_off(before, after):
    pieces = compare(before, after)
    assert "".join(piece.text for piece in pieces if piece.op != "in") == before
    assert "".join(piece.text for piece in pieces if piece.op != "out") == after


def test_a_long_paragraph_is_not_compared_word_by_word():
    before, after = "một " * 50_000, "hai " * 50_000
    assert len(compare(before, after)) <= 3
