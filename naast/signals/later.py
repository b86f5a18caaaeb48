"""What can’t wait is looked at again as soon as its time is over, not only at night (S2-27)."""

from functools import partial
from uuid import UUID

from django.db import transaction
from django_tasks import task

from naast.core import clock
from naast.organisations.actors import Actor
from naast.organisations.models import Organisation
from naast.signals import rules
from naast.signals.models import Signal
from naast.signals.services import chain
from naast.signals.states import Level


@task()
def tell_of_unseen(organisation_id: str) -> None:
    """Tell further what nobody of this house opened in its time. It names the house and no signal: the queue of
    tasks is read by who looks after the machine."""
    house = Organisation.objects.get(pk=UUID(organisation_id))
    actor = Actor.system(house, reason="signal not opened")
    chain.tell_of_unseen(actor, house, now=clock.now())


def look_again(signal: Signal) -> None:
    """Look again when the time of this signal to be opened is over; nothing for what can wait. After the commit of
    the surrounding transaction. Where tasks can’t be put off (settings.TASKS), the night does it."""
    wait = rules.UNSEEN_AFTER.get(Level(signal.level))
    if wait is None or not tell_of_unseen.get_backend().supports_defer:
        return
    later = tell_of_unseen.using(run_after=signal.created_at + wait)
    transaction.on_commit(partial(later.enqueue, str(signal.organisation_id)))
