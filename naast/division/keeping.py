"""For how long this room keeps what was written about who does what: see core.retention."""

from datetime import date
from uuid import UUID

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from naast.core.retention import Kind, deleting, register
from naast.division.models import HandOver, PassedOn, StaffingDay, Tension


def _tensions(organisation_id: UUID, before: date) -> QuerySet[Tension]:
    return Tension.objects.filter(organisation_id=organisation_id, closed_on__lt=before)


def _hand_overs(organisation_id: UUID, before: date) -> QuerySet[HandOver]:
    return HandOver.objects.filter(organisation_id=organisation_id, until_on__lt=before)


def _staffing_days(organisation_id: UUID, before: date) -> QuerySet[StaffingDay]:
    return StaffingDay.objects.filter(organisation_id=organisation_id, day__lt=before)


def _passed_on(organisation_id: UUID, before: date) -> QuerySet[PassedOn]:
    return PassedOn.objects.filter(organisation_id=organisation_id, taken_up_on__lt=before)


KINDS = (
    Kind(
        code="division.tensions",
        title=_("Tensions about who does what, with both views"),
        months=24,
        most=36,
        starts=_("the day it was closed"),
        reason=_("To see whether the same returns, and no longer."),
        due=_tensions,
        erase=deleting(Tension),
        person="volunteer",
        others=("match__participant",),
    ),
    Kind(
        code="division.hand-overs",
        title=_("Notes for who stands in"),
        months=1,
        days=30,
        starts=_("the last day of standing in"),
        reason=_("A note for a stand-in is of use on those days alone."),
        due=_hand_overs,
        erase=deleting(HandOver),
        person="match__volunteer",
        others=("match__participant",),
    ),
    Kind(
        code="division.staffing-days",
        title=_("How many paid people were there on a day"),
        months=1,
        days=30,
        starts=_("the day itself"),
        reason=_("It tells who can count on help that day."),
        due=_staffing_days,
        erase=deleting(StaffingDay),
    ),
    Kind(
        code="division.passed-on",
        title=_("What a volunteer passed on to the professional"),
        months=12,
        most=24,
        starts=_("the day it was taken up"),
        reason=_("What matters stands in the care file, where it belongs."),
        due=_passed_on,
        erase=deleting(PassedOn),
        person="match__volunteer",
        others=("match__participant",),
    ),
)
register(*KINDS)
