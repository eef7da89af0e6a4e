"""Bytes to text: the encodings of old Vietnamese archives, and clear words about files that are no text."""

import time
import unicodedata

import pytest

from articles.text.files.decode import decode
from articles.text.files.legacy import decode_legacy, vietnamese_share
from articles.text.types import Unreadable

STORY = (
    "Hội nghị nước sạch họp tại Lâm Trà\n\n"
    "Sáng 3/4, đoàn công tác của tỉnh Đông Phú đã dự hội nghị nước sạch vùng cao. "
    "Thứ trưởng Tạ Văn Kha đề nghị các "
    "địa phương ưu tiên nguồn vốn, bảo đảm những hộ nghèo ở "
    "thôn bản xa xôi đều được dùng nước sạch trước mùa khô.\n"
)
# The second sentence's opening in the three encodings, typed by hand from the standards' tables.
TCVN3 = "Thø tr­ëng ®Ò nghÞ c¸c ®Þa ph­¬ng ­u tiªn nguån vèn, b¶o ®¶m nh÷ng hé nghÌo ®Òu ®­îc dïng n­íc s¹ch."
VNI = (
    "Thöù tröôûng ñeà nghò caùc ñòa phöông öu tieân nguoàn voán, "
    "baûo ñaûm nhöõng hoä ngheøo ñeàu ñöôïc duøng nöôùc saïch."
)
VISCII = (
    "Th\xd1 tr\xdf\xb7ng \xf0\xab ngh\xb8 c\xe1c \xf0\xb8a ph\xdf\xbdng \xdfu ti\xean ngu\xb0n v\xafn, "
    "b\xe4o \xf0\xe4m nh\xe6ng h\xb5 ngh\xe8o \xf0\xabu \xf0\xdf\xfec d\xf9ng n\xdf\xbec "
    "s\xd5ch."
)
PLAIN = "Thứ trưởng đề nghị các địa phương ưu tiên nguồn vốn, bảo đảm những hộ nghèo đều được dùng nước sạch."


def test_plain_utf8_is_certain() -> None:
    decoded = decode(STORY.encode())
    assert (decoded.text, decoded.encoding, decoded.confidence) == (STORY, "utf-8", 1.0)


@pytest.mark.parametrize("name", ["utf-8-sig", "utf-16", "utf-32"])
def test_a_byte_order_mark_decides_and_is_not_text(name: str) -> None:
    decoded = decode(STORY.encode(name))
    assert decoded.text == STORY
    assert decoded.confidence == 1.0


@pytest.mark.parametrize("name", ["utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"])
def test_wide_encodings_are_found_without_a_mark(name: str) -> None:
    decoded = decode(STORY.encode(name))
    assert (decoded.text, decoded.encoding) == (STORY, name)


def test_decomposed_letters_are_composed() -> None:
    assert decode(unicodedata.normalize("NFD", STORY).encode()).text == STORY


def test_an_eth_in_vietnamese_is_a_d_with_a_stroke() -> None:
    typed = "Ông Ðỗ Lam Khê dự họp tại ðình làng theo QÐ số 4; HÐND tỉnh cử bà Ɖinh Thị Én."
    assert decode(typed.encode()).text == (
        "Ông Đỗ Lam Khê dự họp tại đình làng theo QĐ số 4; HĐND tỉnh cử bà Đinh Thị Én."
    )
    for kept in ("Guðni Þórðarson ræddi við Ðóru.", "Ông Tạ Lam Khê tiếp bà Heiða Guðnadóttir."):
        assert decode(kept.encode()).text == kept


def test_line_ends_become_newlines() -> None:
    assert decode("một\r\nhai\rba\u2028bốn\u0085".encode()).text == "một\nhai\nba\nbốn\n"


