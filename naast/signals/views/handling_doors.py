"""What the pages of handling share: who gets in, that every look is written down, and how a form is taken in."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TypeVar
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.utils.translation import gettext as _

from naast.audit import log
from naast.core import drafts, http
from naast.core.errors import DomainError
from naast.core.http import or_404, page, see_other
from naast.core.text import Text
from naast.intervision.errors import NameDoubtful
from naast.organisations.access import ActorRequest, open_to
from naast.organisations.models import STAFF, Function
from naast.signals.models import Signal
from naast.signals.policies.reading import can_open_overview
from naast.signals.queries import handling as queries

F = TypeVar("F", bound=forms.Form)
# A signal may come to a deputy or to the board: the rules of reading decide, the door only keeps out who works here
# in no way.
by_staff = open_to(*(Function(function) for function in sorted(STAFF)))


def reading_or_404(request: ActorRequest, signal_id: UUID) -> Signal:
    """A signal this actor reads because of their function; that they opened it is written down."""
    found = or_404(queries.get_signal(request.actor, signal_id))
    log.looked(queries.READ, actor=request.actor, target=found)
    return found


def overview_or_404(request: ActorRequest) -> None:
    """Only for who may ever get a signal; others don’t learn that there is such a page."""
    or_404(can_open_overview(request.actor) or None)


@dataclass(frozen=True, slots=True)
class FormPage:
    """A page with one form about a signal: its words, and the name of its draft."""

    title: Text
    key: str
    done: Text
    lead: Text = ""
    action: Text = ""
    template: str = "signals/handling_form.html"
    context: dict[str, object] = field(default_factory=dict)


def form_page(
    request: ActorRequest, signal: Signal, form: F, act: Callable[[F], object], told: FormPage
) -> HttpResponse:
    """The form: shown, refused with 422 and what was typed, or done and back to the signal."""
    url = request.actor.url("signals:signal", signal_id=signal.pk)
    key = f"{told.key}:{signal.pk}"
    if request.method == "POST" and form.is_valid():
        try:
            act(form)
        except DomainError as error:
            show_refusal(form, error)
        else:
            drafts.forget(request.user.pk, key)
            messages.success(request, str(told.done))
            return see_other(url)
    context: dict[str, object] = {
        "form": form,
        "told": told,
        "signal": signal,
        "action": told.action or _("Save"),
        "back_url": url,
        "draft_key": key,
        "saved": {} if request.method == "POST" else drafts.kept(request.user.pk, key),
        **told.context,
    }
    return page(request, told.template, context, refused=bool(form.errors))


def show_refusal(form: forms.Form, error: DomainError) -> None:
    """The sentence beside the field that mends it: for a name in doubt, the box that says it was looked at."""
    if isinstance(error, NameDoubtful):
        form.add_error("is_checked", str(error))
    else:
        http.show_refusal(form, error)
