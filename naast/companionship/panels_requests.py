"""Wishes on a participant's file, and the way to possible places on a volunteer's card."""

from django.utils.translation import gettext_lazy as _

from naast.companionship.policies import requests as policies
from naast.companionship.queries.request_pages import line_of
from naast.companionship.queries.requests import listed_requests
from naast.core import clock
from naast.organisations.actors import Actor
from naast.people import panels
from naast.people.models import Person

# A file shows the newest wishes; the list has them all.
MOST = 10


def wishes(actor: Actor, person: Person) -> panels.Panel | None:
    """The wishes of this participant that the actor may see; two queries."""
    if not policies.may_write(actor, person):
        return None
    rows = listed_requests(actor).filter(participant=person).order_by("-asked_on", "-id")[:MOST]
    return panels.Panel(
        title=_("Wishes"),
        template="companionship/request_panel.html",
        context={
            "lines": [line_of(row, today=clock.today()) for row in rows],
            "can_write": True,
        },
    )


def possible_places(actor: Actor, person: Person) -> panels.Panel | None:
    """The link to possible places, for who may look there (S1-105); no queries."""
    if not policies.can_look_for_places(actor, person):
        return None
    return panels.Panel(title=_("Possible places"), template="companionship/places_panel.html")


def register() -> None:
    """Called by the room's AppConfig.ready()."""
    panels.register("participant", wishes)
    panels.register("volunteer", possible_places)
