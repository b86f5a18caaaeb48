"""Reads about the team of a programme: its staffing line and its ideas."""

from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from django.db.models import Prefetch, QuerySet

from naast.companionship.models import Match
from naast.division.models import ExtraHand, Idea, StaffingDay, StaffingLine
from naast.division.policies import matches
from naast.division.policies import programmes as policies
from naast.division.staffing import Staffing
from naast.organisations.actors import Actor
from naast.people.models import Person
from naast.programmes import policies as programme_policies
from naast.programmes.models import Engagement, Programme

DAYS_A_WEEK = 7


def get_programme(actor: Actor, programme_id: UUID) -> Programme | None:
    """A programme with its tasks, or None when this actor may not know it exists."""
    rows = programme_policies.visible_to(actor).prefetch_related("tasks", "oncalllines")
    return rows.filter(pk=programme_id).first()


def get_worked_in(actor: Actor, programme_id: UUID) -> Programme | None:
    """A programme in which this actor works, or None."""
    return policies.worked_in_by(actor).filter(pk=programme_id).first()


def living_matches(actor: Actor, programme: Programme) -> QuerySet[Match]:
    """The living matches of a programme, with its people and whether they have a table."""
    rows = matches.visible_to(actor).filter(matches.living(), programme=programme)
    return rows.select_related("volunteer", "participant", "programme", "division")


@dataclass(frozen=True, slots=True)
class Moment:
    """One line of the week, on the next day that it comes."""

    line: StaffingLine
    day: date
    # What was filled in for that day; None: nothing yet.
    filled: StaffingDay | None
    extra: list[ExtraHand]

    @property
    def staffing(self) -> Staffing | None:
        """Who is needed and who is there, when it is known."""
        if self.filled is None:
            return None
        return Staffing(self.line.needed, self.filled.paid, len(self.extra))


def week_of(programme: Programme, *, day: date) -> list[Moment]:
    """The coming seven days of a programme's staffing line; three queries however many lines."""
    until = day + timedelta(days=DAYS_A_WEEK - 1)
    days = StaffingDay.objects.filter(day__range=(day, until))
    hands = hands_of(programme)
    rows = StaffingLine.objects.filter(programme=programme).prefetch_related(
        Prefetch("days", days, to_attr="coming"), Prefetch("extra_hands", hands, to_attr="hands")
    )
    return [_moment(line, day) for line in rows]


def _moment(line: StaffingLine, today: date) -> Moment:
    day = today + timedelta(days=(line.weekday - today.weekday()) % DAYS_A_WEEK)
    coming: list[StaffingDay] = getattr(line, "coming", [])
    filled = next((each for each in coming if each.day == day), None)
    return Moment(line, day, filled, getattr(line, "hands", []))


def get_moment(actor: Actor, line_id: UUID, *, day: date) -> Moment | None:
    """One line on the next day that it comes, or None when this actor may not arrange it."""
    rows = StaffingLine.objects.filter(
        programme__in=programme_policies.visible_to(actor).values("pk")
    ).select_related("programme")
    line = rows.filter(pk=line_id).first()
    if line is None or not policies.can_arrange(actor, line.programme):
        return None
    hands = list(hands_of(line.programme).filter(line=line))
    made = _moment(line, day)
    filled = line.days.filter(day=made.day).first()
    return Moment(line, made.day, filled, hands)


def hands_of(programme: Programme) -> QuerySet[ExtraHand]:
    """Who is usually there as extra, as long as they take part in the programme."""
    people = who_may_be_extra(programme).order_by().values("pk")
    return ExtraHand.objects.filter(person__in=people).select_related("person")


def who_may_be_extra(programme: Programme) -> QuerySet[Person]:
    """Volunteers who take part in the programme, by name."""
    takes_part = Engagement.objects.filter(programme=programme, ended_on__isnull=True)
    return Person.objects.filter(
        pk__in=takes_part.values("person_id"),
        organisation_id=programme.organisation_id,
        volunteer__isnull=False,
    ).order_by("volunteer__sort_name", "pk")


def ideas_of(actor: Actor, programme: Programme) -> QuerySet[Idea]:
    """The ideas of one programme."""
    rows = policies.ideas_visible_to(actor).filter(programme=programme)
    return rows.select_related("added_by__user", "answered_by__user")


def ideas_to_answer(actor: Actor) -> QuerySet[Idea]:
    """Those that wait for an answer, for coordinators."""
    rows = Idea.objects.filter(organisation_id=actor.organisation_id, answered_on__isnull=True)
    return rows.select_related("programme", "added_by__user")


def get_idea(actor: Actor, idea_id: UUID) -> Idea | None:
    """One idea, or None when this actor may not know of it."""
    rows = policies.ideas_visible_to(actor).select_related("programme", "added_by__user")
    return rows.filter(pk=idea_id).first()


def worked_in(actor: Actor) -> QuerySet[Programme]:
    """The programmes in which this actor works, by name."""
    return policies.worked_in_by(actor).order_by("name")
