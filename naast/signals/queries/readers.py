"""Who reads a signal, by name: to tell them, and to say it on the page before somebody writes."""

from dataclasses import dataclass
from uuid import UUID

from django.db.models import Exists, F, OuterRef, Q, QuerySet

from naast.core import clock
from naast.organisations.models import Absence, Function, Membership, Role
from naast.people.models import Person
from naast.signals import routing
from naast.signals.models import Signal
from naast.signals.policies.reading import facts_of, house_of
from naast.signals.routing import Facts, House
from naast.signals.states import State


@dataclass(frozen=True, slots=True)
class Readers:
    """Everybody who reads a signal today, by name. `goes_round`: somebody who would read it first is passed by,
    because it is about them or theirs. Nobody: everybody with a function is in it themselves."""

    members: tuple[Membership, ...]
    goes_round: bool

    @property
    def names(self) -> list[str]:
        """As they are called here."""
        return [each.user.name or each.user.email for each in self.members]


def readers_of(organisation_id: UUID, facts: Facts, house: House | None = None) -> Readers:
    """Who would read, or reads, a signal with these facts. Three queries, one when the house is known."""
    known = house or house_of(organisation_id)
    found = routing.readers(known, facts)
    members = Membership.objects.filter(
        organisation_id=organisation_id, pk__in=[each.membership_id for each in found]
    ).select_related("user")
    return Readers(
        members=tuple(members.order_by("user__name", "id")),
        goes_round=routing.goes_round(known, facts),
    )


def readers_of_signal(signal: Signal, house: House | None = None) -> Readers:
    """Who reads this signal today."""
    return readers_of(signal.organisation_id, facts_of(signal), house)


def without_handler() -> Q:
    """The open signals that nobody looks after: new ones, and those whose handler left, or whose function or
    standing in is over."""
    today = clock.today()
    holds = Role.objects.filter(
        membership_id=OuterRef("handler_id"),
        membership__ended_on__isnull=True,
        function__in=(
            Function.SAFEGUARDING,
            Function.COORDINATOR,
            Function.BOARD,
            Function.ADMINISTRATOR,
        ),
    )
    stands_in = Absence.objects.filter(
        deputy_id=OuterRef("handler_id"),
        deputy__ended_on__isnull=True,
        from_on__lte=today,
        until_on__gte=today,
    )
    left = Q(state__in=[str(State.SEEN), str(State.DECIDED)])
    return Q(state=State.NEW) | (left & ~Exists(holds) & ~Exists(stands_in))


def not_answered() -> Q:
    """`not rules.is_answered`, as the database says it, for what is decided."""
    too_early = Q(answered_at__date__lt=F("decision__passed_on"))
    return Q(answered_at__isnull=True) | (Q(decision__passed_on__isnull=False) & too_early)


def volunteer_of(signal: Signal) -> Person | None:
    """The volunteer concerned: who it is about, or the one of the match; None when there is none."""
    about = signal.about
    if about is not None and hasattr(about, "volunteer"):
        return about
    return signal.match.volunteer if signal.match is not None else None


def who_may_talk(signal: Signal, leaders: QuerySet[Membership]) -> QuerySet[Membership]:
    """Of these colleagues, the ones who are not in this signal themselves."""
    people = [signal.about_id, signal.reporter_id]
    if signal.match is not None:
        people += [signal.match.participant_id, signal.match.volunteer_id]
    known = [each for each in people if each is not None]
    in_it = Q(pk=signal.colleague_id) | Q(person_id__in=known)
    return leaders.exclude(in_it)
