"""The lists that rules read: English beside Vietnamese, and a house's own folders beside the app's."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from articles.actions.same import in_accord
from articles.models import Position
from articles.text import lexicon
from articles.text.parse import parse

PAGES = Path(__file__).parent / "pages"


@pytest.fixture(autouse=True)
def _own_lists_afterwards() -> Iterator[None]:
    yield
    lexicon.use(())


def test_an_english_wire_story_is_understood() -> None:
    page, _, _ = (PAGES / "english-wire-in-full.txt").read_text(encoding="utf-8").partition("\n===\n")
    article = parse(page.encode())
    assert article.language == "en"
    assert [(person.name, person.role, person.sure) for person in article.people] == [
        ("Ta Van Kha", "Foreign Minister", True),
        ("Anders Lund", "Ambassador", True),
        ("Ha Van Loc", "Chairman of the Dong Phu business council", True),
        ("Lo Thi En", "", True),
    ]
    (event,) = article.events
    assert (event.name, event.kind, event.date, event.place, event.participants) == (
        "Talks Ta Van Kha – Anders Lund",
        "talks",
        "2024-06-11",
        "Hanoi",
        ("Ta Van Kha", "Anders Lund"),
    )
    assert event.date_inferred


@pytest.mark.parametrize(
    ("when", "edtf"),
    [
        ("on June 11", "2024-06-11"),
        ("on June 11, 2023", "2023-06-11"),
        ("on 11 June 2023", "2023-06-11"),
        ("on June 11-13", "2024-06-11/2024-06-13"),
        ("from June 30 to July 2", "2024-06-30/2024-07-02"),
        ("from 30 June - 2 July 2023", "2023-06-30/2023-07-02"),
        ("on Aug. 3", "2024-08-03"),
        ("from 11 to 13 June", "2024-06-11/2024-06-13"),
        ("in June 2023", "2023-06"),
        ("on June 31", None),
        ("may 11 times", None),
    ],
)
def test_english_dates(when: str, edtf: str | None) -> None:
    text = (
        f"June 12, 2024\nMinisters talk\nForeign Minister Ta Van Kha held talks with Ambassador Anders Lund {when}, "
        "according to officials of both countries who took part.\nThey agreed to meet again once a year.\n"
    )
    (event,) = parse(text.encode()).events
    assert event.date == edtf


def test_english_words_are_no_part_of_vietnamese_names() -> None:
    text = "Sáng 4/2, ông May 10 áo trắng đã gặp bà Lò Thị Én ở xã Lâm Trà. Người dân mừng vì cầu đã xong."
    assert [person.name for person in parse(text.encode()).people] == ["Lò Thị Én"]


STORY = (
    "Sáng 4/2, Quan lang Tạ Văn Kha đã tới thăm xã Lâm Trà và trò chuyện với người dân trong xã về cây chè."
)


def test_a_house_adds_titles_of_its_own(tmp_path: Path) -> None:
    (tmp_path / "vi").mkdir()
    (tmp_path / "vi" / "titles.txt").write_text("# Của nhà\nQuan lang\n", encoding="utf-8")
    assert [person.sure for person in parse(STORY.encode()).people] == [False]
    (person,) = parse(STORY.encode(), lexicons=[str(tmp_path)]).people
    assert (person.name, person.role, person.sure) == ("Tạ Văn Kha", "Quan lang", True)
    # Left out, they stay in use; an empty list goes back to the app's own.
    assert parse(STORY.encode()).people[0].sure
    assert not parse(STORY.encode(), lexicons=[]).people[0].sure


def test_a_title_of_one_word_may_be_a_word_of_standing_too(tmp_path: Path) -> None:
    """`cựu` opens offices (`cựu Bộ trưởng`), and a house may hold it for one."""
    (tmp_path / "vi").mkdir()
    (tmp_path / "vi" / "titles.txt").write_text("cựu\n", encoding="utf-8")
    (person,) = parse(STORY.replace("Quan lang", "Cựu").encode(), lexicons=[str(tmp_path)]).people
    assert (person.name, person.role) == ("Tạ Văn Kha", "Cựu")


def test_a_house_adds_page_labels_in_another_language(tmp_path: Path) -> None:
    (tmp_path / "fr").mkdir()
    (tmp_path / "fr" / "related.txt").write_text("À lire aussi\n", encoding="utf-8")
    page = f"Cầu Trà thông xe\n{STORY}\nXã đã trồng 40 ha chè và mở hai xưởng sao chè.\nÀ lire aussi\nChợ họp lại\n"
    lexicon.use([tmp_path])
    assert len(parse(page.encode()).structure.paragraphs) == 2
    assert "À lire aussi" in lexicon.everything("related")


def test_a_house_adds_words_that_do_not_tell_organisations_apart(tmp_path: Path) -> None:
    (tmp_path / "vi").mkdir()
    (tmp_path / "vi" / "org_words_shared.txt").write_text("liên hiệp\n", encoding="utf-8")
    known = [Position(title="Trưởng phòng", organisation="Liên hiệp Dệt may")]
    found = {"positions": [{"title": "Giám đốc", "organisation": "Liên hiệp Đường sắt"}]}
    assert in_accord(known, found)
    lexicon.use([tmp_path])
    assert not in_accord(known, found)


def test_a_byte_order_mark_is_no_part_of_the_first_entry(tmp_path: Path) -> None:
    (tmp_path / "fr").mkdir()
    (tmp_path / "fr" / "related.txt").write_text("À lire aussi\n", encoding="utf-8-sig")
    lexicon.use([tmp_path])
    assert "À lire aussi" in lexicon.everything("related")


def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(LookupError, match="no lexicon folder"):
        lexicon.use([tmp_path / "gone"])


def test_a_list_that_no_rule_reads_is_named(tmp_path: Path) -> None:
    (tmp_path / "vi").mkdir()
    (tmp_path / "vi" / "title.txt").write_text("x\n", encoding="utf-8")
    with pytest.raises(LookupError, match=r"title\.txt is no list .* titles\.txt"):
        lexicon.use([tmp_path])


@pytest.mark.parametrize(
    ("name", "entry", "fault"),
    [
        ("event_kinds", "festival: Lễ rước đèn", "must begin with one of .*ceremony:"),
        ("event_kinds", "Lễ rước đèn", "must begin with one of .*ceremony:"),
        ("event_words", "hodl: cử hành", "must begin with one of .*hold:"),
        ("titles", "orgs: Chairman", "may begin with no flag but english:, org:, stage:$"),
        ("dek_words", "hôm nay", "must end in a number"),
        ("caption_words", "hôm nay nan", "must end in a number"),
    ],
)
def test_an_entry_that_no_rule_understands_is_named(
    tmp_path: Path, name: str, entry: str, fault: str
) -> None:
    """A kind of event that there is not was accepted and published, a weight left out ended the import."""
    (tmp_path / "fr").mkdir()
    path = tmp_path / "fr" / f"{name}.txt"
    path.write_text(f"# Của nhà\n{entry}\n", encoding="utf-8")
    with pytest.raises(LookupError, match=f"{name}.txt: '{entry}' {fault}"):
        lexicon.use([tmp_path])


def test_entries_with_the_flags_and_weights_of_the_list_pass(tmp_path: Path) -> None:
    (tmp_path / "vi").mkdir()
    (tmp_path / "vi" / "event_kinds.txt").write_text("anniversary verb: mừng thọ\n", encoding="utf-8")
    (tmp_path / "vi" / "titles.txt").write_text("Quan lang\norg: Hương cả\n", encoding="utf-8")
    (tmp_path / "vi" / "dek_words.txt").write_text("hôm nay -0.5\n", encoding="utf-8")
    lexicon.check(tmp_path)
    lexicon.check(Path(lexicon.__file__).parent)


def test_a_list_outside_the_folder_of_a_language_is_named(tmp_path: Path) -> None:
    """It was passed over without a word."""
    (tmp_path / "titles.txt").write_text("Quan lang\n", encoding="utf-8")
    with pytest.raises(LookupError, match=r"titles\.txt is in no folder of a language, such as .*vi/titles"):
        lexicon.use([tmp_path])


def test_a_list_that_is_no_file_is_named(tmp_path: Path) -> None:
    (tmp_path / "vi" / "titles.txt").mkdir(parents=True)
    with pytest.raises(LookupError, match=r"titles\.txt cannot be read: Is a directory"):
        lexicon.use([tmp_path])


@pytest.mark.parametrize("language", ["vi", "en"])
def test_every_list_has_entries_and_none_twice(language: str) -> None:
    folder = Path(lexicon.__file__).parent / language
    for path in folder.glob("*.txt"):
        entries = lexicon.load(language, path.stem)
        assert entries, path.name


def test_no_house_is_called_like_what_a_line_is_labelled_with() -> None:
    houses = {entry.casefold() for entry in lexicon.everything("agencies")}
    for labels in ("byline_labels", "widgets", "footers", "related", "buttons", "pointers"):
        assert houses.isdisjoint(map(str.casefold, lexicon.everything(labels))), labels


def test_a_title_that_ran_into_the_lead_is_mentioned() -> None:
    glued = "Hội nghị nước sạch họp tại Lâm Trà Ngày 3/4, đoàn công tác tới dự hội nghị nước sạch ở Lâm Trà."
    assert any("run into the lead" in warning for warning in parse(glued.encode()).warnings)
    parted = (
        "Hội nghị nước sạch họp tại Lâm Trà\nNgày 3/4, đoàn công tác tới dự hội nghị nước sạch ở Lâm Trà."
    )
    assert not parse(parted.encode()).warnings


def test_letters_that_were_lost_are_mentioned() -> None:
    data = STORY.encode()
    warnings = parse(data[:20] + b"\xff" + data[20:]).warnings
    assert any("encoding" in warning for warning in warnings)
    assert any("could not be read: 1" in warning for warning in warnings)


def test_a_line_as_long_as_a_text_is_not_held_on_to() -> None:
    asked: list[str] = []
    read = lexicon.kept_last(10)(asked.append)
    short, long = "Lam Hồng", "Cầu Trà " * 1_000
    for line in (short, short, long, long):
        read(line)
    assert asked == [short, long, long]
