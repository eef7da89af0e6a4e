"""Deciding on what the importer suggests: the panel of an article's page, and the review screen around the form.

All of its buttons belong to the form: what the editor typed is saved first, and then decided on.
"""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from ..actions.decide import accept_clear, reject_many
from ..actions.errors import Refused
from ..actions.revise import revise
from ..actions.undo_decision import undo_decision
from ..models import Article, Person, Suggestion
from ..text.fold import name_key
from . import pages, review, suggestions
from .correcting import correction_of
from .item import ItemAdmin, Saved


class DecidingMixin(ItemAdmin):
    """For the ModelAdmin of articles."""

    buttons = (
        *ItemAdmin.buttons, "_accept", "_reject", "_accept_all", "_accept_sure", "_reject_all", "_line", "_next",
        "_undo", "_correct", "_corrected", "_as_read",
    )  # fmt: skip

    def before_publishing(self, request: HttpRequest, item: Any) -> dict[str, Any]:
        waiting = Suggestion.objects.waiting().filter(article=item).count()
        return super().before_publishing(request, item) | {"waiting": waiting}

    def item_pages(self) -> dict[str, Callable[..., HttpResponse]]:
        return {**super().item_pages(), "review": self.review_view}

    def pressed(self, request: HttpRequest) -> bool:
        # Enter in a field saves, as long as no script knows better, and so does Ctrl+S: a correction stays open.
        return super().pressed(request) or self.goes_on_correcting(request)

    def goes_on_correcting(self, request: HttpRequest) -> bool:
        return "_continue" in request.POST and "_correcting" in request.POST

    def review_view(self, request: HttpRequest, object_id: str) -> HttpResponse:
        """The form beside the source: the same form, so all that it can do it can do here."""
        return self.changeform_view(request, object_id, "", {"reviewing": True})

    def reviewing(self, request: HttpRequest) -> bool:
        match = request.resolver_match
        return match is not None and match.url_name == "articles_article_review"

    def response_change(self, request: HttpRequest, obj: Any) -> HttpResponse:
        if self.reviewing(request):
            if not self.pressed(request):
                self.message_user(request, _("Saved."), messages.SUCCESS)
            return Saved(obj, self.page_url(obj, "review"))
        return super().response_change(request, obj)

    def item_context(self, request: HttpRequest, item: Any) -> dict[str, Any]:
        correction = correction_of(request, item) if self._holds(request, "change") else None
        found = suggestions.for_article(item, correction)
        waiting = [shown for shown in found if shown.waiting]
        sources = list(item.sources.all())
        review_context: dict[str, Any] = {}
        if self.reviewing(request):
            marked = [shown.suggestion for shown in waiting if shown.question is None]
            review_context = {
                "read": [(source, review.lines_of(source, marked)) for source in sources],
                "next": review.after(item),
                "title": _("Review article"),
                "show_save_and_add_another": False,
                "show_save": False,
                "is_nav_sidebar_enabled": False,
            }
        return {
            **super().item_context(request, item),
            "waiting": waiting,
            "finds": sum(shown.question is None for shown in waiting),
            "sure": sum(shown.suggestion.sure for shown in waiting),
            "correcting": correction is not None,
            "decided": [shown for shown in found if not shown.waiting],
            "sources": sources,
            "can_decide": self._holds(request, "change"),
            **review_context,
        }

    def after_save(self, request: HttpRequest, item: Any, response: HttpResponse) -> HttpResponse:
        if "_line" in request.POST:
            self.put_back(request, item, request.POST["_line"])
            return response
        if "_undo" in request.POST:
            self.take_back(request, item, request.POST["_undo"])
            return response
        if "_next" in request.POST:
            return self.to_next(request, item)
        if "_correct" in request.POST:
            # No fragment: it would keep the focus from the first field.
            response["Location"] += f"?{urlencode({'_correct': request.POST['_correct']})}"
            return response
        if "_corrected" in request.POST or self.goes_on_correcting(request):
            return self.correct(request, item, response)
        verb, chosen = self.decisions(request, item)
        if verb is None:
            return super().after_save(request, item, response)
        self.decide(request, item, verb, chosen)
        if any(suggestion.kind == Suggestion.Kind.REPOST for suggestion in chosen):
            # Joined with the other version, the draft is gone: go where its text is now.
            other = chosen[0].value["article"]
            if not Article.objects.filter(pk=item.pk).exists():
                return HttpResponseRedirect(pages.admin_url(self.admin_site, Article, "change", other))
        return self.back_to_panel(request, response)

    def back_to_panel(self, request: HttpRequest, response: HttpResponse) -> HttpResponse:
        if not self.reviewing(request):
            # The screen's script puts the focus on the next suggestion; a fragment would take it away again.
            response["Location"] += "#suggestions"
        return response

    def take_back(self, request: HttpRequest, item: Any, wanted: str) -> None:
        """Make a decided suggestion wait again."""
        suggestion = Suggestion.objects.filter(article=item, pk=pages.id_from(wanted)).first()
        if suggestion is None:
            return
        try:
            undo_decision(suggestion, by=request.user)
        except Refused as error:
            pages.tell_refusal(self, request, error)
        else:
            text = _("“%(name)s” waits again.") % {"name": suggestion}
            self.message_user(request, text, messages.SUCCESS)
            self.log_change(request, item, text)

    def to_next(self, request: HttpRequest, item: Any) -> HttpResponse:
        following = review.after(item)
        if following is None:
            self.message_user(request, _("Nothing else waits."), messages.SUCCESS)
            return HttpResponseRedirect(self.list_url())
        return HttpResponseRedirect(self.page_url(following, "review"))

    def correct(self, request: HttpRequest, item: Any, response: HttpResponse) -> HttpResponse:
        """Accept what the fields of a correction say; what cannot be accepted, or is only saved, stays in them."""
        form = correction_of(request, item)
        if form is None:
            self.message_user(request, _("This suggestion is decided already."), messages.ERROR)
            return response
        if "_corrected" not in request.POST:
            self.message_user(request, _("Saved."), messages.SUCCESS)
        elif form.is_valid():
            if self.decide(request, item, accept_clear, [form.suggestion]):
                return self.back_to_panel(request, response)
        else:
            for reason in form.reasons:
                self.message_user(request, reason, messages.ERROR)
        response["Location"] += f"?{form.query}"
        return response

    def decide(self, request: HttpRequest, item: Any, verb: Any, chosen: list[Suggestion]) -> bool:
        """At once, as one version; a suggestion that needs the editor does not stop the others. Whether any is done."""
        for suggestion in chosen:
            self.tie(request, suggestion)
        try:
            left = verb(chosen, by=request.user) or []
        except Refused as error:
            pages.tell_refusal(self, request, error)
            return False
        for reason in dict.fromkeys(reason for _suggestion, reason in left):
            self.message_user(request, reason, messages.ERROR)
        waits = {suggestion.pk for suggestion, _reason in left}
        done = [suggestion for suggestion in chosen if suggestion.pk not in waits]
        if done:
            if done[0].kind == Suggestion.Kind.SAME:  # A question, which is answered alone.
                text = _("Merged: %(names)s.") if verb is accept_clear else _("Told apart: %(names)s.")
            elif verb is accept_clear:
                text = ngettext("Accepted: %(names)s.", "Accepted: %(names)s.", len(done))
            else:
                text = ngettext("Rejected: %(names)s.", "Rejected: %(names)s.", len(done))
            text %= {"names": ", ".join(map(suggestions.named, done))}
            self.message_user(request, text, messages.SUCCESS)
            self.log_change(request, item, text)
        return bool(done)

    def put_back(self, request: HttpRequest, item: Any, wanted: str) -> None:
        """Put a line of the source, `<source id>:<number>`, into the body where it stood."""
        key, _colon, number = wanted.partition(":")
        source = next((source for source in item.sources.all() if str(source.pk) == key), None)
        body = review.with_line(item, source, int(number)) if source and number.isdecimal() else None
        if body is None or body == item.body:
            return
        item.body = body
        try:
            revise(item, by=request.user, expected_version=item.version)
        except Refused as error:
            pages.tell_refusal(self, request, error)
            return
        self.message_user(request, _("The line stands in the body now."), messages.SUCCESS)
        self.log_change(request, item, _("Put a line of the source back into the body."))

    def tie(self, request: HttpRequest, suggestion: Suggestion) -> None:
        """Take over whom the editor chose among several of one name, or that it is none of them.

        A choice among those of one name is none among those of the name that was written after it.
        """
        shown_for = request.POST.get(f"_of-{suggestion.pk}")
        if shown_for is not None and name_key(shown_for) != name_key(str(suggestion)):
            return
        if request.POST.get(f"_tie-{suggestion.pk}") == suggestions.APART:
            suggestion.apart = True
            return
        if chosen := pages.id_from(request.POST.get(f"_tie-{suggestion.pk}", "")):
            who: Any = Person.objects.filter(pk=chosen).first()
            suggestion.person = who

    def decisions(self, request: HttpRequest, item: Article) -> tuple[Any, list[Suggestion]]:
        """Which verb the button asks for, and on which of the article's waiting suggestions."""
        waiting = Suggestion.objects.waiting().filter(article=item).order_by("-kind", "rank", "id")
        for button, verb in (("_accept", accept_clear), ("_reject", reject_many)):
            if button in request.POST:
                return verb, list(waiting.filter(pk=pages.id_from(request.POST[button])))
        waiting = waiting.filter(kind__in=Suggestion.FINDS)
        if "_accept_sure" in request.POST:
            return accept_clear, list(waiting.filter(sure=True))
        if "_accept_all" in request.POST:
            return accept_clear, list(waiting)
        if "_reject_all" in request.POST:
            return reject_many, list(waiting)
        return None, []
