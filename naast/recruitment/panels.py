"""How somebody came to us, on the card of a volunteer (S1-204)."""

from django.utils.translation import gettext_lazy as _

from naast.organisations.actors import Actor
from naast.people import panels
from naast.people.models import Person
from naast.recruitment.models import Application
from naast.recruitment.policies import applications as policies
from naast.recruitment.queries import notes


def how_it_began(actor: Actor, person: Person) -> panels.Panel | None:
    """Through which channel somebody came and their first words on why here, for who looks after
    volunteers; what they told in a talk as far as its audience allows. Two queries."""
    if not policies.can_read_beginnings(actor):
        return None
    first = (
        Application.objects.filter(organisation_id=actor.organisation_id, person=person)
        .select_related("channel", "programme")
        .order_by("came_on", "id")
        .first()
    )
    if first is None:
        return None
    return panels.Panel(
        title=_("How it began"),
        template="recruitment/began_panel.html",
        context={
            "application": first,
            "told_why": notes.told_why(actor, first),
            "can_open": actor.is_coordinator,
        },
    )


def register() -> None:
    """Called by the room's AppConfig.ready()."""
    panels.register("volunteer", how_it_began)
