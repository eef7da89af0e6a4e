"""Examples of answers for the OpenAPI document; a test sees that each fits its schema."""

from typing import Any

Document = dict[str, Any]

API = "https://news.example/api/v1/"
_MOMENT = "2026-07-06T02:30:00Z"
_DUNG = {"id": "a07780a3-2b19-5a08-8963-0d0ce874cfb6", "slug": "nguyen-quoc-dung", "name": "Nguyễn Quốc Dũng"}
_TALKS = {
    "id": "8ac61e91-c965-59e9-9e1c-33f84aa6446f", "slug": "doi-thoai-asean-han-quoc-lan-thu-25",
    "name": "Đối thoại ASEAN - Hàn Quốc lần thứ 25",
}  # fmt: skip
_STATE = {"corrections": [], "edition": 1, "first_published_at": _MOMENT, "last_published_at": _MOMENT}
_SECTION = {"slug": "thoi-su", "name": "Thời sự"}

SUMMARY: Document = {
    "url": f"{API}articles/doi-thoai-asean-han-quoc/", "id": "2c9b6f31-00b5-57e2-a6dc-24603acedf52",
    "type": "article", "slug": "doi-thoai-asean-han-quoc", "language": "vi",
    "title": "Đối thoại ASEAN - Hàn Quốc lần thứ 25", "dek": "Nỗ lực giảm thiểu tác động kinh tế-xã hội.",
    "date": "2021-07-06", "dateline": "Hà Nội", "byline": ["Việt Trung"], "agencies": ["TTXVN"],
    "section": _SECTION, "topics": [{"slug": "asean", "name": "ASEAN"}],
    "images": [
        {
            "caption": "Thứ trưởng Nguyễn Quốc Dũng tại đối thoại.", "credit": "TTXVN", "alternative_text": "",
            "after_paragraph": 1, "file": None,
        }
    ],
    "people": [{**_DUNG, "role": "Thứ trưởng Bộ Ngoại giao"}], "events": [{**_TALKS, "date": "2021-07-06"}],
    "translations": [], **_STATE,
}  # fmt: skip
ARTICLE: Document = SUMMARY | {"body_html": "<p>Hai bên trao đổi…</p>", "body_text": "Hai bên trao đổi…"}
PERSON: Document = {
    "url": f"{API}people/nguyen-quoc-dung/", "article_count": 2, "event_count": 2, **_DUNG, "type": "person",
    "other_names": [], "summary_html": "",
    "positions": [
        {
            "title": "Thứ trưởng Bộ Ngoại giao", "organisation": "Bộ Ngoại giao", "country": "Việt Nam",
            "from": None, "to": None,
        }
    ],
    "same_as": [], "portrait": None, **_STATE,
}  # fmt: skip
EVENT: Document = {
    "url": f"{API}events/doi-thoai-asean-han-quoc-lan-thu-25/", "article_count": 1, **_TALKS, "type": "event",
    "kind": "dialogue", "date": "2021-07-06", "date_inferred": True, "place": None, "summary_html": "",
    "participants": [{**_DUNG, "role": "Thứ trưởng Bộ Ngoại giao"}], **_STATE,
}  # fmt: skip
INVALID: Document = {
    "title": "Invalid query parameters", "status": 400, "detail": "year: must be a year of four digits",
    "invalid_params": [{"name": "year", "reason": "must be a year of four digits"}],
}  # fmt: skip
TOMBSTONE: Document = {
    "title": "Withdrawn", "status": 410, "detail": "Bài viết được rút theo yêu cầu.", "kind": "article",
    "id": "2c9b6f31-00b5-57e2-a6dc-24603acedf52", "withdrawn_at": _MOMENT,
    "notice": "Bài viết được rút theo yêu cầu.", "replaced_by": None,
}  # fmt: skip


def _page(*items: Document, **members: Any) -> Document:
    return {"count": len(items), "next": None, "previous": None, "results": list(items), **members}


def _term(name: str, slug: str, member: str) -> Document:
    return {
        "id": "d62ba4a8-a36e-543e-9cff-57694bed6a30", "slug": slug, "name": name, "article_count": 1,
        "articles": f"{API}articles/?{member}={slug}",
    }  # fmt: skip


_FOUND = "<mark>Đối thoại</mark> ASEAN - Hàn Quốc lần thứ 25"
OF_VIEW: dict[str, Document] = {
    "article-list": _page(
        SUMMARY, facets={"section": [{**_SECTION, "count": 1}], "year": [{"year": "2021", "count": 1}]}
    ),
    "article-detail": ARTICLE,
    "article-related": _page(SUMMARY),
    "person-list": _page(PERSON),
    "person-detail": PERSON,
    "person-timeline": _page(EVENT, SUMMARY),
    "event-list": _page(EVENT),
    "event-detail": EVENT,
    "section-list": _page(_term("Thời sự", "thoi-su", "section")),
    "topic-list": _page(_term("ASEAN", "asean", "topic")),
    "search": _page(
        {
            **{name: EVENT[name] for name in ("type", "id", "slug", "url", "date")}, "title": EVENT["name"],
            "title_html": _FOUND, "snippet_html": "",
        },
        counts={"person": 0, "event": 1, "article": 0}, did_you_mean=None,
    ),
    "suggest": _page({**_DUNG, "type": "person", "url": PERSON["url"]}),
    "changes": _page(
        {
            "number": 1, "what": "published", "kind": "person", "id": _DUNG["id"], "edition": 1, "at": _MOMENT,
            "slug": _DUNG["slug"], "api_url": PERSON["url"], "tombstone": None,
        },
        last=1,
    ),
    "graph": {
        "nodes": [
            {**_DUNG, "url": PERSON["url"], "article_count": 2},
            {
                "id": "12566106-c13d-5189-b1b7-380aa5df5e9a", "slug": "yeo-seung-bae", "name": "Yeo Seung-bae",
                "url": f"{API}people/yeo-seung-bae/", "article_count": 2,
            },
        ],
        "edges": [{"source": "12566106-c13d-5189-b1b7-380aa5df5e9a", "target": _DUNG["id"], "weight": 2}],
    },
    **{
        f"{kind}-editions": _page({"number": 1, "at": _MOMENT, "note": ""}) for kind in ("article", "person", "event")
    },
}  # fmt: skip
"""By the name of the address."""
