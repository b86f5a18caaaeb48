"""How often two people meant to see each other: a guideline, never a quota (S1-110, S2-16)."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date, timedelta
from math import ceil
from uuid import UUID

from django.db.models import Q, QuerySet

from naast.companionship.models import Match
from naast.companionship.states import MatchState
from naast.programmes.models import ContactLine, Programme

FOUR_WEEKS = 28
# Without a rhythm or a contact plan: once in four weeks.
USUAL_INTERVAL = FOUR_WEEKS
# More visits than this in four weeks counts as this many; it bounds the query.
MOST_IN_FOUR_WEEKS = 12
ANY_NUMBER = 32_767
# In these two people see each other.
MEETING_STATES = (MatchState.TRIAL, MatchState.RUNNING)
# The first of these that a contact plan has tells its interval of visits.
WAYS = (
    ContactLine.Way.VISIT,
    ContactLine.Way.OUTING,
    ContactLine.Way.CALL,
    ContactLine.Way.ONLINE,
)


def intervals(organisation_id: UUID) -> dict[UUID, int]:
    """programme → days between two visits in its contact plan, in one query."""
    plans: dict[UUID, list[ContactLine]] = defaultdict(list)
    programmes = Programme.objects.filter(organisation_id=organisation_id).order_by()
    line = ("contactlines__way", "contactlines__every", "contactlines__unit")
    for pk, way, every, unit in programmes.values_list("pk", *line):
        # A programme without lines comes along with an empty one.
        plans[pk] += [ContactLine(way=way, every=every, unit=unit)] if way else []
    return {pk: interval_of(lines) for pk, lines in plans.items()}


def interval_of(lines: Iterable[ContactLine]) -> int:
    """Days between two visits in a contact plan."""
    days = defaultdict(list)
    for line in lines:
        days[line.way].append(line.days)
    for way in WAYS:
        if days[way]:
            return min(days[way])
    return USUAL_INTERVAL


def interval_for(match: Match, plan: int) -> int:
    """Days between two visits of this match: their own agreement first, then the contact plan."""
    if match.rhythm:
        return max(1, FOUR_WEEKS // min(match.rhythm, MOST_IN_FOUR_WEEKS))
    return plan


def agreed_in_four_weeks(match: Match, plan: int) -> int:
    """About how many visits in four weeks belong to what was agreed."""
    return match.rhythm or max(1, ceil(FOUR_WEEKS / plan))


def heard_on(match: Match) -> date:
    """The last day we heard of the two."""
    return match.last_visit_on or match.started_on or match.state_since.date()


def _by_rhythm() -> dict[tuple[int, int], int]:
    """(lowest, highest rhythm) → days between two visits; many a rhythm comes to the same days."""
    spans: dict[int, list[int]] = defaultdict(list)
    for rhythm in range(1, MOST_IN_FOUR_WEEKS + 1):
        spans[FOUR_WEEKS // rhythm].append(rhythm)
    last = FOUR_WEEKS // MOST_IN_FOUR_WEEKS
    spans[last].append(ANY_NUMBER)
    return {(min(rhythms), max(rhythms)): days for days, rhythms in spans.items()}


_BY_RHYTHM = _by_rhythm()


def silent(matches: QuerySet[Match], plans: dict[UUID, int], *, day: date) -> QuerySet[Match]:
    """Those matches of one organisation that were quiet for longer than twice their rhythm."""
    return matches.filter(is_quiet(plans, day=day), state__in=MEETING_STATES)


def is_quiet(plans: dict[UUID, int], *, day: date) -> Q:
    """The same as a condition, whatever the state."""
    quiet = Q(pk__in=[])
    by_interval: dict[int, list[UUID]] = defaultdict(list)
    for programme_id, interval in plans.items():
        by_interval[interval].append(programme_id)
    for interval, programme_ids in by_interval.items():
        since = _not_heard_since(day - timedelta(days=2 * interval))
        quiet |= Q(rhythm__isnull=True, programme_id__in=programme_ids) & since
    for agreed, interval in _BY_RHYTHM.items():
        quiet |= Q(rhythm__range=agreed) & _not_heard_since(day - timedelta(days=2 * interval))
    return quiet


def _not_heard_since(day: date) -> Q:
    return Q(last_visit_on__lt=day) | Q(last_visit_on__isnull=True, started_on__lt=day)
