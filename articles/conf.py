"""The app's settings: one property each, read at call time from the host's `ARTICLES` dictionary.

ARTICLES = {"PAGE_SIZE": 50, "FRONTEND_URLS": {"article": "https://news.example/{slug}/"}}
"""

from typing import Any

from django.conf import settings as host

DEFAULTS: dict[str, Any] = {
    "PAGE_SIZE": 20,
    "MAX_PAGE_SIZE": 100,
    "MAX_PAGE": 1000,
    "CACHE_SECONDS": 60,
    "STALE_SECONDS": 600,
    "FRONTEND_URLS": {},
    "PREVIEW_URL": "",
    "PUBLICATION": "",
    "READER_RATE": 0,
    "TRUSTED_PROXIES": 0,
    "PURGE": "",
    "PUBLIC_FIELDS": [],
    "WEBHOOK_PRIVATE_HOSTS": [],
    "IMPORT_MAX_BYTES": 5_000_000,
    "IMPORT_UPLOAD_BYTES": 20_000_000,
    "IMPORT_BATCH": 50,
    "REWRITE_AT_ONCE": 1000,
    "LEXICONS": [],
    "STAGES": {},
    "TAGGER": False,
    "PHOTO_MAX_BYTES": 20_000_000,
}


class Settings:
    """Typed access to `ARTICLES`. An unknown key is reported by the system check `articles.E001`."""

    def _get(self, name: str) -> Any:
        return (getattr(host, "ARTICLES", None) or {}).get(name, DEFAULTS[name])

    @property
    def page_size(self) -> int:
        """Rows of a list when `page_size` is not asked for."""
        return self._get("PAGE_SIZE")

    @property
    def max_page_size(self) -> int:
        """The most rows one request can ask for."""
        return self._get("MAX_PAGE_SIZE")

    @property
    def max_page(self) -> int:
        """The deepest numbered page; beyond it the API points to cursors."""
        return self._get("MAX_PAGE")

    @property
    def cache_seconds(self) -> int:
        """`max-age` of public answers."""
        return self._get("CACHE_SECONDS")

    @property
    def stale_seconds(self) -> int:
        """`stale-while-revalidate` of public answers."""
        return self._get("STALE_SECONDS")

    @property
    def frontend_urls(self) -> dict[str, str]:
        """Where the public pages are, by kind: `{"article": "https://news.example/{slug}/"}`.

        Kinds that are not named get the URL of their API resource.
        """
        return self._get("FRONTEND_URLS")

    @property
    def publication(self) -> str:
        """The name of the publication, for feeds, the news sitemap and JSON-LD; empty: the host's, in JSON-LD none."""
        return self._get("PUBLICATION")

    @property
    def reader_rate(self) -> int:
        """Requests a minute that one reader of the public API may send; 0: as many as they like."""
        return self._get("READER_RATE")

    @property
    def trusted_proxies(self) -> int:
        """How many proxies stand in front, each adding to `X-Forwarded-For`; 0: that header is not believed."""
        return self._get("TRUSTED_PROXIES")

    @property
    def purge(self) -> str:
        """Dotted path of a function that gets a list of `Surrogate-Key`s after each change; empty: none."""
        return self._get("PURGE")

    @property
    def public_fields(self) -> tuple[str, ...]:
        """Dotted paths of the host's own fields in public documents: see `articles.extensions`."""
        return tuple(self._get("PUBLIC_FIELDS"))

    @property
    def webhook_private_hosts(self) -> frozenset[str]:
        """Hosts inside this network that webhooks may be sent to, over plain http too; others must be public."""
        return frozenset(host.lower() for host in self._get("WEBHOOK_PRIVATE_HOSTS"))

    @property
    def preview_url(self) -> str:
        """Where a frontend shows drafts to whoever holds a token: `https://news.example/preview/#{token}`.

        `{kind}` may stand in it too. Behind `#` the token stays out of logs. Empty: the desk shows the token alone.
        """
        return self._get("PREVIEW_URL")

    @property
    def import_max_bytes(self) -> int:
        """Files above this size are refused by the importer."""
        return self._get("IMPORT_MAX_BYTES")

    @property
    def import_upload_bytes(self) -> int:
        """What an editor may upload to be imported at one time."""
        return self._get("IMPORT_UPLOAD_BYTES")

    @property
    def import_batch(self) -> int:
        """Files written in one transaction by the importer."""
        return self._get("IMPORT_BATCH")

    @property
    def rewrite_at_once(self) -> int:
        """How many live documents a rename rewrites in its own transaction; the rest follow in batches."""
        return self._get("REWRITE_AT_ONCE")

    @property
    def lexicons(self) -> tuple[str, ...]:
        """Folders whose lists the importer's rules read beside the app's own: see `text/lexicon/README.md`."""
        return tuple(map(str, self._get("LEXICONS")))

    @property
    def stages(self) -> tuple[tuple[str, str], ...]:
        """Stages of the importer that the host replaces, as pairs of a name and a dotted path: see
        `articles.text.stages`."""
        return tuple(sorted(self._get("STAGES").items()))

    @property
    def tagger(self) -> bool:
        """Let a trained tagger suggest more people at import; needs the extra `tagger`."""
        return self._get("TAGGER")

    @property
    def photo_max_bytes(self) -> int:
        """Photos above this size are refused."""
        return self._get("PHOTO_MAX_BYTES")


conf = Settings()
