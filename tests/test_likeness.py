"""Versions of one story: re-posts and updates are found at import and shown; other reports of the event are not."""

import random
from array import array
from pathlib import Path
from zlib import crc32

import pytest
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles.actions.file_report import FileReport
from articles.actions.import_files import Options, import_files
from articles.actions.publish_articles import publish_articles
from articles.actions.withdraw import withdraw
from articles.files import RawFile
from articles.models import Article, Band, Source, State, Suggestion
from articles.text.fold import words
from articles.text.layout.structure import structure
from articles.text.likeness import BANDS, KEPT, LIKE, similarity, sketch

TEXTS = [path.read_text() for path in sorted((Path(__file__).parent.parent / "fixtures/texts").glob("*.txt"))]
STORY = TEXTS[2]
PARAGRAPHS = [[p.text for p in structure(text).paragraphs] for text in TEXTS]


def take(*texts: str, names: str = "abcdefgh", **options) -> list[FileReport]:
    files = [RawFile(f"{name}.txt", text.encode()) for name, text in zip(names, texts, strict=False)]
    return list(import_files(files, by=None, options=Options(**options)))


def altered(text: str) -> str:
    """The story with another headline, and one paragraph less."""
    page = structure(text)
    kept = [p.text for n, p in enumerate(page.paragraphs) if n != 2]
    return "\n\n".join(["Tin đăng lại với một đầu đề khác hẳn", *kept])


def hashes_one_by_one(paragraphs: list[str]) -> tuple[list[int], list[int]]:
    """The hashes of 30 bits of all runs of three and of five words, as they are defined."""
    factors, middle = (0x2E3779B9, 0x32B2AE3D, 0x165667B1), 0x3FFFFFFF
    plain = [crc32(word.encode()) for word in words("\n".join(paragraphs))]
    threes = [
        sum(value * factor for value, factor in zip(run, factors, strict=True)) >> 20 & middle
        for run in zip(plain, plain[1:], plain[2:], strict=False)
    ]
    fives = [
        (one * 0x3B8665FD + other * 0x20761D65) >> 20 & middle
        for one, other in zip(threes, threes[2:], strict=False)
    ]
    return threes, fives


@pytest.mark.parametrize("paragraphs", PARAGRAPHS)
def test_a_sketch_holds_the_least_hashes_of_its_runs_of_words(paragraphs: list[str]) -> None:
    """Sketches are stored: however they are worked out, those of one text must stay the same."""
    found = sketch(paragraphs)
    assert found
    threes, fives = hashes_one_by_one(paragraphs)
    assert found.signature == array("I", sorted(set(threes))[:KEPT]).tobytes()
    least = [
        min((v for v in fives if v * 2 * BANDS >> 30 == part), default=None) for part in range(2 * BANDS)
    ]
    both = [
        (n, *pair) for n, pair in enumerate(zip(least[::2], least[1::2], strict=True)) if None not in pair
    ]
    factors = (0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F, 0x165667B19E3779F9)
    assert found.keys == tuple(
        (sum(value * factor for value, factor in zip(key, factors, strict=True)) & (1 << 64) - 1) - (1 << 63)
        for key in both
    )


def likeness(one: list[str], other: list[str]) -> float:
    first, second = sketch(one), sketch(other)
    assert first
    assert second
    return similarity(first.signature, second.signature)


# -- the sketch


def test_other_stories_of_the_same_field_are_not_alike():
    for number, one in enumerate(PARAGRAPHS):
        for other in PARAGRAPHS[:number]:
            assert likeness(one, other) < LIKE / 2


