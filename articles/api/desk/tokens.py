"""Tokens over the API: for people who are logged in, since a token must not breed others."""

from datetime import timedelta
from typing import Any
from uuid import UUID

from django.http import HttpResponse
from rest_framework.request import Request

from articles.actions.permissions import allowed, require
from articles.actions.tokens import LIFETIME, issue_token, revoke_token
from articles.models import Token

from . import bodies
from .base import DeskView, moment, respond, who
from .bodies import some_of, text, whole
from .problems import first_of


class TokenList(DeskView):
    """One's own tokens; with the permission to view tokens, everybody's."""

    sessions_only = True

    def get(self, request: Request) -> HttpResponse:
        """Without their secrets, which nobody has."""
        return respond([token_document(row) for row in _visible(self.user)])

    def post(self, request: Request) -> HttpResponse:
        """`{"name", "scopes", "days"}`: `token` in the answer is shown this once."""
        require(self.user, "add", Token)
        readers: dict[str, Any] = {
            "name": text,
            "scopes": some_of(Token.Scope.values, least=1),
            "days": whole,
        }
        given = bodies.read(request, readers, required=["name", "scopes"])
        lifetime = timedelta(days=min(given.get("days", LIFETIME.days), 10_000))
        token, secret = issue_token(
            self.user, by=self.user, name=given["name"], scopes=given["scopes"], lifetime=lifetime
        )
        return respond({**token_document(token), "token": secret}, status=201)


class TokenOne(DeskView):
    """One token."""

    sessions_only = True

    def delete(self, request: Request, pk: UUID) -> HttpResponse:
        """Revoke it."""
        revoke_token(first_of(_visible(self.user).filter(pk=pk)), by=self.user)
        return HttpResponse(status=204)


def _visible(user: Any) -> Any:
    rows = Token.objects.select_related("user")
    return rows if allowed(user, "view", Token) else rows.filter(user=user)


def token_document(row: Token) -> dict[str, Any]:
    """A token without its secret."""
    return {
        "id": str(row.pk), "name": row.name, "user": who(row.user), "scopes": row.scopes,
        "created_at": moment(row.created_at), "expires_at": moment(row.expires_at),
        "last_used_at": moment(row.last_used_at), "revoked_at": moment(row.revoked_at),
    }  # fmt: skip
