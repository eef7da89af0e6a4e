"""Stories stored as fields: heads of Markdown files, JSON, rows of tables."""

import json
import time
from contextlib import suppress

import pytest

from articles.files import RawFile, read_files
from articles.files.refusals import EMPTY_ROW, NO_OBJECT
from articles.text.files.decode import decode
from articles.text.files.records import record_text
from articles.text.parse import parse
from articles.text.types import ParsedArticle, Unreadable

BODY = [
    "Sáng 5/3, cầu Trà dài 240 m đã thông xe sau hai năm thi công, nối hai bờ sông của xã Lâm Trà.",
    "Ông Hà Văn Lộc, Chủ tịch UBND xã Lâm Trà, cho biết cầu rút ngắn 12 km đường đến trường của học sinh.",
    "Xã sẽ trồng cây hai bên đường dẫn trong tháng tới.",
]
TITLE = "Cầu Trà thông xe sau hai năm thi công"
DEK = "Người dân hai bờ sông Trà không còn phải đi đò, nhất là vào mùa nước lớn."
STORED = {
    "url": "https://xudoai.example.vn/cau-tra.html",
    "title": TITLE,
    "summary": DEK,
    "published_at": "2024-03-05T07:00:00Z",
    "author": "Tạ Lam Hồng",
    "content": "\n".join(BODY),
}


def lines_of(text: str) -> str | None:
    told = record_text(text)
    return told and told.text


def assert_is_the_story(article: ParsedArticle, *, dek: str = DEK) -> None:
    page = article.structure
    assert (page.title, page.title_proposed, page.dek, page.published) == (
        TITLE,
        False,
        dek,
        "2024-03-05T14:00:00+07:00",
    )
    assert [paragraph.text for paragraph in page.paragraphs] == BODY
    assert page.byline == ("Tạ Lam Hồng",)
    assert [person.name for person in article.people] == ["Hà Văn Lộc"]


HEADS = {
    "quoted": f"""---
layout: post
title: "{TITLE}"
date: 2024-03-05 14:00:00 +0700
description: '{DEK}'
author: Tạ Lam Hồng
tags: [cầu, "xã hội"]
---
""",
    "plain, with lists": f"""---
title: {TITLE}
url: https://xudoai.example.vn/cau-tra.html
date: 2024-03-05T07:00:00Z
summary: >-
  Người dân hai bờ sông Trà không còn phải đi đò,
  nhất là vào mùa nước lớn.
# ai viết
authors:
  - Tạ Lam Hồng
tags:
- cầu
- xã hội
---
""",
    "in TOML": f"""+++
title = "{TITLE}"
date = 2024-03-05T14:00:00+07:00
summary = "{DEK}"
author = "Tạ Lam Hồng"
[params]
draft = false
+++
""",
    "in Vietnamese": f"""---
Tiêu đề: {TITLE}
Ngày đăng: 05/03/2024 14:00
Sapo: {DEK}
Tác giả: Tạ Lam Hồng
---
""",
}


@pytest.mark.parametrize("head", HEADS)
def test_the_head_of_a_markdown_file_says_what_the_story_is_called(head: str) -> None:
    assert_is_the_story(parse((HEADS[head] + "\n" + "\n\n".join(BODY)).encode()))


@pytest.mark.parametrize(
    "text",
    [
        "---\nGhi chú: ngày mai\n---\nCầu Trà thông xe.",
        "---\nSáng 5/3, cầu Trà thông xe.\n---\nHết.",
        "---\n\nCầu Trà thông xe.",
        "+++ Cầu Trà thông xe +++",
        "---\n" * 3,
        "---\ntitle: Cầu Trà\nkhông có vạch thứ hai",
        "[Ảnh] Cầu Trà thông xe",
        "{Cầu Trà} thông xe",
        "---\nPV: Thưa ông, vì sao?\nÔng Lộc: Vì mưa lũ.\n---\nCầu Trà thông xe.",
        "---\nThời gian: 8 giờ 5/3\nĐịa điểm: nhà văn hóa\n---\nCầu Trà thông xe.",
    ],
)
def test_what_only_looks_like_a_head_or_like_data_stays(text: str) -> None:
    assert decode(text.encode()).text == text


