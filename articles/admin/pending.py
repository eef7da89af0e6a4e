"""What waits for an item as lists and pages show it: badges, times, and the zone they are in."""

from django.utils import timezone
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import pgettext

from ..actions.pending import local
from ..models import Item, RunState, Stage, State
from ..models.schedule import Pending


def badge(state: State | RunState) -> SafeString:
    """A state as a coloured word: the colour helps, the word says it."""
    colour: str = _RUNS.get(state, state)
    return format_html('<span class="newsroom-state newsroom-state-{}">{}</span>', colour, state.label)


_RUNS: dict[str, str] = {
    RunState.PREVIEW: State.DRAFT,
    RunState.RUNNING: State.CHANGED,
    RunState.STOPPED: State.WITHDRAWN,
    RunState.DONE: State.LIVE,
    RunState.UNDONE: State.DRAFT,
}
"""The states of an import, in the colours of those of items."""


def badges(item: Item, pending: Pending) -> SafeString:
    """State, stage and what is scheduled, for a list."""
    found = [badge(item.state)]
    if (stage := pending.stage) != Stage.DRAFT:
        html = '<span class="newsroom-state newsroom-stage-{}">{}</span>'
        found.append(format_html(html, stage.value, stage.label))
    for row in pending.schedules:
        failed = (
            format_html(" · <strong>{}</strong>", pgettext("schedule", "failed")) if row.failed_at else ""
        )
        html = '<span class="newsroom-when newsroom-when-{}">{} {}{}</span>'
        found.append(format_html(html, row.what, row.get_what_display(), local(row.at), failed))
    return format_html_join(" ", "{}", ((one,) for one in found))


def zone_name() -> str:
    """The zone that times on the page are in: `Asia/Ho_Chi_Minh (UTC+07:00)`."""
    now = timezone.localtime()
    offset = f"{now:%z}"
    return f"{timezone.get_current_timezone_name()} (UTC{offset[:3]}:{offset[3:5]})"
