"""Addresses below the API that are none: a missing slash is mended, all else is the one 404."""

from typing import Any

from django.http import HttpResponse, HttpResponsePermanentRedirect
from django.urls import Resolver404, resolve
from rest_framework.request import Request

from articles.api.problems import not_found

from .base import PublicView


class Fallback(PublicView):
    """Answers in the API's own words, with APPEND_SLASH or without."""

    def answer(self, request: Request, **kwargs: Any) -> HttpResponse:
        """301 to the address with a slash where that is one, else 404."""
        path = request.path_info
        if not path.endswith("/"):
            try:
                found = resolve(path + "/", getattr(request._request, "urlconf", None))
            except Resolver404:
                raise not_found() from None
            if getattr(found.func, "cls", None) is not Fallback:
                query = request.META.get("QUERY_STRING", "")
                address = request.path + "/" + (f"?{query}" if query else "")
                return HttpResponsePermanentRedirect(request.build_absolute_uri(address))
        raise not_found()

    def check_names(self, query: Any) -> None:
        """Parameters do not matter where nothing is."""
