"""Elements of a web page that readers are not shown, or shown over or beside its story."""

from collections.abc import Mapping

from articles.text import lazy_re as re
from articles.text.words.phrases import word_set

EMPTY = word_set("br hr img input meta link")
"""Tags that hold nothing."""
LEFT_OUT = word_set(
    "script style noscript template nav aside footer svg iframe button select textarea object canvas audio video "
    "menu dialog amp-ad amp-analytics amp-auto-ads amp-consent amp-embed amp-iframe amp-lightbox amp-list amp-sidebar "
    "amp-sticky-ad amp-user-notification"
)
_INSTEAD = word_set("placeholder fallback")
"""Attributes, without a value, of what AMP pages show while something loads or where it cannot."""
_ROLES = word_set("navigation complementary contentinfo search dialog alertdialog menu menubar")
"""They say of any element what `nav`, `aside`, `footer` and `dialog` say by their names."""
_FRAMES = word_set("html body main article")
"""Never left out for how they look: pages are hidden whole until their scripts have run, or below an open box."""
_UNSHOWN = re.compile(r"(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)\b", re.IGNORECASE)
_COOKIES = re.compile(r"(?:^|\s)cookies?[-_]?(?:bar|banner|box|consent|law|notice|popup)", re.IGNORECASE)
_BESIDE = re.compile(
    r"(?<![a-z])(?:related|sidebar|breadcrumbs?|comments?|newsletter|subscribe|footer|menu|navbar|popup|modal|recommended"
    r"|popular|mostread|tags)(?![a-z])",
    re.IGNORECASE,
)
"""On 990 real pages such names keep out 8 of 100 phrases beside the story, and one of 1,000 of the stories."""
_BOXES = word_set("div section ul ol form")


def stands_beside(tag: str, attributes: Mapping[str, str]) -> bool:
    """Whether an element is a form, or its class or name says that it stands beside the story: `related-news`."""
    if tag not in _BOXES:
        return False
    return tag == "form" or any(_BESIDE.search(attributes.get(name, "")) for name in ("class", "id"))


def is_left_out(tag: str, attributes: Mapping[str, str]) -> bool:
    """Whether the page says by a tag or by an attribute that an element is not of its text."""
    if tag in LEFT_OUT:
        return True
    return tag not in EMPTY and (
        "hidden" in attributes or any(attributes.get(name) == "" for name in _INSTEAD)
    )


def is_unshown(tag: str, attributes: Mapping[str, str]) -> bool:
    """Whether it says so by a role, a style or a name. Not by `aria-hidden`, which open boxes set on the page below."""
    if tag in EMPTY or tag in _FRAMES or not attributes:
        return False
    return (
        attributes.get("role", "").lower() in _ROLES
        or _UNSHOWN.search(attributes.get("style", "")) is not None
        or any(_COOKIES.search(attributes.get(name, "")) for name in ("class", "id"))
    )
