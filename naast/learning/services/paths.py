"""The learning path of a programme: adding, moving and removing courses."""

from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from naast.audit import log
from naast.learning.errors import ConditionUnfit
from naast.learning.models import Course, PathLine
from naast.learning.policies import courses as policies
from naast.organisations.actors import Actor
from naast.programmes.models import EntryCondition, Programme
from naast.programmes.queries import lock_programme


@transaction.atomic
def add_to_path(
    *,
    actor: Actor,
    programme_id: UUID,
    course_id: UUID,
    is_required: bool = True,
    condition_id: UUID | None = None,
) -> PathLine:
    """Ask a course in a programme, at the end of its path; on it already, it gets these terms. With
    `condition_id` it puts that training condition in place, and so it is required.

    Raises Programme.DoesNotExist, Course.DoesNotExist, NotAllowed or ConditionUnfit.
    """
    policies.can_arrange(actor).require()
    programme = lock_programme(actor, programme_id)
    course = policies.visible_to(actor).get(pk=course_id)
    condition = _condition(programme, condition_id)
    line, is_new = PathLine.objects.update_or_create(
        programme=programme,
        course=course,
        defaults={
            "organisation_id": actor.organisation_id,
            "is_required": is_required or condition is not None,
            "condition": condition,
        },
        create_defaults={
            "organisation_id": actor.organisation_id,
            "is_required": is_required or condition is not None,
            "condition": condition,
            "position": programme.learning_path.count(),
        },
    )
    log.record(
        "learning-path.course-added" if is_new else "learning-path.course-changed",
        actor=actor,
        target=programme,
        changes={"course": str(course.pk), "condition": str(condition_id or "")},
    )
    return line


def _condition(programme: Programme, condition_id: UUID | None) -> EntryCondition | None:
    if condition_id is None:
        return None
    own = programme.entryconditions.filter(pk=condition_id, kind=EntryCondition.Kind.TRAINING)
    found = own.first()
    if found is None:
        raise ConditionUnfit(_("Choose a training that this programme asks."))
    return found


@transaction.atomic
def remove_from_path(*, actor: Actor, programme_id: UUID, course_id: UUID) -> None:
    """The programme no longer asks this course. Twice is once. Raises Programme.DoesNotExist or
    NotAllowed."""
    policies.can_arrange(actor).require()
    programme = lock_programme(actor, programme_id)
    gone, _rows = programme.learning_path.filter(course_id=course_id).delete()
    if gone:
        log.record(
            "learning-path.course-removed",
            actor=actor,
            target=programme,
            changes={"course": str(course_id)},
        )


@transaction.atomic
def move_up_on_path(*, actor: Actor, programme_id: UUID, course_id: UUID) -> None:
    """One place earlier. Raises Programme.DoesNotExist, Course.DoesNotExist or NotAllowed."""
    policies.can_arrange(actor).require()
    programme = lock_programme(actor, programme_id)
    lines = list(programme.learning_path.order_by("position", "id"))
    place = next((n for n, each in enumerate(lines) if each.course_id == course_id), None)
    if place is None:
        raise Course.DoesNotExist
    lines.insert(max(place - 1, 0), lines.pop(place))
    for number, line in enumerate(lines):
        line.position = number
    PathLine.objects.bulk_update(lines, ["position"])
    log.record(
        "learning-path.course-moved",
        actor=actor,
        target=programme,
        changes={"course": str(course_id)},
    )
