"""For how long this room keeps people we met: see core.retention."""

from datetime import date
from uuid import UUID

from dateutil.relativedelta import relativedelta
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils.translation import gettext_lazy as _

from naast.core import clock
from naast.core.retention import Kind, deleting, register
from naast.outreach.models import GroupRequest, Helper, InfoMeeting, Lead, SignUp
from naast.recruitment.keeping import candidate_months

A_YEAR = relativedelta(years=1)


def _meetings(organisation_id: UUID, before: date) -> QuerySet[InfoMeeting]:
    """Meetings that still know who came; their numbers stay."""
    return InfoMeeting.objects.filter(
        Exists(SignUp.objects.filter(meeting=OuterRef("pk"))),
        organisation_id=organisation_id,
        starts_at__lt=clock.morning(before),
    )


def _groups(organisation_id: UUID, before: date) -> QuerySet[GroupRequest]:
    """Answered that long ago; or they said themselves that they don't come, or nobody answered."""
    return GroupRequest.objects.filter(
        Q(answered_on__lt=before)
        | Q(answered_on__isnull=True, created_at__lt=clock.morning(before)),
        Q(date_on__isnull=True) | Q(date_on__lt=before),
        organisation_id=organisation_id,
        forgotten_on__isnull=True,
    )


def _leads(organisation_id: UUID, before: date) -> QuerySet[Lead]:
    return Lead.objects.filter(organisation_id=organisation_id, campaign__closed_on__lt=before)


def _helpers(organisation_id: UUID, before: date) -> QuerySet[Helper]:
    """Who was asked again counts from a year before that: two years after the last day, one after being asked."""
    return Helper.objects.filter(
        Q(last_on__lt=before) | Q(last_on__isnull=True, created_at__lt=clock.morning(before)),
        Q(invited_on__isnull=True) | Q(invited_on__lt=before + A_YEAR),
        organisation_id=organisation_id,
    )


SHARED = _("As long as a candidate who did not start: a setting of the organisation.")
GUESTS = Kind(
    code="outreach.guests",
    title=_("Who came to an information meeting"),
    months=6,
    starts=_("the day of the meeting"),
    reason=SHARED,
    due=_meetings,
    own_term=candidate_months,
)
GROUPS = Kind(
    code="outreach.groups",
    title=_("Who spoke for a group that wanted to help"),
    months=6,
    starts=_("the last step"),
    reason=SHARED,
    due=_groups,
    own_term=candidate_months,
)
LEADS = Kind(
    code="outreach.leads",
    title=_("First names of who was asked along and said yes"),
    months=6,
    starts=_("the end of the campaign"),
    reason=SHARED,
    due=_leads,
    erase=deleting(Lead),
    own_term=candidate_months,
    person="asker",
)
HELPERS = Kind(
    code="outreach.helpers",
    title=_("Helpers for a day"),
    months=24,
    least=12,
    most=36,
    starts=_("their last day"),
    reason=_("Long enough to ask them once more."),
    due=_helpers,
    person="person",
)
register(GUESTS, GROUPS, LEADS, HELPERS)
