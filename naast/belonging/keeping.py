"""For how long this room keeps what people said: see core.retention (instruments B14)."""

from datetime import date
from uuid import UUID

from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from naast.belonging.models import (
    Debrief,
    FirstDay,
    Mentoring,
    OutsideGuide,
    Question,
    Wish,
)
from naast.belonging.states import MentoringState, QuestionKind
from naast.core.retention import Kind, deleting, register


def _questions(organisation_id: UUID, before: date) -> QuerySet[Question]:
    """Somebody who said that they don't know whether they go on still waits for a talk."""
    rows = Question.objects.filter(organisation_id=organisation_id, asked_on__lt=before)
    return rows.exclude(
        kind=QuestionKind.GOING_ON, settled_on__isnull=True, answered_on__isnull=False
    )


def _first_days(organisation_id: UUID, before: date) -> QuerySet[FirstDay]:
    return FirstDay.objects.filter(organisation_id=organisation_id, day__lt=before)


def _wishes(organisation_id: UUID, before: date) -> QuerySet[Wish]:
    return Wish.objects.filter(organisation_id=organisation_id, answered_on__lt=before)


def _mentorings(organisation_id: UUID, before: date) -> QuerySet[Mentoring]:
    rows = Mentoring.objects.filter(organisation_id=organisation_id, until_on__lt=before)
    return rows.exclude(state=MentoringState.RUNNING)


def _debriefs(organisation_id: UUID, before: date) -> QuerySet[Debrief]:
    return Debrief.objects.filter(organisation_id=organisation_id, chosen_on__lt=before)


def _guides(organisation_id: UUID, before: date) -> QuerySet[OutsideGuide]:
    ended = Q(until_on__lt=before) | Q(revoked_on__lt=before)
    return OutsideGuide.objects.filter(ended, organisation_id=organisation_id)


KINDS = (
    Kind(
        code="belonging.questions",
        title=_("Answers about feeling at home"),
        months=24,
        most=36,
        starts=_("the day it was asked"),
        reason=_("What somebody felt two years ago says nothing about today."),
        due=_questions,
        erase=deleting(Question),
        person="person",
    ),
    Kind(
        code="belonging.first-days",
        title=_("First days of new volunteers"),
        months=24,
        most=36,
        starts=_("the first day"),
        reason=_("Who received whom is of use while somebody is new."),
        due=_first_days,
        erase=deleting(FirstDay),
        person="engagement__person",
    ),
    Kind(
        code="belonging.wishes",
        title=_("Wishes of volunteers, with the answer"),
        months=24,
        most=36,
        starts=_("the day of the answer"),
        reason=_("An answer must be there to read for a while; then the wish is over."),
        due=_wishes,
        erase=deleting(Wish),
        person="person",
    ),
    Kind(
        code="belonging.mentors",
        title=_("Who walked along with whom as a mentor"),
        months=12,
        most=24,
        starts=_("when it ended"),
        reason=_("What a mentor wrote for themselves is for that time alone."),
        due=_mentorings,
        erase=deleting(Mentoring),
        person="newcomer",
        others=("mentor",),
    ),
    Kind(
        code="belonging.debriefs",
        title=_("Talking it over after a heavy visit"),
        months=12,
        most=24,
        starts=_("the day it was chosen"),
        reason=_("That it happened is enough; after a year it need not be known."),
        due=_debriefs,
        erase=deleting(Debrief),
        person="person",
    ),
    Kind(
        code="belonging.outside-guides",
        title=_("Guides from outside whom a volunteer named"),
        months=1,
        days=30,
        starts=_("when the yes ended or was taken back"),
        reason=_("It was kept because of a yes: without it, it goes."),
        due=_guides,
        erase=deleting(OutsideGuide),
        person="person",
    ),
)
register(*KINDS)
