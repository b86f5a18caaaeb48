"""What this room does at night: what nobody opened is told further, and who handles one is reminded once. Running it
twice does nothing twice. Closed signals go by their term (keeping)."""

from collections.abc import Callable
from datetime import datetime
from uuid import UUID

from django.db.models import Q

from naast.core import clock, night
from naast.messaging.reminders import Reminding, remind
from naast.organisations.actors import Actor
from naast.organisations.models import Membership, Organisation
from naast.signals import routing, rules
from naast.signals.models import Signal
from naast.signals.policies.reading import facts_of, house_of
from naast.signals.queries.readers import not_answered
from naast.signals.routing import House
from naast.signals.services import chain, telling
from naast.signals.states import State

DUE = "signal-due"
A_NIGHT = 500


def run(now: datetime) -> dict[str, int]:
    """Everything of this room for one night, organisation after organisation. Returns what was done."""
    return {
        "told of signals nobody opened": _each(
            lambda actor, house: chain.tell_of_unseen(actor, house, now=now)
        ),
        "reminded of signals": _each(lambda actor, house: remind_handlers(actor, house, now=now)),
    }


def _each(task: Callable[[Actor, Organisation], int]) -> int:
    def one(house: Organisation) -> int:
        return task(Actor.system(house, reason="nightly signals"), house)

    return night.each(Organisation.objects.all(), one)


def remind_handlers(actor: Actor, house: Organisation, *, now: datetime) -> int:
    """Who looks after a signal hears once that its time is over, and once that who told it should have heard from
    us (B26); when nobody looks after it any more, everybody who reads it. Returns how many were told."""
    rows = Signal.objects.filter(_late(now), organisation_id=house.pk)
    rows = rows.select_related("programme", "match")
    signals = list(rows.defer("saw", "told_to_me", "thinks", "answer")[:A_NIGHT])
    if not signals:
        return 0
    known = house_of(house.pk)
    asked = {signal.pk: _asked(known, signal) for signal in signals}
    ids = {each for some in asked.values() for each in some}
    members = (
        Membership.objects.filter(organisation_id=house.pk).select_related("user").in_bulk(ids)
    )
    return remind(
        actor=actor,
        rows=[
            Reminding(
                kind=DUE,
                subject_id=signal.pk,
                step=f"{signal.state}:{each}",
                subject=telling.DUE.subject,
                body=telling.DUE.body,
                user=members[each].user,
                url=actor.url("signals:signal", signal_id=signal.pk),
            )
            for signal in signals
            for each in asked[signal.pk]
            if each in members
        ],
    )


def _late(now: datetime) -> Q:
    """Not decided, or not answered, in its time. What can't wait and nobody opened is told further elsewhere."""
    can_wait = ~Q(level__in=list(rules.UNSEEN_AFTER))
    unopened = Q(state=State.NEW, due_at__lt=now) & can_wait
    undecided = Q(due_at__lt=now)
    undecided |= Q(due_at__isnull=True, state_since__lte=now - rules.LOOK_AGAIN_AFTER)
    silent = not_answered() & Q(decision__answer_due_on__lte=clock.today())
    return unopened | (Q(state=State.SEEN) & undecided) | (Q(state=State.DECIDED) & silent)


def _asked(house: House, signal: Signal) -> list[UUID]:
    """Whoever looks after it and still reads it; otherwise everybody who reads it today."""
    reading = [each.membership_id for each in routing.readers(house, facts_of(signal))]
    if signal.handler_id in reading:
        return [signal.handler_id]
    return reading[: telling.MOST_TOLD]
