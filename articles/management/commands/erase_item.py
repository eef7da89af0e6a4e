"""`erase_item KIND SLUG_OR_ID --note TEXT`: erase an item for good, where the law demands it."""

from argparse import ArgumentParser
from typing import Any
from uuid import UUID

from django.core.management.base import CommandError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ...actions.erase import erase
from ...actions.errors import Refused
from ...models import ITEM_MODELS, Item
from ..database import DatabaseCommand
from ..exits import SOME_FAILED, WRONG_ARGUMENTS
from ..terminal import shown


class Command(DatabaseCommand):
    help = gettext_lazy(
        "Erases an article, a person or an event for good: sources, versions, editions, photos. There is no undo. What "
        "was public keeps answering that it was withdrawn; the words of other items that name it stay."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("kind", choices=list(ITEM_MODELS), metavar="KIND", help=", ".join(ITEM_MODELS))
        parser.add_argument("item", metavar="SLUG_OR_ID", help=_("The slug or the id of the item."))
        parser.add_argument("--note", required=True, help=_("The ground in law; stays in the audit log."))
        parser.add_argument("--notice", default="", help=_("What its old address answers, if it was public."))
        parser.add_argument("--yes", action="store_true", help=_("Do not ask; for scripts."))

    def handle(self, *args: Any, **options: Any) -> None:
        item = self._named(options["kind"], options["item"])
        if not options["yes"]:
            self._ask(item)
        try:
            erase(item, by=None, note=options["note"], notice=options["notice"])
        except Refused as error:
            raise CommandError(str(error), returncode=SOME_FAILED) from error
        self.tell(_("Erased. Nothing of its words is left."))

    def _named(self, kind: str, given: str) -> Item:
        rows = ITEM_MODELS[kind]._default_manager.all()
        try:
            found = list(rows.filter(pk=UUID(given)))
        except ValueError:
            found = list(rows.filter(slug=given)[:2])
        if not found:
            said = _("There is no %(kind)s with the slug or id “%(given)s”.")
            raise CommandError(said % {"kind": kind, "given": given}, returncode=WRONG_ARGUMENTS)
        if len(found) > 1:
            raise CommandError(
                _("Several drafts have the slug “%(slug)s”: name the one you mean by its id.")
                % {"slug": given},
                returncode=WRONG_ARGUMENTS,
            )
        return found[0]

    def _ask(self, item: Item) -> None:
        wanted = item.slug or str(item.pk)
        self.stdout.write(
            _("“%(title)s” is erased for good. There is no undo, and no version to go back to.")
            % {"title": shown(item.label)}
        )
        try:
            typed = input(_("Type “%(text)s”") % {"text": wanted} + ": ")
        except (EOFError, KeyboardInterrupt):
            typed = ""
        if typed.strip() != wanted:
            raise CommandError(_("Nothing was erased."), returncode=WRONG_ARGUMENTS)
