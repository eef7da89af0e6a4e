"""Who signed the story, as its lines are read: a signature of its own line, glued to the last sentence, or a source."""

from articles.text import lazy_re as re
from articles.text.layout import photo_credits
from articles.text.layout.above import Head
from articles.text.layout.authors import read_author, read_official
from articles.text.layout.breaking_off import is_unfinished
from articles.text.layout.bylines import LONGEST, Signature, read_signature
from articles.text.layout.caption_places import credit_follows
from articles.text.layout.closing_lines import (
    is_outlet_of,
    read_alone,
    read_closing,
    read_source,
    read_unit,
)
from articles.text.layout.houses import is_code
from articles.text.layout.lines import Row
from articles.text.layout.listing import is_fact
from articles.text.layout.page import Page
from articles.text.layout.story import Story
from articles.text.layout.subheads import heads_like_others, people_listed
from articles.text.layout.tails import OWN, goes_on_about, is_headline
from articles.text.types import Span

_GLUED = re.compile(
    r"(?<=[.!?…”\")])(?<!\bTP\.)[ \t]*"
    r"(?P<sign>\([^()]{2,60}\)|(?=[\w*–—-])(?:[^.!?…()]|\.(?=\w)){3,60}(?:\([^()]{2,40}\))?"
    r"|(?:[^\W\d_]{1,3}\.\s?){1,2}[^\W\d_]{1,8}|[A-Z]{2})[ .]*$"
)

_FAR = 30
"""Paragraphs above a line in capitals among which others are looked for."""
_RUNS_ON = re.compile(r",[\"”’]$")
_WAYS = frozenset(("từ", "đến", "tới", "về", "ở", "tại", "sang", "qua"))
_NOBODY = Signature((), (), True)
_ADDRESS = re.compile(r"(?:địa chỉ|trụ sở|address) ?:", re.IGNORECASE)
_ENDED = re.compile(r"[.!?…”\"][ \t]*(?:\([^()]{2,60}\)[ \t]*)?$")


def is_signature(page: Page, head: Head, story: Story, place: int) -> bool:
    """A byline or agency line of its own; it closes the story unless more running text follows."""
    row = page.rows[place]
    if row.words > LONGEST or (story.blocks and page.section_of(row.text)):
        return False
    below = sum(page.reads(other) for other in range(place + 1, min(place + 6, len(page.rows))))
    signature = read_signature(row.text)
    if signature is None and is_unfinished(row):
        return False
    if signature is None and story.blocks and not story.blocks[-1].open_ended and _ends_here(page, place):
        bare = read_closing(row.text) if row.text[0] == "(" else read_alone(row.text)
        signature = bare or read_source(row.text)
        if signature is None and not below and not story.signatures and not credit_follows(page, place):
            signature = read_author(row.text) or _official(page, row)
    elif signature is None and story.blocks and place + 1 == len(page.rows):
        signature = read_source(row.text)
    last = _is_last(page, place) or (_ends_here(page, place) and (not below or row.text[0] == "("))
    if story.blocks and (signature is None or signature == _NOBODY) and last:
        unit = read_unit(row.text)
        if unit and place + 1 < len(page.rows) and _ADDRESS.match(page.rows[place + 1].text):
            row.mark("navigation", "the page's foot")
            story.closed = "foot"
            return True  # `Trường Lam Khê`, and below it `Địa chỉ: Lâm Trà`: whose page it is.
        signature = unit or signature
    if row.text.isupper() and below and any(block.rows[0].text.isupper() for block in story.blocks[-_FAR:]):
        return False  # A subhead, as others are.
    if story.blocks and signature and not signature.labelled and _is_told_of(page, place):
        return False
    if row.text[-1] == ":" and page.reads(place + 1):
        return False  # `Theo bà Hà Mơ:`, and below it what she says.
    initials = row.text.isupper() and row.text.count(".") > 1  # `T.B.`
    if signature is None or (row.ends and not (signature.labelled or signature.agencies or initials)):
        return False
    marked = any(
        other in page.markers or other in page.stamps
        for other in range(place + 1, min(place + 3, len(page.rows)))
    )
    if not story.blocks:
        if not below or (not signature.labelled and row.words > 6):
            return False
        if signature == _NOBODY and heads_like_others(page, place):
            return False  # `Thiết kế`, and further down `Giá bán`.
    elif not (signature.names or signature.agencies or row.text.endswith(":")) or (
        not marked
        and not signature.agencies
        and (not signature.labelled or row.text.endswith(":"))
        and (below >= 2 or (below and (page.heads(place) or place in people_listed(page))))
        and not _others_begin(page, head, story, place)
    ):
        return False
    elif not _goes_on_below_photo(page, head, story, place):
        story.closed = "signature"
    row.mark("byline" if signature.names else "agency", "a signature on a line of its own")
    story.signatures.append((signature, row.span()))
    return True


