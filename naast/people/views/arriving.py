"""Somebody new: one short form, and a gentle word when they may be on the list already."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from naast.core import drafts
from naast.core.errors import DomainError
from naast.core.http import page, see_other
from naast.organisations.access import ActorRequest, open_to
from naast.people import queries, services
from naast.people.forms import NewParticipantForm, NewVolunteerForm
from naast.people.inputs import NewPerson
from naast.people.models import Person
from naast.people.views.doors import LOOKING_AFTER, hats_of, home_of, professionals

PERSON = ("given_name", "family_name", "email", "phone", "postcode", "place", "birth_on", "prefers_paper")  # fmt: skip


@require_http_methods(["GET", "POST"])
@open_to(*LOOKING_AFTER)
def new_volunteer(request: ActorRequest) -> HttpResponse:
    """Put a volunteer on the list."""
    form = NewVolunteerForm(request.POST or None, country=request.organisation.country)
    hat: dict[str, object] = {}
    if form.is_valid():
        status = "active" if form.cleaned_data["is_known"] else "interested"
        hat = {"strengths": form.cleaned_data["strengths"], "status": status}
    return _arrive(request, form, "volunteer", hat)


@require_http_methods(["GET", "POST"])
@open_to(*LOOKING_AFTER)
def new_participant(request: ActorRequest) -> HttpResponse:
    """Put a participant on the list."""
    form = NewParticipantForm(
        request.POST or None,
        country=request.organisation.country,
        professionals=professionals(request.actor),
    )
    hat: dict[str, object] = {}
    if form.is_valid():
        hat = {name: form.cleaned_data[name] for name in ("strengths", "professional_id")}
    return _arrive(request, form, "participant", hat)


def _arrive(request: ActorRequest, form: Any, hat: str, fields: dict[str, object]) -> HttpResponse:
    key = f"people-new-{hat}"
    same: list[Person] = []
    if form.is_valid():
        values = {name: form.cleaned_data[name] for name in PERSON}
        if "go_on" not in request.POST:
            same = _likely_same(request, values)
        if not same:
            hats: dict[str, Any] = {hat: fields}
            new = NewPerson(**values, **hats)
            try:
                person = services.create_person(actor=request.actor, new=new)
            except DomainError as error:
                form.add_error(None, str(error))
            else:
                drafts.forget(request.user.pk, key)
                messages.success(request, _("%(name)s is on the list.") % {"name": person.name})
                return see_other(request.actor.url(f"people:{hat}", person_id=person.pk))
    context: dict[str, object] = {
        "form": form,
        "hat": hat,
        "same": [
            (person.name, _what_we_know(person), home_of(request.actor, person)) for person in same
        ],
        "draft_key": key,
        "draft": {} if form.is_bound else drafts.kept(request.user.pk, key),
        "back_url": request.actor.url(f"people:{hat}s"),
    }
    return page(request, "people/new_person.html", context, refused=form.is_bound)


def _likely_same(request: ActorRequest, values: dict[str, Any]) -> list[Person]:
    return queries.likely_same(
        request.actor,
        given_name=values["given_name"],
        family_name=values["family_name"],
        birth_on=values["birth_on"],
        email=values["email"],
        phone=values["phone"],
    )


def _what_we_know(person: Person) -> str:
    """Enough to recognise somebody."""
    hats = {"volunteer": _("volunteer"), "participant": _("participant")}
    known = [*(hats[hat] for hat in hats_of(person)), person.place, person.phone, person.email]
    return ", ".join(each for each in known if each)
