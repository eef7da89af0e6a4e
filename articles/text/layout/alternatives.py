"""Alternative texts of photos, which pages keep as lines: numbered, without their marks, or glued to a caption."""

from collections import Counter
from typing import TYPE_CHECKING

from articles.text import lazy_re as re
from articles.text.fold import fold, name_key
from articles.text.layout import remains
from articles.text.layout.lines import Row
from articles.text.layout.photo_credits import Photo
from articles.text.layout.remains import unmarked

if TYPE_CHECKING:
    from articles.text.layout.page import Page

_GLUED = re.compile(r"(?<=\S{2})[.!?…”](?=\w)")


def mark_alternatives(page: "Page", *, vietnamese: bool) -> None:
    """Alternative texts of photos: numbered, or a line near the head again without its Vietnamese marks.

    A numbered one whose words stand nowhere else is the photo's caption.
    """
    numbered, plain_numbers, unmarked_rows = {}, {}, []
    for place, row in enumerate(page.rows):
        if row.kind is not None or row.words > 40:
            continue
        if stem := remains.numbered_picture(row.text):
            numbered[place] = stem
        elif stem := remains.numbered(row):
            plain_numbers[place] = stem
        elif vietnamese and row.words >= 4 and unmarked(row.text):
            unmarked_rows.append(row)
    if unmarked_rows:
        near_head = (row.text for row in page.rows[:6] if row.words <= 40 and not unmarked(row.text))
        plain = {name_key(fold(text)) for text in near_head}
        for row in unmarked_rows:
            if name_key(row.text) in plain:
                row.mark("junk", "an alternative text of a photo")
    if numbered:
        _cut_glued(page, numbered)
    others = Counter(stem.casefold().strip(" .|") for stem in plain_numbers.values())
    stems = Counter(stem.casefold() for stem in numbered.values())
    for place, stem in plain_numbers.items():
        if page.seen[said := stem.casefold().strip(" .|")] or others[said] > 1:
            page.photos.pop(place, None)
            page.rows[place].mark("junk", "the number of a photo")
            page.numbered.add(said)
    for place, stem in numbered.items():
        page.markers.pop(place, None)
        page.photos.pop(place, None)
        known = stems[stem.casefold()] > 1 or page.seen[stem.casefold().strip(" .|")]
        if known or place + 1 in page.photos or stem.count(" ") < 3 or unmarked(stem):
            page.rows[place].mark("junk", "the number of a photo")
            page.numbered.add(stem.casefold().strip(" .|"))
        else:
            page.photos[place] = Photo(stem, "", len(stem))


def _cut_glued(page: "Page", numbered: dict[int, str]) -> None:
    """`Các em vui mừng.Khai giảng năm học mới ảnh 9`: leave out the alternative text glued to a caption's end."""
    stems = {stem.casefold() for stem in numbered.values()}
    for place, stem in list(numbered.items()):
        row = page.rows[place]
        cut = next((at.end() for at in _GLUED.finditer(stem) if stem[at.end() :].casefold() in stems), 0)
        if cut:
            page.rows[place] = Row(row.number, *row.span(0, cut), stem[:cut], row.gap, row.piped, row.last)
            del numbered[place]
            page.photos.pop(place, None)
