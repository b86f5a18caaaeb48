"""Filling in somebody's record, a section at a time."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from naast.core import clock, drafts
from naast.core.errors import DomainError
from naast.core.http import page, see_other
from naast.core.text import Text
from naast.organisations.access import ActorRequest, open_to, open_to_members
from naast.people import queries, services
from naast.people.forms import (
    LANGUAGE_ROWS,
    TOPIC_FIELDS,
    BlocksForm,
    ContactForm,
    FileForm,
    PaidForm,
    SuitsForm,
    WeekForm,
    WordsForm,
)
from naast.people.inputs import FIELDS_OF_HAT, OWN_FIELDS, PERSON_FIELDS
from naast.people.models import Person
from naast.people.terms import parts_of
from naast.people.views.doors import (
    CONCERNED,
    LOOKING_AFTER,
    home_of,
    opened,
    professionals,
    visible,
)

Values = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Section:
    """One short form: whose hat it belongs to, and whether people fill it in about themselves."""

    title: Text
    form: type[forms.Form]
    hat: str = ""
    is_own: bool = False
    has_text: bool = True
    template: str = "people/section.html"


SECTIONS: dict[str, Section] = {
    "contact": Section(gettext_lazy("Name and contact"), ContactForm, is_own=True),
    "card": Section(gettext_lazy("Strengths and the four blocks"), BlocksForm, "volunteer"),
    "file": Section(gettext_lazy("Strengths, network and home"), FileForm, "participant", is_own=True),
    "words": Section(
        gettext_lazy("Languages and interests"),
        WordsForm,
        is_own=True,
        template="people/section_words.html",
    ),
    "week": Section(
        gettext_lazy("Week"), WeekForm, is_own=True, has_text=False, template="people/section_week.html"
    ),
    "suits": Section(gettext_lazy("Limits and what suits"), SuitsForm, "volunteer", is_own=True),
    "paid": Section(gettext_lazy("Also paid here"), PaidForm, "volunteer"),
}  # fmt: skip


def sections_for(person: Person, *, is_own: bool) -> list[str]:
    """The sections of this person's record, in order."""
    return [
        name
        for name, section in SECTIONS.items()
        if (not section.hat or hasattr(person, section.hat)) and (section.is_own or not is_own)
    ]


@require_http_methods(["GET", "POST"])
@open_to(*LOOKING_AFTER)
def person_edit(request: ActorRequest, person_id: UUID) -> HttpResponse:
    """Name and contact: the first section."""
    return _section(request, visible(request, person_id), "contact", is_own=False)


@require_http_methods(["GET", "POST"])
@open_to(*LOOKING_AFTER)
def person_section(request: ActorRequest, person_id: UUID, section: str) -> HttpResponse:
    """Any other section."""
    return _section(request, visible(request, person_id), section, is_own=False)


@require_http_methods(["GET", "POST"])
@open_to_members
def my_section(request: ActorRequest, section: str) -> HttpResponse:
    """The same about oneself."""
    if request.actor.person_id is None:
        raise Http404
    return _section(request, visible(request, request.actor.person_id), section, is_own=True)


def _section(request: ActorRequest, person: Person, name: str, *, is_own: bool) -> HttpResponse:
    names = sections_for(person, is_own=is_own)
    if name not in names:
        raise Http404
    section = SECTIONS[name]
    opened(request, person)
    form = _form(request, person, section, is_own=is_own)
    key = f"people-{name}-{person.pk}"
    back = request.actor.url("people:about_me") if is_own else home_of(request.actor, person)
    if form.is_bound and form.is_valid():
        try:
            _save(request, person, name, form)
        except DomainError as error:
            form.add_error(None, str(error))
        else:
            drafts.forget(request.user.pk, key)
            messages.success(request, _("Saved."))
            return see_other(back)
    context: dict[str, object] = {
        "form": form,
        "person": person,
        "whose": _("About me") if is_own else person.name,
        "title": section.title,
        "tabs": [_tab(request, person, each, each == name, is_own=is_own) for each in names],
        "has_text": section.has_text,
        "draft_key": key,
        "draft": {} if form.is_bound else drafts.kept(request.user.pk, key),
        "back_url": back,
        "is_concerned": request.actor.has(*CONCERNED),
    }
    return page(request, section.template, context, refused=form.is_bound)


