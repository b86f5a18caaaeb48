"""What the pages of this room share."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TypeVar

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.utils.translation import gettext as _

from naast.core.errors import DomainError
from naast.core.http import page, see_other
from naast.core.text import Text
from naast.organisations.access import ActorRequest, open_to
from naast.organisations.models import Function

F = TypeVar("F", bound=forms.Form)
by_coordinator = open_to(Function.COORDINATOR)


@dataclass(frozen=True, slots=True)
class FormPage:
    """A page with one form: its words, and the way back."""

    title: Text
    done: Text
    back_url: str
    back_label: Text
    lead: Text = ""
    action: Text = ""
    template: str = "privacy/form.html"
    context: dict[str, object] = field(default_factory=dict)


def form_page(
    request: ActorRequest, form: F, act: Callable[[F], str | None], told: FormPage
) -> HttpResponse:
    """The form: shown, refused with 422 and what was typed, or done. `act` may give another page to go on with."""
    if request.method == "POST" and form.is_valid():
        try:
            further = act(form)
        except DomainError as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, str(told.done))
            return see_other(further or told.back_url)
    context: dict[str, object] = {
        "form": form,
        "told": told,
        "action": told.action or _("Save"),
        **told.context,
    }
    return page(request, told.template, context, refused=bool(form.errors))
