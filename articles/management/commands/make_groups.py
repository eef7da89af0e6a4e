"""`make_groups`: the groups `reporter`, `editor` and `manager` with their permissions."""

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ...actions.make_groups import make_groups
from ..database import DatabaseCommand


class Command(DatabaseCommand):
    help = gettext_lazy(
        "Makes the groups reporter (edits own drafts and submits them), editor (edits all, publishes, corrects, "
        "merges) and manager (also withdraws, embargoes, manages tokens and webhooks). Run again, it adds what is "
        "missing and takes nothing away."
    )

    def handle(self, *args: Any, **options: Any) -> None:
        for name, added in make_groups().items():
            self.tell(_("%(name)s: %(count)d permissions added.") % {"name": name, "count": added})
