"""What the volunteer's own pages of this room share."""

from collections.abc import Mapping
from typing import Any
from urllib.parse import urlencode

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpResponse
from django.utils.datastructures import MultiValueDict
from django.utils.html import format_html
from django.utils.translation import gettext as _

from naast.core import clock
from naast.core.errors import DomainError
from naast.core.http import see_other, show_refusal
from naast.core.pictures import NotAPicture
from naast.expenses.errors import DeclareFirst
from naast.expenses.queries import mine as queries
from naast.law.costs.figures import BELGIUM
from naast.organisations.access import ActorRequest, open_to
from naast.organisations.models import Function

by_volunteer = open_to(Function.VOLUNTEER)
# Where somebody goes on after the declaration.
THEN: Mapping[str, str] = {
    "rides": "expenses:my_rides",
    "trip": "expenses:my_trip",
    "cost": "expenses:my_cost",
    "fixed": "expenses:my_fixed",
}


def files(request: ActorRequest) -> MultiValueDict[str, UploadedFile[Any]] | None:
    """The files that came along; None for a page that is only opened."""
    return request.FILES if request.method == "POST" else None


def refuse(request: ActorRequest, form: forms.BaseForm, error: DomainError) -> None:
    """What is wrong with a photo stands beside it; a year that was not declared comes with the way to its page."""
    if isinstance(error, DeclareFirst):
        form.add_error(None, _with_a_way(request, error))
    elif isinstance(error, NotAPicture) and "photo" in form.fields:
        form.add_error("photo", str(error))
    else:
        show_refusal(form, error)


def _with_a_way(request: ActorRequest, error: DeclareFirst) -> str:
    """The sentence, and its page in a window of its own: what was written here, and the photo, stay."""
    return format_html(
        '{} <a href="{}" target="_blank" rel="noopener">{}</a>',
        str(error),
        request.actor.url("expenses:my_declaration", year=error.year),
        _("Say it on a page of its own. What you wrote here stays: send it after that."),
    )


def declare_first(request: ActorRequest, then: str) -> HttpResponse | None:
    """In Belgium: the page of the declaration, as long as nothing was declared for this year (spec/law 1.7)."""
    year = clock.today().year
    if request.organisation.country != BELGIUM or queries.my_declaration(request.actor, year):
        return None
    address = request.actor.url("expenses:my_declaration", year=year)
    return see_other(f"{address}?{urlencode({'then': then})}")