def _tab(
    request: ActorRequest, person: Person, name: str, is_current: bool, *, is_own: bool
) -> tuple[Text, str, bool]:
    if is_own:
        url = request.actor.url("people:my_section", section=name)
    else:
        url = request.actor.url("people:person_section", person_id=person.pk, section=name)
    return SECTIONS[name].title, url, is_current


def _form(request: ActorRequest, person: Person, section: Section, *, is_own: bool) -> forms.Form:
    extra: dict[str, Any] = {}
    if issubclass(section.form, ContactForm | FileForm):
        extra["country"] = request.organisation.country
    if issubclass(section.form, FileForm):
        extra["professionals"] = professionals(request.actor)
    form = section.form(
        request.POST if request.method == "POST" else None,
        initial=_initial(person, section),
        **extra,
    )
    if is_own and section.form is not WordsForm:
        for field in set(form.fields) - OWN_FIELDS:
            del form.fields[field]
    return form


def _initial(person: Person, section: Section) -> dict[str, Any]:
    """What is known now."""
    if section.form is WordsForm:
        return _initial_words(person)
    values = {name: getattr(person, name) for name in PERSON_FIELDS}
    values["weekly"] = parts_of(person.weekly)
    if section.hat:
        profile = getattr(person, section.hat)
        values |= {name: getattr(profile, name) for name in FIELDS_OF_HAT[section.hat]}
    return values


def _initial_words(person: Person) -> dict[str, Any]:
    about = queries.about(person)
    values: dict[str, Any] = {
        field: about.names(kind, stance) for field, (kind, stance) in TOPIC_FIELDS.items()
    }
    for row, spoken in enumerate(person.languages.all()[:LANGUAGE_ROWS]):
        values[f"language_{row}"], values[f"level_{row}"] = spoken.language, spoken.level
    return values


def _save(request: ActorRequest, person: Person, name: str, form: forms.Form) -> None:
    """Each section leads to one or two writes."""
    saves: dict[str, Callable[[ActorRequest, Person, Any], None]] = {
        "words": _save_words,
        "week": _save_week,
    }
    saves.get(name, _save_fields)(request, person, form)


def _save_fields(request: ActorRequest, person: Person, form: forms.Form) -> None:
    values = form.cleaned_data
    hats = [hat for hat in FIELDS_OF_HAT if isinstance(form, _FORMS_OF_HAT[hat])]
    for hat in hats:
        changes = {name: values[name] for name in values.keys() & FIELDS_OF_HAT[hat]}
        if values.get("is_discussed"):
            changes["last_discussed_on"] = clock.today()
        services.change_hat(actor=request.actor, person_id=person.pk, hat=hat, changes=changes)
    if not hats:
        services.change_person(actor=request.actor, person_id=person.pk, changes=values)


_FORMS_OF_HAT: dict[str, tuple[type[forms.Form], ...]] = {
    "volunteer": (BlocksForm, SuitsForm, PaidForm),
    "participant": (FileForm,),
}


def _save_week(request: ActorRequest, person: Person, form: forms.Form) -> None:
    services.set_availability(
        actor=request.actor, person_id=person.pk, parts=form.cleaned_data["weekly"]
    )


def _save_words(request: ActorRequest, person: Person, form: WordsForm) -> None:
    services.set_words(
        actor=request.actor,
        person_id=person.pk,
        languages=form.languages(),
        topics={use: form.cleaned_data[field] for field, use in TOPIC_FIELDS.items()},
    )
