"""Pages taken apart: the five sample files in full, and invented pages of every layout in the dirt catalogue.

`pages/*.txt` hold a page, `===`, and what must be found: one `field: value` a line, `;` between
several. A field that is not named must be empty. `title?` is how a proposed title must begin;
`body N: first words … last words`.
"""

import json
from collections import defaultdict
from pathlib import Path

import pytest

from articles.text.explain import explain
from articles.text.files.decode import decode
from articles.text.layout.bylines import Signature, read_signature
from articles.text.layout.headline import propose
from articles.text.layout.published import read_stamp
from articles.text.layout.structure import structure
from articles.text.types import Structure

HERE = Path(__file__).parent
SEEDS = sorted((HERE.parent / "fixtures" / "texts").glob("*.txt"))
PAGES = sorted((HERE / "pages").glob("*.txt"))


def found_in(path: Path) -> tuple[str, Structure]:
    text = decode(path.read_bytes()).text
    return text, structure(text)


@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.stem[:3])
def test_the_sample_files_are_right_in_everything(path: Path) -> None:
    text, found = found_in(path)
    gold = json.loads((HERE / "gold" / f"{path.stem}.structure.json").read_text(encoding="utf-8"))
    assert {
        "title": found.title,
        "title_proposed": found.title_proposed,
        "dek": found.dek,
        "section": found.section,
        "published": found.published,
        "dateline": found.dateline,
        "paragraphs": [paragraph.text for paragraph in found.paragraphs],
        "captions": [
            {name: value for name, value in caption._asdict().items() if name != "spans"}
            for caption in found.captions
        ],
        "byline": list(found.byline),
        "agencies": list(found.agencies),
        "notes": [text[start:end] for start, end in found.notes],
    } == gold


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_a_page_is_taken_apart(path: Path) -> None:
    page, _, expected = path.read_text(encoding="utf-8").partition("\n===\n")
    wanted = defaultdict(list)
    for line in expected.strip().splitlines():
        name, _, value = (
            line.partition(" ") if line.startswith(("title?", "dateline?", "body")) else line.partition(":")
        )
        wanted[name.strip()].append(value.strip())
    found = structure(page)

    if "title?" in wanted:
        assert found.title_proposed
        assert (found.title or "").startswith(wanted["title?"][0])
    else:
        assert (found.title, found.title_proposed) == (wanted["title"][0], False)
    count, _, shape = wanted["body"][0].partition(": ")
    first, _, last = shape.partition(" … ")
    paragraphs = [paragraph.text for paragraph in found.paragraphs]
    assert paragraphs[0].startswith(first), explain(page, found)
    assert paragraphs[-1].endswith(last or first), explain(page, found)
    assert len(paragraphs) == int(count), explain(page, found)
    captions = [f"{photo.caption} | {photo.credit} | {photo.after_paragraph}" for photo in found.captions]
    assert [" ".join(line.split()) for line in captions] == [
        " ".join(line.split()) for line in wanted["caption"]
    ]
    for name in ("dek", "section", "published", "dateline"):
        if f"{name}?" not in wanted:
            assert (getattr(found, name) or "") == "".join(wanted[name]), name
    assert (
        list(found.byline) == "; ".join(wanted["byline"]).split("; ")
        if wanted["byline"]
        else not found.byline
    )
    assert (
        list(found.agencies) == wanted["agencies"][0].split("; ")
        if wanted["agencies"]
        else not found.agencies
    )
    assert [page[start:end] for start, end in found.notes] == wanted["note"]


def test_there_is_a_page_for_every_layout() -> None:
    assert len(PAGES) >= 40


