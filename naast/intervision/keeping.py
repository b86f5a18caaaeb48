"""For how long this room keeps what was brought in on an evening: see core.retention (instruments B17)."""

from datetime import date, timedelta
from uuid import UUID

from dateutil.relativedelta import relativedelta
from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from naast.core import clock
from naast.core.retention import Kind, deleting, register
from naast.intervision.models import (
    AgreedAction,
    EthicsQuestion,
    FollowUp,
    LearningQuestion,
    Presence,
    Wish,
)

DAYS = 90
TWO_YEARS = relativedelta(years=2)
# A question that was never chosen, and moved on from evening to evening, waits this much longer.
WAITS_LONGER = timedelta(days=270 - DAYS)


def _questions(organisation_id: UUID, before: date) -> QuerySet[LearningQuestion]:
    over = Q(evening__starts_at__lt=clock.morning(before))
    never_chosen = Q(created_at__lt=clock.morning(before - WAITS_LONGER))
    return LearningQuestion.objects.filter(over | never_chosen, organisation_id=organisation_id)


def _words(organisation_id: UUID, before: date) -> QuerySet[Presence]:
    rows = Presence.objects.filter(
        organisation_id=organisation_id, evening__starts_at__lt=clock.morning(before)
    )
    return rows.exclude(words="")


def _forget_words(ids: list[UUID]) -> int:
    return Presence.objects.filter(pk__in=ids).update(words="")


def _follow_ups(organisation_id: UUID, before: date) -> QuerySet[FollowUp]:
    """Whom a group that stopped missed: at once."""
    stopped = Q(talked_on__isnull=True, series__ended_on__isnull=False)
    return FollowUp.objects.filter(
        Q(talked_on__lt=before) | stopped, organisation_id=organisation_id
    )


def _done(organisation_id: UUID, before: date) -> QuerySet[AgreedAction]:
    return AgreedAction.objects.filter(organisation_id=organisation_id, done_on__lt=before)


def _never_done(organisation_id: UUID, before: date) -> QuerySet[AgreedAction]:
    rows = AgreedAction.objects.filter(
        organisation_id=organisation_id,
        done_on__isnull=True,
        evening__starts_at__lt=clock.morning(before),
    )
    return rows.exclude(due_on__gte=before + TWO_YEARS)


def _wishes(organisation_id: UUID, before: date) -> QuerySet[Wish]:
    return Wish.objects.filter(
        organisation_id=organisation_id, talk__evening__starts_at__lt=clock.morning(before)
    )


def _ethics(organisation_id: UUID, before: date) -> QuerySet[EthicsQuestion]:
    return EthicsQuestion.objects.filter(organisation_id=organisation_id, discussed_on__lt=before)


QUESTIONS = Kind(
    code="intervision.questions",
    title=_("Questions that were brought to an evening"),
    months=3,
    days=DAYS,
    starts=_("the evening"),
    reason=_("What was brought in stays among who was there; the theme alone is kept."),
    due=_questions,
    person="asker",
)
KINDS = (
    Kind(
        code="intervision.words",
        title=_("Why somebody could not come to an evening"),
        months=3,
        days=DAYS,
        starts=_("the evening"),
        reason=_("For who leads that evening."),
        due=_words,
        erase=_forget_words,
        person="person",
    ),
    Kind(
        code="intervision.missed",
        title=_("Whom a group missed, and the talk about it"),
        months=12,
        most=24,
        starts=_("the day of the talk"),
        reason=_("How somebody was is theirs; after a year it is over."),
        due=_follow_ups,
        erase=deleting(FollowUp),
        person="person",
    ),
    Kind(
        code="intervision.actions-done",
        title=_("What was agreed on an evening and done"),
        months=12,
        most=24,
        starts=_("the day it was done"),
        reason=_("For the look back of the year."),
        due=_done,
        erase=deleting(AgreedAction),
        person="person",
    ),
    Kind(
        code="intervision.actions-open",
        title=_("What was agreed on an evening and never ticked off"),
        months=24,
        least=24,
        most=24,
        starts=_("the evening"),
        reason=_("Nobody asks for it any more."),
        due=_never_done,
        erase=deleting(AgreedAction),
        person="person",
    ),
    Kind(
        code="intervision.wishes",
        title=_("Wishes of a group talk"),
        months=24,
        most=36,
        starts=_("the evening of the talk"),
        reason=_("Two yearly talks further it was answered or asked again."),
        due=_wishes,
        erase=deleting(Wish),
        person="asker",
    ),
    Kind(
        code="intervision.ethics",
        title=_("Questions about what is right, with what was thought"),
        months=60,
        starts=_("the day it was discussed"),
        reason=_("The organisation learns from them; they name nobody."),
        due=_ethics,
        erase=deleting(EthicsQuestion),
        person="asked_by",
    ),
)
register(QUESTIONS, *KINDS)
