"""The file of one photo: its bytes are the body. Caption, credit and place are fields of the article."""

from typing import Any
from uuid import UUID

from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.utils.translation import gettext as _
from rest_framework.request import Request

from articles.actions.errors import Conflict
from articles.actions.permissions import require
from articles.actions.photo_files import set_photo_file
from articles.conf import conf
from articles.models import Photo

from .items import ItemView
from .problems import InvalidBody, Problem, first_of

MEDIA_TYPES = ("image/jpeg", "image/png", "image/webp", "image/gif", "image/avif")


class PhotoFile(ItemView):
    """The file of a photo. Where it is to be seen stands in the article's `photo_files`."""

    def put(self, request: Request, pk: UUID, photo: UUID) -> HttpResponse:
        """Put it in place, as a new version of the article: JPEG, PNG, WebP, GIF or AVIF."""
        row, version = self.asked(request, pk, photo)
        if request._request.content_type not in MEDIA_TYPES:
            names = ", ".join(MEDIA_TYPES)
            raise Problem(415, _("Unsupported media type"), _("Send one of {names}.").format(names=names))
        # Read from the stream: a photo may be larger than what Django keeps of other bodies. One byte more than
        # allowed is enough to be refused for it.
        content = request._request.read(conf.photo_max_bytes + 1)
        return self.changed(row, content, version)

    def delete(self, request: Request, pk: UUID, photo: UUID) -> HttpResponse:
        """Take it away, as a new version of the article; the caption stays."""
        row, version = self.asked(request, pk, photo)
        return self.changed(row, None, version)

    def asked(self, request: Request, pk: UUID, photo: UUID) -> tuple[Any, int]:
        """The photo, and the version of its article that the client means."""
        item = self.find(pk)
        require(self.user, "change", item)
        version = self.expected(request, item, {})
        rows = Photo.objects.select_related("article").filter(pk=photo, article=item)
        return first_of(rows), version

    def changed(self, row: Any, content: bytes | None, version: int) -> HttpResponse:
        """Save, and answer with the article."""
        try:
            set_photo_file(row, content, by=self.user, expected_version=version)
        except ValidationError as error:
            raise InvalidBody({"": " ".join(error.messages)}) from error
        except Conflict as error:
            raise self.conflict(self.find(row.article_id), {}, 412) from error
        return self.answer(self.find(row.article_id))
