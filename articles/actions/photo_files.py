"""The file of a photo: put in place, replaced or taken away, as one version of its article."""

from typing import Any

from django.core.files.base import ContentFile

from ..models.article import Article, Photo
from ..models.images import FORMATS, format_of, validate_photo
from .permissions import require
from .revise import revise


def set_photo_file(photo: Photo, content: bytes | None, *, by: Any, expected_version: int) -> Article:
    """Make `content` the file of `photo`; None takes it away, and the caption stands alone.

    The name is ours. Raises `ValidationError` for what is no photo or too large.
    """
    article = photo.article
    require(by, "change", article)
    if content is None:
        photo.file = ""
    else:
        file = ContentFile(content)
        extension = FORMATS.get(format_of(file) or "", ("bin",))[0]
        file.name = f"{photo.pk}.{extension}"
        validate_photo(file)
        photo.file = file

    def save() -> None:
        article.save()
        photo.save(update_fields=["file"])

    return revise(article, by=by, save=save, expected_version=expected_version)
