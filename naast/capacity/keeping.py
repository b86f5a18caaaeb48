"""For how long this room keeps what people said about how much they carry: see core.retention (instruments B14)."""

from datetime import date
from uuid import UUID

from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from naast.capacity.models import SelfCheck, StepBack, WorthAsking
from naast.core import clock
from naast.core.retention import Kind, deleting, register


def _self_checks(organisation_id: UUID, before: date) -> QuerySet[SelfCheck]:
    return SelfCheck.objects.filter(
        organisation_id=organisation_id, answered_on__lt=before, erased_on__isnull=True
    )


def _blank(ids: list[UUID]) -> int:
    """That something was said stays, for the rhythm of asking."""
    return SelfCheck.objects.filter(pk__in=ids).update(
        how_are_you="", answers={}, amount="", erased_on=clock.today()
    )


def _worth_asking(organisation_id: UUID, before: date) -> QuerySet[WorthAsking]:
    return WorthAsking.objects.filter(organisation_id=organisation_id, talked_on__lt=before)


def _steps_back(organisation_id: UUID, before: date) -> QuerySet[StepBack]:
    settled = Q(talked_on__lt=before) | Q(taken_back_on__lt=before)
    going_on = Q(kind=StepBack.Kind.PAUSE, back_on__isnull=True, until_on__gte=before)
    return StepBack.objects.filter(settled & ~going_on, organisation_id=organisation_id)


KINDS = (
    Kind(
        code="capacity.self-checks",
        title=_("What somebody said of how much they carry"),
        months=24,
        most=24,
        starts=_("the day of the answer"),
        reason=_("To see together how it changes; no longer than two years."),
        due=_self_checks,
        erase=_blank,
        person="person",
    ),
    Kind(
        code="capacity.worth-asking",
        title=_("That it seemed worth asking how somebody is"),
        months=24,
        most=24,
        starts=_("the day it was talked about"),
        reason=_("After the talk it only keeps the same question from being asked twice."),
        due=_worth_asking,
        erase=deleting(WorthAsking),
        person="person",
    ),
    Kind(
        code="capacity.steps-back",
        title=_("Breaks and steps back"),
        months=24,
        most=24,
        starts=_("the day it was talked about"),
        reason=_("A break is part of volunteering, and nobody is reminded of it for ever."),
        due=_steps_back,
        erase=deleting(StepBack),
        person="person",
    ),
)
register(*KINDS)
