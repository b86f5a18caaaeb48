"""HTTP answers that every room gives in the same way."""

from http import HTTPStatus
from typing import TypeVar

from django import forms
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render

from naast.core.errors import DomainError, Incomplete

Found = TypeVar("Found")


def or_404(found: Found | None) -> Found:
    """What was found; not yours looks the same as absent."""
    if found is None:
        raise Http404
    return found


def see_other(url: str) -> HttpResponseRedirect:
    """After a write: 303, so that browsers and htmx both follow with a GET."""
    return HttpResponseRedirect(url, status=HTTPStatus.SEE_OTHER)


def page(
    request: HttpRequest, template: str, context: dict[str, object], *, refused: bool = False
) -> HttpResponse:
    """A page; 422 when a form was refused, so that scripts and tests can tell."""
    status = HTTPStatus.UNPROCESSABLE_ENTITY if refused else HTTPStatus.OK
    return render(request, template, context, status=status)


def show_refusal(form: forms.BaseForm, error: DomainError) -> None:
    """The sentence beside the field that mends it, or above the form."""
    fields = error.fields if isinstance(error, Incomplete) else {}
    for name, sentence in fields.items():
        form.add_error(name if name in form.fields else None, str(sentence))
    if not fields:
        form.add_error(None, str(error))
