"""Around a person: notes, consents, days away, what helps."""

from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from naast.core import clock, drafts
from naast.core.careful import known_of
from naast.core.errors import DomainError
from naast.core.http import page, see_other
from naast.organisations.access import ActorRequest, open_to
from naast.people import policies, queries, services
from naast.people.forms import (
    ConsentForm,
    ExceptionForm,
    NoteForm,
    PrivateWordsForm,
    SupportForm,
)
from naast.people.models import AvailabilityException, Consent, Person
from naast.people.views.doors import (
    CONCERNED,
    STAFF,
    concerned,
    home_of,
    opened,
    refused,
    visible,
)

# Words that need a yes: purpose of the yes, kind and stance of the words.
PRIVATE_WORDS = {
    "lived_experience": ("experience", "lived"),
    "own_criteria": ("own_criterion", "likes"),
}


@require_http_methods(["GET", "POST"])
@open_to(*STAFF)
def write_note(request: ActorRequest, person_id: UUID) -> HttpResponse:
    """A note about somebody, with its readers."""
    person = visible(request, person_id)
    if not policies.can_write_note(request.actor, person):
        raise Http404
    form = NoteForm(
        request.POST or None,
        initial={"audience": "team"},
        known=known_of(person, request.user),
    )
    key = f"people-note-{person.pk}"
    if form.is_valid():
        try:
            services.write_note(actor=request.actor, person_id=person.pk, **form.cleaned_data)
        except DomainError as error:
            form.add_error(None, str(error))
        else:
            drafts.forget(request.user.pk, key)
            messages.success(request, _("The note is kept."))
            return see_other(home_of(request.actor, person))
    context: dict[str, object] = {
        "form": form,
        "person": person,
        "back_url": home_of(request.actor, person),
        "draft_key": key,
        "draft": {} if form.is_bound else drafts.kept(request.user.pk, key),
    }
    return page(request, "people/note.html", context, refused=form.is_bound)


@require_http_methods(["GET", "POST"])
@open_to(*CONCERNED)
def consents(request: ActorRequest, person_id: UUID) -> HttpResponse:
    """What somebody said yes to, and saying yes."""
    person = concerned(request, person_id)
    opened(request, person)
    form = ConsentForm(
        request.POST or None, initial={"given_on": clock.today(), "how": "in_person"}
    )
    if form.is_valid():
        try:
            services.give_consent(actor=request.actor, person_id=person.pk, **form.cleaned_data)
        except DomainError as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, _("The yes is written down."))
            return see_other(request.actor.url("people:consents", person_id=person.pk))
    found = queries.consents_of(person)
    standing = {consent.purpose for consent in found if consent.withdrawn_on is None}
    context: dict[str, object] = {
        "form": form,
        "person": person,
        "standing": [consent for consent in found if consent.withdrawn_on is None],
        "earlier": [consent for consent in found if consent.withdrawn_on is not None],
        "private": _private_forms(person, standing),
        "back_url": home_of(request.actor, person),
        "is_own": policies.is_own(request.actor, person),
    }
    return page(request, "people/consents.html", context, refused=form.is_bound)


def _private_forms(person: Person, standing: set[str]) -> list[tuple[str, str, PrivateWordsForm]]:
    """For each yes that stands and asks for words: its code, its label and the form."""
    about = queries.about(person, with_private=True)
    return [
        (
            purpose,
            str(Consent.Purpose(purpose).label),
            PrivateWordsForm(initial={"names": about.names(*use)}, auto_id=f"id_{purpose}_%s"),
        )
        for purpose, use in PRIVATE_WORDS.items()
        if purpose in standing
    ]


@require_POST
@open_to(*CONCERNED)
def private_words(request: ActorRequest, person_id: UUID, purpose: str) -> HttpResponse:
    """Keep the words that go with a yes."""
    person = concerned(request, person_id)
    if purpose not in PRIVATE_WORDS:
        raise Http404
    back = request.actor.url("people:consents", person_id=person.pk)
    form = PrivateWordsForm(request.POST)
    if not form.is_valid():
        return refused(
            request, DomainError(" ".join(str(each) for each in form.errors["names"])), back
        )
    kind, stance = PRIVATE_WORDS[purpose]
    try:
        services.set_topics(
            actor=request.actor,
            person_id=person.pk,
            kind=kind,
            stance=stance,
            names=form.cleaned_data["names"],
        )
    except DomainError as error:
        return refused(request, error, back)
    messages.success(request, _("Saved."))
    return see_other(back)


@require_POST
@open_to(*CONCERNED)
def withdraw_consent(request: ActorRequest, person_id: UUID, consent_id: UUID) -> HttpResponse:
    """Take a yes back."""
    person = concerned(request, person_id)
    back = request.actor.url("people:consents", person_id=person.pk)
    try:
        services.withdraw_consent(actor=request.actor, person_id=person.pk, consent_id=consent_id)
    except Consent.DoesNotExist as error:
        raise Http404 from error
    except DomainError as error:
        return refused(request, error, back)
    messages.success(request, _("Taken back. From now on it is no longer used."))
    return see_other(back)


@require_http_methods(["GET", "POST"])
@open_to(*CONCERNED)
def exceptions(request: ActorRequest, person_id: UUID) -> HttpResponse:
    """Days on which the usual week does not hold."""
    person = concerned(request, person_id)
    form = ExceptionForm(request.POST or None)
    if form.is_valid():
        try:
            services.add_exception(actor=request.actor, person_id=person.pk, **form.cleaned_data)
        except DomainError as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, _("Noted."))
            return see_other(request.actor.url("people:exceptions", person_id=person.pk))
    context: dict[str, object] = {
        "form": form,
        "person": person,
        "exceptions": queries.about(person).exceptions,
        "back_url": home_of(request.actor, person),
    }
    return page(request, "people/exceptions.html", context, refused=form.is_bound)


@require_POST
@open_to(*CONCERNED)
def remove_exception(request: ActorRequest, person_id: UUID, exception_id: UUID) -> HttpResponse:
    """The usual week holds again."""
    person = concerned(request, person_id)
    back = request.actor.url("people:exceptions", person_id=person.pk)
    try:
        services.remove_exception(
            actor=request.actor, person_id=person.pk, exception_id=exception_id
        )
    except AvailabilityException.DoesNotExist as error:
        raise Http404 from error
    except DomainError as error:
        return refused(request, error, back)
    messages.success(request, _("Taken off."))
    return see_other(back)


@require_http_methods(["GET", "POST"])
@open_to(*CONCERNED)
def support(request: ActorRequest, person_id: UUID) -> HttpResponse:
    """What helps this volunteer: chosen by the person, or together."""
    person = concerned(request, person_id)
    profile = getattr(person, "volunteer", None)
    if profile is None:
        raise Http404
    is_own = policies.is_own(request.actor, person)
    initial: dict[str, Any] = {
        "wishes": profile.support_wishes,
        "words": profile.support_words,
        "together_on": clock.today(),
    }
    form: forms.Form = SupportForm(request.POST or None, initial=initial, is_own=is_own)
    if request.method == "POST" and form.is_valid():
        try:
            services.choose_support_wishes(
                actor=request.actor, person_id=person.pk, **form.cleaned_data
            )
        except DomainError as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, _("Saved."))
            return see_other(home_of(request.actor, person))
    context: dict[str, object] = {
        "form": form,
        "person": person,
        "is_own": is_own,
        "back_url": home_of(request.actor, person),
    }
    return page(request, "people/support.html", context, refused=form.is_bound)
