"""On the card of a volunteer and the file of a participant, for staff: that nothing may be erased for now."""

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from naast.core import clock
from naast.organisations.actors import Actor
from naast.people import panels
from naast.people.models import Person
from naast.privacy.models import LegalHold
from naast.privacy.policies import keeping as policies


def _standing(actor: Actor, person: Person) -> QuerySet[LegalHold]:
    rows = policies.holds_visible_to(actor)
    return rows.standing(clock.today()).filter(person=person)


def held(actor: Actor, person: Person) -> panels.Panel | None:
    """The hold that stands; one query."""
    found = _standing(actor, person).first()
    if found is None:
        return None
    return panels.Panel(
        title=_("Nothing may be erased for now"),
        template="privacy/hold_panel.html",
        context={"hold": found},
    )


def register() -> None:
    """Called by the room's AppConfig.ready()."""
    panels.register("volunteer", held, sign=_standing)
    panels.register("participant", held, sign=_standing)
