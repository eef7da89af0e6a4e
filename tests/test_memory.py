"""The memory of words: each is worked out once, and however many there are, it stays small."""

import re

from articles.text import memory
from articles.text.fold import modern_tones, words
from articles.text.memory import Memory


def test_what_was_made_is_not_made_again() -> None:
    made: list[str] = []
    lengths = Memory(lambda text: made.append(text) or len(text))
    assert [lengths["Trà"], lengths["Lam"], lengths["Trà"]] == [3, 3, 3]
    assert made == ["Trà", "Lam"]


def test_it_begins_anew_rather_than_grow(monkeypatch) -> None:
    monkeypatch.setattr(memory, "LIMIT", 10)
    lengths = Memory(len)
    assert [lengths[str(number)] for number in range(100)] == [len(str(number)) for number in range(100)]
    assert len(lengths) <= 10


def test_what_is_asked_for_again_outlives_the_new_beginning(monkeypatch) -> None:
    monkeypatch.setattr(memory, "LIMIT", 10)
    made: list[str] = []
    lengths = Memory(lambda text: made.append(text) or len(text))
    for number in range(100):
        assert lengths["Trà"] == 3
        assert lengths[str(number)] == len(str(number))
    assert made.count("Trà") == 1


def test_it_forgets_everything_when_told_to(monkeypatch) -> None:
    monkeypatch.setattr(memory, "LIMIT", 10)
    lengths = Memory(len)
    for number in range(15):
        lengths[str(number)]
    made: list[str] = []
    lengths._make = lambda text: made.append(text) or len(text)
    lengths.clear()
    lengths["0"], lengths["14"]
    assert made == ["0", "14"]


def test_it_keeps_no_long_text() -> None:
    lengths = Memory(len)
    assert lengths["a" * 1000] == 1000
    assert not lengths


def test_words_found_in_pieces_are_those_of_the_whole() -> None:
    text = "Đối thoại\tkhoẻ-khoắn, thuỷ_điện\u00a0hoà bình; quý/quốc — 3.000 TẤN\u2028ÁO\u0301 ΣΑΣ Straße"
    assert words(text) == re.findall(r"\w+", modern_tones(text.casefold()).replace("_", " "))
