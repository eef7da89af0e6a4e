"""What is known of words: each row says where those stand at which a rule begins."""

import pytest

from articles.text.words import vocabulary
from articles.text.words.tokens import Row
from articles.text.words.vocabulary import CAPITAL, NUMBER, STOP, watch

TEXT = "Sáng 12/5, bà Mơ thăm Lam Trà. Hội nghị bế mạc."


def row(text: str = TEXT) -> Row:
    return Row(text, [(0, len(text))], "body")


def at(marks: int) -> list[str]:
    made = row()
    return [made.words[place].text for place in made.where(marks)]


@pytest.fixture(autouse=True)
def no_other_words(monkeypatch):
    monkeypatch.setattr(vocabulary, "_WATCHED", {})
    yield
    vocabulary.CHUNKS.clear()  # Other tests' words have the marks of the rules.


def test_it_says_where_capitals_numbers_and_stops_stand() -> None:
    assert at(CAPITAL) == ["Sáng", "Mơ", "Lam", "Trà", "Hội"]
    assert at(NUMBER) == ["12", "5"]
    assert at(STOP) == [".", "."]
    assert at(NUMBER | STOP) == ["12", "5", ".", "."]


def test_words_that_were_seen_before_are_watched_too() -> None:
    row()
    visits, meetings = watch({"thăm"}), watch({"hội", "bế"})
    assert at(visits) == ["thăm"]
    assert at(visits | meetings) == ["thăm", "Hội", "bế"]


def test_there_is_room_for_five_sets() -> None:
    marks = [watch({word}) for word in ("sáng", "bà", "thăm", "lam", "trà")]
    assert [at(mark) for mark in marks] == [["Sáng"], ["bà"], ["thăm"], ["Lam"], ["Trà"]]


def test_a_row_without_a_word_has_them_nowhere() -> None:
    assert row("").where(CAPITAL | NUMBER | STOP) == []


def test_words_may_be_watched_in_capitals_alone() -> None:
    shouted = watch({"bà", "mơ"}, in_capitals=True)
    assert row("Bà Mơ, bà MƠ").where(shouted) == [4]
