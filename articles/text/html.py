"""Body HTML: the closed list of what it may hold, and its way from and to plain paragraphs."""

import html
from collections.abc import Iterable, Set

from articles.text import lazy_re as re
from articles.text.foreign_blocks import FOREIGN, in_known_blocks
from articles.text.nesting import is_deep

TAGS = {"p", "h2", "h3", "h4", "blockquote", "ul", "ol", "li", "a", "strong", "b", "em", "i", "br"}
_ATTRIBUTES = {"a": {"href", "title"}}
_SCHEMES = {"http", "https", "mailto"}
_BLOCK_END = re.compile(r"</(?:p|h[2-4]|li|blockquote|table)>|<br\s*/?>")
_TAG = re.compile(r"<[^>]*>")
_BLANK = re.compile(r"\n\s*\n")
_BETWEEN = re.compile(r"(</(?:p|h[2-4]|ul|ol|blockquote)>)\s*(?=<(?:p|h[2-4]|ul|ol|blockquote)>)")
# In text the sanitiser changes NUL, carriage returns and no-break spaces, and refuses halves of surrogate pairs.
_TEXT = r"[^<>&\x00\r\xa0\ud800-\udfff]*+(?:&(?:amp|lt|gt|nbsp);[^<>&\x00\r\xa0\ud800-\udfff]*+)*+"
_PARAGRAPHS = re.compile(rf"<p>{_TEXT}</p>(?:\n<p>{_TEXT}</p>)*+")
_ANY_TAG = re.compile(r"<(/?)(\w+)[^>]*>")


def sanitise(markup: str) -> str:
    """`markup` with nothing but the closed list of tags, attributes and link schemes, a block a line. Idempotent."""
    if _PARAGRAPHS.fullmatch(markup):
        # As the importer writes bodies, which are looked at again whenever they are saved or published.
        return markup
    return clean(markup)


def clean(markup: str) -> str:
    """The same without a look at whether there is anything to do."""
    markup = markup.replace("\x00", "")
    cleaned = in_known_blocks(markup, _cleaned) if FOREIGN.search(markup) else _cleaned(markup)
    # Editors part blocks in ways of their own; one way keeps a save that changes nothing from being a version.
    return _BETWEEN.sub(r"\1\n", cleaned).strip()


def _cleaned(markup: str, more: Set[str] = frozenset()) -> str:
    """With the tags of the closed list, and `more`."""
    import nh3  # To load it takes as long as reading three files, and what the importer writes needs no cleaning.

    return nh3.clean(
        markup,
        tags=TAGS | more,
        attributes=_ATTRIBUTES,
        url_schemes=_SCHEMES,
        link_rel="noopener noreferrer",
    )


def from_paragraphs(paragraphs: Iterable[str]) -> str:
    """Plain paragraphs as body HTML."""
    return "\n".join(f"<p>{html.escape(text, quote=False)}</p>" for text in paragraphs)


def from_body(body: str) -> str:
    """A desk body as sanitised HTML; one typed as plain text gets its paragraphs from blank lines.

    Of one that is nested too deeply to be parsed, which forms and the desk API refuse, the words stay.
    """
    if not body.strip():
        return ""
    if is_deep(body):
        return sanitise(from_paragraphs(plain_text(body).split("\n\n")))
    if not _BLOCK_END.search(body):
        body = "\n".join(f"<p>{text.strip()}</p>" for text in _BLANK.split(body.strip()))
    return sanitise(body)


def plain_text(markup: str) -> str:
    """Sanitised HTML as text, paragraphs parted by a blank line."""
    text = html.unescape(_TAG.sub("", _BLOCK_END.sub("\n\n", markup)))
    return "\n\n".join(part.strip() for part in _BLANK.split(text) if part.strip())


def blocks(markup: str) -> list[str]:
    """The texts of the outermost blocks of sanitised HTML: what a photo's `after_paragraph` counts."""
    found, text, depth, at = [], "", 0, 0
    for tag in _ANY_TAG.finditer(markup):
        text += markup[at : tag.start()]
        at = tag.end()
        if tag[2] == "br":
            text += " "
            continue
        depth += -1 if tag[1] else 1
        if depth == 0:
            found.append(text)
            text = ""
    texts = (" ".join(html.unescape(part).split()) for part in [*found, text + markup[at:]])
    return [part for part in texts if part]