def test_spans_show_where_each_part_stands() -> None:
    text = (
        "Thời sự\nCầu Trà thông xe\n"
        "(XĐ) - Sáng 4/2, cầu Trà dài 240 m đã thông xe sau hai năm thi công./.\nTHU HÀ\n"
    )
    found = structure(text)

    def shown(spans: tuple[tuple[int, int], ...]) -> list[str]:
        return [text[start:end] for start, end in spans]

    assert shown(found.section_spans) == ["Thời sự"]
    assert shown(found.title_spans) == ["Cầu Trà thông xe"]
    assert [name.strip() for name in shown(found.dateline_spans)] == ["(XĐ) -"]
    assert shown(found.paragraphs[0].spans) == [
        "Sáng 4/2, cầu Trà dài 240 m đã thông xe sau hai năm thi công."
    ]
    assert found.paragraphs[0].text == "Sáng 4/2, cầu Trà dài 240 m đã thông xe sau hai năm thi công."
    assert shown(found.byline_spans) == ["THU HÀ"]
    assert found.byline == ("Thu Hà",)


def test_the_collections_own_sections_are_known() -> None:
    page = (
        "Chuyện làng Trà\nCầu Trà thông xe sau hai năm\n"
        "Sáng 4/2, cầu Trà dài 240 m đã thông xe sau hai năm thi công."
    )
    assert structure(page).section == ""
    assert structure(page, sections=["Chuyện làng Trà"]).section == "Chuyện làng Trà"


def test_rows_of_marks_are_no_words_of_a_dek() -> None:
    dots, dashes = " ".join("•" * 40), " ".join("–" * 90)
    story = "Sáng 4/2, cầu Trà dài 240 m đã thông xe sau hai năm thi công."
    for lines in ([dots, dashes, dashes + " –"], [dots, story, story + " Xe chạy."], [story, dots, dashes]):
        assert structure("\n".join(["Cầu Trà thông xe", *lines])).dek == ""


def test_an_empty_text_is_an_empty_structure() -> None:
    found = structure("")
    assert (found.title, found.paragraphs, found.published) == (None, (), None)


