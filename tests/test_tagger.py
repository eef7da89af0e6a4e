"""The extra `tagger`: a trained tagger that suggests more people, here a stand-in that tags what it is told."""

import sys
from types import SimpleNamespace

import pytest
from django.core.checks import run_checks
from django.core.management import CommandError, call_command

from articles.text.parse import parse

STORY = (
    "Sáng 4/2, tại xã Lâm Trà, Chủ tịch HĐND Tạ Văn Kha đã thăm vườn chè. Cùng đi có Bao Lam  Khê và Đà Nẵng.\n"
    "Người dân trong xã vui mừng vì Tạ Văn Kha đã tới; Bao Lam Khê hứa sẽ trở lại vào mùa chè năm sau.\n"
)


@pytest.fixture
def tagged(monkeypatch):
    """Take the given phrases for people wherever they stand."""

    def tag(*names):
        def ner(line):
            words, at = [], 0
            while at < len(line):
                name = next((n for n in names if line.startswith(n, at)), "")
                word = name or line[at:].split(" ", 1)[0]
                words.append((" ".join(word.split()), "Np", "B-NP", "B-PER" if name else "O"))
                at += len(word) + 1
            return words

        monkeypatch.setitem(sys.modules, "underthesea", SimpleNamespace(ner=ner))

    return tag


@pytest.fixture
def untagged(monkeypatch):
    """A host without the extra."""
    monkeypatch.setitem(sys.modules, "underthesea", None)


def found(**options):
    return [(p.name, p.sure, p.reason, len(p.spans)) for p in parse(STORY.encode(), **options).people]


def test_it_adds_suggestions_behind_what_the_rules_found(tagged):
    tagged("Bao Lam  Khê", "Bao Lam Khê", "Tạ Văn Kha", "Lâm Trà,")
    own = ("Tạ Văn Kha", True, "an office before the name", 2)
    assert found() == [own]
    assert found(tagger=True)[:2] == [own, ("Bao Lam Khê", False, "a trained tagger", 2)]
    assert not any(sure for _, sure, _, _ in found(tagger=True)[1:])


def test_what_cannot_be_a_name_is_passed_over(tagged):
    tagged("Sáng", "Đà Nẵng", "vườn chè", "Cùng")
    assert found(tagger=True) == found()


def test_without_the_extra_it_is_never_asked(untagged):
    assert found()


def test_without_the_extra_the_flag_names_the_cure(untagged, tmp_path):
    (tmp_path / "a.txt").write_text(STORY, encoding="utf-8")
    with pytest.raises(CommandError, match=r"--tagger: .*django-newsroom\[tagger\]") as refused:
        call_command("import_articles", str(tmp_path), dry_run=True, tagger=True)
    assert refused.value.returncode == 2


def test_without_the_extra_the_setting_is_reported(untagged, settings):
    settings.ARTICLES = {"TAGGER": True}
    (error,) = [message for message in run_checks() if message.id == "articles.E002"]
    assert "django-newsroom[tagger]" in error.msg


@pytest.mark.django_db
def test_the_importer_asks_it(tagged, tmp_path):
    tagged("Bao Lam  Khê", "Bao Lam Khê")
    (tmp_path / "a.txt").write_text(STORY, encoding="utf-8")
    report = tmp_path / "report.json"
    call_command("import_articles", str(tmp_path / "a.txt"), dry_run=True, tagger=True, report=report)
    assert '"Bao Lam Khê"' in report.read_text(encoding="utf-8")


@pytest.mark.tagger
def test_the_real_one_runs_where_it_is_installed():
    assert ("Tạ Văn Kha", True) in [(name, sure) for name, sure, _, _ in found(tagger=True)]
