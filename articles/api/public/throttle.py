"""How often one reader may ask: requests a minute, counted in the host's cache, where the operator wants a limit.

An answer of 304 is free: whoever asks politely costs next to nothing.
"""

import logging
from ipaddress import ip_address, ip_network
from time import time
from typing import Any

from django.core.cache import cache
from django.http import HttpRequest
from rest_framework.exceptions import Throttled

from articles.conf import conf

WINDOW = 60
"""Seconds."""
logger = logging.getLogger(__name__)


def check(request: HttpRequest) -> None:
    """Raise `Throttled` for a reader who has had their share of this minute."""
    if not conf.reader_rate:
        return
    now = time()
    try:
        used = cache.get(_key(request, now), 0)
    except Exception:
        # Without its cache the archive is slower to defend, not closed.
        logger.exception("The cache cannot be read; nobody is throttled")
        return
    if used >= conf.reader_rate:
        raise Throttled(wait=WINDOW - now % WINDOW)


def count(request: HttpRequest, status: int) -> None:
    """Count an answer; neither those that are free nor those that were refused."""
    if not conf.reader_rate or status in (304, 429):
        return
    key = _key(request, time())
    try:
        if not cache.add(key, 1, 2 * WINDOW):
            cache.incr(key)
    except Exception:
        logger.exception("The cache cannot be written; nobody is throttled")


def _key(request: HttpRequest, now: float) -> str:
    return f"articles.reader:{reader(request.META)}:{int(now // WINDOW)}"


def reader(meta: dict[str, Any]) -> str:
    """The network address that asks; `X-Forwarded-For` counts only as far as proxies of the operator's wrote it."""
    address = meta.get("REMOTE_ADDR", "")
    if conf.trusted_proxies:
        forwarded = [part.strip() for part in meta.get("HTTP_X_FORWARDED_FOR", "").split(",") if part.strip()]
        # Each proxy adds the address that it was asked from: whatever stands further left anybody can write.
        if len(forwarded) >= conf.trusted_proxies:
            address = forwarded[-conf.trusted_proxies]
    try:
        found = ip_address(address)
    except ValueError:
        return "unknown"
    # One reader has a whole /64 of IPv6 addresses.
    return str(found) if found.version == 4 else str(ip_network(f"{found}/64", strict=False).network_address)