@pytest.mark.parametrize(
    ("line", "published"),
    [
        ("14/05/2019 - 10:22", "2019-05-14T10:22:00+07:00"),
        ("09:31 | 08/02/2024", "2024-02-08T09:31:00+07:00"),
        ("09:31 | 08/02/2024 GMT+7", "2024-02-08T09:31:00+07:00"),
        ("Thứ tư, 12/06/2019 06:40", "2019-06-12T06:40:00+07:00"),
        ("06:15, 03/04/2018", "2018-04-03T06:15:00+07:00"),
        ("02-03-2024, 08:20 (GMT+7)", "2024-03-02T08:20:00+07:00"),
        ("Cập nhật: 11/10/2018", "2018-10-11"),
        ("20/10/2016", "2016-10-20"),
        ("20.10.2016", "2016-10-20"),
        ("Chủ nhật, 03/08/2025 16h05", "2025-08-03T16:05:00+07:00"),
        ("Thứ Ba, ngày 05/03/2024 14:00 PM (GMT+7)", "2024-03-05T14:00:00+07:00"),
        ("Ngày đăng: 5/3/2024 2:00 CH", "2024-03-05T14:00:00+07:00"),
        ("11/09/2018 | 12:13", "2018-09-11T12:13:00+07:00"),
        ("2023-08-01T09:30:00+07:00", "2023-08-01T09:30:00+07:00"),
        ("2023-08-01 09:30", "2023-08-01T09:30:00+07:00"),
        ("Ngày 5 tháng 7 năm 2020", "2020-07-05"),
        ("Thứ Sáu, 5 tháng 7, 2020 - 08:00", "2020-07-05T08:00:00+07:00"),
        ("July 6, 2021 | 16:19", "2021-07-06T16:19:00+07:00"),
        ("Tuesday, 6 July 2021", "2021-07-06"),
        ("10/09/2018 - 15:05 - 1.234 lượt xem", "2018-09-10T15:05:00+07:00"),
        ("Xã hội 12/06/2019 06:40", "2019-06-12T06:40:00+07:00"),
        ("Thứ Hai, ngày 12 tháng 6 năm 2019", "2019-06-12"),
        ("12:30 PM 31/10/2022 | Lượt xem: 1.234", "2022-10-31T12:30:00+07:00"),
        ("Cập nhật lúc 12:30 PM 31/10/2022", "2022-10-31T12:30:00+07:00"),
        ("Ngày phát hành: 08/01/2021 Lượt xem 1475", "2021-01-08"),
        ("Đã xem: 1234 Ngày 04/07/2013", "2013-07-04"),
        ("Thứ Năm, 04 Tháng Bảy 2013 14:39", "2013-07-04T14:39:00+07:00"),
        ("04 tháng năm 2013", "2013-05-04"),
        ("7/24/2013 2:39:00 PM", "2013-07-24T14:39:00+07:00"),
        ("12/06/19 06:40", "2019-06-12T06:40:00+07:00"),
        ("Cập nhật 04-07-2013 14:39 +07", "2013-07-04T14:39:00+07:00"),
        ("Wed, 12 Jun 2019 06:40:00 +0700", "2019-06-12T06:40:00+07:00"),
        ("Thứ tư - 12/06/2019 06:401230", "2019-06-12T06:40:00+07:00"),
        ("Posted on 12/06/2019 by admin", "2019-06-12"),
        ("Đăng bởi Lan Anh | 12/06/2019", "2019-06-12"),
        ("12/06/2019, 06:40 thuha", "2019-06-12T06:40:00+07:00"),
        ("6 giờ 40 phút, ngày 12-6-2019", "2019-06-12T06:40:00+07:00"),
        ("12 thg 6, 2019", "2019-06-12"),
        ("Jun 12 2019", "2019-06-12"),
        ("07 Thg6 2019", "2019-06-07"),
        ("06:40 - 12/06/2019 0 Xứ Đoài", "2019-06-12T06:40:00+07:00"),
        ("Lam Hà | Th 4, 12/06/2019 | 06:40", "2019-06-12T06:40:00+07:00"),
        ("Cập nhật: 13/06/2019 07:00 | Xuất bản: 12/06/2019 06:40", "2019-06-12T06:40:00+07:00"),
        ("12/06/2019 06:40 (Cập nhật: 16:00)", "2019-06-12T06:40:00+07:00"),
        ("2019-06-12T20:40:00Z", "2019-06-13T03:40:00+07:00"),
        ("12/06/2019 • 3 phút đọc", "2019-06-12"),
        ("12/06/2019 | 1.2K lượt xem", "2019-06-12"),
        ("Đăng ngày 12/06/2019 trong Tin tức", "2019-06-12"),
        ("12 Th6 2019", "2019-06-12"),
        ("Th6 12, 2019", "2019-06-12"),
        ("12/Th6/2019", "2019-06-12"),
        ("12-Jun-2019", "2019-06-12"),
        ("Chúa nhật, 12/06/2019", "2019-06-12"),
        ("T.Tư, 12/06/2019", "2019-06-12"),
        ("12/06/2019 07:30 UTC", "2019-06-12T14:30:00+07:00"),
        ("12/06/2019 20:30 (GMT)", "2019-06-13T03:30:00+07:00"),
        ("15:30, 12/06/2019 (GMT+8)", "2019-06-12T14:30:00+07:00"),
        ("2019-06-12T09:30:00+09:00", "2019-06-12T07:30:00+07:00"),
        ("2019-06-12T20:30:00-0500", "2019-06-13T08:30:00+07:00"),
        ("12/06/2019 14:30 (GMT+", "2019-06-12T14:30:00+07:00"),
        ("Tác giả: Tạ Mơ - Ngày: 12/06/2019", "2019-06-12"),
        ("Thứ Tư 12, Tháng Sáu 2019", "2019-06-12"),
        ("Phát hành lúc: 06:40 12/06/2019", "2019-06-12T06:40:00+07:00"),
        ("Thời sự: 12/06/2019 06:40", "2019-06-12T06:40:00+07:00"),
        ("07 Tháng Năm 201912:05 SA(Xem: 361)", "2019-05-07T00:05:00+07:00"),
        ("12/06/201917:51:00(Xem: 280)", "2019-06-12T17:51:00+07:00"),
        ("12/06/2019 06:40 | 4 năm trước", "2019-06-12T06:40:00+07:00"),
        ("Chính trị - Ngoại giao   12/06/2019", "2019-06-12"),
        ("Submitted by admin on Wed, 06/12/2019 - 06:40", "2019-06-12T06:40:00+07:00"),
        ("Wed, 12/06/2019 - 06:40", "2019-06-12T06:40:00+07:00"),
        ("thứ tư, 12 06 2019 06:40", "2019-06-12T06:40:00+07:00"),
        ("Tạ Mơ thứ tư, 12 06 2019 - 06:40", "2019-06-12T06:40:00+07:00"),
        ("12/06/2019 - Lượt xem: 233 | Bình luận: 0", "2019-06-12"),
        ("Lam Hà -12/06/2019 06:40", "2019-06-12T06:40:00+07:00"),
        ("admin - 12/06/2019", "2019-06-12"),
        ("By Admin | June 12, 2019", "2019-06-12"),
        ("Ban Biên tập 12/06/2019", "2019-06-12"),
        ("Lam Hà (t/h) - 12/06/2019", "2019-06-12"),
        ("Cập nhật mới nhất: 12/06/2019", "2019-06-12"),
        ("Publication date: 12 June 2019", "2019-06-12"),
        ("6/24/2019", "2019-06-24"),
        ("📅 12/06/2019", "2019-06-12"),
        ("● 12/06/2019", "2019-06-12"),
        ("Tháng 6, 12, 2019", "2019-06-12"),
        ("By @dmin | Tháng Sáu 12, 2019", "2019-06-12"),
        ("Posted on 12 Tháng Sáu, 201912 Tháng Sáu, 2019 by admin", "2019-06-12"),
    ],
)
def test_publication_lines(line: str, published: str) -> None:
    stamp = read_stamp(line)
    assert stamp is not None
    assert stamp.published == published


