"""What the pages of this room share: who comes in, the look that is written down, and a form on its own page."""

from typing import TypeVar
from uuid import UUID

from django import forms

from naast.audit import log
from naast.complaints.models import Complaint
from naast.complaints.policies.complaints import LISTENERS, READS_FIGURES, WRITERS
from naast.complaints.queries import complaints as queries
from naast.core.http import or_404
from naast.organisations.access import ActorRequest, open_to
from naast.organisations.models import Function

F = TypeVar("F", bound=forms.Form)
by_listeners = open_to(*LISTENERS)
by_writers = open_to(*WRITERS)
by_figures = open_to(*READS_FIGURES)
by_settings = open_to(Function.COORDINATOR, Function.ADMINISTRATOR)


def read_or_404(request: ActorRequest, complaint_id: UUID) -> Complaint:
    """One for staff. Each time somebody opens it is written down."""
    found = or_404(queries.get_complaint(request.actor, complaint_id))
    log.looked("complaint.read", actor=request.actor, target=found)
    return found


def own_or_404(request: ActorRequest, complaint_id: UUID) -> Complaint:
    """One of one’s own."""
    return or_404(queries.get_own(request.actor, complaint_id))


def url_of(request: ActorRequest, complaint: Complaint) -> str:
    """Where who listens reads it."""
    return request.actor.url("complaints:complaint", complaint_id=complaint.pk)


def own_url(request: ActorRequest, complaint: Complaint) -> str:
    """Where one of the two reads it."""
    return request.actor.url("complaints:my_complaint", complaint_id=complaint.pk)
