"""What the pages of this room do in the same way: find or 404, a form shown, sent back or done."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TypeVar

from django import forms
from django.contrib import messages
from django.core.exceptions import ObjectDoesNotExist
from django.http import Http404, HttpResponse

from naast.core import drafts
from naast.core.errors import DomainError
from naast.core.http import page, see_other
from naast.core.text import Text
from naast.organisations.access import ActorRequest

Row = TypeVar("Row")


@dataclass(frozen=True, slots=True)
class FormPage:
    """How a form looks and where it leads: template, title, way back, word on the button, what is said after."""

    title: Text
    back_url: str
    back_label: Text
    done: Text
    lead: Text = ""
    button: Text = ""
    template: str = "surroundings/form.html"
    # Where the drafts of this form are kept; empty for short forms.
    draft: str = ""
    # Where it leads when it is not the way back.
    done_url: str = ""
    extra: Mapping[str, object] = field(default_factory=dict)


def found(read: Callable[[], Row]) -> Row:
    """What was read. Raises Http404 when it is not the reader's, or not there."""
    try:
        return read()
    except ObjectDoesNotExist as error:
        raise Http404 from error


def form_page(
    request: ActorRequest, form: forms.Form, act: Callable[[], object], shown: FormPage
) -> HttpResponse:
    """The form: shown, refused with 422, or done with 303."""
    if request.method == "POST" and form.is_valid():
        try:
            act()
        except DomainError as error:
            form.add_error(None, str(error))
        else:
            if shown.draft:
                drafts.forget(request.user.pk, shown.draft)
            messages.success(request, str(shown.done))
            return see_other(shown.done_url or shown.back_url)
    is_new = request.method != "POST" and shown.draft
    context = {
        "form": form,
        "shown": shown,
        "saved": drafts.kept(request.user.pk, shown.draft) if is_new else {},
        **shown.extra,
    }
    return page(request, shown.template, context, refused=bool(form.errors))


def done(request: ActorRequest, act: Callable[[], object], words: Text, url: str) -> HttpResponse:
    """A button: it happens, or why not is said on the page it came from."""
    try:
        act()
    except ObjectDoesNotExist as error:
        raise Http404 from error
    except DomainError as error:
        messages.error(request, str(error))
    else:
        messages.success(request, str(words))
    return see_other(url)
