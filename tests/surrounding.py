"""Rows of what stands around Piet, for tests."""

from typing import Any

from naast.companionship.models import Match, MatchState, Milestone
from naast.core import clock
from naast.people.models import Person
from naast.surroundings.inputs import LineInput, MapInput, PersonInput
from naast.surroundings.models import (
    AroundLine,
    Category,
    MatchCheck,
    NetworkMap,
    Outcome,
    ProgrammeQuestions,
    Saying,
)
from naast.surroundings.services import around, maps
from tests.companionship.pair import pair, person_of
from tests.conftest import Cast

DAUGHTER = LineInput(
    who="Mijn dochter Lies", category="informal", does="kookt op zondag", phone="0470 11 22 33"
)
DRAWN_VALUES: dict[str, Any] = {
    "moment": "start",
    "agreed_how": "in_person",
    "own_strength": "Ik doe zelf mijn boodschappen.",
    "own_solutions": "Mijn buurvrouw wil wel eens mee.",
}
LIES = PersonInput(name="Lies", ring=1, category="informal", means="altijd daar")


def piet(cast: Cast) -> Person:
    """The participant."""
    return person_of(cast.piet)


def running(cast: Cast, **fields: Any) -> Match:
    """Bea stands beside Piet."""
    return pair(cast, MatchState.RUNNING, **fields)


def line(cast: Cast, **fields: Any) -> AroundLine:
    """Lies cooks on Sundays."""
    values = {
        "who": "Mijn dochter Lies",
        "category": Category.INFORMAL,
        "does": "kookt op zondag",
    }
    return AroundLine.objects.create(organisation=cast.here, person=piet(cast), **(values | fields))


def new_map(cast: Cast, **fields: Any) -> NetworkMap:
    """A map of the start with Lies on it, drawn by Amal with Piet."""
    drawn = MapInput(**({**DRAWN_VALUES, "drawn_on": clock.today()} | fields))
    made = maps.begin_map(actor=cast.actor("amal"), person_id=piet(cast).pk, drawn=drawn)
    maps.put_on_map(actor=cast.actor("amal"), map_id=made.pk, person=LIES)
    return made


def share(cast: Cast) -> None:
    """Piet lets his volunteers see who does what."""
    around.share(actor=cast.actor("piet"), person_id=piet(cast).pk, is_shared=True)


def early_check(match: Match) -> tuple[MatchCheck, MatchCheck]:
    """The check of week two, asked of both: (the volunteer's, the participant's)."""
    milestone = Milestone.objects.create(
        organisation=match.organisation,
        match=match,
        kind=Milestone.Kind.EARLY_CHECK,
        due_on=clock.today(),
    )
    common = {
        "organisation": match.organisation,
        "match": match,
        "milestone": milestone,
        "asked_on": clock.today(),
    }
    return (
        MatchCheck.objects.create(**common, side="volunteer", person=match.volunteer),
        MatchCheck.objects.create(**common, side="participant", person=match.participant),
    )


def asks_outcome(match: Match, *, moment: str = "start") -> Outcome:
    """The programme asks what changed, and asked it now."""
    ProgrammeQuestions.objects.create(
        organisation=match.organisation, programme=match.programme, asks_outcome=True
    )
    return Outcome.objects.create(
        organisation=match.organisation,
        match=match,
        person=match.participant,
        moment=moment,
        asked_on=clock.today(),
    )


def invited(cast: Cast, person: Person) -> Saying:
    """Somebody was invited to say something."""
    return Saying.objects.create(organisation=cast.here, person=person, invited_on=clock.today())


def said(cast: Cast, text: str = "Het gaat goed.", audience: str = "coordinator") -> Saying:
    """Piet said how it goes."""
    return Saying.objects.create(
        organisation=cast.here,
        person=piet(cast),
        text=text,
        audience=audience,
        said_at=clock.now(),
    )