def test_the_similarity_is_jaccards():
    text = PARAGRAPHS[3]
    assert likeness(text, text) == 1
    half = text[: len(text) // 2]

    def runs(paragraphs):
        words = " ".join(paragraphs).split()
        return {tuple(words[n : n + 3]) for n in range(len(words) - 2)}

    exact = len(runs(half) & runs(text)) / len(runs(half) | runs(text))
    assert likeness(half, text) == pytest.approx(exact, abs=0.12)


def test_spelling_of_tones_case_and_punctuation_do_not_part_versions():
    text = "Thỏa thuận hòa bình, theo ông Thủy, là cần thiết cho khu vực. " * 3 + " ".join(PARAGRAPHS[0])
    other = text.replace("òa", "oà").replace("ỏa", "oả").replace(",", " -").upper()
    assert likeness([text], [other]) == 1


def test_a_short_text_has_no_sketch():
    assert sketch(["Ảnh: Minh Đức/TTXVN"]) is None
    assert sketch([]) is None


def test_altered_copies_share_keys():
    """Copies cut and reworded at random: nearly all that are half alike or more are found."""
    dice, found, there = random.Random(7), 0, 0
    for number in range(200):
        text = PARAGRAPHS[number % 5]
        copy = [p for p in text if dice.random() > 0.2] or text
        copy = [" ".join("khác" if dice.random() < 0.04 else word for word in p.split()) for p in copy]
        one, other = sketch(text), sketch(copy)
        assert one
        assert other
        if similarity(one.signature, other.signature) >= 0.5:
            there += 1
            found += bool(set(one.keys) & set(other.keys))
    assert there > 100
    assert found / there > 0.97


# -- the import


@pytest.mark.django_db
def test_a_repost_is_imported_as_a_draft_and_marked():
    take(STORY)
    (report,) = take(altered(STORY), names="b")
    assert report.outcome == "created"
    assert "like that of a.txt" in report.reason
    suggestion = Suggestion.objects.get(kind="repost")
    assert suggestion.source.name == "b.txt"
    original = Source.objects.get(name="a.txt").article
    assert suggestion.value["article"] == str(original.pk)
    assert suggestion.value["file"] == "a.txt"
    assert 0.5 < suggestion.value["similarity"] < 1
    assert suggestion.decision == "suggested"


@pytest.mark.django_db
@pytest.mark.parametrize("batch", [1, 2, 25])
def test_it_is_found_within_one_run_and_one_batch_too(settings, batch):
    settings.ARTICLES = {"IMPORT_BATCH": batch}
    reports = take(TEXTS[0], STORY, altered(STORY))
    assert ["like that of b.txt" in report.reason for report in reports] == [False, False, True]
    assert Suggestion.objects.get(kind="repost").source.name == "c.txt"


@pytest.mark.django_db
def test_a_dry_run_says_the_same(settings):
    settings.ARTICLES = {"IMPORT_BATCH": 1}
    texts = (STORY, TEXTS[0], altered(STORY))
    dry = take(*texts, dry_run=True)
    assert not Source.objects.exists()
    assert dry == take(*texts)


@pytest.mark.django_db
def test_the_samples_are_no_versions_of_each_other():
    take(*TEXTS, publish=True)
    assert not Suggestion.objects.filter(kind="repost").exists()
    assert {article.state for article in Article.objects.all()} == {State.LIVE}


@pytest.mark.django_db
def test_publishing_marks_a_repost_and_holds_it_where_the_operator_says_so():
    take(STORY, altered(STORY), publish=True, hold_reposts=True)
    assert Source.objects.get(name="a.txt").article.state == State.LIVE
    held = Source.objects.get(name="b.txt").article
    assert held.state == State.DRAFT
    # The same command again holds it still; once an editor said what it is, it goes out.
    take(STORY, altered(STORY), publish=True, hold_reposts=True)
    held.refresh_from_db()
    assert held.state == State.DRAFT
    take(STORY, altered(STORY), publish=True)
    held.refresh_from_db()
    assert held.state == State.LIVE
    assert Suggestion.objects.get(kind="repost").decision == "suggested"


@pytest.mark.django_db
def test_a_version_of_a_withdrawn_story_is_not_published_by_a_rule():
    take(STORY, publish=True)
    withdraw(Article.objects.get(), by=None)
    (report,) = take(altered(STORY), names="b", publish=True)
    assert report.outcome == "created"
    assert "withdrawn: it stays a draft" in report.reason
    draft = Source.objects.get(name="b.txt").article
    assert draft.state == State.DRAFT
    publish_articles([draft.pk], by=None)
    draft.refresh_from_db()
    assert draft.state == State.DRAFT


@pytest.mark.django_db
def test_what_came_from_a_fixture_is_known_too(tmp_path):
    (tmp_path / "a.txt").write_text(STORY)
    fixture = tmp_path / "f.json"
    call_command("import_articles", str(tmp_path / "a.txt"), dry_run=True, fixture=fixture, verbosity=0)
    call_command("loaddata", str(fixture), verbosity=0)
    (report,) = take(altered(STORY), names="b")
    assert "like that of a.txt" in report.reason


@pytest.mark.django_db
def test_looking_for_versions_costs_the_same_however_many_there_are(settings):
    settings.ARTICLES = {"IMPORT_BATCH": 100}

    def statements(count: int, offset: int) -> int:
        copies = [f"{altered(STORY)}\n\nBản số {n + offset}." for n in range(count)]
        files = [RawFile(f"{n + offset}.txt", copy.encode()) for n, copy in enumerate(copies)]
        with CaptureQueriesContext(connection) as sent:
            assert len(list(import_files(files, by=None))) == count
        return len(sent)

    take(STORY)
    first = statements(1, 0)
    assert statements(4, 100) == first
    assert Band.objects.exists()
