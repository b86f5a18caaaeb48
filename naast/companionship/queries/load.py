"""How many matches a volunteer has, and how many were agreed (S2-6). A number of both, no score."""

from dataclasses import dataclass
from uuid import UUID

from naast.companionship.models import Match
from naast.companionship.states import LIVING_STATES
from naast.people.models import VolunteerProfile
from naast.programmes.models import Programme


@dataclass(frozen=True, slots=True)
class Load:
    """Living matches now, and the number agreed: the volunteer's own, otherwise the programme's."""

    now: int
    agreed: int


@dataclass(frozen=True, slots=True)
class Known:
    """What the page has read already: the volunteer's own number, and the living matches (None: unknown)."""

    own: int | None
    now: int | None


def load_of(volunteer_id: UUID, programme: Programme, known: Known | None = None) -> Load:
    """The load of one volunteer, seen from a programme in which they may start another match. Two queries,
    less what is `known`."""
    own = known.own if known else _own_number(volunteer_id)
    now = known.now if known else None
    if now is None:
        now = Match.objects.filter(volunteer_id=volunteer_id, state__in=LIVING_STATES).count()
    return Load(now=now, agreed=own if own is not None else programme.max_matches)


def _own_number(volunteer_id: UUID) -> int | None:
    return (
        VolunteerProfile.objects.filter(person_id=volunteer_id)
        .values_list("max_matches", flat=True)
        .first()
    )
