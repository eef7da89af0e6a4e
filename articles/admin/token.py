"""Tokens of the desk API in the admin: one's own are made, shown once, and revoked."""

from datetime import timedelta
from typing import Any

from django import forms
from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ..actions.errors import Refused
from ..actions.permissions import allowed
from ..actions.tokens import LIFETIME, LONGEST, issue_token, revoke_token
from ..models import Token
from . import pages
from .previewing import TIMES, revoke_each
from .records import RecordAdmin


class TokenForm(forms.Form):
    name = forms.CharField(
        label=gettext_lazy("Name"), max_length=100, help_text=gettext_lazy("What it is for."),
        widget=forms.TextInput(attrs={"class": "vTextField", "autocomplete": "off"}),
    )  # fmt: skip
    scopes = forms.MultipleChoiceField(
        label=gettext_lazy("Scopes"), choices=Token.Scope.choices, initial=[Token.Scope.READ],
        widget=forms.CheckboxSelectMultiple,
        help_text=gettext_lazy("Of what you may do, it may do no more than this."),
    )  # fmt: skip
    days = forms.IntegerField(
        label=gettext_lazy("Days until it expires"),
        min_value=1,
        max_value=LONGEST.days,
        initial=LIFETIME.days,
    )


@admin.register(Token)
class TokenAdmin(RecordAdmin):
    """One's own; with the permission to view tokens, everybody's."""

    list_display = ["name", "user", "shown_scopes", *TIMES, "is_usable"]
    list_display_links = None
    list_select_related = ["user"]
    actions = ["revoke_selected"]
    fields = ["name", "user", "shown_scopes", "created_at", "expires_at", "last_used_at", "revoked_at"]
    readonly_fields = ["shown_scopes"]

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        rows = super().get_queryset(request)
        return rows if allowed(request.user, "view", Token) else rows.filter(user=request.user)

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Whoever may make tokens sees their own."""
        everybodys = super().has_view_permission(request, obj)
        own = obj is None or obj.user_id == request.user.pk
        return everybodys or (own and self.has_add_permission(request))

    def has_add_permission(self, request: HttpRequest) -> bool:
        return allowed(request.user, "add", Token)

    @admin.display(description=gettext_lazy("scopes"))
    def shown_scopes(self, token: Token) -> str:
        labels = dict(Token.Scope.choices)
        return ", ".join(str(labels.get(scope, scope)) for scope in token.scopes)

    @admin.display(description=gettext_lazy("usable"), boolean=True)
    def is_usable(self, token: Token) -> bool:
        return token.revoked_at is None and token.expires_at > timezone.now() and token.user.is_active

    def add_view(self, request: HttpRequest, form_url: str = "", extra_context: Any = None) -> HttpResponse:
        """The form; and once, the secret in its place."""
        if not self.has_add_permission(request):
            raise PermissionDenied
        form = TokenForm(request.POST if request.method == "POST" else None)
        secret = ""
        if form.is_bound and form.is_valid():
            data = form.cleaned_data
            try:
                _token, secret = issue_token(
                    request.user, by=request.user, name=data["name"], scopes=data["scopes"],
                    lifetime=timedelta(days=data["days"]),
                )  # fmt: skip
            except Refused as error:
                form.add_error(None, error.messages)
        back = pages.admin_url(self.admin_site, Token, "changelist")
        return pages.render(
            self, request, "token", title=_("Make a token"), form=form, secret=secret, back=back
        )

    @admin.action(description=gettext_lazy("Revoke selected tokens"), permissions=["view"])
    def revoke_selected(self, request: HttpRequest, queryset: QuerySet) -> None:
        revoke_each(self, request, queryset, revoke_token)
