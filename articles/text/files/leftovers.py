"""What copying and conversion leave in a plain text: invisible characters, character references, tags, Markdown.

Each is put as the reader of the page saw it. What only looks like it is left alone: `a < b`, `#1`, `R&D;`, a lone star.
Pictures, and lines that are a link and nothing else, keep their form, since it tells the layout what they are.
"""

import html

from articles.text import lazy_re as re
from articles.text.files.html_hidden import LEFT_OUT
from articles.text.files.html_page import BLOCKS
from articles.text.files.stacked import unstacked
from articles.text.words.phrases import word_set

# Marks of direction, joiners, soft hyphens, byte order marks: nobody sees them, but they cut words in two. Word's own
# soft and hard hyphens are control characters, as is the end of a cell in its tables.
_AS_SEEN = {
    **dict.fromkeys([0x1F, 0xAD, 0x34F, 0x61C, 0x180E, *range(0x200B, 0x2010), *range(0x202A, 0x202F)]),
    **dict.fromkeys(range(0x2060, 0x2065)),
    **dict.fromkeys([*range(0x2066, 0x206A), 0xFEFF]),
    **dict.fromkeys([*range(0x09), *range(0x0E, 0x1E), 0x7F, 0xFFFC], " "),
    **dict.fromkeys(map(ord, "\x1e\u2010\u2011"), "-"),
    0x2012: "–",
    0x2015: "—",
}
_ODD = re.compile(f"[{''.join(map(re.escape, map(chr, _AS_SEEN)))}]")

_REFERENCE = re.compile(
    r"&(?:amp;){0,3}(#\d{1,7}|#[xX][\da-fA-F]{1,6}|[a-zA-Z][a-zA-Z\d]{1,31});|&nbsp(?!\w)"
)

_INLINE = word_set(
    "a abbr b big center cite del em font i ins label mark o:p s small source span strong sub sup u"
)
_NAMES = rf"(?:{'|'.join(sorted(BLOCKS | LEFT_OUT | _INLINE))})(?![\w:-])"
_TAG = rf"(?:</?{_NAMES}[^<>]*>|</{_NAMES}(?=[\s<]|$))"
"""One that ends a part of the page is whole without its bracket: nothing else is written so."""
_TAGS = re.compile(rf"{_TAG}(?:[ \t]*+{_TAG})*+", re.IGNORECASE)
_BLOCK = re.compile(rf"</?(?:{'|'.join(sorted(BLOCKS))})(?![\w:-])", re.IGNORECASE)
_BREAK = re.compile(r"<br\b", re.IGNORECASE)
_IMAGE = re.compile(r"<img\b[^<>]*>|!\[[^\[\]\n]{0,1000}\]\([^()\s]{0,2000}\)", re.IGNORECASE)
_NO_TEXT = re.compile(r"<(?:(script|style)(?![\w:-])[^<>]*>|!--)", re.IGNORECASE)
_ITS_END = {name: re.compile(f"</{name}[^<>]*>", re.IGNORECASE) for name in ("script", "style")}
_COMMENT_END = re.compile("-->")

