"""The photos of an article in its form: caption, credit, alternative text, file, and the place in the text."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.contrib import admin
from django.contrib.admin.widgets import AdminFileWidget
from django.core.files.uploadedfile import UploadedFile
from django.forms.widgets import Script
from django.utils.functional import cached_property
from django.utils.text import Truncator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ..models import Photo
from ..models.images import EXTENSIONS
from ..text.html import blocks
from .inlines import PartForm, PartFormSet, PartMixin
from .rich_text import BodyField

BEGINNING = 60
"""Characters of a paragraph that its place is known by."""


class PlaceSelect(forms.Select):
    """Chooses the paragraph that a photo follows by how it begins; `photos.js` keeps up with the body."""

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__({"data-place": str(BEGINNING), **(attrs or {})})

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        if str(value or 0) not in {str(key) for key, _label in self.choices}:
            # The body has become shorter than the place says.
            self.choices = [*self.choices, (value, _("At the end"))]
        context = super().get_context(name, value, attrs)
        context["widget"]["attrs"] |= {"data-top": _("At the top"), "data-after": _("After “%s”")}
        return context


class PhotoFile(AdminFileWidget):
    """Shows the photo that is there."""

    template_name = "articles/admin/photo_file.html"


NAME_BYTES = 60
"""Kept of a file's name, its extension aside: our column takes 100 letters with the folder and what tells two apart."""


class PhotoForm(PartForm):
    after_paragraph = forms.IntegerField(
        label=gettext_lazy("Place in the text"), min_value=0, initial=0, widget=PlaceSelect
    )

    class Meta:
        widgets = {
            "caption": forms.Textarea(attrs={"rows": 2}),
            "file": PhotoFile(attrs={"accept": ",".join(f".{extension}" for extension in EXTENSIONS)}),
        }
        help_texts = {
            "alternative_text": gettext_lazy("What the photo shows, for those who cannot see it."),
            "credit": gettext_lazy("Who took it, or whose it is."),
            "file": gettext_lazy("May stay empty: the caption then stands alone."),
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if isinstance(file := self.fields.get("file"), forms.FileField):
            file.max_length = None  # A name that is too long is made shorter.

    def clean_file(self) -> Any:
        file = self.cleaned_data["file"]
        if isinstance(file, UploadedFile) and file.name:
            stem, dot, extension = file.name.rpartition(".")
            file.name = stem.encode()[:NAME_BYTES].decode(errors="ignore") + dot + extension
        return file


class PhotoFormSet(PartFormSet):
    """Rows that know the paragraphs of the body they are placed in, as it was sent or as it is stored."""

    @cached_property
    def places(self) -> list[tuple[int, str]]:
        body = self.instance.body
        if self.is_bound and "body" in self.data:
            body = BodyField(required=False).to_python(self.data["body"])
        return list(places(blocks(body)))

    def add_fields(self, form: Any, index: int | None) -> None:
        super().add_fields(form, index)
        if place := form.fields.get("after_paragraph"):
            place.widget.choices = self.places


def places(texts: Iterable[str]) -> Iterable[tuple[int, str]]:
    """Where a photo can stand, and how that reads."""
    yield 0, _("At the top")
    for number, text in enumerate(texts, start=1):
        yield number, _("After “%s”") % Truncator(text).chars(BEGINNING)


class PhotoInline(PartMixin, admin.StackedInline):
    model = Photo
    form = PhotoForm
    formset = PhotoFormSet
    classes = ["newsroom-photos"]
    fields = ["caption", ("credit", "alternative_text"), ("after_paragraph", "rank"), "file"]

    class Media:
        js = [Script("articles/admin/photos.js", type="module")]
