"""Reads about courses, packages, learning paths, and which programme came to nothing lately."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.db.models import Count, Exists, F, OuterRef, Q, QuerySet
from django.utils.timezone import localdate

from naast.casebook.queries import CaseLink, cases_for
from naast.core.text import Text
from naast.learning.curriculum import Theme, themes
from naast.learning.models import (
    Completion,
    Course,
    CourseForm,
    Package,
    PathLine,
    Seat,
    Session,
)
from naast.learning.policies import courses as policies
from naast.learning.states import SeatState
from naast.organisations.actors import Actor
from naast.programmes.models import Competence, Engagement, EntryCondition, Programme, StageKind
from naast.programmes.path import path_of
from naast.programmes.policies import visible_to as programmes_visible_to

MOST = 200
# Theme of the curriculum → themes of the case bank (casebook.words).
CASE_THEMES: Mapping[str, tuple[str, ...]] = {
    "loneliness": ("loneliness", "grief"),
    "poverty": ("poverty", "money"),
    "secrecy": ("secrecy",),
    "frame": ("boundaries", "closeness", "task_shift"),
    "vision": ("equality", "autonomy"),
    "signal": ("signals", "safety"),
    "experts": ("equality", "poverty"),
    "cultures": ("culture",),
}
# After half a year without anybody at a session, the coordinator sees the name of the programme (S1-203).
LATELY = timedelta(days=182)


def listed(actor: Actor, *, is_used: bool = True, now: datetime) -> QuerySet[Course]:
    """Courses by title, with how many sessions are to come (`coming`)."""
    to_come = Q(sessions__starts_at__gt=now, sessions__cancelled_at__isnull=True)
    rows = policies.visible_to(actor).filter(is_used=is_used)
    return rows.annotate(coming=Count("sessions", filter=to_come))


def get_course(actor: Actor, course_id: UUID) -> Course | None:
    """One course, or None when this actor may not know it exists."""
    rows = policies.visible_to(actor).select_related("refresher_of")
    return rows.filter(pk=course_id).first()


def lock_course(actor: Actor, course_id: UUID) -> Course:
    """The course, locked until the transaction ends. Raises Course.DoesNotExist."""
    rows = policies.visible_to(actor).select_for_update(of=("self",), no_key=True)
    return rows.get(pk=course_id)


def newest_package(course_id: UUID) -> Package | None:
    """The version of the material that is in use; None when there is none yet."""
    return Package.objects.filter(course_id=course_id).order_by("-number").first()


def competence_names(actor: Actor) -> list[str]:
    """What the programmes of this organisation ask of people: each name once."""
    rows = Competence.objects.filter(organisation_id=actor.organisation_id)
    return list(rows.order_by("name").values_list("name", flat=True).distinct()[:MOST])


def helping(actor: Actor) -> dict[str, list[Course]]:
    """Name of a competence → the courses that help with it (S1-100). One query."""
    found: dict[str, list[Course]] = {}
    for course in policies.visible_to(actor).filter(is_used=True).order_by("title")[:MOST]:
        for name in course.helps_with:
            found.setdefault(name, []).append(course)
    return found


def themes_left(actor: Actor) -> list[tuple[Theme, Course | None]]:
    """Our themes, each with the course that was made of it, or None. One query."""
    made = {course.core_code: course for course in policies.visible_to(actor).exclude(core_code="")}
    return [(theme, made.get(theme.code)) for theme in themes()]


def programmes(actor: Actor) -> QuerySet[Programme]:
    """The programmes with how many courses their path asks (`steps`), running ones alone."""
    rows = programmes_visible_to(actor).exclude(status=Programme.Status.CLOSED)
    return rows.annotate(steps=Count("learning_path")).order_by("name", "id")


def get_programme(actor: Actor, programme_id: UUID) -> Programme | None:
    """One programme with its stages and training conditions, or None."""
    rows = programmes_visible_to(actor).prefetch_related("pathstages", "entryconditions")
    return rows.filter(pk=programme_id).first()


def trainings_of(programme: Programme) -> list[EntryCondition]:
    """The training conditions of a programme; no query when prefetched."""
    return [
        each
        for each in programme.entryconditions.all()
        if each.kind == EntryCondition.Kind.TRAINING
    ]


def path(actor: Actor, programme_ids: Iterable[UUID]) -> QuerySet[PathLine]:
    """The lines of these learning paths, in order."""
    lines = policies.path_visible_to(actor).filter(programme__in=list(programme_ids))
    return lines.select_related("course", "condition", "programme").order_by(
        "programme__name", "programme_id", "position", "id"
    )


@dataclass(frozen=True, slots=True)
class Order:
    """Where the training stands on the way to a start (S1-186)."""

    stages: list[Text]
    is_on_the_way: bool
    is_before_agreement: bool


def order_of(programme: Programme) -> Order:
    """The stages of this programme, and whether the training comes before the agreement; no query when the
    stages are prefetched."""
    stages = path_of(programme)
    kinds = [each.kind for each in stages]
    has_training = StageKind.TRAINING in kinds
    after = kinds.index(StageKind.TRAINING) if has_training else len(kinds)
    return Order(
        stages=[each.label for each in stages],
        is_on_the_way=has_training,
        is_before_agreement=has_training and StageKind.AGREEMENT in kinds[after:],
    )


def without_course(actor: Actor) -> list[EntryCondition]:
    """The training conditions of running programmes that no course puts in place yet. One query."""
    running = programmes_visible_to(actor).exclude(status=Programme.Status.CLOSED)
    rows = EntryCondition.objects.filter(
        programme__in=running, kind=EntryCondition.Kind.TRAINING, path_lines__isnull=True
    )
    return list(rows.select_related("programme").order_by("programme__name", "position")[:MOST])


def cases_about(course: Course) -> list[CaseLink]:
    """Cases of the case bank that go with a course of our curriculum, to use in the training (S0-4). One
    query, none for a course of one's own."""
    themes_asked = CASE_THEMES.get(course.core_code, ())
    return cases_for(course.organisation_id, themes=themes_asked) if themes_asked else []


