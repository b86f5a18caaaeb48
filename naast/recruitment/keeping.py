"""For how long this room keeps candidates who did not start: see core.retention."""

from datetime import date, timedelta
from uuid import UUID

from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from naast.core.retention import Kind, register
from naast.organisations.models import Organisation
from naast.recruitment.models import Application
from naast.recruitment.states import FADING

# Nobody with an address is forgotten before they were told so long ago.
TOLD_BEFORE = timedelta(days=14)


def candidate_months(organisation_id: UUID) -> int:
    """How many months the organisation keeps who did not start."""
    houses = Organisation.objects.filter(pk=organisation_id)
    return houses.values_list("candidate_months", flat=True).get()


def _candidates(organisation_id: UUID, day: date) -> QuerySet[Application]:
    """Each has a day of their own, set when they stopped; who has an address was told two weeks before."""
    told = Q(email="") | Q(erase_told_on__lte=day - TOLD_BEFORE)
    return Application.objects.filter(
        told, organisation_id=organisation_id, status__in=FADING, erase_on__lte=day
    )


CANDIDATES = Kind(
    code="recruitment.candidates",
    title=_("Candidates who did not start"),
    months=6,
    starts=_("the day it was rounded off"),
    reason=_(
        "Long enough to come back to it. They are told two weeks before, and may ask to stay. The term is a setting of the organisation."
    ),
    due=_candidates,
    person="person",
    own_term=candidate_months,
    has_own_day=True,
)
register(CANDIDATES)
