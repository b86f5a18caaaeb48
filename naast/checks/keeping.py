"""For how long this room keeps outcomes of checks: until somebody leaves (spec/law part 3)."""

from datetime import date
from uuid import UUID

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from naast.checks.models import CheckRecord, Report
from naast.core.retention import Kind, register
from naast.people.models import VolunteerProfile

LEFT = VolunteerProfile.Status.FORMER


def _checks(organisation_id: UUID, _before: date) -> QuerySet[CheckRecord]:
    return CheckRecord.objects.filter(
        organisation_id=organisation_id, person__volunteer__status=LEFT
    )


def _reports(organisation_id: UUID, _before: date) -> QuerySet[Report]:
    return Report.objects.filter(organisation_id=organisation_id, person__volunteer__status=LEFT)


STARTS = _("when the volunteer leaves: the same night")
CHECKS = Kind(
    code="checks.outcomes",
    title=_("Outcomes of checks of conduct"),
    months=0,
    least=0,
    most=0,
    starts=STARTS,
    reason=_("An outcome serves who is among us. We keep no documents at all."),
    due=_checks,
    person="person",
)
REPORTS = Kind(
    code="checks.reports",
    title=_("What was reported to an office"),
    months=0,
    least=0,
    most=0,
    starts=STARTS,
    reason=_("It serves who has an allowance and volunteers here."),
    due=_reports,
    person="person",
)
KINDS = (CHECKS, REPORTS)
register(*KINDS)
