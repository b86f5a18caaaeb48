"""For how long the register of breaches and the list of who read along are kept."""

from datetime import date
from uuid import UUID

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from naast.accountability.models import Breach
from naast.accountability.states import OPEN_STATES
from naast.core import clock
from naast.core.retention import Kind, deleting, register
from naast.organisations.models import StaffSession


def _handled(organisation_id: UUID, before: date) -> QuerySet[Breach]:
    return Breach.objects.filter(
        organisation_id=organisation_id, state_since__lt=clock.morning(before)
    ).exclude(state__in=OPEN_STATES)


def _read_along(organisation_id: UUID, before: date) -> QuerySet[StaffSession]:
    return StaffSession.objects.filter(
        organisation_id=organisation_id, until_at__lt=clock.morning(before)
    )


register(
    Kind(
        code="accountability.breach",
        title=_("What leaked, and what we did"),
        months=60,
        least=24,
        starts=_("the day it was closed"),
        reason=_("The authority may ask for the register. Five years also shows what comes back."),
        due=_handled,
        erase=deleting(Breach),
    ),
    Kind(
        code="accountability.session",
        title=_("Administrators who read along"),
        months=24,
        least=12,
        starts=_("the day they read along"),
        reason=_("Somebody may ask who read their file, and why."),
        due=_read_along,
        erase=deleting(StaffSession),
    ),
)
