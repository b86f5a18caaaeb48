"""For how long this room keeps graded steps and the words of letters: see core.retention."""

from datetime import date
from uuid import UUID

from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from naast.agreements.models import InformationLetter, NotKept
from naast.agreements.queries.steps import terms_of
from naast.agreements.states_steps import OPEN, LadderState
from naast.core.retention import Kind, register


def _own_term(organisation_id: UUID) -> int:
    return terms_of(organisation_id).months_kept


def _solved(organisation_id: UUID, before: date) -> QuerySet[NotKept]:
    """Solved that long ago, or left open while the engagement ended that long ago."""
    return NotKept.objects.filter(
        Q(state=LadderState.SOLVED, closed_on__lt=before)
        | Q(state__in=OPEN, engagement__ended_on__lt=before),
        organisation_id=organisation_id,
    )


def _parted(organisation_id: UUID, before: date) -> QuerySet[NotKept]:
    return NotKept.objects.filter(
        organisation_id=organisation_id, state=LadderState.PARTED, closed_on__lt=before
    )


def _letters(organisation_id: UUID, before: date) -> QuerySet[InformationLetter]:
    return InformationLetter.objects.filter(
        organisation_id=organisation_id, sent_on__lt=before, emptied_on__isnull=True
    )


SOLVED = Kind(
    code="agreements.steps-solved",
    title=_("Agreements that were not kept, and solved"),
    months=12,
    starts=_("the day it was solved"),
    reason=_("What was solved is over. The term is the one of «To talk about»."),
    due=_solved,
    person="engagement__person",
    own_term=_own_term,
)
PARTED = Kind(
    code="agreements.steps-parted",
    title=_("Agreements that were not kept, after which we parted"),
    months=24,
    most=60,
    starts=_("the day of parting"),
    reason=_("As long as the file of somebody who left, to be able to explain it."),
    due=_parted,
    person="engagement__person",
)
LETTERS = Kind(
    code="agreements.letters",
    title=_("The words of letters with information"),
    months=24,
    most=60,
    starts=_("the day it was sent"),
    reason=_("To show what was told. That and when it was sent stays."),
    due=_letters,
    person="person",
)
register(SOLVED, PARTED, LETTERS)
