"""The form that takes files to be imported."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ..actions.import_files import Options
from ..conf import conf
from ..models.fields import validate_language
from .fields import LanguageInput, SectionInput

ACCEPTED = ".txt,.md,.html,.htm,.zip,.tar,.gz,.tgz,.bz2,.xz,.jsonl,.json,.csv,.tsv,.mht,.mhtml,.eml"


class ManyFiles(forms.ClearableFileInput):
    allow_multiple_selected = True


class ManyFilesField(forms.FileField):
    """A list of uploaded files."""

    widget = ManyFiles(attrs={"accept": ACCEPTED})

    def clean(self, data: Any, initial: Any = None) -> Any:
        files = [super(ManyFilesField, self).clean(one, initial) for one in data or [None]]
        if sum(file.size for file in files) > conf.import_upload_bytes:
            raise forms.ValidationError(
                _(
                    "That is more than %(limit)d MB at once. Upload less, or run import_articles on the server."
                ),
                params={"limit": conf.import_upload_bytes // 1_000_000},
            )
        return files


class UploadForm(forms.Form):
    # An empty file gets its line in the report, as any other that is refused.
    uploads = ManyFilesField(
        allow_empty_file=True,
        label=gettext_lazy("Files"),
        help_text=gettext_lazy(
            "Texts (.txt), saved web pages (.html), many of them in a .zip, .tar.gz, .jsonl or .csv. "
            "What they hold is shown before anything is imported."
        ),
    )
    section = forms.CharField(
        label=gettext_lazy("Section"), required=False, max_length=200, widget=SectionInput,
        help_text=gettext_lazy("For texts that name none themselves."),
    )  # fmt: skip
    language = forms.CharField(
        label=gettext_lazy("Language"), required=False, max_length=16, validators=[validate_language],
        widget=LanguageInput,
        help_text=gettext_lazy("A code such as vi or en; left empty, it is judged by each text."),
    )  # fmt: skip
    publish = forms.BooleanField(
        label=gettext_lazy("Publish"), required=False,
        help_text=gettext_lazy("Accept what the rules are sure of and publish the articles at once."),
    )  # fmt: skip
    hold_reposts = forms.BooleanField(
        label=gettext_lazy("Hold back versions"), required=False, initial=True,
        help_text=gettext_lazy("Re-posts and other versions of a story that is there already stay drafts."),
    )  # fmt: skip

    def __init__(self, *args: Any, may_publish: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not may_publish:
            del self.fields["publish"], self.fields["hold_reposts"]

    def options(self) -> Options:
        return Options(**{name: value for name, value in self.cleaned_data.items() if name != "uploads"})

    def contents(self) -> list[tuple[str, bytes]]:
        return [(file.name, file.read()) for file in self.cleaned_data["uploads"]]