def test_text_below_a_head_without_a_name_that_is_known_is_kept() -> None:
    assert lines_of("---\nid: 5\nkind: note\n---\nCầu Trà thông xe.") == "Cầu Trà thông xe."


@pytest.mark.parametrize(
    "stored",
    [
        STORED,
        [STORED],
        {**STORED, "author": {"@type": "Person", "name": "Tạ Lam Hồng", "url": "https://xudoai.example.vn/a"}},
        {**STORED, "published_at": 1709622000},
        {**STORED, "published_at": 1709622000000},
        {**STORED, "published_at": "1709622000"},
        {**STORED, "published_at": "1709622000000.0"},
        {"status": "ok", "data": {"count": 1, "article": STORED}},
        {**STORED, "title": {"rendered": TITLE}, "content": {"rendered": "".join(f"<p>{line}</p>" for line in BODY)}},
        {**STORED, "content": BODY},
        {**STORED, "content": [BODY[0], {"type": "image", "caption": "Cầu"}, *({"text": line} for line in BODY[1:])]},
        {**STORED, "content": "".join(f"<p>{line}</p>" for line in BODY)},
        {
            "headline": TITLE, "description": DEK, "datePublished": "2024-03-05T14:00:00+07:00",
            "author": ["Tạ Lam Hồng"], "articleBody": "\n".join([TITLE, *BODY]),
        },
    ],
)  # fmt: skip
def test_an_object_of_json_is_a_story(stored: object) -> None:
    assert_is_the_story(parse(json.dumps(stored, ensure_ascii=False).encode()))


def test_a_text_that_is_stored_as_one_string_is_a_page() -> None:
    found = parse(json.dumps("\n".join([TITLE, *BODY])).encode()).structure
    assert found.title == TITLE
    assert [paragraph.text for paragraph in found.paragraphs] == BODY


LABELS = {
    "in English": f"""Title: {TITLE}
Published: 2024-03-05 14:00
Author: Tạ Lam Hồng
URL: https://xudoai.example.vn/cau-tra.html
Description: {DEK}
Content:
""",
    "in Vietnamese, with the text behind its label": f"""Nguồn: https://xudoai.example.vn/cau-tra.html

TIÊU ĐỀ: {TITLE}
Sapo : {DEK}
Thời gian: 05/03/2024 14:00
Tác giả: Tạ Lam Hồng
Nội dung: """,
    "below the name of the file": f"""cau-tra-123.html
Mã bài: 123
Tiêu đề: {TITLE}
Ngày đăng: 14:00 05/03/2024
Tác giả: Tạ Lam Hồng

{DEK}

""",
}


@pytest.mark.parametrize("labels", LABELS)
def test_labels_above_a_text_say_what_they_say(labels: str) -> None:
    assert_is_the_story(parse((LABELS[labels] + "\n".join(BODY)).encode()))


@pytest.mark.parametrize(
    "head",
    [
        "URL: https://xudoai.example.vn/cau-tra.html\n",
        "Link: https://xudoai.example.vn/cau-tra.html\nID: 123\n\n",
        "bai-viet-0123.txt\n\n",
        "Từ: Tòa soạn <toasoan@xudoai.example.vn>\nGửi: Thứ Tư, 6 tháng 3, 2024 6:40 SA\nĐến: Ban biên tập\n"
        "Chủ đề: Bài cho số ngày mai\n\n",
    ],
)
def test_what_says_where_a_file_came_from_is_nothing_of_its_story(head: str) -> None:
    story = "\n".join([TITLE, *BODY])
    assert lines_of(head + story) == story


