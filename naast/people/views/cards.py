"""The volunteer's card, the participant's file, and what somebody reads about themselves."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET

from naast.core.http import page
from naast.core.text import Text
from naast.organisations.access import ActorRequest, open_to, open_to_members
from naast.organisations.actors import Actor
from naast.people import history, panels, policies, queries, terms
from naast.people.models import ParticipantProfile, Person, VolunteerProfile
from naast.people.queries import About
from naast.people.states import BY_HAT, GOODBYE
from naast.people.views.doors import (
    CONCERNED,
    LOOKING_AFTER,
    STAFF,
    goodbye_page,
    opened,
    visible,
)

Context = dict[str, object]
# The four blocks of S3-8, after the strengths.
BLOCKS: tuple[tuple[Text, str], ...] = (
    (gettext_lazy("Motives"), "motives"),
    (gettext_lazy("Knowledge and experience"), "knowledge"),
    (gettext_lazy("Possibilities"), "possibilities"),
    (gettext_lazy("Wishes"), "wishes"),
)
YES_NO: dict[bool | None, Text] = {
    True: gettext_lazy("yes"),
    False: gettext_lazy("no"),
    None: "",
}


@require_GET
@open_to(*LOOKING_AFTER)
def volunteer(request: ActorRequest, person_id: UUID) -> HttpResponse:
    """One volunteer: strengths first."""
    person = _wearing(visible(request, person_id), "volunteer")
    return page(request, "people/volunteer.html", _card(request, person))


@require_GET
@open_to(*LOOKING_AFTER)
def volunteer_print(request: ActorRequest, person_id: UUID) -> HttpResponse:
    """The card on one sheet."""
    person = _wearing(visible(request, person_id), "volunteer")
    return page(request, "people/volunteer_print.html", _card(request, person))


@require_GET
@open_to(*STAFF)
def participant(request: ActorRequest, person_id: UUID) -> HttpResponse:
    """One participant: strengths, interests and network first. Reading it is written down."""
    person = _wearing(visible(request, person_id), "participant")
    if not policies.can_read_file(request.actor, person):
        raise Http404
    opened(request, person)
    profile: ParticipantProfile = person.participant
    about = queries.about(person)
    context: Context = {
        **_around(request, about, "participant"),
        "profile": profile,
        "practical": _known(_home(profile)),
    }
    return page(request, "people/participant.html", context)


@require_GET
@open_to(*STAFF)
def looks(request: ActorRequest, person_id: UUID) -> HttpResponse:
    """Who opened this file, when and as what."""
    person = _wearing(visible(request, person_id), "participant")
    if not policies.can_read_file(request.actor, person):
        raise Http404
    context: Context = {
        "person": person,
        "looks": queries.looks_at(person),
        "history": history.entries(person, queries.events_about(person)),
        "back_url": request.actor.url("people:participant", person_id=person.pk),
    }
    return page(request, "people/looks.html", context)


@require_GET
@open_to_members
def about_me(request: ActorRequest) -> HttpResponse:
    """What is recorded about the reader, what they may change, and who read it (S2-3)."""
    if request.actor.person_id is None:
        raise Http404
    person = visible(request, request.actor.person_id)
    about = queries.about(person, with_private=True)
    volunteer_card = getattr(person, "volunteer", None)
    file = getattr(person, "participant", None)
    context: Context = {
        **_shared(about),
        "notes": queries.notes_about(request.actor, person),
        "profile": volunteer_card,
        "file": file,
        "card_rows": _own_card(volunteer_card) if volunteer_card else [],
        "file_rows": _own_file(file) if file else [],
        "private_words": [
            *about.names("experience", "lived"),
            *about.names("own_criterion", "likes"),
        ],
        "looks": queries.looks_at(person) if file else [],
        "is_own": True,
        "is_concerned": request.actor.has(*CONCERNED),
        "support": _support(volunteer_card),
    }
    return page(request, "people/about_me.html", context)


def _wearing(person: Person, hat: str) -> Person:
    if not hasattr(person, hat):
        raise Http404
    return person


def _card(request: ActorRequest, person: Person) -> Context:
    profile: VolunteerProfile = person.volunteer
    return {
        **_around(request, queries.about(person), "volunteer"),
        "profile": profile,
        "blocks": [(heading, getattr(profile, name)) for heading, name in BLOCKS],
        "practical": _known(_limits(profile)),
        "support": _support(profile),
        "is_maybe_paid": not profile.is_also_staff and getattr(person, "works_here", False),
        "history": history.entries(person, queries.events_about(person)),
    }


def _around(request: ActorRequest, about: About, hat: str) -> Context:
    """What stands around a card and a file alike."""
    actor, person = request.actor, about.person
    return {
        **_shared(about),
        **_steps(actor, person, hat),
        "hat": hat,
        "other_hat_url": _other_hat(request, person, hat),
        "notes": queries.notes_about(actor, person),
        "panels": panels.panels_for(hat, actor, person),
        "can_edit": bool(policies.can_edit(actor, person)),
        "note_url": _note_url(request, person),
    }


def _steps(actor: Actor, person: Person, hat: str) -> Context:
    """The steps staff may take from here. A goodbye to a volunteer is a page, for who leads it."""
    by = "staff" if policies.looks_after_all(actor) else ""
    steps = [s for s in BY_HAT[hat].open_from(getattr(person, hat).status) if by in s.by]
    if hat != "volunteer":
        return {"steps": steps, "goodbye_url": ""}
    goodbye_url = goodbye_page(actor, person)
    if not goodbye_url:
        steps = [step for step in steps if step.name != GOODBYE]
    return {"steps": steps, "goodbye_url": goodbye_url}


def _note_url(request: ActorRequest, person: Person) -> str:
    if not policies.can_write_note(request.actor, person):
        return ""
    return request.actor.url("people:write_note", person_id=person.pk)


def _other_hat(request: ActorRequest, person: Person, hat: str) -> str:
    other = "participant" if hat == "volunteer" else "volunteer"
    if not hasattr(person, other) or not policies.looks_after_all(request.actor):
        return ""
    return request.actor.url(f"people:{other}", person_id=person.pk)


def _shared(about: About) -> Context:
    person = about.person
    return {
        "person": person,
        "about": about,
        "contact": _contact(person),
        "languages": [f"{name} ({level})" for name, level in about.languages],
        "week": None if person.weekly is None else terms.parts_of(person.weekly),
        "can": about.names("competence", "can"),
        "knows": about.names("expertise", "can"),
        "learns": about.names("competence", "learn"),
        "likes": about.names("interest", "likes"),
        "rather_not": about.names("interest", "rather_not"),
        "themes": about.names("theme", "likes"),
        "housemates": [mate.name for mate in about.housemates],
    }


def _contact(person: Person) -> list[tuple[Text, object, str]]:
    born = date_format(person.birth_on, "DATE_FORMAT") if person.birth_on else ""
    address = ", ".join(
        part for part in (person.street, f"{person.postcode} {person.place}".strip()) if part
    )
    return [
        (_("Phone"), person.phone, f"tel:{person.phone}"),
        (_("E-mail"), person.email, f"mailto:{person.email}"),
        (_("Address"), address, ""),
        (_("Born on"), born, ""),
        (_("Rather"), _("by phone or on paper") if person.prefers_paper else "", ""),
    ]


def _known(rows: list[tuple[Text, object]]) -> list[tuple[Text, object]]:
    return [row for row in rows if row[1]]


def _said(codes: list[str], vocabulary: dict[str, Text]) -> str:
    return ", ".join(str(label) for label in terms.labels(codes, vocabulary))


def _rhythm(profile: VolunteerProfile) -> str:
    least, most = profile.rhythm_min, profile.rhythm_max
    if least and most and least != most:
        return _("%(least)d to %(most)d visits in four weeks") % {"least": least, "most": most}
    if least or most:
        return _("%(count)d visits in four weeks") % {"count": least or most or 0}
    return ""


def _limits(profile: VolunteerProfile) -> list[tuple[Text, object]]:
    """Limits and what suits; what was never asked stays away."""
    return [
        (_("Own limits"), profile.own_limits),
        (_("Doesn’t do"), ", ".join(profile.refused_tasks)),
        (_("At most this many matches"), profile.max_matches),
        (_("Heaviest match that suits"), profile.get_heaviest_display()),
        (_("Travels at most"), _kilometres(profile.max_travel_km)),
        (_("Neighbourhood"), _("rather not in the own one") if profile.rather_not_nearby else ""),
        (_("Kind of contact"), _said(profile.types, terms.CONTACT_KINDS)),
        (_("Style"), _said(profile.styles, terms.STYLES)),
        (_("How close"), profile.get_closeness_display() if profile.closeness else ""),
        (_("Rhythm"), _rhythm(profile)),
        (_("Smokes"), YES_NO[profile.smokes]),
        (_("Fine with smoking"), YES_NO[profile.accepts_smoking]),
        (_("Fine with pets"), YES_NO[profile.accepts_pets]),
        (_("Can climb stairs"), YES_NO[profile.accepts_stairs]),
        (_("Allergies"), _said(profile.allergies, terms.ALLERGIES)),
    ]


def _kilometres(distance: int | None) -> str:
    return _("%(km)d km as the crow flies") % {"km": distance} if distance else ""


def _home(profile: ParticipantProfile) -> list[tuple[Text, object]]:
    return [
        (_("Trusted person"), f"{profile.trusted_name} {profile.trusted_phone}".strip()),
        (_("Somebody smokes at home"), YES_NO[profile.home_has_smoker]),
        (_("Stairs at home"), YES_NO[profile.home_has_stairs]),
        (_("Pets at home"), _said(profile.home_pets, terms.PETS)),
        (_("Allergies"), _said(profile.allergies, terms.ALLERGIES)),
    ]


def _support(profile: VolunteerProfile | None) -> list[Text]:
    """What helps, in the order of the list; the own words stand beside it."""
    return terms.labels(profile.support_wishes, terms.SUPPORT_WISHES) if profile else []


def _own_card(profile: VolunteerProfile) -> list[tuple[Text, object]]:
    blocks: list[tuple[Text, object]] = [
        (heading, getattr(profile, name)) for heading, name in BLOCKS
    ]
    return [(_("Strengths"), profile.strengths), *blocks, *_limits(profile)]


def _own_file(profile: ParticipantProfile) -> list[tuple[Text, object]]:
    return [
        (_("Strengths"), profile.strengths),
        (_("People around me"), profile.network),
        (_("What a volunteer should know"), profile.background),
        (_("My professional"), profile.professional.user.name if profile.professional else ""),
        *_home(profile),
    ]
