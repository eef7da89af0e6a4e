"""A house's own stages of the parser, by the setting `STAGES`."""

from pathlib import Path

import pytest
from django.core.checks import run_checks
from django.utils.translation import override

from articles.actions import reading
from articles.actions.import_files import Options, import_files
from articles.actions.reading import take_apart
from articles.files import RawFile
from articles.text import lexicon
from articles.text.layout.structure import structure
from articles.text.parse import parse
from articles.text.people.find import find_people
from articles.text.types import FoundPerson, Paragraph, Span
from articles.wording import in_words

pytestmark = pytest.mark.django_db
HERE = __name__
STORY = (
    "Sáng 4/2, tại xã Lâm Trà, Chủ tịch HĐND Tạ Văn Kha đã thăm vườn chè của người dân và trò chuyện với họ."
)


class Everybody:
    """Finds whom the app finds, and the people of the village."""

    def __call__(self, text, structure, *, known=None):
        at = text.index("người dân")
        people = FoundPerson("Người dân", "", "", (), (), False, "the village", (Span(at, at + 9),))
        return (*find_people(text, structure, known=known), people)


def fails(text, *, sections=()):
    raise ValueError


def no_events(text, structure, people):
    return ()


NOTHING = "no stage"


def test_the_stage_that_the_lexicon_s_readme_shows_runs():
    readme = (Path(lexicon.__file__).parent / "README.md").read_text()
    _before, shown = readme.split("# project/finders.py\n")
    written: dict = {}
    exec(shown.split("```")[0], written)
    text = STORY.replace("Chủ tịch HĐND", "Đội trưởng Đội chữa cháy")
    (person,) = written["People"]()(text, structure(text))
    assert (person.name, person.sure) == ("Tạ Văn Kha", False)


def test_a_class_replaces_a_stage():
    article = parse(STORY.encode(), replaced=(("people", f"{HERE}.Everybody"),))
    assert [person.name for person in article.people] == ["Tạ Văn Kha", "Người dân"]


class OfAFolder:
    """Cannot be made without an argument."""

    def __init__(self, folder): ...


@pytest.mark.parametrize("jobs", [1, 2])
def test_the_importer_reads_with_the_stages_of_the_house(settings, jobs):
    settings.ARTICLES = {"STAGES": {"people": f"{HERE}.Everybody", "events": f"{HERE}.no_events"}}
    (report,) = import_files(
        [RawFile("a.txt", STORY.encode())], by=None, options=Options(dry_run=True, jobs=jobs)
    )
    assert [person["name"] for person in report.people] == ["Tạ Văn Kha", "Người dân"]
    assert report.events == []


class Choosy:
    """Fails on the story of the village."""

    def __call__(self, text, structure, *, known=None):
        if "chè" in text:
            raise KeyError("chè\nxanh")
        return find_people(text, structure, known=known)


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_stage_that_fails_costs_its_file_and_not_the_import(settings, jobs):
    """It ended the import, with an error that named no file."""
    settings.ARTICLES = {"STAGES": {"people": f"{HERE}.Choosy"}}
    files = [RawFile("a.txt", STORY.encode()), RawFile("b.txt", STORY.replace("chè", "cam").encode())]
    refused, made = import_files(files, by=None, options=Options(jobs=jobs))
    assert (refused.file, refused.outcome, made.outcome) == ("a.txt", "refused", "created")
    fault = f"The stage {HERE}.Choosy failed: KeyError 'chè\\nxanh'. Mend it, and try the file again."
    assert in_words(refused.reason) == fault
    with override("vi"):
        assert HERE in in_words(refused.reason)
        assert "failed" not in in_words(refused.reason)


@pytest.mark.parametrize("step", ["parse", "sketch"])
def test_a_fault_of_our_own_costs_its_file_and_not_the_import(monkeypatch, caplog, step):
    """A line that could not be cut in two ended the import of a whole folder."""
    works, calls = getattr(reading, step), []

    def fail(told, **kwargs):
        calls.append(told)
        if len(calls) == 1:
            raise IndexError("string index out of range")
        return works(told, **kwargs)

    monkeypatch.setattr(reading, step, fail)
    files = [RawFile("a.txt", STORY.encode() + b" Oolong"), RawFile("b.txt", STORY.encode())]
    refused, made = import_files(files, by=None, options=Options(jobs=1))
    assert (refused.file, refused.outcome, made.outcome) == ("a.txt", "refused", "created")
    assert "IndexError string index out of range" in refused.reason
    assert "a.txt" in caplog.text
    with override("vi"):
        assert in_words(refused.reason).startswith("Bộ nhập gặp lỗi ở tệp này: IndexError")


@pytest.mark.parametrize(
    ("stages", "fault"),
    [
        ({"person": f"{HERE}.Everybody"}, "no stage 'person'. Known: structure, people, events"),
        ({"people": f"{HERE}.Nobody"}, "'people' cannot be had from"),
        ({"people": "Everybody"}, "'people' cannot be had from 'Everybody'"),
        ({"people": "nowhere.at.all"}, "'people' cannot be had from 'nowhere.at.all'"),
        ({"people": f"{HERE}.NOTHING"}, "cannot be called"),
        ({"people": None}, "must be a dotted path"),
        ({"people": f"{HERE}.OfAFolder"}, "'people' cannot be made of"),
    ],
)
def test_e002_a_stage_that_cannot_be_had(settings, stages, fault):
    settings.ARTICLES = {"STAGES": stages}
    (error,) = [message for message in run_checks() if message.id == "articles.E002"]
    assert fault in error.msg


def test_stages_that_can_be_had_pass(settings):
    settings.ARTICLES = {"STAGES": {"people": f"{HERE}.Everybody"}}
    assert not [message for message in run_checks() if message.id == "articles.E002"]


def one_paragraph(text, *, sections=()):
    """The whole text is one paragraph."""
    return structure("")._replace(paragraphs=(Paragraph(text, (Span(0, len(text)),)),))


def test_the_review_screen_takes_a_source_apart_as_the_importer_of_the_house_does(settings, tmp_path):
    (tmp_path / "fr").mkdir()
    (tmp_path / "fr" / "related.txt").write_text("Lire aussi\n", encoding="utf-8")
    text = f"{STORY}\n\nLire aussi\n\nMột tin khác về giao thông ở thủ đô"
    begins = "a list of other stories begins"
    assert begins not in {line.reason for line in take_apart(text).lines}
    settings.ARTICLES = {"LEXICONS": [tmp_path]}
    assert begins in {line.reason for line in take_apart(text).lines}
    settings.ARTICLES = {"STAGES": {"structure": f"{HERE}.one_paragraph"}}
    assert [paragraph.text for paragraph in take_apart(text).paragraphs] == [text]
    settings.ARTICLES = {"STAGES": {"structure": f"{HERE}.fails"}}
    assert take_apart(STORY) == structure(STORY)