def test_what_a_letter_is_about_is_the_title_of_its_text() -> None:
    head = "From: Bản tin <bantin@xudoai.example.vn>\nDate: Thứ Ba, 05/03/2019 15:33\nSubject: Fwd: {}\n\n"
    found = parse((head.format(TITLE) + "\n\n".join(BODY)).encode()).structure
    assert (found.title, found.published) == (TITLE, "2019-03-05T15:33:00+07:00")
    assert [paragraph.text for paragraph in found.paragraphs] == BODY
    other = parse((head.format("Bài cho số ngày mai") + "\n\n".join([TITLE, *BODY])).encode()).structure
    assert (other.title, [paragraph.text for paragraph in other.paragraphs]) == (TITLE, BODY)


@pytest.mark.parametrize(
    "text",
    [
        "Thời gian: 8 giờ ngày 5/3\nĐịa điểm: nhà văn hóa xã\nNội dung: lễ thông xe cầu Trà",
        "Tác giả: Tạ Lam Hồng\nNguồn: Báo Xứ Đoài\nSáng 5/3, cầu Trà thông xe.",
        "Chủ đề: cầu và đường\nSáng 5/3, cầu Trà thông xe.",
        "Gửi: bà con xã Lâm Trà\nTừ: Ủy ban\nSáng 5/3, cầu Trà thông xe.",
        "Từ: ngày 5/3\nĐến: ngày 8/3\nĐịa chỉ: 12 Tràng Tiền, Hà Nội\nLễ thông xe cầu Trà.",
        "Địa chỉ: 12 Tràng Tiền, Hà Nội\nLễ thông xe cầu Trà.",
        "Lâm Trà: cầu đã thông xe\nSáng 5/3, cầu Trà thông xe.",
        "Cầu Trà thông xe\nTiêu đề: Cầu Trà",
        "URL: https://xudoai.example.vn/cau-tra.html",
    ],
)
def test_other_labels_are_left_to_the_reader_of_pages(text: str) -> None:
    assert lines_of(text) is None


def test_where_something_takes_place_is_no_address_of_the_file() -> None:
    text = f"Tiêu đề: {TITLE}\nID: 5\nĐịa chỉ: 12 đường Cầu, xã Lâm Trà\n\n{BODY[0]}"
    assert lines_of(text) == f"{TITLE}\nĐịa chỉ: 12 đường Cầu, xã Lâm Trà\n\n{BODY[0]}"


def test_who_signs_for_a_site_is_named_and_an_address_is_not() -> None:
    page = parse(
        json.dumps({**STORED, "author": "Lam Hồng/XUDOAI.VN", "source": "xudoai.vn"}).encode()
    ).structure
    assert (page.byline, page.agencies) == (("Lam Hồng",), ("XUDOAI.VN",))


def test_labels_that_stand_twice_are_both_read_down_to_the_last_line() -> None:
    text = f"Tiêu đề: {TITLE}\nTác giả: Tạ Lam Hồng\nẢnh: Hà Sơn\nTác giả: Vi Kha\nNội dung: {BODY[0]}"
    assert lines_of(text.replace("Ảnh: Hà Sơn\n", "")) == f"{TITLE}\nTác giả: Tạ Lam Hồng, Vi Kha\n{BODY[0]}"
    assert "Hà Sơn" in str(lines_of(text))


def test_labels_above_the_text_need_no_title_where_its_own_label_stands() -> None:
    text = f"Tác giả: Tạ Lam Hồng\nChuyên mục: Xã hội\nTóm tắt: {DEK}\nNội dung:\n" + "\n".join(BODY)
    page = parse(text.encode()).structure
    assert (page.title_proposed, page.byline, page.section) == (True, ("Tạ Lam Hồng",), "Xã hội")
    assert [paragraph.text for paragraph in page.paragraphs][-len(BODY) :] == list(BODY)