def _official(page: Page, row: Row) -> Signature | None:
    """`Hà Văn Lộc – Phó Hiệu trưởng Trường Lam Khê`: who wrote the story, if it does not tell of him."""
    signature = read_official(row.text)
    return None if signature is None or page.tells_of(signature.names) else signature


def _is_told_of(page: Page, place: int) -> bool:
    """Right below stands what is said of whom or what the line names: a paragraph, `Tuổi: 24`."""
    if is_fact(page, place + 1):
        return page.markers.keys().isdisjoint((place + 1, place + 2))
    if not page.reads(place + 1):
        return False
    row, below = page.rows[place : place + 2]
    # `Đến Oslo`, and below it what is to be seen in Oslo.
    way = row.tokens[0] in _WAYS and row.text.split()[-1] in below.text.split()
    return page.heads(place) or way


def _is_last(page: Page, place: int) -> bool:
    """The page ends, or a label follows."""
    return place + 1 == len(page.rows) or place + 1 in page.markers or place + 1 in page.stamps


def read_below(page: Page, story: Story, place: int) -> Signature | None:
    """What a line below the story's end may say of who wrote it, beside the signature above it."""
    text = page.rows[place].text
    above = story.signatures[-1][0] if page.signed(place - 1) and story.signatures else None
    if above and is_outlet_of(page.rows[place - 1].text, above, text):
        # `Theo Hà Mơ`, and below it `Nhịp sống phố núi`: who stands above are reporters of the outlet.
        both = above._replace(names=(*above.names, *above.agencies), agencies=())
        story.signatures[-1] = (both, story.signatures[-1][1])
        page.rows[place - 1].kind = "byline"
        outlet = read_signature(text)
        return outlet if outlet and outlet.agencies else Signature((), (text.strip(" ."),), False)
    if text[-1] == ":":
        return None
    if signature := read_signature(text):
        return signature
    return read_source(text) if story.signatures else read_alone(text)


def signs_beside_photo(page: Page, story: Story, place: int) -> bool:
    """`Hà Mơ (Ảnh: Lam Kiên)` right below the last sentence, `Hà Mơ - Ảnh: Lam Kiên`, or `Ảnh: Lam Kiên` below `Bài: Hà
    Mơ`: at the page's end the reporter, and whose photos. Whom the story names is in the picture, and wrote nothing."""
    row, above = page.rows[place], page.rows[place - 1]
    if not story.blocks or not _is_last(page, place) or not (signature := read_signature(row.text)):
        return False
    bracketed = row.text[-1] == ")" and above.kind == "body" and above.ends and bool(signature.names)
    beneath = above.kind == "byline" and not page.photos[place].caption and bool(signature.names)
    if not (bracketed or beneath) and (len(signature.names) < 2 or _names(story, page.photos[place].caption)):
        return False
    row.mark("byline", "a signature with the source of the photos")
    story.signatures.append((signature, row.span()))
    story.closed = story.closed or "signature"
    return True


def tells_source(page: Page, story: Story, place: int) -> bool:
    """`Nguồn: TTXVN` right below the date or the reporter: whose story it is. Below a picture it is whose photo."""
    row = page.rows[place]
    if page.photos[place].caption or not photo_credits.names_source(row.text) or not place:
        return False
    beside = place - 1 in page.stamps or page.rows[place - 1].kind == "byline"
    signature = read_signature(row.text) if beside else None
    if not signature or not signature.agencies:
        return False
    story.signatures.append((signature, row.span()))
    row.mark("agency", "a signature above the story")
    return True


def _names(story: Story, name: str) -> bool:
    return any(name in piece for block in story.blocks for piece in block.pieces)


def _ends_here(page: Page, place: int) -> bool:
    """Nothing of the story stands right below: the page ends, or labels and headlines follow."""
    below = page.rows[place + 1 : place + 2]
    return not below or not page.reads(place + 1) or is_headline(below[0])


