"""Reads of what follows from signals. Every function starts from what the actor may see."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Count, F, Q, QuerySet, Sum

from naast.companionship.models import Match
from naast.core import clock
from naast.needs.models import Asking, Carer, Favour, Limit, Need, Obstacle, PolicySignal
from naast.needs.policies import letters as letter_policies
from naast.needs.policies import rows as policies
from naast.needs.states import OPEN_LIMITS, LimitState, ObstacleState
from naast.organisations.actors import Actor
from naast.organisations.models import Function, Membership
from naast.organisations.queries import colleagues
from naast.people.models import Person
from naast.signals.models import Signal
from naast.signals.states import OPEN_STATES, Kind
from naast.signals.states import State as SignalState
from naast.surroundings.models import AroundLine

# Who can be named to call a service, to come along or to take over.
STAFF = (Function.COORDINATOR, Function.COACH, Function.PROFESSIONAL)
SHOWN = 20
AGENCIES_SHOWN = 10
# So many lines somebody reads and ticks.
MOST_TO_CHOOSE = 60
OPEN_OBSTACLES = (ObstacleState.ASKED, ObstacleState.PROMISED)


def limits(actor: Actor, *, show: str) -> QuerySet[Limit]:
    """Limits that wait, are stuck, or ended («open», «stuck», «done»); order them by page."""
    rows = policies.limits_visible_to(actor).select_related("about", "told_by")
    if show == "done":
        return rows.exclude(state__in=OPEN_LIMITS)
    if show == "stuck":
        return rows.filter(state=LimitState.STUCK)
    return rows.filter(state__in=[LimitState.NOTED, LimitState.ASKED])


def get_limit(actor: Actor, limit_id: UUID) -> Limit | None:
    """One, with everything its page shows, or None."""
    rows = policies.limits_visible_to(actor).select_related(
        "about",
        "told_by",
        "noted_by__user",
        "need",
        "signal",
        "match__participant",
        "match__volunteer",
    )
    return rows.filter(pk=limit_id).first()


def askings_of(limit: Limit) -> list[Asking]:
    """Each time a service was asked, the first one first."""
    return list(limit.askings.select_related("caller__user")[:SHOWN])


def limits_to_hand_on(actor: Actor) -> QuerySet[Signal]:
    """Signals of a limit for which nothing was set in motion yet."""
    rows = policies.signals_to_follow(actor).filter(kind=Kind.LIMIT, state__in=OPEN_STATES)
    return rows.filter(limit__isnull=True)


def signal_to_follow(actor: Actor, signal_id: UUID) -> Signal | None:
    """One signal that this coordinator reads and may follow up, or None."""
    rows = policies.signals_to_follow(actor).select_related(
        "about", "reporter", "match__participant", "programme"
    )
    return rows.filter(pk=signal_id).first()


def get_match(actor: Actor, match_id: UUID) -> Match | None:
    """A match this actor may name, or None."""
    rows = policies.matches_to_name(actor).select_related("participant", "volunteer")
    return rows.filter(pk=match_id).first()


def own_matches(actor: Actor) -> QuerySet[Match]:
    """The living matches of the volunteer who asks something."""
    return policies.matches_to_name(actor).select_related("participant")


def staff(actor: Actor) -> QuerySet[Membership]:
    """Colleagues who can call, come along or take over."""
    return colleagues(actor, *STAFF)


def obstacles(actor: Actor, *, show: str) -> QuerySet[Obstacle]:
    """What waits for us («asked»), or the whole log («log»); order it by page."""
    rows = policies.obstacles_visible_to(actor).select_related("told_by", "done_by__user")
    return rows if show == "log" else rows.filter(state__in=OPEN_OBSTACLES)


def get_obstacle(actor: Actor, obstacle_id: UUID) -> Obstacle | None:
    """One, or None."""
    rows = policies.obstacles_visible_to(actor).select_related(
        "told_by", "done_by__user", "need", "match__participant"
    )
    return rows.filter(pk=obstacle_id).first()


@dataclass(frozen=True, slots=True)
class Agency:
    """One agency in the log: how often it came up, and how many days were lost."""

    name: str
    times: int
    days: int


def agencies(actor: Actor, *, since: date) -> list[Agency]:
    """The agencies that came up most since that day. One query."""
    rows = policies.obstacles_visible_to(actor).filter(noted_on__gte=since)
    found = (
        rows.order_by()
        .values("agency")
        .annotate(times=Count("pk"), days=Sum("days_lost"))
        .order_by("-times", "agency")
    )
    return [
        Agency(each["agency"], each["times"], each["days"] or 0) for each in found[:AGENCIES_SHOWN]
    ]


def carers(actor: Actor, *, show: str) -> QuerySet[Carer]:
    """Carers on whom we look back, or whose page is closed («done»); order them by page."""
    rows = policies.carers_visible_to(actor).select_related("person", "relative", "line")
    return rows.filter(closed_on__isnull=show != "done")


def get_carer(actor: Actor, carer_id: UUID) -> Carer | None:
    """One, or None."""
    rows = policies.carers_visible_to(actor).select_related(
        "person", "relative", "line", "told_by", "noted_by__user", "need"
    )
    return rows.filter(pk=carer_id).first()


def get_participant(actor: Actor, person_id: UUID) -> Person | None:
    """A participant whom this coordinator may name, or None."""
    rows = policies.participants_to_name(actor).select_related("household")
    return rows.filter(pk=person_id).first()


def lines_around(person: Person) -> QuerySet[AroundLine]:
    """Who does what around this participant: among them the one who carries too much."""
    return AroundLine.objects.filter(person=person, until_on__isnull=True)


def relatives_of(person: Person) -> QuerySet[Person]:
    """Who lives in the same home."""
    if person.household_id is None:
        return Person.objects.none()
    same = Person.objects.filter(
        organisation_id=person.organisation_id, household_id=person.household_id
    )
    return same.exclude(pk=person.pk).order_by("sort_name", "id")


def favours(actor: Actor, *, show: str) -> QuerySet[Favour]:
    """Favours about which we still talk, or closed ones («done»); order them by page."""
    rows = policies.favours_visible_to(actor).select_related("person", "talk")
    return rows.filter(closed_on__isnull=show != "done")


def get_favour(actor: Actor, favour_id: UUID) -> Favour | None:
    """One, or None."""
    rows = policies.favours_visible_to(actor).select_related(
        "person", "talk", "match__participant", "noted_by__user"
    )
    return rows.filter(pk=favour_id).first()


def _open_favours(actor: Actor, day: date) -> QuerySet[Favour]:
    """About which we still talk. Not as long as its signal stands on the desk itself, to be taken up or decided:
    one thing is asked once."""
    signal_asks = Q(signal__state=SignalState.NEW)
    signal_asks |= Q(signal__state=SignalState.SEEN, signal__due_at__lt=clock.morning(day))
    rows = policies.favours_visible_to(actor).filter(closed_on__isnull=True)
    return rows.exclude(signal_asks)


def without_talk(actor: Actor, *, day: date) -> QuerySet[Favour]:
    """A favour was tried, and no talk is planned."""
    return _open_favours(actor, day).filter(talk__isnull=True)


def talk_overdue(actor: Actor, *, day: date) -> QuerySet[Favour]:
    """The two weeks are over, and the talk did not take place."""
    rows = _open_favours(actor, day).filter(talk_due_on__lt=day)
    return rows.filter(talk__isnull=False, talk__held_on__isnull=True)


@dataclass(frozen=True, slots=True)
class Mine:
    """What came of what a volunteer told, in plain words, and what management answered."""

    limits: list[Limit]
    obstacles: list[Obstacle]
    favours: list[Favour]
    carers: list[Carer]
    policies: list[PolicySignal]

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing yet."""
        return not (self.limits or self.obstacles or self.favours or self.carers or self.policies)


