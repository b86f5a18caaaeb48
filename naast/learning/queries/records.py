"""Reads about what people completed: their path, what ends, what they may show."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.db.models.functions import Coalesce

from naast.learning.models import Completion, Course, LearningWish, PathLine, Seat
from naast.learning.policies import courses as course_policies
from naast.learning.policies import records as policies
from naast.learning.states import EXPECTED
from naast.learning.validity import Standing, standings
from naast.organisations.actors import Actor
from naast.programmes.models import Programme
from naast.programmes.readiness import WARNINGS

MOST = 200
# What ended longer ago no longer stands on the list: then somebody has talked about it, or it is not needed.
STILL_LISTED = timedelta(days=365)


class Where(StrEnum):
    """Where somebody is with one course of a path: a code for words and a mark, never a figure."""

    DONE = "done"
    ENDS_SOON = "ends_soon"
    ENDED = "ended"
    PLANNED = "planned"
    TO_DO = "to_do"


IN_PLACE = (Where.DONE, Where.ENDS_SOON)


@dataclass(frozen=True, slots=True)
class Step:
    """One course on somebody's path. `planned`: their seat at a session to come; `condition`: the name of
    the training that it puts in place."""

    course: Course
    is_required: bool
    where: Where
    standing: Standing | None
    planned: Seat | None
    condition: str

    @property
    def is_in_place(self) -> bool:
        """Whether it counts today."""
        return self.where in IN_PLACE


@dataclass(frozen=True, slots=True)
class OwnPath:
    """The learning path of somebody in one programme."""

    programme: Programme
    steps: list[Step]

    @property
    def missing(self) -> list[Step]:
        """What is required and does not count today."""
        return [step for step in self.steps if step.is_required and not step.is_in_place]

    @property
    def next_step(self) -> Step | None:
        """The first course that is still to do, required ones first; None when nothing is left."""
        rest = [step for step in self.steps if not step.is_in_place]
        return next(iter([*self.missing, *rest]), None)


def paths_of(actor: Actor, person_id: UUID, *, now: datetime, today: date) -> list[OwnPath]:
    """The paths of the programmes in which somebody takes part, with where they are. Three queries."""
    lines = course_policies.path_visible_to(actor).filter(
        programme__engagements__person_id=person_id, programme__engagements__ended_on__isnull=True
    )
    lines = lines.select_related("course__refresher_of", "condition", "programme")
    rows = list(lines.order_by("programme__name", "programme_id", "position", "id")[:MOST])
    if not rows:
        return []
    known = standings(completions_of(actor, person_id)[:MOST])
    seats = _planned(actor, person_id, now)
    paths: dict[UUID, OwnPath] = {}
    for line in rows:
        own = paths.setdefault(line.programme_id, OwnPath(line.programme, []))
        own.steps.append(_step(line, known.get((person_id, line.course_id)), seats, today))
    return list(paths.values())


def _planned(actor: Actor, person_id: UUID, now: datetime) -> dict[UUID, Seat]:
    """Course → a seat at a session to come; a refresher is planned for what it refreshes as well."""
    rows = Seat.objects.filter(
        organisation_id=actor.organisation_id,
        person_id=person_id,
        state__in=EXPECTED,
        session__starts_at__gt=now,
        session__cancelled_at__isnull=True,
    ).select_related("session__course")
    found: dict[UUID, Seat] = {}
    for seat in rows.order_by("-session__starts_at")[:MOST]:
        course = seat.session.course
        found[course.refresher_of_id or course.pk] = seat
        found[course.pk] = seat
    return found


def _step(line: PathLine, standing: Standing | None, seats: dict[UUID, Seat], today: date) -> Step:
    seat = seats.get(line.course_id)
    return Step(
        course=line.course,
        is_required=line.is_required,
        where=_where(standing, seat, today),
        standing=standing,
        planned=seat,
        condition=line.condition.name if line.condition else "",
    )


def _where(standing: Standing | None, seat: Seat | None, today: date) -> Where:
    if standing is not None and standing.holds_on(today):
        is_soon = standing.until is not None and (standing.until - today).days <= WARNINGS[0]
        return Where.ENDS_SOON if is_soon else Where.DONE
    if seat is not None:
        return Where.PLANNED
    return Where.ENDED if standing is not None else Where.TO_DO


def completions_of(actor: Actor, person_id: UUID) -> QuerySet[Completion]:
    """What somebody did, newest first, with course and version."""
    rows = policies.visible_to(actor).filter(person_id=person_id)
    return rows.select_related("course", "package", "certificate_seen_by__user").order_by(
        "-done_on", "-id"
    )


def for_certificate(actor: Actor) -> list[Completion]:
    """What this actor did themselves, oldest first: what a certificate says."""
    if actor.person_id is None:
        return []
    rows = completions_of(actor, actor.person_id).filter(person_id=actor.person_id)
    return list(rows.order_by("done_on", "id")[:MOST])


def ending(organisation_id: UUID, *, today: date) -> QuerySet[Completion]:
    """What ends within the first warning or has ended, is asked by a programme in which the person takes
    part, and was not renewed. `stands_for` is the course that it counts for: its own, or what it refreshes.
    One query, whatever the number of people."""
    asked = PathLine.objects.filter(
        course_id=OuterRef("stands_for"),
        is_required=True,
        programme__engagements__person_id=OuterRef("person_id"),
        programme__engagements__ended_on__isnull=True,
        programme__status=Programme.Status.ACTIVE,
    )
    later = (
        Completion.objects.filter(person_id=OuterRef("person_id"))
        .filter(
            Q(course_id=OuterRef("stands_for")) | Q(course__refresher_of_id=OuterRef("stands_for"))
        )
        .filter(
            Q(valid_until__isnull=True)
            | Q(valid_until__gt=OuterRef("valid_until"))
            | Q(valid_until=OuterRef("valid_until"), pk__gt=OuterRef("pk"))
        )
    )
    rows = Completion.objects.filter(
        organisation_id=organisation_id,
        valid_until__gte=today - STILL_LISTED,
        valid_until__lte=today + timedelta(days=WARNINGS[0]),
    ).annotate(stands_for=Coalesce("course__refresher_of_id", "course_id"))
    return rows.filter(Exists(asked), ~Exists(later))


def ending_listed(actor: Actor, *, today: date, is_over: bool) -> QuerySet[Completion]:
    """What has ended, or what ends soon, for the coordinator's list; with person and course."""
    rows = ending(actor.organisation_id, today=today).filter(
        pk__in=policies.visible_to(actor).values("pk")
    )
    rows = rows.filter(valid_until__lt=today) if is_over else rows.filter(valid_until__gte=today)
    return rows.select_related("person", "course__refresher_of")


def wish_of(actor: Actor, person_id: UUID) -> LearningWish | None:
    """How somebody likes to learn; None when they did not say."""
    rows = LearningWish.objects.filter(organisation_id=actor.organisation_id, person_id=person_id)
    return rows.first()


def missing_names(paths: Sequence[OwnPath]) -> list[str]:
    """The names of what is still to do and required, each once."""
    return list(dict.fromkeys(step.course.title for path in paths for step in path.missing))
