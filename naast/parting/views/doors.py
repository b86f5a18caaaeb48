"""What the pages of this room share."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TypeVar

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.utils.translation import gettext as _

from naast.core import drafts
from naast.core.errors import DomainError
from naast.core.http import page, see_other, show_refusal
from naast.core.text import Text
from naast.organisations.access import ActorRequest, open_to
from naast.organisations.models import Function
from naast.parting.errors import InTheWay

R = TypeVar("R")
F = TypeVar("F", bound=forms.Form)
by_coordinator = open_to(Function.COORDINATOR)
by_coordinator_or_coach = open_to(Function.COORDINATOR, Function.COACH)
by_volunteer = open_to(Function.VOLUNTEER)
by_participant = open_to(Function.PARTICIPANT)
by_keeper = open_to(Function.VOLUNTEER, Function.PROFESSIONAL, Function.COACH)


@dataclass(frozen=True, slots=True)
class FormPage:
    """A page with one form: its words, the way back, where it goes on, and the name of its draft."""

    title: Text
    key: str
    done: Text
    lead: Text = ""
    action: Text = ""
    back_url: str = ""
    back_label: Text = ""
    template: str = "parting/form.html"
    context: dict[str, object] = field(default_factory=dict)


def form_page(
    request: ActorRequest, form: F, act: Callable[[F], str | None], told: FormPage
) -> HttpResponse:
    """The form: shown, refused with 422 and what was typed, or done. `act` may give another page to go on with."""
    in_the_way: list[tuple[str, str]] = []
    if request.method == "POST" and form.is_valid():
        try:
            further = act(form)
        except InTheWay as error:
            in_the_way = error.what
            form.add_error(None, str(error))
        except DomainError as error:
            show_refusal(form, error)
        else:
            drafts.forget(request.user.pk, told.key)
            messages.success(request, str(told.done))
            return see_other(further or told.back_url)
    context: dict[str, object] = {
        "form": form,
        "told": told,
        "action": told.action or _("Save"),
        "in_the_way": in_the_way,
        "draft_key": told.key,
        "saved": {} if request.method == "POST" else drafts.kept(request.user.pk, told.key),
        **told.context,
    }
    return page(request, told.template, context, refused=bool(form.errors))