@pytest.mark.parametrize("moment", [253402300799000, "9999-12-31T23:59:59Z", "0001-01-01T00:00:00+14:00"])
def test_a_moment_beyond_the_calendar_is_none(moment: object) -> None:
    assert BODY[0] in str(lines_of(json.dumps({"title": TITLE, "date": moment, "text": BODY[0]})))


def test_a_source_that_is_no_address_is_told_below_the_text() -> None:
    page = parse(json.dumps({**STORED, "source": "TTXVN"}).encode()).structure
    assert page.agencies == ("TTXVN",)
    assert (
        parse(json.dumps({**STORED, "source": "https://xudoai.example.vn"}).encode()).structure.agencies == ()
    )


def test_a_crawlers_midnight_is_a_day_without_an_hour() -> None:
    for day in ("2018-11-12 00:00:00", {"$date": "2018-11-12T00:00:00"}):
        assert lines_of(json.dumps({"date_publish": day, "maintext": BODY[0]})) == f"2018-11-12\n{BODY[0]}"


def test_what_no_field_tells_is_not_made_up() -> None:
    stored = {
        "id": 5,
        "tags": ["cầu"],
        "author": "https://xudoai.example.vn/tac-gia",
        "text": BODY[0],
        "date": True,
    }
    assert lines_of(json.dumps(stored)) == BODY[0]


def test_a_dek_that_is_the_first_paragraph_is_not_told_twice() -> None:
    assert lines_of(json.dumps({"title": TITLE, "summary": BODY[0], "text": "\n".join(BODY)})) == "\n".join(
        [TITLE, *BODY]
    )


def test_half_a_letter_in_json_is_no_fault() -> None:
    assert decode(b'{"title": "B\\ud800a", "text": "C\\udfff"}').text == "B\ufffda\nC\ufffd"


@pytest.mark.parametrize(
    "data",
    [
        [STORED, STORED],
        {"name": "newsroom", "version": 5},
        [1, 2],
        {"content": [STORED, STORED]},
        {"first": STORED, "second": STORED},
        {"file": "a.txt", "outcome": "created", "title": TITLE, "body": BODY},
    ],
)
def test_other_data_is_refused_with_the_cure(data: object) -> None:
    with pytest.raises(Unreadable, match=r"JSON.*jsonl"):
        parse(json.dumps(data).encode())


def test_an_object_a_line_is_refused_outside_a_jsonl() -> None:
    line = json.dumps(STORED)
    with pytest.raises(Unreadable, match=r"JSON.*\.jsonl"):
        parse(f"{line}\n{line}\n".encode())


@pytest.mark.parametrize("cut", [slice(0, -9), slice(0, 40)])
@pytest.mark.parametrize("stored", [STORED, [STORED]])
def test_data_that_is_cut_short_is_no_text(stored: object, cut: slice) -> None:
    with pytest.raises(Unreadable, match=r"JSON.*damaged"):
        parse(json.dumps(stored, ensure_ascii=False)[cut].encode())


def rows(path, limit=10_000):
    return list(read_files([path], max_bytes=limit))


def test_rows_of_jsonl_are_stories_with_their_fields(tmp_path) -> None:
    (tmp_path / "t.jsonl").write_text(f"{json.dumps(STORED)}\n{json.dumps({'content': 'Một', 'id': 5})}\n")
    first, second = rows(tmp_path / "t.jsonl")
    assert (first.name, first.nameless) == ("1", True)
    assert_is_the_story(parse(first.data))
    assert second == RawFile("2", "Một".encode(), nameless=True)


@pytest.mark.parametrize(("suffix", "mark"), [("csv", ","), ("csv", ";"), ("csv", "\t"), ("tsv", "\t")])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_rows_of_a_table_are_stories(tmp_path, suffix: str, mark: str, encoding: str) -> None:
    quoted = ['"' + value.replace('"', '""') + '"' for value in STORED.values()]
    table = f"{mark.join(STORED)}\n{mark.join(quoted)}\n\n{mark * 5}Một\n{mark * 4}\n"
    (tmp_path / f"t.{suffix}").write_text(table, encoding=encoding)
    first, second, third = rows(tmp_path / f"t.{suffix}")
    assert_is_the_story(parse(first.data))
    assert second.data == "Một".encode()
    assert (third.name, third.refused) == ("4", EMPTY_ROW)


