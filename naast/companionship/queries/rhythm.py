"""How often two people meant to see each other: a guideline, never a quota (S1-110, S2-16).

What counts, in this order: a time at a distance of the whole house, their own lines, their own number of
visits, the contact plan of the programme.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from math import ceil
from typing import Protocol
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils.timezone import localdate

from naast.companionship.models import DistanceTime, Match, QuietQuestion, Visit
from naast.companionship.states import MatchState
from naast.core import clock
from naast.people.models import AvailabilityException, VolunteerProfile
from naast.programmes.models import ContactLine, Programme

FOUR_WEEKS = 28
A_WEEK = 7
# Without a rhythm or a contact plan: once in four weeks.
USUAL_INTERVAL = FOUR_WEEKS
# More visits than this in four weeks counts as this many; it bounds the query.
MOST_IN_FOUR_WEEKS = 12
# Own lines count in whole weeks, at most a quarter; it bounds the query too.
OWN_INTERVALS = range(A_WEEK, 13 * A_WEEK + 1, A_WEEK)
ANY_NUMBER = 32_767
# Twice what was agreed, and at least this many more: then somebody may ask how that is (S1-198).
MANY_MORE = 3
# In these two people see each other.
MEETING_STATES = (MatchState.TRIAL, MatchState.RUNNING)
# The first of these that a contact plan has tells its interval of visits.
WAYS = (
    ContactLine.Way.VISIT,
    ContactLine.Way.OUTING,
    ContactLine.Way.CALL,
    ContactLine.Way.ONLINE,
)
# Being together and speaking at a distance are counted apart: who calls daily does not visit daily.
KINDS = (
    ((ContactLine.Way.VISIT, ContactLine.Way.OUTING), (Visit.Mode.HOME, Visit.Mode.OUTING)),
    ((ContactLine.Way.CALL, ContactLine.Way.ONLINE), (Visit.Mode.PHONE, Visit.Mode.ONLINE)),
)


class Line(Protocol):
    """A line of a contact plan, of a programme or of two people."""

    way: str

    @property
    def days(self) -> int: ...


@dataclass(frozen=True, slots=True)
class Plans:
    """How often people meet in one house: days for each programme; at a distance for everybody, since when."""

    by_programme: Mapping[UUID, int]
    distance: int | None = None
    since: date | None = None


def at_a_distance(organisation_id: UUID, day: date) -> QuerySet[DistanceTime]:
    """The time at a distance that holds on this day: none or one."""
    holds = Q(until_on__isnull=True) | Q(until_on__gte=day)
    return DistanceTime.objects.filter(
        holds, organisation_id=organisation_id, from_on__lte=day, ended_on__isnull=True
    )


def open_distance(organisation_id: UUID) -> DistanceTime | None:
    """The time at a distance that nobody ended yet, also one that is still to begin."""
    return DistanceTime.objects.filter(
        organisation_id=organisation_id, ended_on__isnull=True
    ).first()


def intervals(organisation_id: UUID, *, day: date | None = None) -> Plans:
    """The contact plans of a house on a day, today unless said otherwise; two queries."""
    lines: dict[UUID, list[ContactLine]] = defaultdict(list)
    programmes = Programme.objects.filter(organisation_id=organisation_id).order_by()
    line = ("contactlines__way", "contactlines__every", "contactlines__unit")
    for pk, way, every, unit in programmes.values_list("pk", *line):
        # A programme without lines comes along with an empty one.
        lines[pk] += [ContactLine(way=way, every=every, unit=unit)] if way else []
    by_programme = {pk: interval_of(own) for pk, own in lines.items()}
    distance = at_a_distance(organisation_id, day or clock.today()).first()
    if distance is None:
        return Plans(by_programme)
    return Plans(by_programme, distance.days, distance.from_on)


def interval_of(lines: Iterable[Line]) -> int:
    """Days between two visits in a contact plan."""
    days = defaultdict(list)
    for line in lines:
        days[line.way].append(line.days)
    for way in WAYS:
        if days[way]:
            return min(days[way])
    return USUAL_INTERVAL


def own_interval_of(lines: Iterable[Line]) -> int:
    """The same in whole weeks, rounded up: what a match keeps of its own lines."""
    return min(ceil(interval_of(lines) / A_WEEK) * A_WEEK, OWN_INTERVALS[-1])


def is_often(told: Mapping[str, int], lines: Iterable[Line], *, visits: int | None = None) -> bool:
    """Whether four weeks held far more contacts than agreed, of one kind.

    `told` counts contacts by mode; `visits` is the agreed number of visits when there are no own lines.
    What nobody agreed about counts with the other kind.
    """
    own = list(lines)
    agreed = [sum(_times(line) for line in own if line.way in ways) for ways, _modes in KINDS]
    if visits is not None:
        agreed[0] = visits
    if not any(agreed):
        agreed[0] = 1
    counts = [sum(told.get(mode, 0) for mode in modes) for _ways, modes in KINDS]
    for place, other in ((0, 1), (1, 0)):
        if not agreed[place]:
            counts[other] += counts[place]
    pairs = zip(counts, agreed, strict=True)
    return any(times and count > 2 * times and count >= times + MANY_MORE for count, times in pairs)


def _times(line: Line) -> int:
    return max(1, ceil(FOUR_WEEKS / line.days))


def heard_on(match: Match) -> date:
    """The last day we heard of the two."""
    return match.last_visit_on or match.started_on or localdate(match.state_since)


def _by_rhythm() -> dict[tuple[int, int], int]:
    """(lowest, highest rhythm) → days between two visits; many a rhythm comes to the same days."""
    spans: dict[int, list[int]] = defaultdict(list)
    for rhythm in range(1, MOST_IN_FOUR_WEEKS + 1):
        spans[FOUR_WEEKS // rhythm].append(rhythm)
    last = FOUR_WEEKS // MOST_IN_FOUR_WEEKS
    spans[last].append(ANY_NUMBER)
    return {(min(rhythms), max(rhythms)): days for days, rhythms in spans.items()}


_BY_RHYTHM = _by_rhythm()


def silent(matches: QuerySet[Match], plans: Plans, *, day: date) -> QuerySet[Match]:
    """Those matches of one organisation that were quiet for longer than twice their rhythm."""
    return matches.filter(is_quiet(plans, day=day), state__in=MEETING_STATES)


def is_quiet(plans: Plans, *, day: date) -> Q:
    """The same as a condition, whatever the state. A pause, an illness or days away are no silence (S2-16)."""
    return _not_heard(plans, day) & ~Q(is_away(day))


def is_away(day: date) -> Q:
    """Whether one of the two is away or pauses, as they wrote down themselves or answered lately."""
    away = AvailabilityException.objects.filter(from_on__lte=day, until_on__gte=day)
    pauses = VolunteerProfile.objects.filter(status=VolunteerProfile.Status.PAUSED)
    said = QuietQuestion.objects.filter(
        match=OuterRef("pk"),
        answer=QuietQuestion.Answer.AWAY,
        answered_at__date__gt=day - timedelta(days=FOUR_WEEKS),
    )
    return (
        Q(Exists(said))
        | Q(Exists(away.filter(person=OuterRef("volunteer"))))
        | Q(Exists(away.filter(person=OuterRef("participant"))))
        | Q(Exists(pauses.filter(person=OuterRef("volunteer"))))
    )


def _not_heard(plans: Plans, day: date) -> Q:
    quiet = Q(pk__in=[])
    if plans.distance is not None and plans.since is not None:
        before = day - timedelta(days=2 * plans.distance)
        # Whoever met monthly is not silent on the second day of a weekly call.
        return _not_heard_since(before) if plans.since < before else quiet
    by_interval: dict[int, list[UUID]] = defaultdict(list)
    for programme_id, interval in plans.by_programme.items():
        by_interval[interval].append(programme_id)
    usual = Q(own_interval__isnull=True)
    for interval, programme_ids in by_interval.items():
        since = _not_heard_since(day - timedelta(days=2 * interval))
        quiet |= usual & Q(rhythm__isnull=True, programme_id__in=programme_ids) & since
    for agreed, interval in _BY_RHYTHM.items():
        since = _not_heard_since(day - timedelta(days=2 * interval))
        quiet |= usual & Q(rhythm__range=agreed) & since
    for interval in OWN_INTERVALS:
        since = _not_heard_since(day - timedelta(days=2 * interval))
        quiet |= Q(own_interval=interval) & since
    return quiet


def _not_heard_since(day: date) -> Q:
    return Q(last_visit_on__lt=day) | Q(last_visit_on__isnull=True, started_on__lt=day)
