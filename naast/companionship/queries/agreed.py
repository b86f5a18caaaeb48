"""What two people agreed about how often, as both read it; and a time at a distance."""

from dataclasses import dataclass
from datetime import date

from naast.companionship.models import DistanceTime, Match, RhythmLine, RhythmYes, Side
from naast.companionship.queries.rhythm import at_a_distance
from naast.core.text import Text
from naast.people import terms
from naast.programmes.leaflet import contact_sentence
from naast.programmes.models import ContactLine


@dataclass(frozen=True, slots=True)
class Yes:
    """One of the two by first name, and the day on which they agreed."""

    name: str
    day: date


@dataclass(frozen=True, slots=True)
class Agreed:
    """The own lines of a match in words, who agreed with this version, and which sides have not yet."""

    version: int
    sentences: list[str]
    yeses: list[Yes]
    waits_for: list[str]
    # What the volunteer is to the participant, in words (instruments B12).
    kind: Text


def agreed_of(match: Match) -> Agreed:
    """The own lines of a match and who agreed; two queries, none without own lines."""
    lines = list(match.rhythm_lines.all()) if match.rhythm_version else []
    kind = terms.CONTACT_KINDS.get(match.contact_kind, "")
    if not lines:
        return Agreed(match.rhythm_version, [], [], [], kind)
    names = {
        Side.VOLUNTEER.value: match.volunteer.first_name,
        Side.PARTICIPANT.value: match.participant.first_name,
    }
    yeses: dict[str, RhythmYes] = {
        yes.side: yes for yes in match.rhythm_yeses.filter(version=match.rhythm_version)
    }
    return Agreed(
        match.rhythm_version,
        [sentence_of(line) for line in lines],
        [Yes(names[side], yes.agreed_on) for side, yes in yeses.items()],
        [side for side in names if side not in yeses],
        kind,
    )


def sentence_of(line: RhythmLine) -> str:
    """One line in words, as the programme words its own."""
    words = ContactLine(way=line.way, every=line.every, unit=line.unit, with_whom=line.with_whom)
    return contact_sentence(words)


def distance_on(match: Match, day: date) -> DistanceTime | None:
    """The time at a distance that holds for this match on a day; one query."""
    return at_a_distance(match.organisation_id, day).first()
