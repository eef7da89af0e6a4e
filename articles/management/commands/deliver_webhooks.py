"""`deliver_webhooks`: tell webhooks of what was published. For cron, or as a loop with `--every`."""

from django.utils.translation import gettext_lazy

from ...actions.deliver import deliver_due
from ...models.webhook import Delivery
from ..looping import LoopCommand


class Command(LoopCommand):
    help = gettext_lazy(
        "Sends each change of the public log to the webhooks that hear of it, withdrawals first, and tries again "
        "what failed: safe to run late, twice, on several hosts at once. Exit code 1: a receiver was given up."
    )

    def run_once(self) -> int:
        failed = 0
        for delivery in deliver_due():
            line = f"{delivery.payload['type']} → {delivery.webhook.name}: {delivery.answer}"
            if delivery.status == Delivery.Status.DELIVERED:
                self.tell(line)
            else:
                self.stderr.write(line)
                failed += delivery.status == Delivery.Status.GIVEN_UP
        return failed
