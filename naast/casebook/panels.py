"""On the volunteer's card: whether they read the cards «may I tell this?»."""

from django.utils.translation import gettext_lazy as _

from naast.casebook import queries
from naast.organisations.actors import Actor
from naast.people import panels
from naast.people.models import Person


def cards_read(actor: Actor, person: Person) -> panels.Panel | None:
    """For coordinators: the day on which this volunteer read the newest cards; one query."""
    if not actor.is_coordinator:
        return None
    return panels.Panel(
        title=_("May I tell this?"),
        template="casebook/panel.html",
        context={
            "read_on": queries.read_by(actor, person.pk),
            "cards_url": actor.url("casebook:cards"),
        },
    )


def register() -> None:
    """Called by the room's AppConfig.ready()."""
    panels.register("volunteer", cards_read)