_ADDRESS = r"(?:[a-z]{2,20}:|/|#)(?:[^()\s]++|\([^()\s]*+\))*+(?:[ \t]+\"[^\"\n]{0,200}\")?[ \t]*"
# `[ ![…](…) Thời sự ](…)`: a link to what its words say, or that is a picture and nothing else.
_LINKED_PICTURE = re.compile(
    rf"\[[ \t]*(!\[[^\[\]\n]{{0,500}}\]\([^()\s]{{0,2000}}\))([^\[\]\n]{{0,500}})\]\(({_ADDRESS})\)"
)
_LINK = re.compile(rf"(?<!!)\[([^\[\]\n]{{0,500}})\]\(({_ADDRESS})\)")
_LINKED_ITEM = re.compile(r"^[ \t]*(?:[-*+][ \t]+)+(?:#{1,6}[ \t]+)?(?=\[[^\n]*\)[ \t]*$)", re.MULTILINE)
_OPENS_LINE = re.compile(r"(?:^|.*\n)[ \t]*(?:>[ \t]?)*(?:[-*•][ \t]*)?", re.DOTALL)
_ENDS_LINE = re.compile(r"[ \t]*$", re.MULTILINE)
_SHORT_LINK = 4
"""Words of a link that may be a reporter, a section or a label; more are another story's headline."""
_HEADING = re.compile(r"^[ \t]{0,3}#{1,6}[ \t]+(?=\S)", re.MULTILINE)
_STRONG = re.compile(r"(?<!\*)(\*\*\*?)(?=[^\s*])([^*\n]{1,4000})(?<=[^\s*])\1(?!\*)")
_EMPHASIS = re.compile(r"(?<![*\w])\*(?=[^\s*])([^*\n]{1,4000})(?<=[^\s*])\*(?![*\w])")
_UNDERLINED = re.compile(r"(?<!\w)(__?)(?=[^\s_])([^_\n]{1,4000})(?<=[^\s_])\1(?!\.?\w)")
_FORUM_PICTURE = re.compile(r"\[img\b[^\[\]\n]{0,200}\][^\[\]\s]{0,2000}\[/img\]", re.IGNORECASE)
_FORUM_TAG = re.compile(
    r"\[/?(?:b|i|u|s|url|img|size|font|color|center|left|right|justify|indent|quote|highlight|h[1-6])"
    r"(?:=[^\[\]\n]{1,500})?\]",
    re.IGNORECASE,
)
"""What forums are written in: `[b]Cầu Trà[/b]`, `[url=…]cầu[/url]`."""
_SPELLED_LETTER = re.compile(r"\\u[\da-fA-F]{4}")
_SPELLED_LETTERS = re.compile(r"(?:\\u[\da-fA-F]{4})+")
"""Letters as JSON and many languages of programs spell them: `C\\u1ea7u Tr\\u00e0`."""
_SPELLED_BREAK = re.compile(r"(?:\\r)?\\n")
_OPENING = re.compile(r"\\n(?![a-z])")
_SPELLED = 2
"""So many line breaks spelled `\\n` in a text without any are those of a dump; before small letters they may be of a
file's name."""
_HARD_BREAK = re.compile(r"\\[ \t\r]*$", re.MULTILINE)
_ESCAPED = re.compile(r"\\(?=[-.()\[\]*_#>!+~|`\"'])")
_WRITTEN = re.compile(r"^[ \t]*\S", re.MULTILINE)
_BULLETS = "-*+–—•·∙●○▪▫■□◆►▶➢➤»✓✔"
_BULLET = re.compile(rf"^[ \t]*[{re.escape(_BULLETS)}][ \t]+", re.MULTILINE)
_OPENERS = {
    ">": re.compile(r"^[ \t]*>[ \t]?", re.MULTILINE),
    "[": re.compile(r"^[ \t]*\[\d\d?(?::\d\d){1,2}\][ \t]*", re.MULTILINE),
    **dict.fromkeys(_BULLETS, _BULLET),
}
"""What stands before every line of a quotation, a recording's transcript or a text that was pasted as a list."""
_QUOTED = 9
"""Times that a text may have been quoted."""
_FEWEST = 5
"""Lines of a text whose lines open with a mark, at least; fewer may be a list. A quotation is one however short."""
_NUMBERED = re.compile(r"[ \t]*(\d{1,5})(?:[.:)|][ \t]+|\t[ \t]*|[.:)|]?$)")


def as_seen(text: str) -> str:
    """`text` without leftovers. Linear."""
    text = unstacked(text)
    if "&" in text:
        text = _REFERENCE.sub(_letter, text)
    if "<" in text:
        text = _without_tags(text)
    if "\\" in text:
        if "\n" not in text.strip() and len(_OPENING.findall(text)) >= _SPELLED:
            text = _SPELLED_BREAK.sub("\n", text)
        if "\\u" in text and len(_SPELLED_LETTER.findall(text)) >= _FEWEST:
            text = _SPELLED_LETTERS.sub(_read_letters, text)
        text = _ESCAPED.sub("", _HARD_BREAK.sub("", text))
    bracketed = "[" in text  # One sign is looked for much faster than two.
    if bracketed and "](" in text:
        text = _LINKED_ITEM.sub("", _LINKED_PICTURE.sub(_pictured, text))
        text = _LINK.sub(_linked, text)
    if ("<" in text and "<img" in text) or (bracketed and "![" in text):
        text = _IMAGE.sub(_on_its_line, text)
    if "*" in text:
        text = _EMPHASIS.sub(r"\1", _STRONG.sub(r"\2", text))
    if "_" in text:
        text = _UNDERLINED.sub(r"\2", text)
    if bracketed and "[/" in text:
        text = _FORUM_TAG.sub("", _FORUM_PICTURE.sub("", text))
    if "#" in text and "# " in text:
        text = _HEADING.sub("", text)
    first = ">" if ">" in text else text.lstrip()[:1]
    if first == ">":
        text = _without_quotes(text)
    elif (opener := _OPENERS.get(first)) and _opens_all(opener, text, _FEWEST):
        text = opener.sub("", text)
    elif first.isdecimal():
        text = _without_numbers(text)
    return text.translate(_AS_SEEN) if _ODD.search(text) else text


