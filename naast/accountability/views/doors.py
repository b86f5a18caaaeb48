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
from naast.organisations.models import STAFF, Function

F = TypeVar("F", bound=forms.Form)
by_keeper = open_to(Function.COORDINATOR, Function.ADMINISTRATOR)
by_reader = open_to(Function.COORDINATOR, Function.ADMINISTRATOR, Function.BOARD)
by_administrator = open_to(Function.ADMINISTRATOR)
by_staff = open_to(*(Function(each) for each in sorted(STAFF)))


@dataclass(frozen=True, slots=True)
class FormPage:
    """A page with one form: its words, the way back, and the name of its draft («» keeps none)."""

    title: Text
    done: Text
    back_url: str
    back_label: Text
    key: str = ""
    lead: Text = ""
    action: Text = ""
    template: str = "accountability/form.html"
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
            return see_other(further or told.back_url)
    shows_draft = bool(told.key) and request.method != "POST"
    context: dict[str, object] = {
        "form": form,
        "told": told,
        "action": told.action or _("Save"),
        "draft_key": told.key,
        "saved": drafts.kept(request.user.pk, told.key) if shows_draft else {},
        **told.context,
    }
    return page(request, told.template, context, refused=bool(form.errors))
