"""What articles, people and events share in the admin: the list, and a form that saves through `revise`."""

from typing import Any

from django import forms
from django.contrib import admin, messages
from django.contrib.admin.views.main import ChangeList
from django.db import models
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from ..actions import difference
from ..actions.errors import Conflict
from ..actions.permissions import allowed
from ..actions.revise import revise
from ..conf import conf
from ..models import Item, Stage, State
from ..models.schedule import pending_of
from . import desk
from .conflict import Stale, settle
from .fields import FORMFIELD_OVERRIDES, Autocomplete, AutocompleteMany, OpenedVersion
from .gone import gone
from .inlines import without_delete_link
from .looking import LookingMixin
from .mistakes import mistakes
from .pending import badge, badges, zone_name
from .previewing import PreviewingMixin
from .records import moment, time_column
from .revisions import RevisionsMixin
from .unseen import UnseenMixin
from .words import date_in_words
from .writing import WritingMixin

UPDATED = time_column("updated_at", _("updated"))


class ItemForm(forms.ModelForm):
    """The form of an item; it knows which version it was opened with."""

    opened_version = OpenedVersion(required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not self.instance._state.adding:
            self.initial["opened_version"] = self.instance.version


class Saved(HttpResponseRedirect):
    """The form was saved, and its button asks for one thing more: see `ItemAdmin.after_save`."""

    def __init__(self, item: Item, to: str) -> None:
        super().__init__(to)
        self.item = item


class LightChangeList(ChangeList):
    """A list that leaves the long texts in the database."""

    def get_results(self, request: HttpRequest) -> None:
        heavy = {"body", "dek", "summary", "folded", "editors_note", "text"}
        self.queryset = self.queryset.defer(*heavy & {field.name for field in self.opts.fields})
        super().get_results(request)


class ItemChangeList(LightChangeList):
    """The same for items, with what waits for those on the page."""

    def get_results(self, request: HttpRequest) -> None:
        super().get_results(request)
        self.result_list = list(self.result_list)
        pending = pending_of(self.result_list)
        for item in self.result_list:
            item.pending = pending[item.pk]


class ItemAdmin(LookingMixin, UnseenMixin, WritingMixin, RevisionsMixin, PreviewingMixin):
    """Subclasses set `fieldsets`, `inlines` and the columns of their own."""

    titles = {
        **RevisionsMixin.titles,
        **PreviewingMixin.titles,
        "gone": _("This %(kind)s is not there any more"),
        "conflict": _("Two versions of one %(kind)s"),
    }
    buttons: tuple[str, ...] = ("_publish", "_submit", "_ready", "_along")
    actions = [
        "submit_selected", "approve_selected", "return_selected", "publish_selected", "schedule_selected",
        "withdraw_selected", "reinstate_selected", "delete_selected",
    ]  # fmt: skip

    form = ItemForm
    change_form_template = "articles/admin/item_form.html"
    formfield_overrides = FORMFIELD_OVERRIDES
    search_fields = ["folded"]
    search_help_text = _("Words in any order, with or without accents; “quotes” keep words together.")

    class Media:
        css = {"all": ["articles/admin/desk.css", "articles/admin/workflow.css"]}
        js = ["articles/admin/desk.js"]

    # -- the list

    def get_changelist(self, request: HttpRequest, **kwargs: Any) -> type[ItemChangeList]:
        return ItemChangeList

    def get_search_results(
        self, request: HttpRequest, queryset: QuerySet, search_term: str
    ) -> tuple[QuerySet, bool]:
        return desk.search(queryset, search_term), False

    @admin.display(description=_("state"), ordering="last_published_at")
    def state_badge(self, item: Any) -> str:
        """With the time of the last publishing, by which the column sorts."""
        shown = badges(item, item.pending)
        if item.last_published_at is None:
            return shown
        return format_html(
            '{}<span class="newsroom-since">{}</span>', shown,
            format_html(_("published %(at)s") % {"at": "{}"}, moment(item.last_published_at)),
        )  # fmt: skip

    @admin.display(description=_("date"), ordering="date")
    def shown_date(self, item: Any) -> str:
        return date_in_words(item.date)

    # -- who may

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Reporters may change drafts of their own; asked once a request."""
        if super().has_change_permission(request, obj):
            return True
        if obj is None:
            return False
        known: dict[Any, bool] = request.__dict__.setdefault("_newsroom_own", {})
        if obj.pk not in known:
            known[obj.pk] = allowed(request.user, "change", obj)
        return known[obj.pk]

    # -- the form

    def formfield_for_dbfield(self, db_field: models.Field, request: HttpRequest, **kwargs: Any) -> Any:
        if db_field.name in self.get_autocomplete_fields(request):
            widget = AutocompleteMany if db_field.many_to_many else Autocomplete
            kwargs["widget"] = widget(db_field, self.admin_site)
        return without_delete_link(super().formfield_for_dbfield(db_field, request, **kwargs))

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        """Nothing yet: `save_related` saves the item and its parts at once, as one revision."""

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        if change and not form.has_changed() and not any(formset.has_changed() for formset in formsets):
            for formset in formsets:
                formset.save(commit=False)  # Sets what the log asks for; there is nothing to write.
            return

        def save() -> None:
            form.instance.save()
            super(ItemAdmin, self).save_related(request, form, formsets, change)

        try:
            opened = form.cleaned_data["opened_version"]
            revise(form.instance, by=request.user, save=save, expected_version=opened)
        except Conflict as error:
            raise Stale from error
        if change and form.instance.was_ever_published and "slug" in form.changed_data:
            text = _("Once published again, this is at “%(slug)s”, and the old address leads there.")
            self.message_user(request, text % {"slug": form.instance.slug}, messages.INFO)

    def log_change(self, request: HttpRequest, obj: Any, message: Any) -> Any:
        """Saving a form that changes nothing is not worth a line in the history."""
        return super().log_change(request, obj, message) if message else None

    def changeform_view(
        self, request: HttpRequest, object_id: str | None = None, form_url: str = "",
        extra_context: Any = None,
    ) -> HttpResponse:  # fmt: skip
        if request.method == "POST":
            self.check_buttons(request)
            if object_id and (page := gone(self, request, object_id) or settle(self, request, object_id)):
                return page
        try:
            response = super().changeform_view(request, object_id, form_url, extra_context)
        except Stale:
            # Saved by another in the last moment: now the two versions can be told apart.
            return settle(self, request, str(object_id)) or HttpResponseRedirect(request.path)
        self.note_saved(request, response)
        if request.FILES and response.status_code == 200:
            names = ", ".join(str(file) for file in request.FILES.values())
            text = _("The files that you added have to be added again, as the form was not saved: %(names)s.")
            self.message_user(request, text % {"names": names}, messages.WARNING)
        if isinstance(response, Saved):
            return self.note_saved(request, self.after_save(request, response.item, response))
        return response

    def response_add(self, request: HttpRequest, obj: Any, *args: Any, **kwargs: Any) -> HttpResponse:
        response = super().response_add(request, obj, *args, **kwargs)
        return Saved(obj, self.page_url(obj, "change")) if self.pressed(request) else response

    def response_change(self, request: HttpRequest, obj: Any) -> HttpResponse:
        if obj.withdrawn_at is not None and (stayed := desk.stays(obj)):
            text = _("“{item}” was merged meanwhile: nobody sees what is written here. Go on with {stayed}.")
            link = format_html('<a href="{}">“{}”</a>', self.page_url(stayed, "change"), stayed)
            self.message_user(request, format_html(str(text), item=obj, stayed=link), messages.WARNING)
        if self.pressed(request):
            return Saved(obj, self.page_url(obj, "change"))
        return super().response_change(request, obj)

    def render_change_form(
        self, request: HttpRequest, context: dict[str, Any], add: bool = False, change: bool = False,
        form_url: str = "", obj: Any = None,
    ) -> HttpResponse:  # fmt: skip
        if obj is not None and change:
            context.update(self.item_context(request, obj))
        elif add:
            context["show_publish"] = self.has_publish_permission(request)
        if self.has_change_permission(request, obj) if change else add:
            context.update(self.writing_context(request, obj))
        if context.get("errors"):
            formsets = (inline.formset for inline in context["inline_admin_formsets"])
            context["mistakes"] = mistakes(context["adminform"].form, formsets)
        response: Any = super().render_change_form(request, context, add, change, form_url, obj)
        if context.get("reviewing"):
            response.template_name = "articles/admin/review.html"
        return response

    def item_context(self, request: HttpRequest, item: Any) -> dict[str, Any]:
        """What the panels around the form show."""
        can_change = self.has_change_permission(request, item)
        can_publish = self.has_publish_permission(request, item)
        can_withdraw = self.has_withdraw_permission(request, item)
        pending = pending_of([item])[item.pk]
        open_to_review = can_change and item.state in (State.DRAFT, State.CHANGED)
        waits = pending.stage in (Stage.IN_REVIEW, Stage.READY)
        return {
            "badge": badge(item.state),
            "pending": pending,
            "zone": zone_name(),
            "public": desk.public_side(item),
            "changes": difference.since_published(item) if item.state == State.CHANGED else [],
            "can_submit": open_to_review and not waits,
            "can_approve": can_publish and pending.stage == Stage.IN_REVIEW,
            "can_return": can_publish and waits,
            "can_schedule": self.has_schedule_permission(request, item),
            "editions": desk.editions(item),
            "show_default_submit": can_change,
            "show_publish": can_publish and can_change and item.withdrawn_at is None,
            "can_publish": can_publish,
            "can_look": bool(conf.preview_url),
            "can_withdraw": can_withdraw and item.live_edition is not None,
            "can_reinstate": can_withdraw and item.withdrawn_at is not None,
            "can_erase": self.has_erase_permission(request, item),
            **self.unseen_context(request, item),
        }
