"""When each of these people was last spoken and met, from all rooms that know: a constant number of queries."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Max, Q, QuerySet

from naast.belonging.models import CloserContact, Question
from naast.belonging.states import QuestionKind
from naast.companionship.models import CallBack, Match, Milestone
from naast.programmes.models import Engagement, Programme
from naast.support.models import CheckIn, Guidance, Meeting, ShortWord, Talk, TalkRhythm
from naast.support.rhythm import Repeat, usual_plan

# Milestones in which somebody spoke the volunteer.
SPOKE_THE_VOLUNTEER = (
    Milestone.Kind.FIRST_CALL,
    Milestone.Kind.EARLY_CHECK,
    Milestone.Kind.END_OF_TRIAL,
    Milestone.Kind.LOOK_BACK,
    Milestone.Kind.TALK_VOLUNTEER,
)


@dataclass(slots=True)
class Standing:
    """What is known of one person."""

    spoken_on: date | None = None
    met_on: date | None = None
    held: dict[str, date] = field(default_factory=dict)
    programmes: list[Programme] = field(default_factory=list)
    # Of the tasks in which they are guided: how much the one asks that asks most.
    complexity: int | None = None

    def was_spoken(self, day: date | None) -> None:
        """Somebody spoke them on this day."""
        if day is not None and (self.spoken_on is None or day > self.spoken_on):
            self.spoken_on = day

    def was_met(self, day: date | None) -> None:
        """Somebody met them face to face on this day."""
        self.was_spoken(day)
        if day is not None and (self.met_on is None or day > self.met_on):
            self.met_on = day


def standings(person_ids: Collection[UUID]) -> dict[UUID, Standing]:
    """person → when they were last spoken and met, their last talk of each kind, their programmes. Eleven
    queries, whatever the number of people."""
    found: dict[UUID, Standing] = defaultdict(Standing)
    for person_id, kind, day in _last(Talk.objects, person_ids, "held_on", "kind"):
        found[person_id].was_met(day)
        found[person_id].held[kind] = day
    for person_id, how, day in _last(CheckIn.objects, person_ids, "answered_on", "how"):
        met = how == CheckIn.How.MEET
        (found[person_id].was_met if met else found[person_id].was_spoken)(day)
    for person_id, day in _last(ShortWord.objects, person_ids, "said_on"):
        found[person_id].was_met(day)
    for person_id, day in _last(Meeting.objects, person_ids, "met_on"):
        found[person_id].was_met(day)
    for person_id, day in _elsewhere(person_ids):
        found[person_id].was_spoken(day)
    guided = Guidance.objects.filter(person_id__in=person_ids, until_on__isnull=True).order_by()
    asks = guided.values_list("person_id").annotate(most=Max("task__sheet__complexity"))
    for person_id, most in asks:
        found[person_id].complexity = most
    engaged = Engagement.objects.filter(person_id__in=person_ids, ended_on__isnull=True)
    for engagement in engaged.select_related("programme").order_by("started_on", "id"):
        found[engagement.person_id].programmes.append(engagement.programme)
    return found


def _last(rows: Any, person_ids: Collection[UUID], day: str, *also: str) -> Iterable[Any]:
    some = rows.filter(person_id__in=person_ids, **{f"{day}__isnull": False})
    last: QuerySet[Any, Any] = (
        some.order_by().values_list("person_id", *also).annotate(last=Max(day))
    )
    return last


def _elsewhere(person_ids: Collection[UUID]) -> Iterator[tuple[UUID, date | None]]:
    """Spoken, says another room: a call that was asked for, a call after «not at home yet», the talk about going on,
    the rhythm somebody chose, and the milestones of a match."""
    yield from _last(CallBack.objects, person_ids, "handled_on")
    yield from _last(CloserContact.objects, person_ids, "spoke_on")
    yield from _milestones(person_ids)
    asked = Question.objects.filter(person_id__in=person_ids).order_by().values_list("person_id")
    talked = Q(kind=QuestionKind.GOING_ON)
    rows = asked.annotate(called=Max("called_on"), talked=Max("settled_on", filter=talked))
    for person_id, called, agreed in rows:
        yield person_id, called
        yield person_id, agreed


def _milestones(person_ids: Collection[UUID]) -> Iterable[tuple[UUID, date]]:
    matches = Match.objects.filter(
        volunteer_id__in=person_ids,
        milestones__kind__in=SPOKE_THE_VOLUNTEER,
        milestones__done_on__isnull=False,
    )
    return matches.order_by().values_list("volunteer_id").annotate(last=Max("milestones__done_on"))


def repeats_of(programmes: Iterable[Programme]) -> dict[UUID, tuple[Repeat, ...]]:
    """programme → the talks that come back in it: its own plan, or the usual one; one query."""
    programmes = list(programmes)
    own: dict[UUID, list[Repeat]] = defaultdict(list)
    rows = TalkRhythm.objects.filter(programme__in={each.pk for each in programmes})
    for row in rows.order_by("id"):
        own[row.programme_id].append(Repeat(row.kind, row.first_after_weeks, row.every_months))
    return {
        each.pk: tuple(own[each.pk]) or usual_plan(each.pattern, each.weight) for each in programmes
    }