def _goes_on_below_photo(page: Page, head: Head, story: Story, place: int) -> bool:
    """A photo stands right below, and two paragraphs that tell of the same below it."""
    below = place + 1
    while below in page.photos:
        below += 1
    return (
        below > place + 1
        and page.reads(below)
        and page.reads(below + 1)
        and goes_on_about(head, story, page.rows[below : below + 2], share=OWN)
    )


def _others_begin(page: Page, head: Head, story: Story, place: int) -> bool:
    """Below the signature stand a headline and its teaser, which say hardly anything the story has said."""
    rows = page.rows[place + 1 : place + 5]
    surely = page.rows[place].text.isupper() or "." in page.rows[place].text
    return (
        len(rows) > 1
        and is_headline(rows[0])
        and not goes_on_about(head, story, rows, share=2 * OWN if surely else OWN)
    )


def is_signed(page: Page, place: int, *, by_name: bool = False) -> bool:
    """The line reads like a signature; `by_name`: of a person."""
    if place >= len(page.rows) or page.rows[place].words > LONGEST:
        return False
    signature = read_signature(page.rows[place].text)
    return signature is not None and (bool(signature.names) or not by_name)


def names_source(page: Page, head: Head, story: Story, place: int) -> bool:
    """`Nguồn: X` below the last paragraph says where the story comes from, not who took a photo."""
    row = page.rows[place]
    above = page.photos.get(place - 1)
    if not photo_credits.names_source(row.text) or (
        page.rows[place - 1].kind == "caption" and not (above and above.credit)
    ):
        return False
    below = page.markers.get(place + 1) not in ("footer", "related") and any(
        map(page.reads, range(place + 1, place + 4))
    )
    if below and not _others_begin(page, head, story, place):
        return False
    signature = read_signature(row.text) or read_source(row.text)
    row.mark("agency", "where the story comes from")
    if signature:
        story.signatures.append((signature, row.span()))
    story.closed = story.closed or "signature"
    return True


def sign_off(story: Story) -> None:
    """A signature glued to the last sentence."""
    if not story.blocks:
        return
    block = story.blocks[-1]
    piece = block.pieces[-1]
    if not (found := signed_behind(piece)):
        return
    signature, end, start = found
    story.closed = story.closed or "signature"
    row, span = block.rows[-1], block.spans[-1]
    row.ends = True  # Before the signature, that is.
    cut = len(piece) - start
    block.pieces[-1] = piece[:end].rstrip()
    if row.end - row.start == len(row.text):
        story.signatures.append((signature, Span(span.end - cut, span.end)))
        block.spans[-1] = Span(span.start, span.end - cut)
    else:
        story.signatures.append((signature, span))


def signed_behind(text: str) -> tuple[Signature, int, int] | None:
    """Who signed behind the last sentence of `text`, where that ends, and where the signature begins."""
    match = _GLUED.search(text, max(0, len(text) - 80))
    if not match or not match.start():
        return None
    sign = match["sign"]
    if sign[0].islower() and (
        match.start("sign") == match.start() or _RUNS_ON.search(text, 0, match.start())
    ):
        return None  # `xudoai.vn`, within an address; `“… tài sản,” theo báo Xứ Đoài`.
    signature = read_signature(sign) or _coded(sign)
    if signature in (None, _NOBODY):
        short = sign.strip("(). ")
        apart = text[match.start()].isspace() and text[match.start() - 1] in ".!?…"  # Unlike `TP.HCM`.
        bare = read_alone(short) if short.isupper() and apart else None
        signature = bare or read_source(sign) or read_unit(sign) or read_author(sign)
    if signature is None or not (signature.names or signature.agencies):
        return None
    if not (signature.labelled or sign[0] == "(" or _ends_before(text, match.start())) and (
        # `… (TTXVN) Minh Anh` is signed; `… Liên minh châu Âu (EU) Josep Borrell.` is a sentence to its end.
        not signature.names or text.rstrip().endswith(".")
    ):
        return None
    return signature, match.start(), match.start("sign")


def _coded(sign: str) -> Signature | None:
    """`— VNS`: an agency's code behind a dash."""
    code = sign.strip(" .")
    dashed = code[:1] in "–—" and code[1:].strip()
    return Signature((), (dashed,), False) if dashed and is_code(dashed) else None


def _ends_before(piece: str, place: int) -> bool:
    """A sentence ended there, brackets behind it or not."""
    return bool(_ENDED.search(piece, max(0, place - 80), place))