def test_a_row_whose_text_is_empty_is_told_so(tmp_path) -> None:
    """It is an object, and the columns have their names: the cure lies elsewhere."""
    (tmp_path / "t.jsonl").write_text('{"title": "Một", "content": ""}\n{"id": 7, "length": "Hai"}\n["Ba"]\n')
    assert [raw.refused for raw in rows(tmp_path / "t.jsonl")] == [EMPTY_ROW, EMPTY_ROW, NO_OBJECT]


def test_a_table_is_refused_with_the_cure_when_none_of_its_columns_is_the_text(tmp_path) -> None:
    (tmp_path / "t.csv").write_text("id,title\n1,Một\n")
    (raw,) = rows(tmp_path / "t.csv")
    assert (raw.name, "content" in raw.refused) == ("t.csv", True)


def test_a_table_in_another_encoding_is_refused(tmp_path) -> None:
    (tmp_path / "t.csv").write_bytes(b"title,content\nM\xe9t,Hai\n")
    assert "UTF-8" in rows(tmp_path / "t.csv")[-1].refused


def test_a_table_may_have_spaces_behind_its_commas(tmp_path) -> None:
    (tmp_path / "t.csv").write_text('title, content\nMột, "Hai, ba"\n')
    (raw,) = rows(tmp_path / "t.csv")
    assert json.loads(raw.data) == {"title": "Một", "content": "Hai, ba"}


def test_a_row_of_more_cells_than_columns_loses_nothing_in_silence(tmp_path) -> None:
    (tmp_path / "t.csv").write_text("title,content\nMột,Hai, ba, bốn\nNăm,Sáu,,\n")
    bad, good = rows(tmp_path / "t.csv")
    assert (bad.name, "more cells" in bad.refused) == ("1", True)
    assert json.loads(good.data) == {"title": "Năm", "content": "Sáu"}


@pytest.mark.parametrize("end", ['"Bốn\nNăm,Sáu\n', '"Bốn\nNăm,"Sáu"\n'])
def test_rows_that_an_open_quotation_mark_makes_one_are_refused(tmp_path, end: str) -> None:
    (tmp_path / "t.csv").write_text(f'title,content\nMột,"Hai\nhai ""ba"""\nBa,{end}')
    good, bad = rows(tmp_path / "t.csv")
    assert json.loads(good.data) == {"title": "Một", "content": 'Hai\nhai "ba"'}
    assert (bad.name, "left open" in bad.refused) == ("2", True)


def test_a_quotation_mark_left_open_does_not_take_a_table_into_memory(tmp_path) -> None:
    (tmp_path / "t.csv").write_text('title,content\nMột,Hai\nBa,"' + "bốn\n" * 20_000)
    good, bad = rows(tmp_path / "t.csv")
    assert json.loads(good.data) == {"title": "Một", "content": "Hai"}
    assert "larger than" in bad.refused


def test_an_import_does_not_take_its_own_report_for_stories(tmp_path) -> None:
    (tmp_path / "report.csv").write_text(f"file,outcome,title,body\na.txt,created,{TITLE},{BODY[0]}\n")
    (raw,) = rows(tmp_path / "report.csv")
    assert "table" in raw.refused


