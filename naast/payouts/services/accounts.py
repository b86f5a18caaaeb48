"""The account number of a volunteer who told it to finance, by phone or on paper."""

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from naast.audit import log
from naast.expenses.models import PayAccount
from naast.messaging.services import tell
from naast.organisations.actors import Actor
from naast.payouts.policies import paying as policy
from naast.people.models import Person

WRITTEN = _("Your account number was written down")
WRITTEN_WORDS = _(
    "A colleague wrote down on which account we pay you. Look whether it is right, and tell us when it is not."
)


@transaction.atomic
def note_account(*, actor: Actor, person: Person, holder: str, iban: str) -> PayAccount:
    """Write down where somebody is paid from now on. Who has an account here is told, so that nobody else's number
    takes the place of theirs in silence. Raises NotAllowed, also for one's own."""
    policy.can_give_cash(actor, person).require()
    account, _is_new = PayAccount.objects.update_or_create(
        organisation_id=actor.organisation_id,
        person=person,
        defaults={"holder": holder, "iban": iban, "wants_cash": False},
    )
    log.record("costs.account-noted", actor=actor, target=account)
    if person.user is not None:
        url = actor.url("expenses:my_costs")
        tell(
            actor=actor,
            user=person.user,
            kind="payouts.account",
            subject=WRITTEN,
            body=WRITTEN_WORDS,
            url=url,
        )
    return account
