"""A page with one form: shown, refused with what was typed, or done. Most pages on which somebody writes are one."""

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
from naast.organisations.access import ActorRequest
from naast.organisations.kept import kept_for

F = TypeVar("F", bound=forms.Form)


@dataclass(frozen=True, slots=True)
class FormPage:
    """The words of a page with one form, the way back, and the name of its draft («» keeps none).

    `finds`: the form holds a list of names that is too long to show, found by the beginning of a name. A template of
    one's own extends «organisations/form_page.html», and `context` holds what it needs besides.
    """

    title: Text
    done: Text
    back_url: str = ""
    back_label: Text = ""
    key: str = ""
    lead: Text = ""
    action: Text = ""
    finds: bool = False
    template: str = "organisations/form_page.html"
    context: dict[str, object] = field(default_factory=dict)


def form_page(
    request: ActorRequest,
    form: F,
    act: Callable[[F], str | None],
    told: FormPage,
    *,
    refuse: Callable[[F, DomainError], None] = show_refusal,
) -> HttpResponse:
    """The form: shown, refused with 422 and what was typed, or done with 303. `act` may give another page than the
    way back to go on with; `refuse` puts the reason why not beside the field that mends it."""
    if request.method == "POST" and form.is_valid():
        try:
            further = act(form)
        except DomainError as error:
            refuse(form, error)
        else:
            if told.key:
                drafts.forget(request.user.pk, told.key)
            messages.success(request, str(told.done))
            return see_other(further or told.back_url)
    context: dict[str, object] = {
        "form": form,
        "told": told,
        "action": told.action or _("Save"),
        "find": request.GET.get("find", ""),
        **(kept_for(request, told.key) if told.key else {"draft_key": "", "saved": {}}),
        **told.context,
    }
    return page(request, told.template, context, refused=bool(form.errors))
