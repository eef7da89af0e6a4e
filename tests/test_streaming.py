"""Long answers leave in parcels, under WSGI and ASGI."""

import asyncio

import pytest
from django.core.asgi import get_asgi_application
from django.db import connections

from articles.streaming import PARCEL, InParcels
from tests import live_rows as make


async def visit(path, method="GET"):
    """What an asynchronous server is given to send: the status, and the bodies in their order."""
    scope = {
        "type": "http", "asgi": {"version": "3.0"}, "http_version": "1.1", "method": method, "scheme": "http",
        "path": path, "raw_path": path.encode(), "query_string": b"", "headers": [(b"host", b"testserver")],
        "server": ("testserver", 80), "client": ("127.0.0.1", 1),
    }  # fmt: skip
    sent, asked = [], False

    async def receive():
        nonlocal asked
        if asked:
            await asyncio.sleep(60)
        asked = True
        return {"type": "http.request", "body": b"", "more_body": False}

    async def send(message):
        sent.append(message)

    await get_asgi_application()(scope, receive, send)
    return sent[0]["status"], [message.get("body", b"") for message in sent[1:]]


def test_small_pieces_leave_together_and_none_is_lost():
    answer = InParcels((str(number % 10) for number in range(PARCEL * 2 + 5)), content_type="text/plain")
    parcels = list(answer)
    assert [len(parcel) for parcel in parcels] == [PARCEL, PARCEL, 5]
    assert b"".join(parcels).decode() == "".join(str(number % 10) for number in range(PARCEL * 2 + 5))


def test_of_nothing_one_empty_parcel_is_sent():
    assert list(InParcels(())) == [b""]


def test_under_asgi_each_parcel_is_sent_before_the_next_is_made():
    events = []

    def pieces():
        for number in range(3):
            events.append(f"made {number}")
            yield "x" * PARCEL

    async def send():
        async for parcel in InParcels(pieces()):
            if parcel:
                events.append("sent")

    asyncio.run(send())
    assert events == ["made 0", "sent", "made 1", "sent", "made 2", "sent"]


def test_a_middleware_may_put_asynchronous_parcels_in_their_place():
    answer = InParcels(["a", "b"])
    parcels = answer.streaming_content

    async def louder():
        for parcel in parcels:
            yield parcel.upper()

    async def read():
        return [parcel async for parcel in answer]

    answer.streaming_content = louder()
    assert asyncio.run(read()) == [b"AB"]


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("method", ["GET", "HEAD"])
def test_an_asynchronous_server_sends_a_sitemap_without_a_warning(method, monkeypatch):
    # As in `newsroom/asgi.py`: the thread that has the connection ends with its request.
    monkeypatch.setitem(connections.settings["default"], "CONN_MAX_AGE", 0)
    make.article("Một")
    status, bodies = asyncio.run(visit("/api/v1/sitemap-articles-1.xml", method))
    assert status == 200
    assert b"".join(bodies).endswith(b"</urlset>") == (method == "GET")
