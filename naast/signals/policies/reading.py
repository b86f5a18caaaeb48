"""Who reads a signal: the list and the single one, side by side, both from the same rules (routing)."""

from collections import defaultdict
from uuid import UUID

from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from naast.core import clock
from naast.core.decisions import ALLOW, Decision, deny
from naast.organisations.actors import Actor
from naast.organisations.models import Function, Role
from naast.organisations.queries import stand_ins
from naast.signals import routing
from naast.signals.models import Signal
from naast.signals.routing import Colleague, Facts, House
from naast.signals.states import Path

# A signal names so many people at most: a larger circle always has somebody who is not in it.
MOST_IN_IT = 5


def house_of(organisation_id: UUID) -> House:
    """Who holds which function here today, and who stands in for whom. Two queries."""
    held: dict[str, list[Colleague]] = defaultdict(list)
    roles = Role.objects.filter(
        membership__organisation_id=organisation_id,
        membership__ended_on__isnull=True,
        function__in=(
            Function.SAFEGUARDING,
            Function.COORDINATOR,
            Function.BOARD,
            Function.ADMINISTRATOR,
        ),
    ).order_by("membership_id")
    for function, membership_id, person_id in roles.values_list(
        "function", "membership_id", "membership__person_id"
    ):
        held[function].append(Colleague(membership_id, person_id))
    away = stand_ins(organisation_id, day=clock.today())
    return House(
        contacts=tuple(held[Function.SAFEGUARDING]),
        coordinators=tuple(held[Function.COORDINATOR]),
        board=tuple(held[Function.BOARD]),
        administrators=tuple(held[Function.ADMINISTRATOR]),
        stands_in={
            who: Colleague(there.pk, there.person_id)
            for who, there in away.items()
            if there.ended_on is None
        },
    )


def facts_of(signal: Signal) -> Facts:
    """What of this signal decides who reads it. No query when its programme and match are read along."""
    match = signal.match
    return Facts(
        path=signal.path,
        about_id=signal.about_id,
        reporter_id=signal.reporter_id,
        colleague_id=signal.colleague_id,
        led_by_id=signal.programme.coordinator_id if signal.programme is not None else None,
        pair=(match.participant_id, match.volunteer_id) if match is not None else (),
    )


def visible_to(actor: Actor, house: House | None = None) -> QuerySet[Signal]:
    """The signals that this actor reads because of their function, and no others. Reporters read their own
    elsewhere. The system reads none: what runs at night looks at times, never at words. `house` when it is
    known already; two queries otherwise."""
    rows = Signal.objects.filter(organisation_id=actor.organisation_id)
    if actor.membership_id is None:
        return rows.none()
    known = house or house_of(actor.organisation_id)
    guarded = Q(path=Path.SAFEGUARDING) | Q(colleague__isnull=False)
    readable = [
        (guarded & part)
        for part in [_in_circles(known, Path.SAFEGUARDING, actor.membership_id)]
        if part is not None
    ]
    daily = _in_circles(known, Path.DAILY, actor.membership_id)
    if daily is not None:
        readable.append(~guarded & daily)
    if not readable:
        return rows.none()
    together = readable[0]
    for part in readable[1:]:
        together |= part
    return rows.filter(together)


def _in_circles(house: House, path: str, membership_id: UUID) -> Q | None:
    """The signals of this path that come to this member; None when none can."""
    before: Q = Q()
    for number, circle in enumerate(house.circles(path)):
        me = next((each for each in circle if each.membership_id == membership_id), None)
        if me is not None:
            mine = before & ~_concerns(me)
            return mine & _of_my_programmes(house, me) if _is_daily(path, number) else mine
        if len(circle) > MOST_IN_IT:
            return None
        for each in circle:
            before &= _concerns(each)
    return None


def _is_daily(path: str, number: int) -> bool:
    return path == Path.DAILY and number == 0


def _concerns(who: Colleague) -> Q:
    """Facts.concerns, as the database says it."""
    found = Q(colleague_id=who.membership_id)
    if who.person_id is not None:
        found |= Q(about_id=who.person_id) | Q(reporter_id=who.person_id)
        found |= Q(match__participant_id=who.person_id) | Q(match__volunteer_id=who.person_id)
    return found


def _of_my_programmes(house: House, me: Colleague) -> Q:
    """What no other coordinator leads; what a contact person reads is of every programme."""
    if me in house.with_deputies(house.contacts):
        return Q()
    others = [each for each in house.coordinators if me not in house.with_deputies((each,))]
    free = ~Q(programme__coordinator_id__in=[each.membership_id for each in others])
    for each in others:
        free |= Q(programme__coordinator_id=each.membership_id) & _concerns(each)
    return free


def can_read(actor: Actor, signal: Signal, house: House | None = None) -> Decision:
    """Whether this actor reads this signal because of their function."""
    if signal.organisation_id != actor.organisation_id:
        return deny(_("This signal belongs to another organisation."))
    if actor.membership_id is None:
        return deny(_("Only people read signals."))
    facts = facts_of(signal)
    known = house or house_of(actor.organisation_id)
    if actor.membership_id not in {each.membership_id for each in routing.readers(known, facts)}:
        return deny(_("This signal is for somebody else to read."))
    return ALLOW


def can_open_overview(actor: Actor, house: House | None = None) -> Decision:
    """Whether a signal may ever come to this actor today: they hold a function for it, or stand in for one."""
    known = house or house_of(actor.organisation_id)
    circles = (*known.circles(Path.SAFEGUARDING), *known.circles(Path.DAILY))
    if actor.membership_id is None or actor.membership_id not in {
        each.membership_id for circle in circles for each in circle
    }:
        return deny(_("Signals come to the contact person and the coordinator."))
    return ALLOW
