"""For how long this room keeps a complaint that is over: see core.retention."""

from datetime import date
from uuid import UUID

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from naast.complaints.models import Complaint
from naast.complaints.services.nightly import KIND
from naast.core import drafts
from naast.core.retention import Kind, register
from naast.messaging.reminders import forget_reminders
from naast.organisations.actors import Actor
from naast.organisations.models import Organisation


def _over(organisation_id: UUID, before: date) -> QuerySet[Complaint]:
    return Complaint.objects.filter(organisation_id=organisation_id, closed_on__lt=before)


def erase(ids: list[UUID]) -> int:
    """These complaints with everything that belongs to them, half-written texts and reminders too. Part of the
    transaction of the caller. Returns how many went."""
    rows = Complaint.objects.filter(pk__in=ids)
    houses = Organisation.objects.filter(pk__in=rows.values("organisation_id"))
    for house in houses:
        forget_reminders(Actor.system(house, reason="nightly complaints"), KIND, ids)
    for complaint_id in ids:
        drafts.forget_about(str(complaint_id))
    return rows.delete()[1].get("complaints.Complaint", 0)


COMPLAINTS = Kind(
    code="complaints",
    title=_("Complaints that are over"),
    months=24,
    least=6,
    most=60,
    starts=_("the day it was closed"),
    reason=_("Long enough to look back and for an appeal; it should follow nobody after that."),
    due=_over,
    erase=erase,
    person="reporter",
    others=("other", "reporter_member__person_id", "other_member__person_id"),
    at_once=100,
)
register(COMPLAINTS)