@pytest.mark.parametrize(
    ("line", "names", "agencies"),
    [
        ("Lam Hà - Tạ Mơ 12/06/2019 06:40", ("Lam Hà", "Tạ Mơ"), ()),
        ("Lam Hà (TTXVN) 12/06/2019", ("Lam Hà",), ("TTXVN",)),
        ("Viết bởi Lam Hà, ngày 12/06/2019", ("Lam Hà",), ()),
        ("Thứ Tư, 12/06/2019 06:40 | Lam Hà", ("Lam Hà",), ()),
        ("Đông Phú, ngày 12/06/2019", (), ()),
        ("(12/06/2019)", (), ()),
    ],
)
def test_who_signs_in_publication_lines(line: str, names: tuple[str, ...], agencies: tuple[str, ...]) -> None:
    stamp = read_stamp(line)
    assert stamp is not None
    signature = stamp.signature
    assert (signature.names if signature else ()) == names
    assert (signature.agencies if signature else ()) == agencies


@pytest.mark.parametrize(
    "line",
    [
        "Ngày 4/6, đoàn đã tới Lâm Trà.", "31/02/2020", "từ 5 -12/06/2019",
        "Kỷ niệm 45 năm (3/5/1961 - 3/5/2006) ngày thành lập huyện",
        "Giá vàng ngày 12/06/2019 tăng mạnh", "Nhiệm kỳ 2015 - 2020", "12 người bị thương",
        "Điện thoại: 0240 3812 345", "12/06/19", "12 06 2019", "Tỷ số 2-1, 12/06/19",
        "Sinh ngày 12/06/1975", "Crawled: 2019-06-12T06:40:00", "Truy cập ngày 12/06/2019",
        "Hôm nay, ngày 12/06/2019", "Bây giờ là 06:40, ngày 12/06/2019", "Thời sự - 3 giờ trước", "Hôm qua, 10:20",
        "Gặp lại người mẹ 3 năm trước", "Ngày vào Đảng: 19/1/1991", "Khai mạc: 06:40 12/06/2019",
        "Ngày thi: 12/06/2019 06:40",
    ],
)  # fmt: skip
def test_lines_that_only_mention_a_date_are_no_publication_lines(line: str) -> None:
    stamp = read_stamp(line)
    assert stamp is None or stamp.published is None


