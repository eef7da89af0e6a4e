"""`publish_due`: publish and withdraw what was scheduled and is due. For cron, or as a loop with `--every`."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ...actions.publish_due import publish_due
from ..looping import LoopCommand


class Command(LoopCommand):
    help = gettext_lazy(
        "Publishes and withdraws what is due by the database's clock, each item exactly once: safe to run late, "
        "twice, on several hosts at once. Exit code 1: something due could not be done; the desk says why."
    )

    def run_once(self) -> int:
        failed = 0
        for done in publish_due():
            if done.reason:
                failed += 1
                self.stderr.write(f"{_(done.kind)} “{done.title}”: {done.reason}")
            else:
                self.tell(f"{_(done.kind)} “{done.title}”: {_(done.what)}")
        return failed
