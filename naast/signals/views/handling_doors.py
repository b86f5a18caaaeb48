"""What the pages of handling share: who gets in, that every look is written down, and how a form is taken in."""

from collections.abc import Callable
from dataclasses import replace
from typing import TypeVar
from uuid import UUID

from django import forms
from django.http import HttpResponse
from django.utils.translation import gettext as _

from naast.audit import log
from naast.core import http
from naast.core.errors import DomainError
from naast.core.http import or_404
from naast.intervision.errors import NameDoubtful
from naast.organisations import form_pages
from naast.organisations.access import ActorRequest, open_to
from naast.organisations.form_pages import FormPage
from naast.organisations.models import STAFF, Function
from naast.signals.models import Signal
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


def form_page(
    request: ActorRequest, signal: Signal, form: F, act: Callable[[F], None], told: FormPage
) -> HttpResponse:
    """One form about a signal, and back to it; its draft is kept for this signal."""
    about = replace(
        told,
        back_url=request.actor.url("signals:signal", signal_id=signal.pk),
        back_label=_("The signal"),
        key=f"{told.key}:{signal.pk}",
        context={"signal": signal, **told.context},
    )
    return form_pages.form_page(request, form, act, about, refuse=show_refusal)


def show_refusal(form: forms.Form, error: DomainError) -> None:
    """The sentence beside the field that mends it: for a name in doubt, the box that says it was looked at."""
    if isinstance(error, NameDoubtful):
        form.add_error("is_checked", str(error))
    else:
        http.show_refusal(form, error)
