"""A web page saved as a file, as lines of text: headline, date, paragraphs, captions; menus and scripts left out.

The only module that knows lxml (the extra `html`). It reads the page as a stream of tags, so no tree is built and
neither deep nesting nor huge attributes cost more than their length.
"""

from html import unescape

from articles.text import lazy_re as re
from articles.text.files.html_boxes import Box, labels_others
from articles.text.files.html_hidden import EMPTY, is_left_out, is_unshown, stands_beside
from articles.text.files.html_looks import ENOUGH_BLOCKS
from articles.text.files.html_pictures import Table, framed, is_centred, is_photo, may_be_caption
from articles.text.files.html_story import PageLine, is_day, story
from articles.text.files.linked_data import local, signs, told, told_when
from articles.text.files.told import Told
from articles.text.types import Unreadable
from articles.text.words.phrases import word_set

BLOCKS = word_set(
    "address article blockquote body br dd details div dl dt fieldset figcaption figure form h1 h2 h3 h4 h5 h6 header "
    "hr li main ol p pre section summary table tbody td th thead time tr ul html title"
)
_PUBLISHED = frozenset(
    ("article:published_time", "datepublished", "pubdate", "publishdate", "dc.date.issued")
)
_SECTION = frozenset(("article:section", "articlesection"))
_LONGEST_SECTION = 40
_DEK = re.compile(r"(?:^|[\s_-])(?:sapo|chapeau|standfirst|dek|summary|lead)(?:$|[\s_-])", re.IGNORECASE)
"""In the class of an element that holds the dek. Other names say as often something else."""
_PORTLET = "portlet-title"
"""In the class of a heading of the first rank that names a part of a portal, and no story."""
_BOXES = frozenset(("article", "div", "li", "section", "td"))
_SHORTEST_HEADLINE = 4
"""A link of at least so many words that opens a box is the headline of another page."""


def html_lines(page: str) -> str:
    """The words of `html_told` alone."""
    return html_told(page).text


def html_told(page: str) -> Told:
    """The page's own words, one block a line. Raises `Unreadable` without lxml, or when there are no words."""
    try:
        from lxml import etree
    except ImportError:
        raise Unreadable(
            "The file is a web page (HTML). Install django-newsroom[html] to import it, or save it as plain text."
        ) from None

    # Characters that are no XML would end the page there; a declared encoding is of the bytes, not of the text.
    page = re.sub("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]", "", page)

    def read(reader: _Reader) -> _Reader:
        parser = etree.HTMLParser(target=reader, recover=True, huge_tree=True, remove_comments=True)
        try:
            parser.feed(page)
            parser.close()
        except etree.LxmlError:
            pass  # What was read so far is kept: browsers show it, too.
        return reader

    reader = read(_Reader())
    if reader.unshown >= ENOUGH_BLOCKS and all(line.kind != "p" for line in reader.lines):
        # The page was to be shown by a script that did not run.
        reader = read(_Reader(whole=True))
    if sum(len(line.text) for line in reader.lines) * 2 < len(reader.body):
        reader.lines = [line for line in reader.lines if line.kind == "h1"] + [
            PageLine(" ".join(line.split()), "p", 0, 0, False)
            for line in reader.body.split("\n")
            if line.strip()
        ]
    found = story(reader.lines, reader.head, reader.around)
    if not found.text:
        raise Unreadable("The file is a web page without any text. Save the page once it is shown in full.")
    return found


