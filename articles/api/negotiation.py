"""Which format an answer has: `?format=` first, then `Accept`; JSON where the reader does not mind."""

from typing import Any, ClassVar

from django.utils.translation import gettext as _
from rest_framework.negotiation import BaseContentNegotiation
from rest_framework.renderers import BaseRenderer
from rest_framework.request import Request

from .problems import InvalidParameters, Problem


class Format(BaseRenderer):
    """A format by name and media type. Views write the bytes themselves."""

    charset = None

    def render(self, data: Any, accepted_media_type: Any = None, renderer_context: Any = None) -> bytes:
        """Bytes as they are."""
        return data


class JSON(Format):
    media_type = "application/json"
    format = "json"


class Negotiation(BaseContentNegotiation):
    """Reads no setting of the host's (REST framework's own one takes `format`'s name from there)."""

    parameters: ClassVar[frozenset[str]] = frozenset({"format"})
    """Query parameters that it looks at."""

    def select_parser(self, request: Request, parsers: Any) -> Any:
        """The one there is: nothing is posted to the public, and the desk reads its bodies itself."""
        return next(iter(parsers), None)

    def select_renderer(
        self, request: Request, renderers: Any, format_suffix: str | None = None
    ) -> tuple[Format, str]:
        """The format to answer in; 400 for an unknown `format`, 406 when nothing accepted is offered."""
        asked = request.GET.get("format")
        if asked is not None:
            for renderer in renderers:
                if renderer.format == asked:
                    return renderer, renderer.media_type
            names = ", ".join(sorted(renderer.format for renderer in renderers))
            raise InvalidParameters({"format": _("must be one of: {names}").format(names=names)})
        accept = request.META.get("HTTP_ACCEPT", "*/*")
        if accept in ("*/*", "application/json", ""):
            return renderers[0], renderers[0].media_type
        best = None
        for index, renderer in enumerate(renderers):
            quality = _quality(accept, renderer.media_type)
            if quality and (best is None or quality > best[0]):
                best = (quality, -index, renderer)
        if best is None:
            offered = [renderer.media_type for renderer in renderers]
            raise Problem(
                406, _("Not acceptable"), _("None of the accepted media types is offered."), offered=offered
            )
        return best[2], best[2].media_type


class AsNamed(Negotiation):
    """One format, that of the address (`articles.rss`): whatever a feed reader says it accepts."""

    parameters: ClassVar[frozenset[str]] = frozenset()

    def select_renderer(
        self, request: Request, renderers: Any, format_suffix: str | None = None
    ) -> tuple[Format, str]:
        """The only one."""
        return renderers[0], renderers[0].media_type


def _quality(accept: str, media_type: str) -> float:
    """What `Accept` gives a media type: the q of its most specific range, 0 where none fits."""
    major = media_type.partition("/")[0]
    best = (-1, 0.0)
    for part in accept.split(",")[:100]:
        name, *parameters = (piece.strip().lower() for piece in part.split(";"))
        rank = {media_type: 2, f"{major}/*": 1, "*/*": 0}.get(name)
        if rank is None:
            continue
        quality = 1.0
        for parameter in parameters:
            key, _equals, value = parameter.partition("=")
            if key.strip() == "q":
                try:
                    quality = min(max(float(value), 0.0), 1.0)
                except ValueError:
                    quality = 0.0
        if quality != quality:
            quality = 0.0
        best = max(best, (rank, quality))
    return best[1] if best[0] >= 0 else 0.0
