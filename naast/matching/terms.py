"""What a wish and a volunteer tell the engine, in the words of the programme."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import IntEnum, StrEnum

MORNING, AFTERNOON, EVENING = 0, 1, 2
PARTS_OF_DAY = 3
DAYS = 7

# Design choice: about a quarter of an hour on foot; a programme can set its own (S2-19).
NEAR_KM = 1.5


def part_of_week(day: int, part: int) -> int:
    """The bit of one part of the week: day 0 is Monday, part 0 is the morning."""
    if not (0 <= day < DAYS and 0 <= part < PARTS_OF_DAY):
        raise ValueError(f"no such part of the week: day {day}, part {part}")
    return 1 << (day * PARTS_OF_DAY + part)


class Kind(StrEnum):
    """What the volunteer is to the participant (instrument B12)."""

    ALLY = "ally"
    COACH = "coach"
    MENTOR = "mentor"


class Style(StrEnum):
    """How two people like to spend their time together."""

    TALK = "talk"
    DO = "do"
    QUIET = "quiet"


class Weight(IntEnum):
    """How much a match asks of a volunteer."""

    LIGHT = 1
    MEDIUM = 2
    HEAVY = 3


class Pattern(StrEnum):
    """Who carries responsibility beside the professional (instrument B10)."""

    EXTRA = "extra"
    PEER = "peer"
    OWNER = "owner"


@dataclass(frozen=True, slots=True)
class Missing:
    """Something that must be in place before the first contact.

    `kind` is one of training, agreement, charter, check, first_talk, trial or other; `name` is
    what the coordinator calls it. What can be arranged opens a talk, what can't excludes.
    """

    kind: str
    name: str = ""
    arrangeable: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """The request of one participant or household.

    None, an empty set and zero mean *not known yet*: they never exclude, they become a question.
    Origin, health, religion and orientation have no place here. Only what the person entered as
    an own wish, and agreed to have used, may stand in `own_criteria` (B13.6).
    """

    id: str
    people: frozenset[str] = frozenset()  # the participant, or every member of the household
    latitude: float | None = None  # degrees
    longitude: float | None = None
    postcode: str = ""
    max_km: float | None = None  # how far the volunteer may live; None is no limit
    rather_not_nearby: bool = False  # "rather not from my neighbourhood" (S2-19)
    near_km: float = NEAR_KM
    same_postcode_is_near: bool = True
    languages: Mapping[str, int] = field(default_factory=dict)  # one of these, at level 1 to 3
    gender: str = ""
    gender_asked: frozenset[str] = frozenset()
    free: int = 0  # bits of `part_of_week`
    home_has_smoker: bool | None = None
    no_smoker: bool = False
    home_has_pets: bool | None = None
    allergens: frozenset[str] = frozenset()  # in the home: "cat", "dog", "dust"
    allergies: frozenset[str] = frozenset()  # of the people who live there
    stairs: bool | None = None  # there is no way in without stairs
    avoid: frozenset[str] = frozenset()
    ended_with: frozenset[str] = frozenset()  # earlier ended or conflicting pairs
    kind: Kind | None = None
    rhythm: float | None = None  # visits in four weeks
    term_months: float | None = None
    closeness: int = 0  # 1 distant to 3 close
    interests: frozenset[str] = frozenset()
    dislikes: frozenset[str] = frozenset()
    experience: frozenset[str] = frozenset()  # lived experience asked for (S3-10)
    styles: frozenset[Style] = frozenset()
    theme: str = ""
    weight: Weight | None = None
    tasks: frozenset[str] = frozenset()  # what this wish cannot do without
    own_criteria: frozenset[str] = frozenset()
    pattern: Pattern | None = None
    consent: bool | None = None
    has_coach: bool | None = None
    has_fallback: bool | None = None
    waiting_days: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Volunteer:
    """What one volunteer told about wishes and limits. Unknown is None, empty or zero, as in `Wish`."""

    id: str
    latitude: float | None = None  # degrees
    longitude: float | None = None
    postcode: str = ""
    max_km: float | None = None
    rather_not_nearby: bool = False
    languages: Mapping[str, int | None] = field(default_factory=dict)  # level 1 to 3, None unknown
    gender: str = ""
    gender_asked: frozenset[str] = frozenset()
    free: int = 0
    smokes: bool | None = None
    accepts_smoking: bool | None = None
    accepts_pets: bool | None = None
    climbs_stairs: bool | None = None
    allergies: frozenset[str] | None = None  # an empty set is "none", None is "not asked"
    brings: frozenset[str] = frozenset()  # an assistance dog comes along
    matches_now: int = 0
    matches_agreed: int | None = None
    weight_allowed: Weight | None = None
    missing: tuple[Missing, ...] = ()
    consent: bool | None = None
    kinds: frozenset[Kind] = frozenset()
    rhythm_min: float | None = None  # visits in four weeks
    rhythm_max: float | None = None
    term_months: float | None = None
    open_ended: bool = False  # said "as long as possible": opens a talk (B12)
    closeness: int = 0
    interests: frozenset[str] = frozenset()
    dislikes: frozenset[str] = frozenset()
    experience: frozenset[str] = frozenset()
    experience_allowed: bool = False  # may matching use it? can be withdrawn (S3-10)
    styles: frozenset[Style] = frozenset()
    common_ground: Mapping[str, str] = field(default_factory=dict)  # theme -> own words (S0-7)
    refuses: frozenset[str] = frozenset()  # tasks marked "I don't do this" (S2-13)
    avoids: frozenset[str] = frozenset()
    own_tags: frozenset[str] = frozenset()  # told by the volunteer, with consent to use
    autonomy: int = 0  # 1 wants to be guided, 2 together, 3 wants to decide
    moving_soon: bool = False
    waiting_days: int = 0
