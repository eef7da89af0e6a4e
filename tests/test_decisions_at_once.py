"""Decisions beside what moves or deletes the same suggestions: one waits for the other, and neither fails."""

from threading import Event as Signal
from time import sleep

import pytest

from articles.actions import decide, undo_decision
from articles.actions.delete import delete
from articles.actions.import_files import import_files
from articles.actions.merge import merge
from articles.actions.undo_import import undo_import
from articles.files import RawFile
from articles.models import Article, ImportRun, Mention, Person, Suggestion
from tests.admin_desk import article, person, suggest
from tests.at_once import all_at_once

pytestmark = pytest.mark.django_db(transaction=True)

STORY = """Lãnh đạo hai nước hội đàm tại thủ đô

Ngày 5/3, tại Hà Nội, Bộ trưởng Ngoại giao Lê Minh Hà hội đàm với Bộ trưởng Ngoại giao Lào Thongphan Vilay.
"""


@pytest.fixture
def beside(monkeypatch):
    """Runs `work`, in which a function of `module` takes its time, and `other` as soon as it is there."""

    def run(module, name, work, other):
        there, real = Signal(), getattr(module, name)

        def slowly(*args, **options):
            there.set()
            sleep(0.5)
            return real(*args, **options)

        def then():
            there.wait()
            return other()

        monkeypatch.setattr(module, name, slowly)
        return all_at_once(work, then)[1]

    return run


def test_a_merge_waits_for_a_decision_that_is_being_undone(beside):
    (one, other), item = (person("Một"), person("Hai")), article()
    found = suggest(item, name="Hai", person=other)
    decide.accept(found, by=None)
    beside(
        undo_decision, "_take_back",
        lambda: undo_decision.undo_decision(found, by=None), lambda: merge(one, other, by=None),
    )  # fmt: skip
    found.refresh_from_db()
    assert (found.decision, found.person) == ("suggested", None)
    assert not Mention.objects.exists()


def test_whoever_deletes_a_draft_waits_for_what_is_being_accepted_in_it(beside):
    item = article()
    found = suggest(item, name="Hai")
    beside(
        decide, "plan_acceptance",
        lambda: decide.accept(found, by=None), lambda: delete(item, by=None),
    )  # fmt: skip
    assert not Article.objects.exists()
    assert Person.objects.get().name == "Hai"


def test_an_import_that_is_undone_keeps_what_is_being_accepted(beside):
    list(import_files([RawFile("a.txt", STORY.encode())], by=None))
    found = list(Suggestion.objects.all())
    undone = beside(
        decide, "plan_acceptance",
        lambda: decide.accept_many(found, by=None), lambda: undo_import(ImportRun.objects.get(), by=None),
    )  # fmt: skip
    assert (undone.removed, undone.kept) == (0, 1)
    assert Article.objects.get().mentions.count() == 2
