"""What stands behind the doors of surroundings: a part of tests/architecture/scene.py."""

from typing import Any
from uuid import UUID

from naast.companionship.models import DistanceTime, DutyLine, Match, Visit
from naast.core import clock
from naast.programmes.models import Programme
from naast.surroundings.models import (
    Around,
    AroundLine,
    LedToHelp,
    MapPerson,
    MatchCheck,
    NetworkMap,
    Outcome,
    Saying,
)
from tests.conftest import Cast

# How the routes of this room begin, as far as no other room's route begins so (the longest wins).
PREFIXES: tuple[str, ...] = ("alongside/around/", "mine/around/")
# Words in an address that are not ids, what a form must carry, and ids for one page alone: as in scene.py.
WORDS: dict[str, dict[str, str]] = {}
DATA: dict[str, dict[str, str]] = {}


def ids(cast: Cast, programme: Programme) -> dict[str, UUID]:
    """Ids for the names in the addresses of this room: what stands around Piet, and a line of Bea's for Nele."""
    owned: dict[str, Any] = {"organisation": cast.here}
    piet: dict[str, Any] = {**owned, "person_id": cast.piet.person_id}
    today, now = clock.today(), clock.now()
    match = Match.objects.get(programme=programme, participant_id=cast.piet.person_id)
    Around.objects.create(**piet, is_shared=True, shared_on=today)
    DistanceTime.objects.create(**owned, from_on=today)
    drawn = NetworkMap.objects.create(
        **piet, moment="start", drawn_on=today, agreed_how="in_person"
    )
    asked: dict[str, Any] = {"match": match, "asked_on": today}
    visit = Visit.objects.create(**owned, match=match, visited_on=today)
    line = DutyLine.objects.create(**owned, visit=visit, match=match, to=cast.nele, text="Terug.")
    return {
        "duty_line_id": line.pk,
        "around_line_id": AroundLine.objects.create(
            **piet, who="Lies", category="informal", does="kookt"
        ).pk,
        "led_id": LedToHelp.objects.create(**piet, service="OCMW", led_on=today).pk,
        "map_id": drawn.pk,
        "map_person_id": MapPerson.objects.create(
            **owned, network_map=drawn, name="Lies", ring=1, category="informal"
        ).pk,
        "saying_id": Saying.objects.create(
            **piet, text="Goed.", audience="professional", said_at=now
        ).pk,
        "match_check_id": MatchCheck.objects.create(**piet, **asked, side="participant").pk,
        "outcome_id": Outcome.objects.create(**piet, **asked, moment="start").pk,
    }


def special(cast: Cast, made: dict[str, UUID]) -> dict[str, dict[str, Any]]:
    """Ids that one page of this room needs instead of the usual ones: page → name → id."""
    return {}