@pytest.mark.parametrize(
    ("lead", "headline"),
    [
        ("Sáng 4/2, tại Lâm Trà, Thứ trưởng Tạ Văn Kha tiếp đoàn tổ chức Nước Xanh. Hai bên trao đổi.",
            "Thứ trưởng Tạ Văn Kha tiếp đoàn tổ chức Nước Xanh"),
        ("Cầu Trà đã thông xe.", "Cầu Trà đã thông xe"),
        ("Ông nói: “Nước đã về”. Dân mừng.", "Ông nói: “Nước đã về”"),
        ("Ngày 3/4, mưa.", "Ngày 3/4, mưa"),
        ("“ Nước đã về Lâm Trà", "Nước đã về Lâm Trà"),
        ("Nhận lời mời của Chủ tịch xã Lâm Trà Hà Văn Lộc, sáng 6/12, đoàn nông dân xã Bến Đò đã sang thăm vườn chè.",
            "Đoàn nông dân xã Bến Đò đã sang thăm vườn chè"),
        ("Tại quảng trường, phường Nam Cầu, thành phố Đông Phú, UBND tỉnh khai mạc hội sách lần thứ ba.",
            "UBND tỉnh khai mạc hội sách lần thứ ba"),
        ("Thông tin từ Công an huyện Lâm Trà cho biết, đơn vị đang điều tra vụ trộm trâu.",
            "Công an huyện Lâm Trà cho biết, đơn vị đang điều tra vụ trộm trâu"),
        ("Đoàn do bà Hà Thị Mơ, Ủy viên Ban Thường vụ, Trưởng ban Tổ chức Huyện ủy dẫn đầu đã tặng quà các gia đình ở "
            "xã Bến Đò, xã Lâm Trà và thị trấn Cầu Trà, động viên bà con đón Tết ấm no.",
            "Đoàn do bà Hà Thị Mơ, Ủy viên Ban Thường vụ, Trưởng ban Tổ chức Huyện ủy dẫn đầu đã tặng quà các gia đình "
            "ở xã Bến Đò"),
    ],
)  # fmt: skip
def test_a_headline_is_proposed_from_the_lead(lead: str, headline: str) -> None:
    assert propose(lead)[0] == headline


@pytest.mark.parametrize(
    ("line", "names", "agencies"),
    [
        ("Theo XĐ/AndroidXứĐoài", (), ("XĐ", "AndroidXứĐoài")),
        ("Theo Lam Hà/TTXVN", ("Lam Hà",), ("TTXVN",)),
        ("Theo Tạ Thu Hà (TTXVN)", ("Tạ Thu Hà",), ("TTXVN",)),
        ("Theo Tạ Thu Hà theo TTXVN", ("Tạ Thu Hà",), ("TTXVN",)),
        ("Tin, ảnh: K'Hiếu", ("K'Hiếu",), ()),
        ("Tin, hình: Lam Hà", ("Lam Hà",), ()),
        ("PV. Lam Hà", ("Lam Hà",), ()),
        ("Ghi chép của LAM HÀ", ("Lam Hà",), ()),
        ("Bài: Lam Hà. Ảnh: Hà Mơ", ("Lam Hà", "Hà Mơ"), ()),
        ("Theo Lam Hà (Xứ Đoài)", ("Lam Hà",), ("Xứ Đoài",)),
        ("Theo Lam Hà (Báo Xứ Đoài)", ("Lam Hà",), ("Báo Xứ Đoài",)),
        ("Đăng bởi: Lam Hà", ("Lam Hà",), ()),
        ("Nội dung: Lam Hà; Ảnh: Vi Kha", ("Lam Hà", "Vi Kha"), ()),
        ("Nguồn bài viết: Xứ Đoài", (), ("Xứ Đoài",)),
        ("Trích từ Xứ Đoài", (), ("Xứ Đoài",)),
        ("PV TTXVN tại Pháp", (), ("TTXVN",)),
        ("Theo Tạ Hà Mơ/Nhịp sống phố núi", ("Tạ Hà Mơ",), ("Nhịp sống phố núi",)),
        ("Theo Tạ Hà Mơ/Nhịp phố và Bến đò", ("Tạ Hà Mơ",), ("Nhịp phố và Bến đò",)),
        ("Tác giả: Tạ Mơ - GV Trường THPT Bến Đò", ("Tạ Mơ",), ()),
    ],
)
def test_sources_behind_a_label(line: str, names: tuple[str, ...], agencies: tuple[str, ...]) -> None:
    assert read_signature(line) == Signature(names, agencies, True)


