"""Tokens of the desk API: made, shown once, used, revoked. The database holds digests, which open nothing."""

import hashlib
import secrets
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from ..models.credentials import PreviewToken, Token
from .audit import Verb, note
from .errors import Refused
from .permissions import require

PREFIX = "nrt_"
"""So that secret scanners know one."""

LIFETIME = timedelta(days=90)
LONGEST = timedelta(days=366)
USE_NOTED = timedelta(minutes=1)
"""A use is noted so often at most: reading should not write. The audit log gets a line an hour."""


def new_secret(prefix: str) -> tuple[str, str]:
    """A secret of 256 random bits, and its digest. Random bits need no salt and no slow hash."""
    secret = prefix + secrets.token_urlsafe(32)
    return secret, digest(secret)


def digest(secret: str) -> str:
    return hashlib.sha256(secret.encode("utf-8", "replace")).hexdigest()


def issue_token(
    user: Any, *, by: Any, name: str, scopes: Sequence[str], lifetime: timedelta = LIFETIME
) -> tuple[Token, str]:
    """Make a token that speaks for `user`; returns it with its secret, which nobody can show again."""
    require(by, "add", Token)
    problems = []
    if by is not None and by.pk != user.pk and not by.is_superuser:
        problems.append(_("You can make tokens for yourself only."))
    if not name.strip():
        problems.append(_("Give the token a name that says what it is for."))
    if not scopes or set(scopes) - set(Token.Scope.values):
        names = ", ".join(Token.Scope.values)
        problems.append(_("Scopes have to be out of: %(names)s.") % {"names": names})
    if not timedelta(0) < lifetime <= LONGEST:
        problems.append(_("A token lives %(days)d days at most.") % {"days": LONGEST.days})
    if not user.is_active:
        problems.append(_("The account is not active."))
    if problems:
        raise Refused(problems)
    secret, hashed = new_secret(PREFIX)
    with transaction.atomic():
        token = Token.objects.create(
            digest=hashed,
            user=user,
            name=name.strip()[:100],
            scopes=[scope for scope in Token.Scope.values if scope in scopes],
            expires_at=timezone.now() + lifetime,
        )
        note(Verb.ISSUE_TOKEN, token, by=by, account=user.get_username(), scopes=token.scopes)
    return token, secret


def revoke_token(token: Token, *, by: Any) -> None:
    """End a token: one's own, or any with the permission to delete tokens."""
    if by is None or by.pk != token.user_id:
        require(by, "delete", Token)
    with transaction.atomic():
        if not Token.objects.filter(pk=token.pk, revoked_at=None).update(revoked_at=timezone.now()):
            raise Refused(_("The token “%(name)s” is revoked already.") % {"name": token.name})
        note(Verb.REVOKE_TOKEN, token, by=by, account=token.user.get_username())


def _hour(at: datetime) -> datetime:
    return at.replace(minute=0, second=0, microsecond=0)


def find_credential(model: type[Token | PreviewToken], secret: str) -> Any:
    """The credential of a secret, with its user, if it can be used now."""
    found = model.objects.usable().select_related("user").filter(digest=digest(secret)).first()
    return found if found is not None and found.user.is_active else None


def find_token(secret: str) -> Token | None:
    """The token of a secret if it can be used now; notes the use."""
    token: Any = find_credential(Token, secret)
    if token is not None:
        note_use(token, Verb.USE_TOKEN, token)
        token.user.acts_through = token  # The audit log names it with every deed.
    return token


def note_use(credential: Token | PreviewToken, verb: str, subject: Any) -> None:
    """Keep when a credential was used last, and note the deed at its first use in an hour."""
    now, before = timezone.now(), credential.last_used_at
    if before is not None and before >= now - USE_NOTED:
        return
    stale = Q(last_used_at=None) | Q(last_used_at__lt=now - USE_NOTED)
    with transaction.atomic():
        used = type(credential).objects.filter(stale, pk=credential.pk).update(last_used_at=now)
        if used and (before is None or _hour(before) != _hour(now)):
            note(verb, subject, by=credential.user)
