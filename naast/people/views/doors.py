"""What the views of this room share: whose page it is, and where to go after."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse

from naast.audit import log
from naast.core.errors import DomainError
from naast.core.http import see_other
from naast.organisations import queries as organisation_queries
from naast.organisations.access import ActorRequest
from naast.organisations.actors import Actor
from naast.organisations.models import Function
from naast.people import policies, queries
from naast.people.models import Person

LOOKING_AFTER = (Function.COORDINATOR, Function.COACH)
STAFF = (*LOOKING_AFTER, Function.PROFESSIONAL)
# Those who look after people, and the people themselves.
CONCERNED = (*LOOKING_AFTER, Function.VOLUNTEER, Function.PARTICIPANT)


def visible(request: ActorRequest, person_id: UUID) -> Person:
    """The person of this page, or a 404 for whoever may not know them."""
    try:
        return queries.get_person(request.actor, person_id)
    except Person.DoesNotExist as error:
        raise Http404 from error


def concerned(request: ActorRequest, person_id: UUID) -> Person:
    """The same, for pages on which the person or whoever looks after all may change something."""
    person = visible(request, person_id)
    if not policies.can_change_own(request.actor, person):
        raise Http404
    return person


def opened(request: ActorRequest, person: Person) -> None:
    """Reading a participant's file is written down, and the participant sees by whom (S2-3)."""
    if (
        request.method == "GET"
        and "participant" in hats_of(person)
        and not policies.is_own(request.actor, person)
    ):
        log.looked("participant.file-read", actor=request.actor, target=person)


def hats_of(person: Person) -> list[str]:
    """The hats somebody wears here."""
    return [hat for hat in ("volunteer", "participant") if hasattr(person, hat)]


def home_of(actor: Actor, person: Person) -> str:
    """The page somebody comes back to: their own, the card, or the file."""
    if policies.is_own(actor, person) and not policies.looks_after_all(actor):
        return actor.url("people:about_me")
    hats = hats_of(person)
    if not hats:
        return actor.url("people:hats", person_id=person.pk)
    return actor.url(f"people:{hats[0]}", person_id=person.pk)


def goodbye_page(actor: Actor, person: Person) -> str:
    """Where a goodbye to this volunteer is said, so that nobody's way in stays open (parting stands higher: by
    name). Empty for who leads none: coaches and administrators."""
    if policies.is_own(actor, person):
        return actor.url("parting:my_parting") if actor.has(Function.VOLUNTEER) else ""
    if not actor.is_coordinator:
        return ""
    return actor.url("parting:new_parting", person_id=person.pk)


def refused(request: ActorRequest, error: DomainError, url: str) -> HttpResponse:
    """A button without a form was refused: the reason stands on the page they came from."""
    messages.error(request, str(error))
    return see_other(url)


def professionals(actor: Actor) -> list[tuple[str, str]]:
    """The colleagues who can carry final responsibility, to choose from."""
    found = organisation_queries.colleagues(actor, Function.PROFESSIONAL, Function.COORDINATOR)
    return [(str(member.pk), member.user.name) for member in found]
