"""What the file of a photo may be. With the extra `images` Pillow reads it; without, its first bytes have to fit.

The one module that knows Pillow.
"""

from types import ModuleType
from typing import IO, Any

from django.core.exceptions import ValidationError
from django.core.validators import FileExtensionValidator
from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext as _

from ..conf import conf

FORMATS = {
    "JPEG": ("jpg", "jpeg"),
    "PNG": ("png",),
    "WEBP": ("webp",),
    "GIF": ("gif",),
    "AVIF": ("avif",),
}
EXTENSIONS = [extension for extensions in FORMATS.values() for extension in extensions]

MOST_PIXELS = 100_000_000
"""Beyond this a file of a few kilobytes can fill the memory of whoever opens it."""

check_extension = FileExtensionValidator(EXTENSIONS)


def validate_photo(file: Any) -> None:
    """Refuse a new file that is too large, or whose content is not the image that its name says."""
    if getattr(file, "_committed", False):
        return  # It was looked at when it came.
    if file.size > conf.photo_max_bytes:
        shown = {"size": filesizeformat(file.size), "most": filesizeformat(conf.photo_max_bytes)}
        raise ValidationError(
            _("This file has %(size)s. Send one of %(most)s at most.") % shown, code="photo_size"
        )
    extension = file.name.rpartition(".")[2].lower()
    found = format_of(file)
    if found is None:
        raise ValidationError(
            _("This is not a photo, or it is damaged. Send a JPEG, PNG, WebP, GIF or AVIF file."),
            code="photo",
        )
    if extension not in FORMATS[found]:
        shown = {"format": found, "extension": extension}
        raise ValidationError(
            _("The content is %(format)s, the name says .%(extension)s. Give the file its right name.")
            % shown,
            code="photo_name",
        )


def format_of(file: Any) -> str | None:
    """The format of an image file, None if it is none that can be shown."""
    stream: IO[bytes] = file.open()
    named = _by_first_bytes(stream.read(16))
    stream.seek(0)
    image_files = _pillow()
    if named is None or image_files is None:
        return named
    image_files.init()
    if named not in image_files.OPEN:
        return named  # This build of Pillow lacks the format.
    try:
        with image_files.open(stream, formats=[named]) as image:
            width, height = image.size
            if width * height > MOST_PIXELS:
                raise ValidationError(
                    _("This photo is %(width)d × %(height)d pixels. Make it smaller.")
                    % {"width": width, "height": height},
                    code="photo_pixels",
                )
            image.verify()
    except ValidationError:
        raise
    except Exception:  # Pillow's decoders raise whatever the damage makes them trip over.
        return None
    finally:
        stream.seek(0)
    return named


def _pillow() -> ModuleType | None:
    """Loaded with the first photo: most processes never see one. None without the extra `images`."""
    try:
        from PIL import Image
    except ImportError:
        return None
    return Image


def _by_first_bytes(head: bytes) -> str | None:
    if head.startswith(b"\xff\xd8\xff"):
        return "JPEG"
    if head.startswith(b"\x89PNG\r\n\x1a\n"):
        return "PNG"
    if head.startswith((b"GIF87a", b"GIF89a")):
        return "GIF"
    if head[:4] == b"RIFF" and head[8:12] == b"WEBP":
        return "WEBP"
    if head[4:12] in (b"ftypavif", b"ftypavis"):
        return "AVIF"
    return None
