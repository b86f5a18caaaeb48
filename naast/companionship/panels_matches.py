"""Matches and visits on a volunteer's card and a participant's file, and their words in the history."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from naast.companionship.models import Match
from naast.companionship.queries import matches as queries
from naast.companionship.queries.load import Known, load_of
from naast.companionship.queries.visits import dates_with
from naast.companionship.states import LIVING_STATES
from naast.core.text import Text
from naast.organisations.actors import Actor
from naast.people import panels
from naast.people.models import Person

WORDS: dict[str, tuple[Text, str]] = {
    "match.file-read": (gettext_lazy("Somebody looked at the match"), "eye"),
    "visit.told": (gettext_lazy("A visit was told"), "footprints"),
}


def matches_of_volunteer(actor: Actor, person: Person) -> panels.Panel | None:
    """The matches of a volunteer with their load in words; one or two queries."""
    rows = queries.of_person(actor, person.pk, as_volunteer=True)
    if not rows:
        return None
    return panels.Panel(
        title=gettext_lazy("Matches"),
        template="companionship/match_panel.html",
        context={"matches": rows, "load": load_in_words(actor, rows, person), "as_volunteer": True},
    )


def matches_of_participant(actor: Actor, person: Person) -> panels.Panel | None:
    """The matches of a participant; one query."""
    rows = queries.of_person(actor, person.pk, as_volunteer=False)
    if not rows:
        return None
    return panels.Panel(
        title=gettext_lazy("Matches"),
        template="companionship/match_panel.html",
        context={"matches": rows, "load": "", "as_volunteer": False},
    )


def visits_of_participant(actor: Actor, person: Person) -> panels.Panel | None:
    """Day and way of the last visits, and who came; one query."""
    rows = dates_with(actor, person.pk)
    if not rows:
        return None
    return panels.Panel(
        title=gettext_lazy("Visits"),
        template="companionship/match_visits_panel.html",
        context={"visits": rows},
    )


def load_in_words(actor: Actor, matches: list[Match], person: Person) -> str:
    """«Two matches, agreed two»: a sentence, never a meter of somebody."""
    living = [match for match in matches if match.state in LIVING_STATES]
    if not living:
        return ""
    load = load_of(
        person.pk, living[0].programme, known=_known(actor, matches, person, len(living))
    )
    count = ngettext("%(count)s match", "%(count)s matches", load.now) % {"count": load.now}
    return _("%(count)s, agreed %(agreed)s") % {"count": count, "agreed": load.agreed}


def _known(actor: Actor, matches: list[Match], person: Person, living: int) -> Known:
    """What the card has read already: all matches when the actor sees them all and they fit on it."""
    own = person.volunteer.max_matches if hasattr(person, "volunteer") else None
    is_complete = actor.is_coordinator and len(matches) < queries.ON_A_CARD
    return Known(own=own, now=living if is_complete else None)


def register() -> None:
    """Called by the room's AppConfig.ready()."""
    panels.register("volunteer", matches_of_volunteer)
    panels.register("participant", matches_of_participant)
    panels.register("participant", visits_of_participant)
    panels.register_words(WORDS)
