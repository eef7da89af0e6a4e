"""`rebuild_live`: the live tables and search again from the editions."""

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ...actions.rebuild_live import rebuild_live
from ...models import ITEM_MODELS
from ..database import DatabaseCommand
from ..terminal import progress


class Command(DatabaseCommand):
    help = gettext_lazy(
        "Compares the live tables and the search index with the editions and corrects what differs. On a healthy "
        "site it changes nothing. Safe to run at any time, and again after it was stopped."
    )

    def handle(self, *args: Any, **options: Any) -> None:
        total = sum(model.objects.published().count() for model in ITEM_MODELS.values())
        with progress(total, quiet=self.quiet) as bar:
            result = rebuild_live(bar.update)
        if result.healthy:
            self.tell(_("%(items)d live items compared: nothing to correct.") % {"items": result.items})
        else:
            self.tell(
                _(
                    "%(items)d live items compared: %(restored)d rows restored, %(removed)d removed, "
                    "%(recounted)d totals corrected."
                )
                % {
                    "items": result.items,
                    "restored": result.restored,
                    "removed": result.removed,
                    "recounted": result.recounted,
                }
            )
