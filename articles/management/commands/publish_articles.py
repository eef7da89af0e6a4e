"""`publish_articles [SLUG…] [--all]`: publish from the desk in bulk, after `loaddata` say."""

import sys
from argparse import ArgumentParser
from typing import Any
from uuid import UUID

from django.core.management.base import CommandError
from django.db.models import Min
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from ...actions.publish_articles import publish_articles
from ...conf import conf
from ...models import Article, State
from ..database import DatabaseCommand
from ..exits import SOME_FAILED, WRONG_ARGUMENTS
from ..terminal import progress


class Command(DatabaseCommand):
    help = gettext_lazy(
        "Publishes articles from the desk, by the rules of `import_articles --publish`: what the rules are sure of is "
        "accepted, its people and events are published, then the articles. Withdrawn articles stay withdrawn."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("slugs", nargs="*", metavar="SLUG", help=_("Articles by their slug."))
        parser.add_argument(
            "--all", action="store_true", help=_("Every article that is a draft or was changed since.")
        )

    def handle(self, *args: Any, **options: Any) -> None:
        slugs: list[str] = options["slugs"]
        if bool(slugs) == options["all"]:
            raise CommandError(_("Name the articles by slug, or say --all."), returncode=WRONG_ARGUMENTS)
        ids = self._due() if options["all"] else self._named(slugs)
        done, refused = 0, 0
        with progress(len(ids), quiet=self.quiet) as bar:
            for start in range(0, len(ids), conf.import_batch):
                batch = ids[start : start + conf.import_batch]
                for outcome in publish_articles(batch, by=None):
                    if outcome.edition is None:
                        refused += 1
                        with bar.external_write_mode(file=sys.stderr):
                            self.stderr.write(
                                f"{outcome.item.slug or outcome.item.pk}: {' '.join(outcome.messages)}"
                            )
                    else:
                        done += 1
                bar.update(len(batch))
        self.tell(
            ngettext("%(count)d article published.", "%(count)d articles published.", done) % {"count": done}
        )
        if refused:
            raise CommandError(
                ngettext("%(count)d article was refused.", "%(count)d articles were refused.", refused)
                % {"count": refused},
                returncode=SOME_FAILED,
            )

    def _due(self) -> list[UUID]:
        due = Article.objects.in_state(State.DRAFT) | Article.objects.in_state(State.CHANGED)
        # In the order in which an import takes the files.
        return list(
            due.annotate(file=Min("sources__name")).order_by("file", "pk").values_list("pk", flat=True)
        )

    def _named(self, slugs: list[str]) -> list[UUID]:
        found: dict[str, UUID] = {}
        for slug, pk in Article.objects.filter(slug__in=slugs).values_list("slug", "pk"):
            if slug in found:
                raise CommandError(
                    _("Several drafts have the slug “%(slug)s”: publish them in the admin.") % {"slug": slug},
                    returncode=WRONG_ARGUMENTS,
                )
            found[slug] = pk
        missing = [slug for slug in slugs if slug not in found]
        if missing:
            raise CommandError(
                _("There is no article with the slug “%(slug)s”.") % {"slug": missing[0]},
                returncode=WRONG_ARGUMENTS,
            )
        return [found[slug] for slug in dict.fromkeys(slugs)]
