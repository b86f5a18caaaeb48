"""What services take in: new people, their words, and the fields that may change."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

PERSON_FIELDS = frozenset(
    {
        "given_name",
        "family_name",
        "birth_on",
        "gender",
        "email",
        "phone",
        "street",
        "postcode",
        "place",
        "weekly",
        "prefers_paper",
        "external_id",
    }
)
VOLUNTEER_FIELDS = frozenset(
    {
        "since_on",
        "strengths",
        "motives",
        "knowledge",
        "possibilities",
        "wishes",
        "common_ground",
        "professional_past",
        "last_discussed_on",
        "own_limits",
        "refused_tasks",
        "max_matches",
        "rests_until_on",
        "heaviest",
        "max_travel_km",
        "rather_not_nearby",
        "types",
        "styles",
        "rhythm_min",
        "rhythm_max",
        "term_months",
        "closeness",
        "smokes",
        "accepts_smoking",
        "accepts_pets",
        "accepts_stairs",
        "allergies",
        "is_also_staff",
        "staff_note",
    }
)
PARTICIPANT_FIELDS = frozenset(
    {
        "since_on",
        "strengths",
        "network",
        "background",
        "trusted_name",
        "trusted_phone",
        "home_has_smoker",
        "home_pets",
        "home_has_stairs",
        "allergies",
        "professional_id",
    }
)
FIELDS_OF_HAT = {"volunteer": VOLUNTEER_FIELDS, "participant": PARTICIPANT_FIELDS}
# What people change about themselves without asking anybody; the rest they talk through.
OWN_FIELDS = frozenset(
    {
        "email",
        "phone",
        "street",
        "postcode",
        "place",
        "weekly",
        "prefers_paper",
        "gender",
        "own_limits",
        "max_matches",
        "rests_until_on",
        "max_travel_km",
        "rather_not_nearby",
        "types",
        "styles",
        "rhythm_min",
        "rhythm_max",
        "refused_tasks",
        "strengths",
        "smokes",
        "accepts_smoking",
        "accepts_pets",
        "accepts_stairs",
        "allergies",
        "network",
        "home_has_smoker",
        "home_pets",
        "home_has_stairs",
        "trusted_name",
        "trusted_phone",
    }
)


@dataclass(frozen=True, slots=True)
class TopicUse:
    """One word of the vocabulary and how somebody relates to it: codes of Topic.Kind and
    PersonTopic.Stance with the name of the topic."""

    kind: str
    stance: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NewPerson:
    """Somebody who comes on the list. `volunteer` and `participant` hold the fields of a hat
    (VOLUNTEER_FIELDS, PARTICIPANT_FIELDS and `status`, `left_on`); None is a hat not worn."""

    given_name: str
    family_name: str = ""
    birth_on: date | None = None
    gender: str = ""
    email: str = ""
    phone: str = ""
    street: str = ""
    postcode: str = ""
    place: str = ""
    weekly: int | None = None
    prefers_paper: bool = False
    external_id: str = ""
    languages: Mapping[str, int] = field(default_factory=dict)
    topics: tuple[TopicUse, ...] = ()
    volunteer: Mapping[str, object] | None = None
    participant: Mapping[str, object] | None = None


@dataclass(frozen=True, slots=True)
class HatTerms:
    """What both sides expect when a participant becomes a volunteer, or the other way (S1-251)."""

    expects: str
    we_expect: str
    changed_on: date
