"""What the pages of this room share: who comes in, the look that is written down, and a form on its own page."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TypeVar
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.utils.translation import gettext as _

from naast.audit import log
from naast.complaints.models import Complaint
from naast.complaints.policies.complaints import LISTENERS, READS_FIGURES, WRITERS
from naast.complaints.queries import complaints as queries
from naast.core import drafts
from naast.core.errors import DomainError
from naast.core.http import or_404, page, see_other, show_refusal
from naast.core.text import Text
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


@dataclass(frozen=True, slots=True)
class FormPage:
    """A page with one form: its words, the way back, where it goes on, and the name of its draft."""

    title: Text
    key: str
    done: Text
    back_url: str
    back_label: Text
    lead: Text = ""
    action: Text = ""
    further_url: str = ""
    # Names are found by their beginning: the list is too long to show.
    finds: bool = False
    template: str = "complaints/form.html"
    context: dict[str, object] = field(default_factory=dict)


def form_page(
    request: ActorRequest, form: F, act: Callable[[F], str | None], told: FormPage
) -> HttpResponse:
    """The form: shown, refused with 422 and what was typed, or done. `act` may give another page to go on with."""
    if request.method == "POST" and form.is_valid():
        try:
            further = act(form)
        except DomainError as error:
            show_refusal(form, error)
        else:
            drafts.forget(request.user.pk, told.key)
            messages.success(request, str(told.done))
            return see_other(further or told.further_url or told.back_url)
    context: dict[str, object] = {
        "form": form,
        "told": told,
        "action": told.action or _("Save"),
        "find": request.GET.get("find", ""),
        "draft_key": told.key,
        "saved": {} if request.method == "POST" else drafts.kept(request.user.pk, told.key),
        **told.context,
    }
    return page(request, told.template, context, refused=bool(form.errors))
