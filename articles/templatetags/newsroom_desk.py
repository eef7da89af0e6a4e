"""What the admin's pages of the app show beside what the host's admin site gives them.

The admin is imported when a page asks for it: Django loads this module in hosts that have none, too.
"""

from typing import Any

from django import template

register = template.Library()


@register.filter
def newsroom_date(edtf: str | None) -> str:
    """A partial date in words."""
    from ..admin.words import date_in_words

    return date_in_words(edtf)


@register.inclusion_tag("articles/admin/today.html", takes_context=True)
def newsroom_today(context: Any) -> dict[str, Any]:
    """The panel of what waits; empty outside of an admin site."""
    from django.contrib.admin.sites import all_sites

    from ..admin.today import beginnings, waiting

    request = context["request"]
    name = getattr(request, "current_app", None)
    site = next((site for site in all_sites if site.name == name), None)
    if site is None:
        return {"lines": None}
    lines = waiting(site, request)
    return {"lines": lines, "steps": [] if lines else beginnings(site, request)}