def courses_to_add(actor: Actor, programme: Programme) -> QuerySet[Course]:
    """Courses in use that are not on this path yet."""
    there = PathLine.objects.filter(programme=programme).values("course_id")
    return policies.visible_to(actor).filter(is_used=True).exclude(pk__in=there)


def without_sessions(actor: Actor, *, now: datetime) -> list[str]:
    """Names of running programmes with people in them, of whom nobody came to a session lately: a reason to
    ask, not a figure (S1-203). One query; for coordinators alone."""
    if not actor.is_coordinator:
        return []
    came = Seat.objects.filter(
        organisation_id=actor.organisation_id,
        state=SeatState.PRESENT,
        session__starts_at__gte=now - LATELY,
        person__engagements__programme=OuterRef("pk"),
        person__engagements__ended_on__isnull=True,
    )
    rows = programmes_visible_to(actor).filter(
        status=Programme.Status.ACTIVE,
        engagements__ended_on__isnull=True,
        engagements__isnull=False,
    )
    quiet = rows.filter(~Exists(came)).order_by("name").distinct()
    return list(quiet.values_list("name", flat=True)[:10])


def needed_unplanned(actor: Actor, *, now: datetime) -> QuerySet[Any, Any]:
    """Who needs a course of our own that people follow together, while no session of it (or of a refresher)
    is to come: `course_id`, `title`, `person` and `created_at` of each. For coordinators."""
    if not actor.is_coordinator:
        return Engagement.objects.none().values()
    line = "programme__learning_path"
    asked = {
        f"{line}__is_required": True,
        f"{line}__course__is_used": True,
        f"{line}__course__is_external": False,
        f"{line}__course__form__in": (CourseForm.TOGETHER, CourseForm.EXPERTS),
    }
    of_it = Q(course=OuterRef("course_id")) | Q(course__refresher_of=OuterRef("course_id"))
    to_come = Session.objects.filter(of_it, starts_at__gt=now, cancelled_at__isnull=True)
    counts = Q(valid_until__isnull=True) | Q(valid_until__gte=localdate(now))
    done = Completion.objects.filter(of_it, counts, person=OuterRef("person"))
    # Filtered before it is annotated: both then read the same line of the path.
    rows = Engagement.objects.filter(
        organisation_id=actor.organisation_id,
        ended_on__isnull=True,
        programme__status=Programme.Status.ACTIVE,
        **asked,
    ).annotate(course_id=F(f"{line}__course"), title=F(f"{line}__course__title"))
    lacking = rows.filter(~Exists(to_come), ~Exists(done))
    return lacking.values("course_id", "title", "person", "created_at")


def in_use(actor: Actor) -> QuerySet[Course]:
    """The courses that are in use, by title."""
    return policies.visible_to(actor).filter(is_used=True).order_by("title", "id")


def refreshable(actor: Actor) -> QuerySet[Course]:
    """Courses that another one may refresh: those that are no refresher themselves."""
    return in_use(actor).filter(refresher_of__isnull=True)