@pytest.mark.parametrize(
    "text",
    [f'{{"text": {"[" * 900}"a"{"]" * 900}, "date": {"[" * 900}1{"]" * 900}}}',
     "[" * 100_000, "{" * 100_000, '{"a":' * 50_000, "---\n" * 100_000, "---\n" + "a: b\n" * 200_000,
     "---\n" + "a" * 500_000 + "\n---\n", "---\na: " + "'" * 500_000 + "\n---\n", "{" + " " * 500_000,
     "Title: a\n" * 100_000, "Title:" + " " * 500_000, "a " * 250_000, "Title: a\n" + "ID: " * 100_000,
     "+++\n" + "a -" * 100_000],
)  # fmt: skip
def test_hostile_heads_and_data_cost_no_more_than_their_length(text: str) -> None:
    begin = time.process_time()
    with suppress(Unreadable):
        record_text(text)
    assert time.process_time() - begin < 1


@pytest.mark.parametrize(
    "named",
    [
        {"title": "Tin ngắn"},
        {"title": "Giá vàng 5/3"},
        {"title": TITLE, "summary": "Sáng 5/3, cầu Trà được thông xe, theo Sở Giao thông Vận tải Lâm Trà."},
        {"title": TITLE, "summary": "Ông Kha được cử làm Trưởng ban Quản lý cầu Trà, thay ông Vi."},
        {"title": "Clip: Người dân chạy qua cầu Trà", "summary": "Cầu Trà thông xe khiến nhiều người vui mừng..."},
        {"title": "Cầu Trà", "summary": "Mời quý vị đón xem"},
    ],
)  # fmt: skip
def test_what_a_field_names_as_headline_or_dek_is_that_whatever_it_looks_like(named: dict[str, str]) -> None:
    article = parse(json.dumps({**named, "content": "\n".join(BODY)}).encode())
    page = article.structure
    assert (page.title, page.dek, page.title_proposed) == (named["title"], named.get("summary", ""), False)
    assert [paragraph.text for paragraph in page.paragraphs] == BODY
    assert not page.captions
    assert [line.kind for line in page.lines[:3]].count("title") == 1
    assert [article.text[slice(*span)] for span in page.title_spans] == [named["title"]]


def test_a_section_that_a_crawler_names_as_headline_takes_not_the_place_of_the_pages_own() -> None:
    page = parse(
        json.dumps({"title": "Tin tức", "content": "\n".join([TITLE, "", *BODY])}).encode()
    ).structure
    assert page.title == TITLE


def test_a_photo_stays_at_its_place_where_the_dek_above_was_read_as_a_paragraph() -> None:
    dek = "Sáng 5/3, cầu Trà được thông xe, theo Sở Giao thông Vận tải Lâm Trà."
    story = [BODY[0], "Người dân qua cầu. Ảnh: Hà Sơn", *BODY[1:]]
    page = parse(json.dumps({"title": TITLE, "summary": dek, "content": "\n".join(story)}).encode()).structure
    assert [caption.after_paragraph for caption in page.captions] == [1]


@pytest.mark.parametrize(
    "section", ["Kinh tế số và chuyển đổi xanh", "Gia đình - Pháp luật", "Tin nóng", "Xe 360"]
)
def test_what_a_field_names_as_section_is_that_and_no_headline(section: str) -> None:
    page = parse(json.dumps({**STORED, "title": "Vì sao cầu Trà?", "category": section}).encode()).structure
    assert (page.section, page.title, page.dek) == (section, "Vì sao cầu Trà?", DEK)


@pytest.mark.parametrize("label", ["the-gioi-xa", "Trang chủ", "Tin nổi bật", "Báo Xứ Đoài", "xudoai.vn"])
def test_a_name_for_programs_a_label_and_the_house_are_no_section(label: str) -> None:
    assert parse(json.dumps({**STORED, "category": label}).encode()).structure.section == ""


def test_a_section_that_is_a_way_is_read_as_one() -> None:
    page = parse(json.dumps({**STORED, "category": "Trang chủ > Kinh tế"}).encode()).structure
    assert (page.section, page.title) == ("Kinh tế", TITLE)


def test_a_house_that_is_named_as_headline_is_none() -> None:
    page = parse(json.dumps({"title": "Báo Xứ Đoài", "content": "\n".join(BODY)}).encode()).structure
    assert page.title_proposed