def to_cp1258(text: str) -> bytes:
    """The encoding has base letters and combining tones."""
    found = b""
    for char in text:
        parts = unicodedata.normalize("NFD", char)
        base = unicodedata.normalize(
            "NFC", parts[0] + "".join(c for c in parts[1:] if c in "\u0302\u0306\u031b")
        )
        tones = "".join(c for c in parts[1:] if c not in "\u0302\u0306\u031b")
        found += (base + tones).encode("cp1258")
    return found


def test_windows_1258_is_found_and_composed() -> None:
    decoded = decode(to_cp1258(STORY))
    assert (decoded.text, decoded.encoding) == (STORY, "cp1258")


@pytest.mark.parametrize(("name", "typed"), [("tcvn3", TCVN3), ("vni", VNI), ("viscii", VISCII)])
def test_vietnamese_before_unicode_is_found(name: str, typed: str) -> None:
    decoded = decode(typed.encode("latin-1"))
    assert (decoded.text, decoded.encoding) == (PLAIN, name)
    assert decoded.confidence >= 0.8


@pytest.mark.parametrize(("name", "typed"), [("tcvn3", TCVN3), ("vni", VNI), ("viscii", VISCII)])
def test_and_also_when_it_was_saved_as_utf8(name: str, typed: str) -> None:
    assert decode(typed.encode()).text == PLAIN


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (to_cp1258("Hội nghị nước sạch"), "cp1258"),
        ("Héi nghÞ n­íc s¹ch".encode("latin-1"), "tcvn3"),
        ("Hoäi nghò nöôùc saïch".encode("latin-1"), "vni"),
        (b"H\xb5i ngh\xb8 n\xdf\xbec s\xd5ch", "viscii"),
    ],
)
def test_a_headline_alone_is_read_where_one_encoding_makes_sense_of_it(data: bytes, encoding: str) -> None:
    decoded = decode(data)
    assert (decoded.text, decoded.encoding) == ("Hội nghị nước sạch", encoding)
    assert decoded.confidence < 0.75


def test_two_tones_make_no_syllable() -> None:
    typed = b"Ng\xe0y 29/11, t\xd5i H\xe0 N\xb5i, Th\xd1 tr\xdf\xb7ng B\xb5"
    assert decode(typed).text == "Ngày 29/11, tại Hà Nội, Thứ trưởng Bộ"


def test_tcvn3_has_capitals_outside_its_fonts() -> None:
    typed = b"H\x97I NGH\x91: \x9ey ban t\xd8nh \x16 Y\xaan v\xd2 \x93n\xad\xedc s\xb9ch\x94 \x96 Nam\x96\xa7\xabng"
    assert decode(typed).text == "HỘI NGHỊ: Ủy ban tỉnh Ý Yên về “nước sạch” – Nam–Đông"


def test_tcvn3_capitals_come_from_a_capitals_font() -> None:
    assert decode_legacy("VIÖT NAM, §«ng Phó".encode("latin-1"), "tcvn3") == "VIỆT NAM, Đông Phú"


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        ("Bé tr­ëng Lª S¬n ë Hµ Néi, Bé NN", "Bộ trưởng Lê Sơn ở Hà Nội, Bộ NN"),
        ("Bé TR¦ëNG Lª S¥N ë Hµ NéI\nt¹i Hµ Néi", "BỘ TRƯỞNG LÊ SƠN Ở HÀ NỘI\ntại Hà Nội"),
        ("<b>Hµ NéI</b> - Hµ Néi", "<b>HÀ NỘI</b> - Hà Nội"),
    ],
)
def test_a_word_of_two_letters_is_in_capitals_where_its_line_is(typed: str, text: str) -> None:
    assert decode_legacy(typed.encode("latin-1"), "tcvn3") == text


@pytest.mark.parametrize(("name", "typed"), [("tcvn3", "NhËt B¶n"), ("vni", "Nhaät Baûn")])
def test_dashes_and_quotation_marks_of_the_fonts_are_those_of_windows(name: str, typed: str) -> None:
    data = b"\x93" + typed.encode("latin-1") + b"\x85\x94 \x96 "
    assert decode_legacy(data, name) == "“Nhật Bản…” – "