class _Reader:
    """Takes the parser's events and collects lines; with `whole` also those that the page's looks hide."""

    def __init__(self, *, whole: bool = False) -> None:
        self._whole = whole
        self.unshown = 0
        """Paragraphs in elements that were left out."""
        self.lines: list[PageLine] = []
        self._parts: list[str] = []
        self._left_out = ""
        self._depth = 0
        self._article = self._articles = 0
        self._open: dict[str, int] = {}
        self._linked = self._letters = 0
        self._signed = False
        self._pictured = self._below_picture = False
        """A photo stood right before what is read next, and before the line that is being read."""
        self._centred = False
        """The block says that its words stand in the middle, as captions do right below their photos."""
        self._captioned = 0
        self._dek = 0
        """How many tags are open since one whose class says caption, and dek; 0 outside."""
        self.around = [0]
        """By the number of a box that may stand beside the story: that of the box around it."""
        self._within = [[0, 0]]
        """Of each such box that is open its number, and how many tags are open since it began; all are in number 0."""
        self._tables: list[Table] = []
        self._headed = False
        """The headline has been read."""
        self._days: list[PageLine] = []
        self._boxes: list[Box] = []
        self._empty: list[Box] = []
        """The open boxes that hold nothing yet."""
        self._scripts: list[list[str]] = []
        """The page's records in JSON-LD; the last one is still read while `_scripted`."""
        self._scripted = False
        self.body = ""
        """The text that the page has for programs alone; most pages that have one show it as well."""
        self.head = {"title": "", "og:title": "", "headline": "", "published": "", "section": ""}

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        if self._left_out:
            self._depth += tag == self._left_out
            self.unshown += tag == "p"
            return
        if tag == "meta":
            self._meta(attributes)
            return
        if is_left_out(tag, attributes) or (not self._whole and is_unshown(tag, attributes)):
            self._break()
            self._left_out, self._depth = tag, 1
            if tag == "script" and "ld+json" in attributes.get("type", "").lower():
                self._scripts.append([])
                self._scripted = True
            return
        if tag in BLOCKS:
            self._break()
            self._centred = is_centred(attributes) or (self._centred and tag in EMPTY)
        if tag in _BOXES:
            self._boxes.append(Box(len(self.lines)))
            self._empty.append(self._boxes[-1])
        if tag == "table":
            self._tables.append(Table(len(self.lines)))
        elif self._tables:
            self._tables[-1].start(tag)
        self._pictured |= tag == "img" and is_photo(attributes)
        if tag not in EMPTY and (self._captioned or "caption" in attributes.get("class", "").lower()):
            self._captioned += 1
        if tag not in EMPTY and (self._dek or _DEK.search(attributes.get("class", ""))):
            self._dek += 1
        if stands_beside(tag, attributes):
            self.around.append(self._within[-1][0])
            self._within.append([len(self.around) - 1, 1])
        elif tag not in EMPTY:
            self._within[-1][1] += 1
        if tag != "h1" or _PORTLET not in attributes.get("class", ""):
            self._open[tag] = self._open.get(tag, 0) + 1
        if tag == "article" and self._open[tag] == 1:
            self._articles += 1
            self._article = self._articles
        self._dated(tag, attributes)
        self._signed = self._signed or signs(tag, attributes)

    def end(self, tag: str) -> None:
        if self._left_out:
            self._depth -= tag == self._left_out
            if not self._depth:
                self._left_out, self._scripted = "", False
            return
        if tag in BLOCKS:
            self._break()
            self._centred &= tag in EMPTY
        if tag in _BOXES and self._boxes:
            self._end_box(self._boxes.pop())
        if tag == "table" and self._tables:
            self._end_table(self._tables.pop())
        if self._captioned and tag not in EMPTY:
            self._captioned -= 1
        if self._dek and tag not in EMPTY:
            self._dek -= 1
        if tag not in EMPTY:
            self._within[-1][1] -= 1
            if not self._within[-1][1] and len(self._within) > 1:
                self._within.pop()
        if self._open.get(tag):
            self._open[tag] -= 1
        if tag == "article" and not self._open.get(tag):
            self._article = 0

    def data(self, text: str) -> None:
        if self._left_out:
            if self._scripted:
                self._scripts[-1].append(text)
            return
        self._parts.append(text)
        size = len(text.strip())
        if size and not self._letters:
            self._below_picture, self._pictured = self._pictured, False
        self._letters += size
        if self._open.get("a"):
            self._linked += size

    def close(self) -> None:
        self._break()
        scripts = ["".join(parts) for parts in self._scripts]
        self.head["published"] = self.head["published"] or local(told_when(scripts))
        self.head["headline"] = " ".join(unescape(told(scripts, "headline")).split())
        self.body = unescape(told(scripts, "articleBody"))
        section = told(scripts, "articleSection")
        # Words with a comma between them are as often several sections as one.
        if len(section) <= _LONGEST_SECTION and "," not in section:
            self.head["section"] = self.head["section"] or section

    def _meta(self, attributes: dict[str, str]) -> None:
        name = (
            attributes.get("property") or attributes.get("name") or attributes.get("itemprop") or ""
        ).lower()
        content = " ".join(attributes.get("content", "").split())
        if name == "og:title":
            self.head["og:title"] = self.head["og:title"] or content
        elif name in _PUBLISHED:
            self.head["published"] = self.head["published"] or local(content)
        elif name in _SECTION and len(content) <= _LONGEST_SECTION:
            self.head["section"] = self.head["section"] or content

    def _dated(self, tag: str, attributes: dict[str, str]) -> None:
        """Keep the moment that an element states for programs, unless it is the one when the page was changed."""
        kind = attributes.get("itemprop")
        if tag == "time" and kind != "dateModified":
            day = local(attributes.get("datetime", ""))
            self.head["time"] = self.head.get("time") or day
        elif kind == "datePublished":
            day = local(attributes.get("content") or attributes.get("title") or "")
            self.head["published"] = self.head["published"] or day

    def _break(self) -> None:
        """End the line that is being read."""
        text = " ".join("".join(self._parts).split())
        menu = self._linked * 10 >= self._letters * 9 and not self._signed
        below_picture = self._below_picture and not self._signed
        self._parts.clear()
        self._linked = self._letters = 0
        self._signed = self._below_picture = False
        if not text:
            return
        if self._open.get("title"):
            self.head["title"] = self.head["title"] or text
            return
        kind = next((kind for kind in ("h1", "figcaption", "time", "li", "p") if self._open.get(kind)), "")
        if kind in ("p", "") and (self._dek or self._open.get("h2")):
            kind = "dek" if self._dek else "h2"
        menu = menu and kind != "h1"
        self._headed |= kind == "h1"
        labelled = not menu and labels_others(text)
        for box in self._empty:
            box.first += labelled
            box.headed = menu and text.count(" ") + 1 >= _SHORTEST_HEADLINE
        if not labelled:
            self._empty.clear()
        if menu:
            self._pictured = False
            return
        below_photo = below_picture and self._centred and may_be_caption(text, kind)
        if kind == "figcaption" or (self._captioned and kind != "h1") or below_photo:
            text = framed(text)
        elif kind == "li" and text[0].isalnum():
            text = f"- {text}"
        self.lines.append(
            PageLine(
                text, kind, self._article, self._within[-1][0], bool(self._open.get("main")), below_picture
            )
        )
        if self._tables:
            self._tables[-1].read()

    def _end_box(self, box: Box) -> None:
        """A box of another page's headline and a line or two is a teaser. Above the page's own headline the only one
        with a day may be its section, which leads to its page, and the date below."""
        if not box.headed or len(self.lines) - box.first > 2:
            return
        day = next((line for line in self.lines[box.first :] if not self._headed and is_day(line)), None)
        del self.lines[box.first :]
        if day:
            self._days.append(day)
            if len(self._days) == 1:
                self.lines.append(day)
            elif len(self._days) == 2 and self._days[0] in self.lines:
                self.lines.remove(self._days[0])

    def _end_table(self, table: Table) -> None:
        """A table of one picture and a line or two is a photo with its caption; one of more is the page's layout."""
        lines = self.lines[table.first :]
        if (
            table.holds_photo()
            and len(lines) <= 2
            and all(may_be_caption(line.text, line.kind) for line in lines)
        ):
            for line in lines:
                line.text = framed(line.text)
