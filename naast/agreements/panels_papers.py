"""The papers of somebody, on the card of a volunteer."""

from django.utils.translation import gettext_lazy as _

from naast.agreements.policies import copies as policies
from naast.agreements.queries import copies as queries
from naast.agreements.queries.cards import as_volunteer
from naast.agreements.queries.signing import state_of
from naast.agreements.services import reading
from naast.core import clock
from naast.core.text import Text
from naast.organisations.actors import Actor
from naast.people import panels
from naast.people.models import Person

ON_A_CARD = 8
WORDS: dict[str, tuple[Text, str]] = {
    "papers.prepared": (_("Papers were made"), "file-plus"),
    "paper.read-by-us": (_("Somebody of the staff read a paper"), "eye"),
}


def papers_of_volunteer(actor: Actor, person: Person) -> panels.Panel | None:
    """What waits, holds or is to be read again, and whether the cards are read, for who arranges papers; five
    queries at most."""
    if not policies.can_prepare(actor):
        return None
    today = clock.today()
    rows = queries.lightly(policies.visible_to(actor)).filter(
        person=person, state__in=queries.SHOWN
    )
    cards = reading.cards_read(person, as_volunteer(person), reading.FOR_VOLUNTEERS)
    papers = [(copy, state_of(copy, today)) for copy in rows.order_by("-id")[:ON_A_CARD]]
    return panels.Panel(
        title=_("Papers"),
        template="agreements/papers_panel.html",
        context={"papers": papers, "cards": cards},
    )


def register() -> None:
    """Called by the room's AppConfig.ready()."""
    panels.register("volunteer", papers_of_volunteer)
    panels.register_words(WORDS)