@pytest.mark.parametrize("misread_as", ["latin-1", "cp1252", "cp1258"])
def test_utf8_misread_on_the_way_is_repaired(misread_as: str) -> None:
    table = {byte: bytes([byte]).decode(misread_as, "ignore") or chr(byte) for byte in range(256)}
    broken = "".join(table[byte] for byte in STORY.encode())
    decoded = decode(broken.encode())
    assert decoded.text == STORY
    assert decoded.confidence < 1.0


def test_a_word_alone_that_was_misread_as_windows_1258_is_repaired() -> None:
    assert decode("SĂ¡ng".encode()).text == "Sáng"
    assert decode("Bảng chữ Ă – Ă” và NGĂ".encode()).text == "Bảng chữ Ă – Ă” và NGĂ"


def test_a_misread_letter_whose_rest_was_taken_for_a_space_is_repaired() -> None:
    broken = "Ỡ và Ạ ở\xa0Đông Phú: ông Kha dự họp".encode().decode("latin-1").replace("\xa0", " ")
    assert decode(broken.encode()).text == "Ỡ và Ạ ở\xa0Đông Phú: ông Kha dự họp"


def test_a_misread_byte_order_mark_is_not_text() -> None:
    assert decode(f"ï»¿{STORY}".encode()).text == STORY


def test_capitals_that_only_look_misread_stay() -> None:
    text = "THỊ XÃ ĐÔNG PHÚ ĐÃ CÓ NƯỚC SẠCH, XÃ LÂM TRÀ CŨNG VẬY"
    assert decode(text.encode()).text == text


def test_a_file_cut_inside_its_last_letter_is_read() -> None:
    assert decode(STORY.strip().encode() + "ạ".encode()[:2]).text == STORY.strip()


def test_a_broken_byte_does_not_spoil_the_rest() -> None:
    data = STORY.encode()
    decoded = decode(data[:20] + b"\xff" + data[20:])
    assert decoded.encoding == "utf-8"
    assert decoded.confidence < 0.8
    assert "Thứ trưởng Tạ Văn Kha" in decoded.text


def test_a_broken_byte_inside_a_letter_does_not_spoil_the_rest() -> None:
    at = STORY.encode().index("ộ".encode()) + 1
    data = STORY.encode()
    decoded = decode(data[:at] + b"\xff" + data[at:])
    assert decoded.encoding == "utf-8"
    assert decoded.text.count("\ufffd") == 4


@pytest.mark.parametrize("story", [STORY.strip(), "<p>" + STORY.strip().replace(" ", "</p><p>") + "</p>"])
def test_broken_bytes_behind_the_last_word_are_nothing_of_the_text(story: str) -> None:
    assert decode(story.encode() + b"\xff\xfe\x80") == decode(story.encode())._replace(confidence=0.7)


def test_a_stray_nul_does_not_make_a_text_binary() -> None:
    assert decode(f"{STORY}\0".encode()).text == f"{STORY} "


def test_western_text_is_not_taken_for_vietnamese() -> None:
    text = "The café’s owner said the naïve plan was “over”. " * 5
    assert decode(text.encode("cp1252")).text == text
    french = (
        "L’été dernier, la fête a réuni près de mille élèves à l’école "
        "où naît la rivière, a déclaré le préfet. " * 3
    )
    assert decode(french.encode()).text == french


def test_what_was_never_written_of_a_file_is_nothing_of_its_text() -> None:
    assert decode(STORY.encode() + bytes(4096)).text == STORY