def _letter(reference: re.Match[str]) -> str:
    written = f"&{reference[1] or 'nbsp'};"
    read = html.unescape(written)
    return reference[0] if read == written else read


def _read_letters(spelled: re.Match[str]) -> str:
    units = bytes.fromhex(spelled[0].replace("\\u", ""))
    return units.decode("utf-16-be", "replace")


def _without_tags(text: str) -> str:
    return _TAGS.sub(_parted, _without_code(text))


def _parted(tags: re.Match[str]) -> str:
    if _BLOCK.search(tags[0]):
        edge = _opens_line(tags) or _ENDS_LINE.match(tags.string, tags.end())
        return "" if edge else "\n\n" if len(_BREAK.findall(tags[0])) > 1 else "\n"
    return " " if "> " in tags[0] else ""


def _opens_line(match: re.Match[str]) -> bool:
    """Nothing but space and the marks of a quotation or a list stands before it."""
    start = match.start()
    return _OPENS_LINE.fullmatch(match.string, max(0, start - 2 * _QUOTED), start) is not None


def _on_its_line(picture: re.Match[str]) -> str:
    before = "" if _opens_line(picture) else "\n"
    return before + picture[0] + ("" if _ENDS_LINE.match(picture.string, picture.end()) else "\n")


def _pictured(link: re.Match[str]) -> str:
    return f"[{link[2]}]({link[3]})" if link[2].strip() else link[1]


def _linked(link: re.Match[str]) -> str:
    words = link[1].strip()
    headline = words.count(" ") >= _SHORT_LINK and link[2].startswith("http")
    alone = headline and _opens_line(link) and _ENDS_LINE.match(link.string, link.end())
    return link[0] if alone else words


def _without_code(text: str) -> str:
    """Scripts, styles and comments left out, as far as they are closed."""
    kept: list[str] = []
    at = 0
    endless: set[str] = set()
    for opening in _NO_TEXT.finditer(text):
        name = (opening[1] or "").lower()
        if opening.start() < at or name in endless:
            continue
        end = _ITS_END.get(name, _COMMENT_END).search(text, opening.end())
        if end is None:
            endless.add(name)
            continue
        kept.append(text[at : opening.start()])
        at = end.end()
    return "".join([*kept, text[at:]])


def _opens_all(opener: re.Pattern[str], text: str, fewest: int) -> bool:
    found = len(opener.findall(text))
    return found >= fewest and found * 10 > len(_WRITTEN.findall(text)) * 9


def _without_quotes(text: str) -> str:
    """The text without the marks of quotations that all its lines have; more of them are the page's own."""
    opener = _OPENERS[">"]
    for _ in range(_QUOTED):
        if not _opens_all(opener, text, 1):
            break
        text = opener.sub("", text)
    return text


def _without_numbers(text: str) -> str:
    """The text without the numbers of its lines, where each has one: of all lines or of those that are written on."""
    lines = text.split("\n")
    while lines and not lines[-1].strip():
        lines.pop()
    found = [_NUMBERED.match(line) for line in lines if line.strip()]
    if len(found) < _FEWEST or not found[0]:
        return text
    first = int(found[0][1])
    if any(match is None or int(match[1]) != number for number, match in enumerate(found, first)):
        return text
    return "\n".join(_NUMBERED.sub("", line, count=1) for line in lines)
