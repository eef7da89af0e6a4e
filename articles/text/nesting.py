"""How deeply markup is nested, told before it is parsed: a parser of HTML takes time by the square of the depth.

Read from the tags alone, and never less than what a parser would see: an end tag counts where it ends the very element
that was opened last, so that nothing hides in a comment, an attribute or a script.
"""

from articles.text import lazy_re as re

DEEPEST = 500
"""Elements open at one time. A text has ten or so; one that is careless of its end tags a few dozen."""

_SPACE = r"[\t\n\f\r ]"
_VALUE = r"\"[^\"]*+(?:\"|\Z)|'[^']*+(?:'|\Z)|[^\t\n\f\r >\"'][^\t\n\f\r >]*+"
_ATTRIBUTES = (
    rf"(?:[\t\n\f\r /]++|[^\t\n\f\r />][^\t\n\f\r />=]*+(?:{_SPACE}*+={_SPACE}*+(?:{_VALUE})?+)?+)*+"
)
_TOKEN = re.compile(
    rf"(?P<comment><!--)|(?P<data><!\[)|<(?:[!?]|/[^a-zA-Z])[^>]*+"
    rf"|<(?P<end>/?)(?P<name>[a-zA-Z][^\t\n\f\r />]*+){_ATTRIBUTES}(?:>|\Z)"
)
_COMMENT_END = re.compile(r"(?<=<!--)-?>|--!?>|\Z")
_NOT_COUNTED = {
    # Without content.
    "area", "base", "basefont", "bgsound", "br", "embed", "frame", "hr", "img", "image", "input", "link", "meta",
    "param", "source", "track", "wbr",
    # Ended by the next of them, or by what holds them: nested only as deep as what stands between.
    "p", "li", "caption", "col", "colgroup", "tbody", "td", "tfoot", "th", "thead", "tr",
}  # fmt: skip
_WITH_RULES_OF_THEIR_OWN = {
    "iframe", "math", "noembed", "noframes", "noscript", "plaintext", "script", "style", "svg", "textarea", "title",
    "xmp",
}  # fmt: skip
"""What stands in them is no markup, or other markup. Where they end is not asked: they count as open to the end."""


def is_deep(markup: str) -> bool:
    """Whether more than `DEEPEST` elements are open at one time. Linear in the length of `markup`."""
    if markup.count("<") <= DEEPEST:
        return False
    opened: list[str] = []
    at, comments = 0, True
    while token := _TOKEN.search(markup, at):
        at = token.end()
        name = (token["name"] or "").lower()
        if token["comment"]:
            if comments:
                at = _COMMENT_END.search(markup, at).end()  # type: ignore[union-attr]  # The end is one.
        elif token["data"] or name in _WITH_RULES_OF_THEIR_OWN:
            comments = False
            if not token["end"]:
                opened.append("")
        elif token["end"]:
            if opened and opened[-1] == name:
                opened.pop()
        elif name and name not in _NOT_COUNTED:
            opened.append(name)
        if len(opened) > DEEPEST:
            return True
    return False
