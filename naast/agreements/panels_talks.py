"""On a volunteer's card, for the coordinator and the coach of the programme: agreements to talk about. On a
participant's file: letters and the role card."""

from django.utils.translation import gettext_lazy as _

from naast.agreements.queries import information, steps
from naast.organisations.actors import Actor
from naast.organisations.models import Function
from naast.people import panels
from naast.people.models import Person


def to_talk_about(actor: Actor, person: Person) -> panels.Panel | None:
    """Where a talk about an agreement begins, and those that are open; two queries. It shows nothing to
    anybody else, and nothing is counted."""
    engagements = steps.engagements_of(actor, person)
    if not engagements and not actor.is_coordinator:
        return None
    letters_url = actor.url("agreements:information", person_id=person.pk)
    return panels.Panel(
        title=_("Agreements and letters"),
        template="agreements/steps_panel.html",
        context={
            "engagements": engagements,
            "open": steps.open_about(actor, person),
            "letters_url": letters_url if actor.is_coordinator else "",
        },
    )


def letters(actor: Actor, person: Person) -> panels.Panel | None:
    """Letters with information for coordinators, and the role card on paper for whoever prints it; a few
    queries."""
    if not (actor.is_coordinator or actor.has(Function.COACH, Function.PROFESSIONAL)):
        return None
    letters_url = actor.url("agreements:information", person_id=person.pk)
    context = {
        "letters_url": letters_url if actor.is_coordinator else "",
        "programmes": information.programmes_of_participant(actor, person),
    }
    if not any(context.values()):
        return None
    return panels.Panel(
        title=_("Letters and role card"),
        template="agreements/letters_panel.html",
        context=context,
    )


def register() -> None:
    """Called by the room's AppConfig.ready()."""
    panels.register("volunteer", to_talk_about)
    panels.register("participant", letters)
