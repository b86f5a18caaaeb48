"""On the two people’s pages of a match, a volunteer’s card and a participant’s file: the way to tell something."""

from django.utils.translation import gettext_lazy as _

from naast.companionship import panels as match_panels
from naast.companionship.models import Match
from naast.companionship.states import LIVING_STATES
from naast.organisations.actors import Actor
from naast.people import panels
from naast.people.models import Person
from naast.signals.policies import own as policies


def on_match(actor: Actor, match: Match) -> panels.Panel | None:
    """«I noticed something» and «a limit is reached» (S2-10), beside a match that lives; no query."""
    if match.state not in LIVING_STATES:
        return None
    return panels.Panel(
        title=_("I noticed something"),
        template="signals/match_panel.html",
        context={
            "about": f"?match={match.pk}",
            "is_volunteer": match.volunteer_id == actor.person_id,
        },
    )


def on_card(actor: Actor, person: Person) -> panels.Panel | None:
    """Where staff write down what somebody told them by phone; no query."""
    if not actor.has(*policies.WRITERS) or actor.person_id == person.pk:
        return None
    return panels.Panel(
        title=_("What was noticed"),
        template="signals/card_panel.html",
        context={"person_id": person.pk},
    )


def register() -> None:
    """Called by the room's AppConfig.ready()."""
    for side in ("volunteer", "participant"):
        match_panels.register(side, on_match)
        panels.register(side, on_card)
