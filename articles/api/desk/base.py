"""What every view of the desk API shares: who is asking, what they may, strict queries, and no caches."""

from collections.abc import Callable, Iterable
from typing import Any, ClassVar

from django.http import HttpResponse, QueryDict
from django.utils.cache import patch_vary_headers
from django.utils.datastructures import MultiValueDict
from django.utils.translation import gettext as _
from rest_framework import exceptions
from rest_framework.authentication import BaseAuthentication, SessionAuthentication
from rest_framework.parsers import BaseParser, DataAndFiles
from rest_framework.request import Request

from articles.actions.permissions import allowed
from articles.actions.tokens import find_token
from articles.api import pages
from articles.api.encoding import dumps, utc
from articles.api.own_view import OwnView, check_bytes
from articles.models import ITEM_MODELS, Item, Token

from . import browse, problems
from .problems import Problem

Scope = Token.Scope


class Bearer(BaseAuthentication):
    """`Authorization: Bearer nrt_…`, a token made by `create_token` or at `tokens/`."""

    def authenticate(self, request: Request) -> tuple[Any, Any] | None:
        """The token's user; None where another way is taken."""
        scheme, _blank, secret = request.META.get("HTTP_AUTHORIZATION", "").partition(" ")
        if scheme.lower() != "bearer":
            return None
        token = find_token(secret.strip())
        if token is None:
            raise exceptions.AuthenticationFailed(_("The token is unknown, expired or revoked."))
        return token.user, token

    def authenticate_header(self, request: Request) -> str:
        """What a 401 asks for."""
        return 'Bearer realm="desk"'


class Unparsed(BaseParser):
    """Takes every body and reads none: views read theirs as they need it, when it is known who is asking.

    Before that, Django looks for the session's CSRF token in a form; here it comes in the header.
    """

    media_type = "*/*"

    def parse(self, stream: Any, media_type: Any = None, parser_context: Any = None) -> DataAndFiles:
        """No fields and no files."""
        return DataAndFiles(QueryDict(), MultiValueDict())


class DeskView(OwnView):
    """A view for editors. Subclasses name their query `parameters` and, by method, the `scopes` a token needs."""

    parser_classes = [Unparsed]
    authentication_classes = [Bearer, SessionAuthentication]

    scopes: ClassVar[dict[str, str]] = {}
    """Other than reading for GET and writing for the rest."""
    sessions_only = False
    """Whether tokens are refused."""

    @property
    def user(self) -> Any:
        """Who is asking."""
        return self.request.user

    def initial(self, request: Request, *args: Any, **kwargs: Any) -> None:
        """Refuse whoever is nobody, and what cannot be read."""
        check_bytes(request._request)
        super().initial(request, *args, **kwargs)
        self.check_who(request)
        self.check_names(request.GET)

    def check_who(self, request: Request) -> None:
        """401 for nobody, 403 for a token that is not for this."""
        if not getattr(request.user, "is_authenticated", False):
            raise exceptions.NotAuthenticated(_("Send a token, or log in."))
        if not isinstance(request.auth, Token):
            return
        method = request.method or ""
        scope = self.scopes.get(method, Scope.READ if method in ("GET", "HEAD", "OPTIONS") else Scope.WRITE)
        if self.sessions_only or scope not in request.auth.scopes:
            detail = _("Log in to do this: a token cannot.") if self.sessions_only else ""
            raise Problem(
                403, _("Forbidden"), detail or _("The token lacks the scope “{scope}”.").format(scope=scope)
            )

    def may_read(self, model: type[Item]) -> None:
        """403 unless the user may see items of this kind."""
        if not self._sees(model):
            raise Problem(
                403,
                _("Forbidden"),
                _("You need the permission “articles.view_{name}”.").format(name=model.kind),
            )

    def readable(self, kinds: Iterable[str] = ITEM_MODELS) -> list[str]:
        """Those of the kinds whose items the user may see; 403 where there are none."""
        found = [kind for kind in kinds if self._sees(ITEM_MODELS[kind])]
        if not found:
            raise Problem(403, _("Forbidden"))
        return found

    def _sees(self, model: type[Item]) -> bool:
        return allowed(self.user, "view", model) or allowed(self.user, "change", model)

    def get_exception_handler(self) -> Any:
        """Ours, whatever the host has set."""
        return problems.handle

    def finalize_response(self, request: Any, response: Any, *args: Any, **kwargs: Any) -> Any:
        """Nothing of the desk is kept anywhere, errors included."""
        response = super().finalize_response(request, response, *args, **kwargs)
        response["Cache-Control"] = "private, no-store"
        patch_vary_headers(response, ["Accept", "Authorization", "Cookie"])
        if browse.wanted(request):
            about = " ".join(filter(None, [type(self).__doc__, getattr(self, "get", self).__doc__]))
            return browse.page(request, response, self.allowed_methods, about)
        return response


def respond(
    document: Any, *, status: int = 200, version: int | None = None, location: str = ""
) -> HttpResponse:
    """JSON; `version` becomes the ETag that `If-Match` wants back."""
    answer = HttpResponse(dumps(document), content_type="application/json", status=status)
    if version is not None:
        answer["ETag"] = f'"{version}"'
    if location:
        answer["Location"] = location
    return answer


def listed(request: Request, rows: Any, show: Callable[[list[Any]], list[dict[str, Any]]]) -> HttpResponse:
    """A numbered page of `rows`, a queryset or a list; `show` makes documents of those that are on it."""
    page = pages.read_numbered(request.GET)
    chosen = list(rows[page.offset : page.offset + page.size])
    total = len(rows) if isinstance(rows, list) else rows.count()
    return HttpResponse(pages.numbered(request, page, total, show(chosen)), content_type="application/json")


def one_by_one(document: Callable[[Any], dict[str, Any]]) -> Callable[[list[Any]], list[dict[str, Any]]]:
    """The rows of a page, each by itself."""
    return lambda rows: [document(row) for row in rows]


def who(user: Any) -> str | None:
    """How a user shows: their login name."""
    return user.get_username() if user is not None else None


def moment(at: Any) -> str | None:
    """A time as the desk API writes it."""
    return utc(at) if at is not None else None


class Fallback(DeskView):
    """Any other address."""

    def check_names(self, query: QueryDict) -> None:
        """No parameters to be wrong about."""

    def get(self, request: Request, **kwargs: Any) -> HttpResponse:
        """404."""
        raise problems.not_found()

    post = put = patch = delete = get
