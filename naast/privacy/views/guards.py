"""What the pages about terms, holds and looks share."""

from uuid import UUID

from naast.core.http import or_404
from naast.organisations.access import ActorRequest, open_to
from naast.organisations.models import Function
from naast.people.api import search_people, visible_to
from naast.people.models import Person
from naast.privacy.forms.keeping import FindForm

by_guards = open_to(Function.COORDINATOR, Function.ADMINISTRATOR)
by_coordinator = open_to(Function.COORDINATOR)
by_volunteer = open_to(Function.VOLUNTEER)


def own_person(request: ActorRequest) -> Person:
    """The person behind the actor, or a 404."""
    return or_404(own_person_if_any(request))


def own_person_if_any(request: ActorRequest) -> Person | None:
    """The person behind the actor; None for a colleague who only works here."""
    own_id = request.actor.person_id
    return visible_to(request.actor).filter(pk=own_id).first() if own_id else None


def somebody(request: ActorRequest, person_id: UUID) -> Person:
    """A person the actor may know, or a 404."""
    people = visible_to(request.actor).select_related("volunteer", "participant")
    return or_404(people.filter(pk=person_id).first())


def finding(request: ActorRequest) -> dict[str, object]:
    """The form to find somebody by name, and who was found. Two queries when something was typed."""
    form = FindForm(request.GET)
    typed = form.cleaned_data["q"] if form.is_valid() else ""
    return {
        "find_form": form,
        "typed": typed,
        "found": search_people(request.actor, typed) if typed else [],
    }