@pytest.mark.parametrize(
    ("end", "names", "agencies"),
    [
        ("Lam Hà/XUDOAI.VN", ("Lam Hà",), ("XUDOAI.VN",)),
        ("Theo Lam Hà/xudoai.net", ("Lam Hà",), ("xudoai.net",)),
        ("Theo xudoai.com.vn", (), ("xudoai.com.vn",)),
        ("Theo Nhịp sống phố núi", (), ("Nhịp sống phố núi",)),
        ("H. Mơ", ("H. Mơ",), ()),
        ("T.H (Tổng hợp)", ("T.H",), ()),
        ("MT (Theo TTXVN)", ("MT",), ("TTXVN",)),
        ("Thế Lộc", ("Thế Lộc",), ()),
        ("Lam Hà Nhân Dân", ("Lam Hà",), ("Nhân Dân",)),
        ("Luật sư TẠ VĂN KHA, Đoàn Luật sư Đông Phú", ("Tạ Văn Kha",), ()),
        ("PV", ("PV",), ()),
        ("MK", ("MK",), ()),
        ("TẠ HÀ Tạ Hà", ("Tạ Hà",), ()),
        ("Lam Hà (Theo Xudoai Post)", ("Lam Hà",), ("Xudoai Post",)),
        ("Bác sĩ Hà Mơ Lan - Bệnh viện huyện Lâm Trà", ("Hà Mơ Lan",), ()),
        ("Lam Hà - XĐP", ("Lam Hà",), ("XĐP",)),
        ("Lam Hà xudoai.vn", ("Lam Hà",), ("xudoai.vn",)),
        ("Lam Hà Theo Xudoai, Songlam", ("Lam Hà",), ("Xudoai", "Songlam")),
        ("Lam Hà Theo songlam", ("Lam Hà",), ("songlam",)),
        ("Lam Hà Thể thao & Văn hóa", ("Lam Hà",), ("Thể thao & Văn hóa",)),
        ("Lam Hà/ VOV - Miền Trung", ("Lam Hà",), ("VOV",)),
        ("TTXVN/Tin tức", (), ("TTXVN", "Tin tức")),
        ("PV/VOV online Tổng hợp", (), ("VOV online",)),
        ("XĐTV Tổng hợp", (), ("XĐTV",)),
        ("XĐTV", (), ("XĐTV",)),
        ("(XĐP)", ("XĐP",), ()),
        ("Phóng sự ảnh của LAM HÀ", ("Lam Hà",), ()),
    ],
)
def test_signatures_behind_the_last_sentence(
    end: str, names: tuple[str, ...], agencies: tuple[str, ...]
) -> None:
    told = "Sáng 4/2, đoàn nông dân xã Bến Đò thăm vườn chè Lâm Trà."
    rest = (
        "Hai bên trao đổi cách hái và sao chè, hẹn gặp lại vào mùa sau ở xã Bến Đò. Trước khi về, đoàn tặng xã một "
        "máy sao chè và nhận hai trăm cây giống để trồng thử trên đồi của ba thôn."
    )
    found = structure(f"Nông dân Bến Đò thăm vườn chè\n\n{told}\n\n{rest} {end}")
    assert (found.byline, found.agencies) == (names, agencies)
    assert found.paragraphs[-1].text == rest


