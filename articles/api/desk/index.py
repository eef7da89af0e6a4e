"""What the desk offers, and what the one who asks may do there."""

from django.http import HttpResponse
from django.urls import reverse
from rest_framework.request import Request

from articles.models import Token

from .base import DeskView, respond, who
from .fields import KINDS


class Index(DeskView):
    """The start."""

    def get(self, request: Request) -> HttpResponse:
        """Addresses, the user, their permissions, and the scopes of their token."""
        names = {kind.plural: f"articles:desk-{kind.name}-list" for kind in KINDS.values()}
        names |= {
            "suggestions": "articles:desk-suggestions",
            "merges": "articles:desk-merges",
            "schedules": "articles:desk-schedules",
            "audit": "articles:desk-audit",
            "openapi": "articles:desk-openapi",
        }
        own = sorted(name for name in self.user.get_all_permissions() if name.startswith("articles."))
        return respond(
            {
                "user": who(self.user),
                "permissions": [name.removeprefix("articles.") for name in own],
                "scopes": request.auth.scopes if isinstance(request.auth, Token) else None,
                **{name: request.build_absolute_uri(reverse(target)) for name, target in names.items()},
            }
        )