def mine(actor: Actor) -> Mine:
    """The page «what came of it». Five queries."""
    return Mine(
        limits=list(policies.own_limits(actor)[:SHOWN]),
        obstacles=list(policies.own_obstacles(actor).select_related("done_by__user")[:SHOWN]),
        favours=list(policies.own_favours(actor).select_related("talk")[:SHOWN]),
        carers=list(policies.own_carers(actor).defer("words", "offered", "after", "who")[:SHOWN]),
        policies=list(
            letter_policies.answered_for(actor)
            .select_related("letter")
            .order_by(F("answered_on").desc(nulls_last=True), "-id")[:SHOWN]
        ),
    )


def of_match(match: Match) -> QuerySet[Limit]:
    """The limits of a match that are open, the longest first."""
    return Limit.objects.filter(
        organisation_id=match.organisation_id, match_id=match.pk, state__in=OPEN_LIMITS
    ).order_by("id")


def without_theme(actor: Actor) -> QuerySet[Signal]:
    """Signals about a need, our offer or a rule that are in no line of the register yet."""
    rows = policies.signals_to_follow(actor).filter(
        kind__in=[Kind.NEED, Kind.OFFER, Kind.POLICY], state__in=OPEN_STATES
    )
    return rows.filter(need__isnull=True)


def needs(actor: Actor, *, theme: str) -> QuerySet[Need]:
    """The lines of the register, of one theme or of all; order them by page."""
    rows = policies.needs_visible_to(actor).select_related("programme")
    return rows.filter(theme=theme) if theme else rows


def needs_to_choose(
    actor: Actor, *, theme: str, since: date, chosen: Collection[UUID] = ()
) -> QuerySet[Need]:
    """Lines for a policy signal to lean on: the latest of its theme since that day, and those chosen before. None
    without a theme: then it is written directly."""
    rows = policies.needs_visible_to(actor)
    latest = rows.filter(theme=theme, noted_on__gte=since).values_list("pk", flat=True)
    return rows.filter(pk__in=[*latest[:MOST_TO_CHOOSE], *chosen])