@pytest.mark.parametrize(
    ("line", "names", "agencies"),
    [
        ("ThS.BS Hà Thị Mơ", ("Hà Thị Mơ",), ()),
        ("TTXVN/Hà Mơ", ("Hà Mơ",), ("TTXVN",)),
        ("Lam Hà (Phóng viên Báo Xứ Đoài)", ("Lam Hà",), ("Báo Xứ Đoài",)),
        ("Lam Hà - P/v TTXVN tại Pháp", ("Lam Hà",), ("TTXVN",)),
        ("Lam Hà Email: lamha@xudoai.vn", ("Lam Hà",), ()),
        ("Lam Hà Báo Xứ Đoài", ("Lam Hà",), ("Báo Xứ Đoài",)),
        ("Lam Hà/Xứ Đoài online", ("Lam Hà",), ("Xứ Đoài online",)),
        ("Báo Lam Khê và Đông Phú", (), ("Báo Lam Khê và Đông Phú",)),
        ("Th.Hà - M.Sơn", ("Th.Hà", "M.Sơn"), ()),
        ("Lam Hà lược ghi", ("Lam Hà",), ()),
        ("Lam Hà, Phó CVP Sở", ("Lam Hà",), ()),
        ("Lam Hà - GV Trường THPT Bến Đò", ("Lam Hà",), ()),
        ("Lam Hà - Phó Hiệu Trưởng", ("Lam Hà",), ()),
        ("Lam Hà - CV Phòng TCCB", ("Lam Hà",), ()),
        ("Lam Hà - Phó Đức Mơ", ("Lam Hà", "Phó Đức Mơ"), ()),
        ("Lam Hà - LĐLĐ tỉnh", ("Lam Hà",), ()),
        ("Lam Hà (VHTT)", ("Lam Hà",), ()),
        ("Lam Hà - TT VHTT huyện", ("Lam Hà",), ()),
        ("Lam Hà - từ Oslo", ("Lam Hà",), ()),
        ("Lam Hà (XĐP)", ("Lam Hà",), ("XĐP",)),
    ],
)
def test_signatures_without_a_label(line: str, names: tuple[str, ...], agencies: tuple[str, ...]) -> None:
    assert read_signature(line) == Signature(names, agencies, False)


@pytest.mark.parametrize(
    "end", ["theo lời mời của xã Bến Đò và Hội Nông dân (HND).", "cùng ASEAN", "rồi về TP.HCM."]
)
def test_no_signature_without_a_sentence_above(end: str) -> None:
    told = f"Sáng 4/2, đoàn nông dân xã Bến Đò thăm vườn chè Lâm Trà, trao đổi cách hái và sao chè, {end}"
    found = structure(f"Nông dân Bến Đò thăm vườn chè\n\n{told}")
    assert (found.byline, found.agencies) == ((), ())
    assert found.paragraphs[-1].text == told


@pytest.mark.parametrize(
    ("line", "names", "agencies"),
    [
        ("PV.", ("PV",), ()),
        ("Nhóm PV Thời sự", ("Nhóm PV Thời sự",), ()),
        ("BBT (tổng hợp)", ("BBT",), ()),
        ("Phòng Lãnh sự - Sở Ngoại vụ", ("Phòng Lãnh sự - Sở Ngoại vụ",), ()),
        ("Nguồn: Cổng thông tin điện tử tỉnh Đông Phú", (), ("Cổng thông tin điện tử tỉnh Đông Phú",)),
        ("XĐTV", (), ("XĐTV",)),
    ],
)
def test_signatures_below_the_story(line: str, names: tuple[str, ...], agencies: tuple[str, ...]) -> None:
    told = (
        "Sáng 4/2, đoàn nông dân xã Bến Đò thăm vườn chè Lâm Trà và xem cách sao chè bằng chảo gang của bà con.",
        "Hai bên trao đổi cách hái và sao chè với viện (VTLT), hẹn gặp lại vào mùa sau ở xã Bến Đò.",
    )
    found = structure("\n\n".join(("Nông dân Bến Đò thăm vườn chè", *told, line)))
    assert (found.byline, found.agencies) == (names, agencies)
    assert found.paragraphs[-1].text == told[-1]


@pytest.mark.parametrize(
    "line",
    [
        "Chủ Nhật",
        "Thứ Tư",
        "Biển Đông",
        "Tiếp theo >",
        "Font: A A",
        "Báo động lũ",
        "TP. HCM",
        "Tweet Share",
        "My Account",
        "Sign Up For Newsletters",
        "Super User",
        "Dịch vụ Trong nước",
        "VĂN BẢN QPPL",
    ],
)
def test_a_day_a_sea_or_a_button_signs_nothing(line: str) -> None:
    assert read_signature(line) is None
