"""Long answers, sent while they are made, by servers of either kind."""

from collections.abc import AsyncIterator, Iterable, Iterator
from functools import partial
from typing import Any

from asgiref.sync import sync_to_async
from django.http import StreamingHttpResponse

PARCEL = 64 * 1024
"""Bytes that leave together: each parcel is a write to the socket, and under ASGI a change of threads."""


class InParcels(StreamingHttpResponse):
    """An answer in small pieces, which may come from the database."""

    def __init__(self, pieces: Iterable[str | bytes], **options: Any) -> None:
        super().__init__(**options)
        self.streaming_content = _parcels(map(self.make_bytes, pieces))

    async def __aiter__(self) -> AsyncIterator[bytes]:
        """Each parcel is made in the thread that has the request's connection. Django's own makes all of them first."""
        parcels: Any = self.streaming_content
        if self.is_async:  # A middleware has put others in their place.
            async for parcel in parcels:
                yield parcel
            return
        make = sync_to_async(partial(next, parcels, None))
        while (parcel := await make()) is not None:
            yield parcel


def _parcels(pieces: Iterable[bytes]) -> Iterator[bytes]:
    held: list[bytes] = []
    size = 0
    for piece in pieces:
        held.append(piece)
        size += len(piece)
        if size >= PARCEL:
            yield b"".join(held)
            held, size = [], 0
    # Of no piece at all some servers make a length of 0.
    yield b"".join(held)
