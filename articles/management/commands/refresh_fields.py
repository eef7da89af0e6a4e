"""`refresh_fields`: the host's own fields again, in what was published before."""

from typing import Any

from django.utils.translation import gettext_lazy, ngettext

from ...actions.refresh_fields import refresh_fields
from ...models import ITEM_MODELS, State
from ..database import DatabaseCommand
from ..terminal import progress


class Command(DatabaseCommand):
    help = gettext_lazy(
        "Takes the fields of ARTICLES['PUBLIC_FIELDS'] of everything public again, after a field was declared, taken "
        "back, or had its values changed: each item whose fields differ gets a new edition, nothing else of it "
        "changes. Safe to run at any time, and again after it was stopped."
    )

    def handle(self, *args: Any, **options: Any) -> None:
        total = sum(model.objects.in_state(State.LIVE).count() for model in ITEM_MODELS.values())
        with progress(total, quiet=self.quiet) as bar:
            result = refresh_fields(bar.update)
        compared = ngettext("%(count)d live item compared.", "%(count)d live items compared.", result.items)
        made = ngettext("%(count)d new edition.", "%(count)d new editions.", result.editions)
        self.tell(f"{compared % {'count': result.items}} {made % {'count': result.editions}}")
        if result.changed:
            self.tell(
                ngettext(
                    "%(count)d item was changed since it was published: its fields follow when it is published again.",
                    "%(count)d items were changed since they were published: their fields follow when they are "
                    "published again.",
                    result.changed,
                )
                % {"count": result.changed}
            )
