"""The sample collection's people and events against gold written by hand: everything compared, evidence
checked."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.text.dates.edtf import PartialDate
from articles.text.events.find import find_events
from articles.text.layout.structure import structure
from articles.text.people.find import find_people
from tests.growth import grows_with_size, growth
from tests.stories import story

ROOT = Path(__file__).parent
TEXTS = sorted((ROOT.parent / "fixtures" / "texts").glob("*.txt"))


def found_in(path):
    text = path.read_bytes().decode()
    page = structure(text)
    people = find_people(text, page)
    return text, page, people, find_events(text, page, people)


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.stem[:3])
def test_people_and_events_are_those_of_the_gold(path):
    _, _, people, events = found_in(path)
    gold = json.loads((ROOT / "gold" / f"{path.stem}.entities.json").read_text(encoding="utf-8"))
    assert [
        {
            "name": p.name,
            "role": p.role,
            "country": p.country,
            "positions": [position._asdict() for position in p.positions],
            "sure": p.sure,
            "mentions": len(p.spans),
        }
        for p in people
    ] == gold["people"]
    assert [
        {
            "name": e.name,
            "kind": e.kind,
            "date": e.date,
            "date_inferred": e.date_inferred,
            "place": e.place,
            "participants": list(e.participants),
            "sure": e.sure,
        }
        for e in events
    ] == gold["events"]


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.stem[:3])
def test_evidence_lies_in_the_story(path):
    text, page, people, events = found_in(path)
    story = [s for p in page.paragraphs for s in p.spans] + [s for c in page.captions for s in c.spans]
    story += [*page.title_spans, *page.dek_spans]
    spans = [s for p in people for s in (*p.spans, *p.role_spans)]
    spans += [s for e in events for s in (*e.spans, *e.date_spans)]
    for span in spans:
        assert any(part.start <= span.start < span.end <= part.end for part in story), text[slice(*span)]
    for person in people:
        assert text[slice(*person.spans[0])] == person.name
        assert all(text[slice(*span)].split()[-1] in person.name for span in person.spans)


def test_the_year_is_inferred_from_four_places_of_003():
    text, _, _, events = found_in(TEXTS[3])
    dialogue = next(event for event in events if event.kind == "dialogue")
    assert [text[slice(*span)] for span in dialogue.date_spans] == [
        "6/7", "năm 2021", "năm 2021", "tháng 3/2021", "24/4/2021",
    ]  # fmt: skip


WORDS = """
Bộ trưởng|Thứ trưởng|Chủ tịch|UBND|tỉnh|huyện|Hà|Nội|Nguyễn|Văn|Lam|Khê|ông|bà|các đồng chí|:|,|;|.|-|–|(|)|“
Hàn Quốc|của|nước chủ nhà|PGS.TS.|M.|Han|Dae-su|van|der|ngày|sáng|6|9/12|31/2|tháng|năm|2021|từ|đến|và|hội đàm
họp báo|chủ trì|thứ Sáu|Chủ nhật|tuần tới|Ông|bà|tên tuổi|như|có chủ đề|lễ|công bố|các bộ|ngành|phụ trách|SN 1960|‘
thăm|tiếp|Hội nghị|lần thứ|tại|cùng ngày|kỷ niệm|nguyên|phó|kiêm|là|TP|!|…|'|99|Tập đoàn|ơ|mời|"
"""
PIECES = st.sampled_from(
    [piece for line in WORDS.strip().splitlines() for piece in line.split("|")] + ["\n", "\u00a0"]
)


@given(st.lists(PIECES, max_size=60).map(" ".join) | st.text(max_size=200))
def test_any_text_can_be_read(text):
    page = story(text, title=bool(text.strip()), published="2021-05-06")
    people = find_people(text, page, known={"Lam Khê": "Trần Lam Khê"})
    events = find_events(text, page, people)
    names = {person.name for person in people}
    for span in [s for p in people for s in p.spans + p.role_spans] + [s for e in events for s in e.spans]:
        assert 0 <= span.start < span.end <= len(text)
    for event in events:
        assert event.name
        assert set(event.participants) <= names
        assert event.date is None or PartialDate.parse(event.date)


UNITS = """
ông
các đồng chí:
tân
nguyên Phó
Bộ trưởng,
Bộ trưởng Ngoại giao, Bí thư Tỉnh ủy,
NGUYỄN VĂN LAM,
Lê Văn Lam,
Lê Lam (40 tuổi),
Lê Văn Lam -
Lê Văn Lam và
Lê Văn Lam, con trai Lê Văn Sơn,
,
-
“
(
A. B.
Seung-
van der
Bộ trưởng nước chủ nhà Lê Văn Lam,
Bộ trưởng nước này Lê Văn Lam,
Lê Văn Lam, Bộ trưởng,
của Bộ
Công ty
xã Lam Trà
Bộ trưởng Bộ Lam{n} Lê Văn Sơn,
ông Lê Văn Lam, ông Lam
Bộ trưởng Lê Kha{n} Lam, Bộ trưởng Lam,
ông Kha{n} Lam¶
ông John Smith{n}, ông Smith{n},
ông John{n} Smith, bà Smith,
Tổng thống Abc{n} gặp Tổng thống Abc.
ca sĩ Lam{n} Anh
Anna Holter{n} nói.
Lê Văn Sơn¶
ông Lê Văn A{n}x, Chủ tịch Hội, nói.¶
các ca sĩ: Lam Anh, Thu Lam,
mời ông Lê Văn Lam, Bí thư, Tổng thống Lào,
tiếp Đại sứ các nước Lào, Peru,
Lê Văn Lam, Phó Giám đốc và
T.P Lam Trà
Sau lễ đón, Lê Văn Lam hội đàm với Lê Văn Sơn.
Thủ tướng tiếp
ngày 6/7
6, 7 và 8/9
ngày 6 - 9/12
cùng ngày
tháng 3, cùng ngày
năm 2021
trong năm 2021, ngày {d}/7
ngày {d}/7/2020, ngày {d}/1
trong năm 2021, ngày {d}/7¶
họp báo
chiều thứ Sáu,
sáng nay
hội đàm với
kỷ niệm 10 năm
đã được khánh thành
cầu Lam Trà được khánh thành
Hội nghị Lam Trà
Hội nghị Lam{n} họp ngày {d}/7.¶
lễ ký
Ngày 6/7, Lê Văn Lam gặp Lê Văn Sơn,
chuyến thăm Lào của ông Lê Sơn
Lê Lam thăm Lào và
Ông sẽ thăm Lào.
tại Huế
mời ông Lê Sơn và ông Lê Lam và
Ông Lê Lam{n} gặp bà Lê Sơn{n} ngày {d}/7.
Bộ trưởng Lam{n} gặp Bộ trưởng Kha{n}.
SỞ Y TẾ cho hay ông LÊ VĂN LAM{n} đã tiếp bà con
Lê Lam (tức Sơn, SN 1990) và “Kha”
Ca sĩ - nhạc sĩ,
"""
LETTERS = str.maketrans("01234567", "aeikmntu")


@pytest.mark.parametrize("unit", UNITS.strip().splitlines())
def test_work_grows_with_the_text_and_no_faster(unit):
    """The same words again, on one line unless `¶` ends it, with another name each time where `{n}` stands."""

    def find(length):
        text = "".join(
            f"{unit} ".format(n=f"{n:o}".translate(LETTERS), d=n % 28 + 1) for n in range(length // len(unit))
        )
        page = story(text.replace("¶ ", "\n").strip())
        find_events(text, page, find_people(text, page))

    assert growth(find, 3_000) < 5.5


def test_time_grows_with_the_text_and_no_faster():
    unit = "Bộ trưởng Ngoại giao Tạ Lam Sơn, Chủ tịch UBND tỉnh Nguyễn 6/7 (và 8/9/2020, thăm Lào tại Huế - "
    other = "Ngày 6/7/2021, ông Lê Sơn{n} tiếp bà Hoa. Trong năm 2021, Hội nghị Lam{n} Trà họp ngày 7/8.\n"

    def find(times):
        text = unit * times + "".join(other.format(n=n) for n in range(times))
        page = story(text)
        find_events(text, page, find_people(text, page))

    assert grows_with_size(find, 100)
