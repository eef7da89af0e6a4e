"""Names made of kind and people, for events that have none of their own: `Điện đàm A – B`, `A thăm chính thức P`."""

from collections.abc import Sequence
from typing import Protocol

from articles.text.words.tokens import Row

_LABELS = {"talks": "Hội đàm", "phone_call": "Điện đàm", "consultation": "Tham vấn"}
_ENGLISH_LABELS = {"talks": "Talks", "phone_call": "Phone talks", "consultation": "Consultation"}
_ENGLISH_MANNERS = ("state", "official", "working")


class _Named(Protocol):
    label: str
    person: str | None
    start: int


def _as_written(row: Row, party: _Named) -> str:
    """`A tiếp | lãnh đạo Tập đoàn Lamco`: an office whose holder nobody names is small where the text has it so; a
    delegation keeps its capital."""
    office = party.person is None and not party.label.startswith("Đoàn ")
    small = office and row.words[party.start].text.islower()
    return party.label[:1].lower() + party.label[1:] if small else party.label


def compose(
    kind: str,
    row: Row,
    at: int,
    end: int,
    subjects: Sequence[_Named],
    objects: Sequence[_Named],
    target: str,
) -> str:
    """A name made of kind and people: `Điện đàm A – B`, `A thăm chính thức P`, `A tiếp B`; or empty."""
    link = " and " if row.english else " và "
    doers = link.join(dict.fromkeys(p.label for p in subjects[:2]))
    others = link.join(dict.fromkeys(_as_written(row, p) for p in objects[:2]))
    if kind in ("talks", "phone_call", "consultation"):
        label = (_ENGLISH_LABELS if row.english else _LABELS)[kind]
        sides = (
            [p.label for p in (*subjects[:1], *objects[:1])] if objects else [p.label for p in subjects[:2]]
        )
        return f"{label} {' – '.join(dict.fromkeys(sides))}" if len(set(sides)) > 1 else ""
    verb = (
        row.slice(at, end)
        .lower()
        .replace("nhà nước", "Nhà nước")
        .replace(" tết", " Tết")
        .replace(" lăng", " Lăng")
    )
    beside = verb.endswith(" làm việc với") or "đối thoại" in verb
    verb = verb.removesuffix(" với").removesuffix(" thân mật").removeprefix("đến ").removeprefix("đi ")
    if kind in ("ceremony", "other"):
        return f"{doers} {verb}{' ' + target if target else ''}"
    if kind == "visit":
        if row.english and verb.endswith(" to"):
            manner = next((f"{word} " for word in _ENGLISH_MANNERS if word in verb.split()), "")
            return f"{doers} pays {'an' if manner[:1] == 'o' else 'a'} {manner}visit to {target}"
        # `thăm và nói chuyện | với bà con`, `thăm, làm việc | tại tỉnh Lam Trà`
        with_ = "với " * verb.endswith(" chuyện") + "tại " * verb.endswith(" làm việc")
        return f"{doers} {verb} {with_}{target}"
    if kind in ("meeting", "dialogue"):
        if verb.endswith(("cử tri", "công dân", " tại")):
            return f"{doers} {verb} {target}".rstrip()
        with_ = (
            "với "
            if beside or verb.startswith(("làm việc", "họp"))
            else "for " * verb.endswith(" a reception")
        )
        return f"{doers} {verb} {with_}{others}" if others else ""
    return ""