@pytest.mark.parametrize("name", ["utf-8", "UTF_8", "windows-1258", "VISCII", "utf-16"])
def test_the_operator_may_name_the_encoding(name: str) -> None:
    data = {
        "windows-1258": to_cp1258(PLAIN),
        "VISCII": VISCII.encode("latin-1"),
        "utf-16": PLAIN.encode("utf-16"),
    }
    decoded = decode(data.get(name, PLAIN.encode()), encoding=name)
    assert decoded.text == PLAIN
    assert decoded.confidence == 1.0


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "empty"),
        (b" \r\n\t", "empty"),
        ("\ufeff\u200b \n".encode(), "empty"),
        (b"%PDF-1.7 ...", "PDF"),
        (b"PK\x03\x04....", "ZIP"),
        (b"\x89PNG\r\n\x1a\n\x00", "picture"),
        (bytes(range(256)) * 20, "binary"),
        (b"\x00" * 100, "binary"),
        (b"\x01\x02\x03\x04\x05\x06 text " * 10, "binary"),
        (b"\xff\xfe\x00", "not valid"),
        (
            b'<?xml version="1.0"?>\n<!-- a -->\n<rss version="2.0"><channel><title>a</title></channel></rss>',
            "feed",
        ),
        (b'<feed xmlns="http://www.w3.org/2005/Atom"><title>a</title></feed>', "feed"),
        (b"<urlset><url><loc>https://xudoai.example.vn/a</loc></url></urlset>", "site map"),
    ],
)
def test_what_is_no_text_is_refused_with_a_reason(data: bytes, says: str) -> None:
    with pytest.raises(Unreadable, match=says) as refused:
        decode(data)
    assert str(refused.value).endswith(".")


def test_an_encoding_that_does_not_fit_is_refused_with_the_cure() -> None:
    with pytest.raises(Unreadable, match=r"not valid utf-8 \(byte 2\).*leave the encoding"):
        decode(b"Th\xd1", encoding="utf-8")


@pytest.mark.parametrize("name", ["klingon", "hex", "", "utf-8\x00"])
def test_an_unknown_encoding_name_is_refused_with_examples(name: str) -> None:
    with pytest.raises(Unreadable, match=r"There is no encoding named .* windows-1258"):
        decode(b"text", encoding=name)


def test_a_right_reading_is_vietnamese_and_a_wrong_one_is_not() -> None:
    assert vietnamese_share(PLAIN)[0] == 1.0
    assert vietnamese_share(TCVN3)[0] < 0.5
    assert vietnamese_share("plain English words") == (0.0, 0)


@pytest.mark.parametrize("name", ["utf-16", "utf-32", "utf-8-sig"])
def test_a_file_cut_inside_its_last_letter_is_read_up_to_there(name: str) -> None:
    assert decode(f"{PLAIN}ế".encode(name)[:-1]).text == PLAIN


STACK = "a" + "\u0301\u0323" * 50_000


@pytest.mark.parametrize(
    "data",
    [
        f"{STACK}\n{STORY}".encode(),
        f"{STACK}\n{STORY}".encode() + b"\xff.",
        b"a" + b"\xec\xf2" * 50_000 + b"\n" + to_cp1258(STORY),
        f"<html><body><h1>{STACK}</h1><p>{STORY}</p></body></html>".encode(),
        ("<html><body><h1>a" + "&#769;&#803;" * 50_000 + f"</h1><p>{STORY}</p></body></html>").encode(),
        (
            '{"title": "a' + r"\u0301\u0323" * 50_000 + '", "content": "' + STORY.replace("\n", " ") + '"}'
        ).encode(),
    ],
    ids=["plain", "broken", "cp1258", "page", "references", "fields"],
)
def test_marks_without_end_on_a_letter_cost_no_more_than_their_number(data: bytes) -> None:
    began = time.process_time()
    decoded = decode(data)
    assert time.process_time() - began < 2  # It was ten, and of ten times as many a thousand.
    assert "Đông Phú" in decoded.text
    assert len(decoded.text + decoded.title) < 1_000


def test_a_few_marks_on_a_letter_stay() -> None:
    written = "a\u0323\u0302\u0301\u0304\u030a "
    assert decode((written * 3_000).encode()).text.strip() == unicodedata.normalize(
        "NFC", (written * 3_000).strip()
    )
