"""Send one signed message to an address somebody typed in, and let nothing of it harm this network.

Signatures follow Standard Webhooks 1.0: `webhook-id`, `webhook-timestamp` and `webhook-signature`, which is
`v1,` and the base64 of HMAC-SHA256 over `id.timestamp.body`, one for each secret in force.
"""

import base64
import hashlib
import hmac
import http.client
import ipaddress
import re
import secrets
import socket
import ssl
import threading
from collections.abc import Collection, Iterable
from contextlib import suppress
from dataclasses import dataclass
from time import monotonic
from urllib.parse import urlsplit

from django.utils.encoding import iri_to_uri
from django.utils.translation import gettext as _

PREFIX = "whsec_"
DEADLINE = 10.0
"""Seconds for everything: resolving, connecting, sending and reading the answer."""
READ = 4096
"""Bytes of an answer that are looked at."""

_BLANK = re.compile(r"[\s\0-\x1f\x7f]")
_NAT64 = ipaddress.ip_network("64:ff9b::/96")
Address = ipaddress.IPv4Address | ipaddress.IPv6Address


class Unreachable(Exception):
    """No answer came. The message says why, without anything of the answer."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What the receiver said. Only 2xx means that it has the message."""

    status: int
    retry_after: int | None = None
    """Seconds it asked to be left alone."""


def new_secret() -> str:
    """A signing secret of 32 random bytes, `whsec_…`."""
    return PREFIX + base64.b64encode(secrets.token_bytes(32)).decode()


def sign(keys: Iterable[str], *, message_id: str, timestamp: int, body: bytes) -> str:
    """The `webhook-signature` header: a signature by each of the secrets, parted by spaces."""
    signed = f"{message_id}.{timestamp}.".encode() + body
    digests = (
        hmac.digest(base64.b64decode(key.removeprefix(PREFIX)), signed, hashlib.sha256) for key in keys
    )
    return " ".join(f"v1,{base64.b64encode(digest).decode()}" for digest in digests)


def fault(url: str, *, private_hosts: Collection[str]) -> str:
    """Why messages cannot go to `url`, or nothing. Looks at its words only; `post` looks at where it leads."""
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError:
        return _("This is not a web address.")
    if parts.scheme not in ("https", "http") or not parts.hostname or port == 0 or _BLANK.search(url):
        return _("This is not a web address.")
    if parts.username is not None or parts.password is not None:
        return _("A name or password in the address would be seen by everybody who may look at it.")
    if parts.scheme == "http" and parts.hostname not in private_hosts:
        return _("Use https: over http anybody on the way can read and change the messages.")
    if parts.hostname not in private_hosts and _says_inside(parts.hostname):
        return _not_public(parts.hostname)
    return ""


def _says_inside(host: str) -> bool:
    """Whether a host is inside by its very words."""
    try:
        return not is_public(host)
    except ValueError:
        return host == "localhost" or host.endswith(".localhost")


def _not_public(host: str) -> str:
    return _(
        "“%(host)s” leads to an address that is not public. Name it in WEBHOOK_PRIVATE_HOSTS to allow it."
    ) % {"host": host}


def post(url: str, body: bytes, headers: dict[str, str], *, private_hosts: Collection[str]) -> Answer:
    """POST `body`. Never follows a redirect, never talks to an address inside this network.

    Hosts in `private_hosts` may lead inside. Raises `Unreachable` where there is no answer within `DEADLINE`.
    """
    if reason := fault(url, private_hosts=private_hosts):
        raise Unreachable(reason)
    parts = urlsplit(url)
    host = parts.hostname or ""
    port = parts.port or (443 if parts.scheme == "https" else 80)
    ends = monotonic() + DEADLINE
    address = _resolve(host, port, inside=host in private_hosts)
    context = ssl.create_default_context() if parts.scheme == "https" else None
    connection = _Checked(host, port, address, context)
    # A receiver that drips a byte at a time keeps every single read short; only the end of all is a bound.
    alarm = threading.Timer(max(0.1, ends - monotonic()), connection.cut)
    alarm.daemon = True
    alarm.start()
    try:
        target = f"{parts.path or '/'}?{parts.query}" if parts.query else parts.path or "/"
        connection.request("POST", iri_to_uri(target), body, headers)
        reply = connection.getresponse()
        reply.read(READ)
        return Answer(reply.status, _seconds(reply.headers.get("Retry-After", "")))
    except (OSError, http.client.HTTPException, ValueError) as error:
        if monotonic() >= ends:
            raise Unreachable(_("No answer within %(seconds)d seconds.") % {"seconds": DEADLINE}) from error
        raise Unreachable(_("No connection: %(error)s") % {"error": type(error).__name__}) from error
    finally:
        alarm.cancel()
        connection.close()


def _resolve(host: str, port: int, *, inside: bool) -> str:
    """The address to connect to: checked here and used as it is, so that no second look-up can differ."""
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise Unreachable(_("The host “%(host)s” is not known.") % {"host": host}) from error
    addresses = [str(entry[4][0]) for entry in found]
    if not inside and not all(map(is_public, addresses)):
        raise Unreachable(_not_public(host))
    return addresses[0]


def is_public(text: str) -> bool:
    """Whether an IP address is on the public internet, also where it is wrapped in another."""
    address = _unwrapped(ipaddress.ip_address(text.partition("%")[0]))
    return address.is_global and not address.is_multicast


def _unwrapped(address: Address) -> Address:
    if isinstance(address, ipaddress.IPv4Address):
        return address
    if address in _NAT64:
        return ipaddress.IPv4Address(int(address) & 0xFFFF_FFFF)
    teredo = address.teredo[1] if address.teredo else None
    return address.ipv4_mapped or address.sixtofour or teredo or address


class _Checked(http.client.HTTPConnection):
    """A connection to an address that was looked at, under the host's name."""

    def __init__(self, host: str, port: int, address: str, context: ssl.SSLContext | None) -> None:
        super().__init__(host, port, timeout=DEADLINE)
        self.address, self.context = address, context
        if context is not None:
            self.default_port = http.client.HTTPS_PORT

    def connect(self) -> None:
        self.sock = socket.create_connection((self.address, self.port), self.timeout)
        if self.context is not None:
            # The handshake comes apart, so that `cut` can reach the socket meanwhile.
            secured = self.context.wrap_socket(
                self.sock, server_hostname=self.host, do_handshake_on_connect=False
            )
            self.sock = secured
            secured.do_handshake()

    def cut(self) -> None:
        """End whatever goes on; whoever reads or writes gets an error."""
        sock = getattr(self, "sock", None)
        if sock is not None:
            with suppress(OSError):
                sock.shutdown(socket.SHUT_RDWR)


def _seconds(retry_after: str) -> int | None:
    """`Retry-After` in seconds; a date is not looked at."""
    return (
        int(retry_after) if retry_after.isascii() and retry_after.isdigit() and len(retry_after) < 7 else None
    )
