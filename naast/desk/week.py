"""The week of a coordinator: who went quiet, what was promised and not done, and what comes."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from django.db.models import Count, Exists, OuterRef, Q, QuerySet
from django.utils.timezone import localdate

from naast.companionship.models import CallBack, FirstMeeting, Match, Milestone, QuietQuestion
from naast.companionship.queries import rhythm
from naast.companionship.states import LIVING_STATES, MatchState
from naast.organisations import queries as organisation_queries
from naast.organisations.actors import Actor
from naast.organisations.models import Function
from naast.organisations.queries import colleagues

AHEAD = timedelta(days=7)
SHOWN = 50


@dataclass(frozen=True, slots=True)
class Quiet:
    """Two people of whom nothing was heard for longer than twice their rhythm: since when, and whether the
    volunteer did not answer the friendly question either."""

    match: Match
    heard_on: date
    is_unanswered: bool


@dataclass(frozen=True, slots=True)
class Week:
    """What the page of the week shows; each list at most fifty, the longest wait or the first day on top.
    `more_quiet`: how many went quiet besides those, so that nobody disappears unseen."""

    quiet: list[Quiet]
    more_quiet: int
    late_calls: list[CallBack]
    meetings: list[FirstMeeting]
    moments: list[Milestone]


def week_of(actor: Actor, *, now: datetime) -> Week:
    """The week of those this coordinator looks after, stands in for, and whom nobody coaches who has a desk. Seven
    queries."""
    day = localdate(now)
    with_a_desk = colleagues(actor, Function.COORDINATOR).order_by().values("pk")
    looked_after = organisation_queries.looked_after_by(actor, day=day)
    mine = Q(coach_id__in=looked_after) | ~Q(coach_id__in=with_a_desk)
    here = Match.objects.filter(organisation_id=actor.organisation_id)
    ids = here.filter(mine).values("pk")
    until = day + AHEAD
    of_match = {"organisation_id": actor.organisation_id, "match_id__in": ids}
    went_quiet = rhythm.silent(here.filter(mine), rhythm.intervals(actor.organisation_id), day=day)
    quiet = _quiet(went_quiet)
    return Week(
        quiet=quiet,
        more_quiet=went_quiet.count() - SHOWN if len(quiet) == SHOWN else 0,
        late_calls=list(
            CallBack.objects.filter(
                Q(match__isnull=True) | Q(match_id__in=ids),
                organisation_id=actor.organisation_id,
                handled_on=None,
                promised_on__lt=day,
            )
            .select_related("person")
            .order_by("promised_on", "id")[:SHOWN]
        ),
        meetings=list(
            FirstMeeting.objects.filter(
                **of_match,
                match__state=MatchState.MEETING_PLANNED,
                planned_at__gte=now,
                planned_at__lt=now + AHEAD,
            )
            .select_related("match__volunteer", "match__participant")
            .order_by("planned_at", "id")[:SHOWN]
        ),
        moments=list(
            Milestone.objects.filter(
                **of_match,
                match__state__in=LIVING_STATES,
                done_on=None,
                due_on__range=(day, until),
            )
            .select_related("match__volunteer", "match__participant")
            .order_by("due_on", "id")[:SHOWN]
        ),
    )


def _quiet(matches: QuerySet[Match]) -> list[Quiet]:
    open_question = QuietQuestion.objects.filter(match=OuterRef("pk"), answered_at=None)
    rows = (
        matches.select_related("volunteer", "participant", "programme")
        .annotate(is_unanswered=Exists(open_question))
        .order_by("last_visit_on", "id")[:SHOWN]
    )
    return [
        Quiet(match, rhythm.heard_on(match), is_unanswered=match.is_unanswered) for match in rows
    ]


def quiet_by_coach(organisation_id: UUID, *, day: date) -> dict[UUID | None, int]:
    """Coach → how many matches went quiet; those without a coach under None. Two queries, whatever the size."""
    matches = Match.objects.filter(organisation_id=organisation_id)
    quiet = rhythm.silent(matches, rhythm.intervals(organisation_id), day=day)
    counted = quiet.order_by().values("coach_id").annotate(number=Count("pk"))
    return dict(counted.values_list("coach_id", "number"))
