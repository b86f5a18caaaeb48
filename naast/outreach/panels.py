"""On the volunteer's card: in which ring somebody stands, and what they wish."""

from django.utils.translation import gettext_lazy as _

from naast.core.text import Text
from naast.organisations.actors import Actor
from naast.outreach.queries import rings as queries
from naast.outreach.rings import small_step
from naast.people import panels
from naast.people.models import Person

WORDS: dict[str, tuple[Text, str]] = {
    "ring.noted": (_("Place among the rings was talked over"), "circle-dot"),
}


def ring_of(actor: Actor, person: Person) -> panels.Panel | None:
    """For coordinators: where this person stands; one query."""
    if not actor.is_coordinator:
        return None
    place = queries.place_of(actor, person.pk)
    return panels.Panel(
        title=_("Near or further away"),
        template="outreach/ring_panel.html",
        context={
            "place": place,
            "step": small_step(place.ring, place.wish) if place else "",
            "url": actor.url("outreach:ring", person_id=person.pk),
        },
    )


def register() -> None:
    """Called by the room's AppConfig.ready()."""
    panels.register("volunteer", ring_of)
    panels.register_words(WORDS)
