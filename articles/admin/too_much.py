"""A form that is larger than the host takes, of which Django says nothing but “Bad Request”: what is too large, and how
to go on. What was typed is still in the browser."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.conf import settings as host
from django.core.exceptions import RequestDataTooBig, SuspiciousOperation, TooManyFieldsSent, TooManyFilesSent
from django.http import HttpRequest, UnreadablePostError
from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt, csrf_protect

TOO_MUCH = (RequestDataTooBig, TooManyFieldsSent, TooManyFilesSent)


def within_limits(model_admin: Any, view: Callable[..., Any]) -> Callable[..., Any]:
    """`view`, or what `model_admin` says of a form that is too large.

    Django's middleware reads the form for its token, where nothing can be told: it is read here, and the token asked
    for behind.
    """
    protected = csrf_protect(view)

    @csrf_exempt
    @wraps(view)
    def answering(request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        try:
            request.POST  # noqa: B018
        except TOO_MUCH as error:
            if not model_admin.admin_site.has_permission(request):
                raise
            return model_admin.too_much(request, error)
        except UnreadablePostError:
            pass  # Whoever sent it is gone: without a token it is refused as any form, and nobody is alarmed.
        return protected(request, *args, **kwargs)

    return answering


def reason(error: SuspiciousOperation) -> str:
    """What is too large, and what can be done."""
    if isinstance(error, TooManyFilesSent):
        text = _("Those are more than %(limit)s files at once. Send them in several goes.")
        return text % {"limit": host.DATA_UPLOAD_MAX_NUMBER_FILES}
    if isinstance(error, TooManyFieldsSent):
        text = _(
            "This form has more fields than the %(limit)s that this site takes at once. "
            "Delete rows that are not needed, or ask whoever runs the site to raise DATA_UPLOAD_MAX_NUMBER_FIELDS."
        )
        return text % {"limit": host.DATA_UPLOAD_MAX_NUMBER_FIELDS}
    text = _(
        "The texts of this form are larger than the %(limit)s that this site takes at once. Make them shorter, or ask "
        "whoever runs the site to raise DATA_UPLOAD_MAX_MEMORY_SIZE."
    )
    return text % {"limit": filesizeformat(host.DATA_UPLOAD_MAX_MEMORY_SIZE)}
