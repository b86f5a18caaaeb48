"""What asks for somebody at once and nobody opens: the readers are told again, and the next in line hears that
something waits, never what (S2-27)."""

from collections.abc import Iterable
from datetime import datetime

from django.db.models import Q

from naast.messaging.reminders import Reminding, remind
from naast.organisations.actors import Actor
from naast.organisations.models import Membership, Organisation
from naast.signals import routing, rules
from naast.signals.models import Signal
from naast.signals.policies.reading import facts_of, house_of
from naast.signals.routing import House
from naast.signals.services import telling
from naast.signals.states import State

UNSEEN = "signal-unseen"
A_NIGHT = 200


def tell_at_odd_hours(actor: Actor, signal: Signal, *, now: datetime) -> int:
    """Somebody told it when nobody is at work and it can’t wait: the next in line hears at once that something
    waits. Returns how many were told; call inside the transaction of the raising."""
    if signal.level not in rules.UNSEEN_AFTER:
        return 0
    house = Organisation.objects.get(pk=actor.organisation_id)
    if not rules.is_at_odd_hours(now, country=house.country):
        return 0
    people = routing.next_in_line(house_of(house.pk), facts_of(signal))
    return remind(actor=actor, rows=_remindings(actor, signal, _members(house, people)))


def tell_of_unseen(actor: Actor, house: Organisation, *, now: datetime) -> int:
    """Everything of this house that can’t wait and was not taken up in its time; each person hears of each signal
    once. Returns how many were told."""
    late = Q()
    for level, wait in rules.UNSEEN_AFTER.items():
        late |= Q(level=level, created_at__lte=now - wait)
    rows = Signal.objects.filter(late, organisation_id=house.pk, state=State.NEW)
    signals = list(
        rows.select_related("programme", "match").defer("saw", "told_to_me", "thinks")[:A_NIGHT]
    )
    if not signals:
        return 0
    known = house_of(house.pk)
    people = {signal.pk: _reached(known, signal) for signal in signals}
    members = {
        each.pk: each for each in _members(house, {one for some in people.values() for one in some})
    }
    return remind(
        actor=actor,
        rows=[
            row
            for signal in signals
            for row in _remindings(
                actor,
                signal,
                [
                    members[one.membership_id]
                    for one in people[signal.pk]
                    if one.membership_id in members
                ],
            )
        ],
    )


def _reached(house: House, signal: Signal) -> tuple[routing.Colleague, ...]:
    facts = facts_of(signal)
    return (*routing.readers(house, facts), *routing.next_in_line(house, facts))


def _members(house: Organisation, people: Iterable[routing.Colleague]) -> list[Membership]:
    ids = [each.membership_id for each in people]
    rows = Membership.objects.filter(organisation_id=house.pk, pk__in=ids)
    return list(rows.select_related("user").order_by("id"))


def _remindings(actor: Actor, signal: Signal, members: list[Membership]) -> list[Reminding]:
    return [
        Reminding(
            kind=UNSEEN,
            subject_id=signal.pk,
            step=str(each.pk),
            subject=telling.NOT_OPENED.subject,
            body=telling.NOT_OPENED.body,
            user=each.user,
            url=actor.url("signals:overview"),
        )
        for each in members[: telling.MOST_TOLD]
    ]
