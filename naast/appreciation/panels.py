"""A button to say thank you, where one sees what a volunteer does (S1-223)."""

from django.utils.translation import gettext_lazy as _

from naast.appreciation.policies import STAFF
from naast.companionship import panels as match_panels
from naast.companionship.models import Match
from naast.companionship.states import LIVING_STATES
from naast.core.text import Text
from naast.organisations.actors import Actor
from naast.organisations.panels import Panel
from naast.people import api as people
from naast.people.models import Person

WORDS: dict[str, tuple[Text, str]] = {
    "thanks.given": (_("Somebody said thank you"), "heart"),
    "person.days-chosen": (_("Chose which days may be remembered"), "calendar-heart"),
}


def on_card(actor: Actor, person: Person) -> Panel | None:
    """On the card of a volunteer; no query."""
    if not actor.has(*STAFF) or person.pk == actor.person_id:
        return None
    context = {"person": person, "days_link": actor.is_coordinator}
    return Panel(_("Say thank you"), "appreciation/panel_thank.html", context)


def on_match(actor: Actor, match: Match) -> Panel | None:
    """On the page of a living match, for coordinator, professional and coach; no query."""
    if match.state not in LIVING_STATES or match.volunteer_id == actor.person_id:
        return None
    context = {"person": match.volunteer, "days_link": False}
    return Panel(_("Say thank you"), "appreciation/panel_thank.html", context)


def register() -> None:
    """Called by the room's AppConfig.ready()."""
    people.register("volunteer", on_card)
    people.register_words(WORDS)
    match_panels.register("coordinator", on_match)
    match_panels.register("staff", on_match)
