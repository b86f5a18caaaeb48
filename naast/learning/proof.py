"""What learning shows about the training conditions of a programme (programmes.evidence)."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from uuid import UUID

from django.db.models import Q

from naast.learning.models import Completion, Course, PathLine
from naast.learning.validity import Standing, standings
from naast.programmes.evidence import Asked, Evidence, Found, Terms
from naast.programmes.models import EntryCondition

OWN_ROUTE, STAFF_ROUTE = "learning:mine", "learning:of_person"


def trainings(asked: Asked) -> Found:
    """A training condition is in place when every required course that is linked to it was done and still
    counts (S0-5, S0-31): since the last of them, until the first one ends. A condition without courses stays
    as it is, to write down by hand. Two queries; none when nobody asks for training."""
    conditions = asked.of_kind(EntryCondition.Kind.TRAINING)
    courses = _courses_of(asked.organisation_id, conditions) if conditions else {}
    if not courses:
        return Found()
    known = standings(_completions(asked, courses.values()))
    return Found(
        evidence={
            person_id: _evidence(person_id, courses, known) for person_id in asked.person_ids
        },
        terms={condition_id: _terms(linked) for condition_id, linked in courses.items()},
    )


def _courses_of(
    organisation_id: UUID, conditions: Sequence[EntryCondition]
) -> dict[UUID, list[Course]]:
    """Condition → the courses that it needs."""
    lines = PathLine.objects.filter(
        organisation_id=organisation_id, condition__in=conditions, is_required=True
    ).select_related("course__refresher_of")
    found: dict[UUID, list[Course]] = defaultdict(list)
    for line in lines:
        if line.condition_id is not None:
            found[line.condition_id].append(line.course)
    return found


def _completions(asked: Asked, courses: Iterable[list[Course]]) -> list[Completion]:
    ids = {course.pk for linked in courses for course in linked}
    return list(
        Completion.objects.filter(
            Q(course__in=ids) | Q(course__refresher_of__in=ids),
            organisation_id=asked.organisation_id,
            person__in=asked.person_ids,
            done_on__lte=asked.today,
        ).select_related("course")
    )


def _evidence(
    person_id: UUID,
    courses: dict[UUID, list[Course]],
    known: dict[tuple[UUID, UUID], Standing],
) -> list[Evidence]:
    rows = []
    for condition_id, linked in courses.items():
        done = [known.get((person_id, course.pk)) for course in linked]
        there = [each for each in done if each is not None]
        if len(there) == len(linked):
            ends = [each.until for each in there if each.until is not None]
            since = max(each.since for each in there)
            rows.append(Evidence(condition_id, since, min(ends, default=None)))
    return rows


def _terms(linked: list[Course]) -> Terms:
    """A day that was written down by hand counts as long as the shortest of the courses."""
    months = [each.months_counted for each in linked if each.months_counted is not None]
    return Terms(
        valid_months=min(months, default=None),
        own_route=OWN_ROUTE,
        staff_route=STAFF_ROUTE,
        by_hand=False,
    )
