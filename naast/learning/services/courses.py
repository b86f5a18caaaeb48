"""Making and changing courses, and the versions of their material."""

from collections.abc import Sequence
from dataclasses import asdict
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from naast.audit import log
from naast.core import clock
from naast.learning.curriculum import theme_named
from naast.learning.errors import CourseUnfit, TitleMissing
from naast.learning.inputs import CoursePlan
from naast.learning.models import Course, Package
from naast.learning.policies import courses as policies
from naast.learning.queries import courses as queries
from naast.organisations.actors import Actor
from naast.organisations.models import Organisation


@transaction.atomic
def add_course(*, actor: Actor, plan: CoursePlan) -> Course:
    """A course of the organisation's own. Raises NotAllowed, TitleMissing or CourseUnfit."""
    policies.can_arrange(actor).require()
    return _make(actor, plan)


@transaction.atomic
def add_theme(*, actor: Actor, code: str) -> Course:
    """A theme of our core curriculum becomes a course, in the language of the organisation. Twice is once.
    Raises NotAllowed, or CourseUnfit for a theme that we don't have (S0-5, S0-19, S1-266)."""
    policies.can_arrange(actor).require()
    theme = theme_named(code)
    if theme is None:
        raise CourseUnfit(_("We have no such theme."))
    # Two clicks at once would make it twice: the lock makes them stand in line.
    house = Organisation.objects.select_for_update(no_key=True).get(pk=actor.organisation_id)
    there = policies.visible_to(actor).filter(core_code=code).first()
    return there or _make(actor, theme.plan(house.language), core_code=code)


def _make(actor: Actor, plan: CoursePlan, *, core_code: str = "") -> Course:
    course = Course.objects.create(
        organisation_id=actor.organisation_id, core_code=core_code, **_columns(actor, plan, None)
    )
    log.record("course.added", actor=actor, target=course, changes={"core": core_code})
    return course


@transaction.atomic
def change_course(*, actor: Actor, course_id: UUID, plan: CoursePlan) -> Course:
    """Change a course. What people did already keeps the term that it had on that day. Raises
    Course.DoesNotExist, NotAllowed, TitleMissing or CourseUnfit."""
    policies.can_arrange(actor).require()
    course = queries.lock_course(actor, course_id)
    columns = _columns(actor, plan, course)
    changed = sorted(name for name, value in columns.items() if getattr(course, name) != value)
    for name in changed:
        setattr(course, name, columns[name])
    course.save()
    log.record("course.changed", actor=actor, target=course, changes={"fields": changed})
    return course


@transaction.atomic
def set_in_use(*, actor: Actor, course_id: UUID, is_used: bool) -> Course:
    """Put a course away, or take it up again; what people did stays. Raises Course.DoesNotExist or
    NotAllowed."""
    policies.can_arrange(actor).require()
    course = queries.lock_course(actor, course_id)
    if course.is_used != is_used:
        course.is_used = is_used
        course.save(update_fields=["is_used"])
        log.record("course.taken-up" if is_used else "course.put-away", actor=actor, target=course)
    return course


@transaction.atomic
def new_package(
    *, actor: Actor, course_id: UUID, materials: Sequence[dict[str, str]], note: str = ""
) -> Package:
    """A new version of the material: from now on, who comes gets this one (S0-23). The earlier versions stay.
    Raises Course.DoesNotExist or NotAllowed."""
    policies.can_arrange(actor).require()
    # Two who save at once get two numbers: the lock makes them stand in line.
    course = queries.lock_course(actor, course_id)
    newest = queries.newest_package(course.pk)
    package = Package.objects.create(
        organisation_id=actor.organisation_id,
        course=course,
        number=newest.number + 1 if newest else 1,
        made_on=clock.today(),
        materials=list(materials),
        note=note.strip(),
    )
    log.record(
        "course.package-made", actor=actor, target=course, changes={"number": package.number}
    )
    return package


def _columns(actor: Actor, plan: CoursePlan, course: Course | None) -> dict[str, object]:
    if not plan.title.strip():
        raise TitleMissing(_("Give the course a name."))
    columns = asdict(plan)
    refreshed = columns["refresher_of_id"]
    if refreshed is not None:
        known = policies.visible_to(actor).filter(pk=refreshed, refresher_of__isnull=True)
        is_chain = course is not None and course.refreshers.exists()
        if is_chain or (course is not None and course.pk == refreshed) or not known.exists():
            raise CourseUnfit(_("A refresher goes with a course that is no refresher itself."))
    return columns
