"""What stands behind the doors of parting: a part of tests/architecture/scene.py."""

from datetime import timedelta
from typing import Any
from uuid import UUID

from naast.companionship.models import MatchState
from naast.core import clock
from naast.parting.models import Away, Care, Keepsake, Parting, Pulse
from naast.parting.states import CareKind, PartingKind, PartingState, Side
from naast.people.models import Person
from naast.programmes.models import Programme
from tests.conftest import Cast
from tests.factories import MatchFactory, ProgrammeFactory, VolunteerFactory

# How the routes of this room begin, as far as no other room's route begins so (the longest wins).
PREFIXES: tuple[str, ...] = ("alongside/parting/", "mine/parting/")
# Words in an address that are not ids, what a form must carry, and ids for one page alone: as in scene.py.
WORDS: dict[str, dict[str, str]] = {
    f"parting:{page}": {"side": "volunteer"} for page in ("closing_talk", "who_died", "debrief")
}
DATA: dict[str, dict[str, str]] = {}
OF_A_MATCH = (
    "closing",
    "closing_talk",
    "arrange",
    "end",
    "who_died",
    "next_wish",
    "debrief",
    "new_pulse",
)


def _parting(person: Person, kind: str, state: str) -> Parting:
    return Parting.objects.create(
        organisation_id=person.organisation_id,
        person=person,
        kind=kind,
        state=state,
        state_since=clock.now(),
        closed_on=clock.today() if state == PartingState.PARTED else None,
    )


def ids(cast: Cast, programme: Programme) -> dict[str, UUID]:
    """An end of Bea and Piet with a call to make, Bea keeps in touch; a goodbye to Bea that she reads, one to
    somebody else that is half written, and one that was said; Bea was not there for long."""
    bea, piet = (Person.objects.get(pk=cast.person_id(name)) for name in ("bea", "piet"))
    owned, today = {"organisation": cast.here}, clock.today()
    match = MatchFactory(
        **owned,
        programme=ProgrammeFactory(**owned),
        request=None,
        participant=piet,
        volunteer=bea,
        state=MatchState.ENDED,
    )
    pulse = Pulse.objects.create(
        **owned,
        match=match,
        participant=piet,
        volunteer=bea,
        every_weeks=4,
        started_on=today,
        until_on=today + timedelta(days=90),
        consent_on=today,
        consent_how="by_phone",
    )
    care = Care.objects.create(
        **owned, match=match, side=Side.VOLUNTEER, kind=CareKind.FIRST, due_on=today
    )
    away = Away.objects.create(
        **owned, person=bea, seen_on=today - timedelta(days=400), asked_on=today
    )
    others = [VolunteerFactory(**owned).person for _each in range(2)]
    said = _parting(others[1], PartingKind.OWN_WISH, PartingState.PARTED)
    Keepsake.objects.create(**owned, parting=said, language="nl", made_on=today, content=CONTENT)
    return {
        "ended_match_id": match.pk,
        "pulse_id": pulse.pk,
        "care_id": care.pk,
        "away_id": away.pk,
        "parting_id": _parting(bea, PartingKind.ORGANISATION, PartingState.SHARED).pk,
        "half_written_id": _parting(others[0], PartingKind.ORGANISATION, PartingState.OPEN).pk,
        "said_id": said.pk,
    }


CONTENT = {
    "title": "Dank je",
    "name": "Iemand",
    "organisation": "Hier",
    "language": "nl",
    "on": [2026, 3, 1],
    "date": "1 maart 2026",
    "lead": "Vrijwilliger bij ons.",
    "thanks": "Voor alles.",
    "parts": [],
}


def special(cast: Cast, made: dict[str, UUID]) -> dict[str, dict[str, Any]]:
    """Ids that one page of this room needs instead of the usual ones: page → name → id."""
    half_written = {"parting_id": made["half_written_id"]}
    return {
        **{f"parting:{page}": {"match_id": made["ended_match_id"]} for page in OF_A_MATCH},
        **{f"parting:{page}": half_written for page in ("grounds", "earlier", "seen", "share")},
        "parting:keepsake": {"parting_id": made["said_id"]},
        "parting:new_parting": {"person_id": cast.person_id("bea")},
    }
