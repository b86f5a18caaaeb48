"""What happens in the background: a batch may pay thousands of people, and each of them hears of it."""

from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext_lazy as _
from django_tasks import task

from naast.messaging.services import tell
from naast.organisations.actors import Actor
from naast.payouts.models import Batch

PAID = _("Your costs were paid")
PAID_WORDS = _("What you asked back was paid to your account. It may take a day before you see it.")


@task()
def tell_paid(batch_id: str) -> None:
    """Tell everybody with an account whom this batch paid."""
    batch = Batch.objects.select_related("organisation").get(pk=UUID(batch_id))
    actor = Actor.system(batch.organisation, reason="batch confirmed")
    rows = batch.transfers.filter(left_out_on__isnull=True, person__user__isnull=False)
    for transfer in rows.select_related("person__user").iterator():
        user = transfer.person.user
        if user is not None:
            with transaction.atomic():
                tell(
                    actor=actor,
                    user=user,
                    kind="payouts.paid",
                    subject=PAID,
                    body=PAID_WORDS,
                    url=actor.url("expenses:my_costs"),
                )
