"""On the card of a volunteer and the file of a participant, for staff: the data are kept and not used for now."""

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from naast.organisations.actors import Actor
from naast.people import panels
from naast.people.models import Person
from naast.privacy.queries import rights


def _marked(actor: Actor, person: Person) -> QuerySet[Person]:
    return rights.restricted(actor).filter(pk=person.pk)


def restricted(actor: Actor, person: Person) -> panels.Panel | None:
    """The mark, with the question behind it; one query."""
    if person.restricted_on is None:
        return None
    return panels.Panel(
        title=_("Kept, not used for now"),
        template="privacy/restricted_panel.html",
        context={
            "since": person.restricted_on,
            "question": rights.requests_of(actor, person).first(),
        },
    )


def register() -> None:
    """Called by the room's AppConfig.ready()."""
    panels.register("volunteer", restricted, sign=_marked)
    panels.register("participant", restricted, sign=_marked)
