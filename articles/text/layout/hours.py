"""The hour in a date line, and how far it is ahead of UTC."""

from datetime import timedelta

from articles.text import lazy_re as re

# Vietnamese pages write their own wall clock; Viet Nam has kept UTC+7 without summer time since 1975.
OFFSET = "+07:00"
AHEAD = timedelta(hours=7)

TIME = re.compile(
    r"(?<![\d:/])T?(?P<hour>\d{1,2})\s?(?:(?::|h|g|giờ)\s?(?P<minute>[0-5]\d)(?:[:.][0-5]\d(?:\.\d+)?| phút)?|h(?!\w))"
    r"(?:\s*(?P<half>[AaPp]\.?[Mm]\.?|SA|CH|sáng|chiều|tối))?(?![\d:])"
    r"(?P<zone>Z|\s?[+-](?:0\d|1[0-4]):?(?:00|30|45)(?!\d)|\s?\+0?7(?!\d))?"
)
# `GMT+7`, `UTC`, `(+7 GMT)`
_ZONE = re.compile(
    r"(?P<before>[+-]?\d{1,2})\s?(?:GMT|UTC)\s?\)|(?:GMT|UTC)(?:\s*(?P<behind>[+-]\s*\d{1,2})|(?!\s*[+-]|\w))"
)


def clock(match: re.Match[str]) -> tuple[int, int] | None:
    hour, minute = int(match["hour"]), int(match["minute"] or 0)
    half = (match["half"] or "").lower().replace(".", "")
    if half in ("pm", "ch", "chiều", "tối") and hour < 12:
        hour += 12
    elif half in ("am", "sa") and hour == 12:
        hour = 0
    return (hour, minute) if hour < 24 else None


def offset(text: str, found: re.Match[str]) -> timedelta:
    """How far the time is ahead of UTC: Viet Nam's own, unless the line names another zone."""
    zone = found["zone"]
    if zone == "Z":
        return timedelta(0)
    if zone and len(zone.strip()) >= 5:
        hours, minutes = int(zone.strip()[1:3]), int(zone[-2:])
        return timedelta(hours=hours, minutes=minutes) * (-1 if "-" in zone else 1)
    if not ("GMT" in text or "UTC" in text) or not (match := _ZONE.search(text)):
        return AHEAD
    hours = int((match["before"] or match["behind"] or "0").replace(" ", ""))
    return timedelta(hours=hours) if abs(hours) <= 14 else AHEAD
