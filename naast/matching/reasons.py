"""Why a pair could work and what to talk about: codes with values, which `wording` turns into sentences."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from math import isnan
from typing import Any

from naast.matching.columns import KIND_BITS, STYLE_BITS
from naast.matching.pairs import Pairs
from naast.matching.questions import QUESTIONS
from naast.matching.soft import EXPECTATIONS, Fit
from naast.matching.terms import DAYS, PARTS_OF_DAY, Kind, Pattern

Value = str | int | float | tuple[str, ...]

MOST_REASONS = 3
MOST_POINTS = 3

# Design choices: from here a part is a reason, below here it is a point to talk about.
STRONG_FROM = 0.6
WEAK_BELOW = 0.35
# Time in common is a hard check, so it has no weight; as a reason it carries this share of all.
TIME_CARRIES = 0.06

VOLUNTEER, PARTICIPANT, BOTH = "volunteer", "participant", "both"

# The freedom that a pattern of responsibility gives, on the scale of `Volunteer.autonomy` (S1-104).
FREEDOM: Mapping[Pattern, int] = {Pattern.EXTRA: 1, Pattern.PEER: 2, Pattern.OWNER: 3}


@dataclass(frozen=True, slots=True)
class Reason:
    """One thing to say about a pair. Names stand in the values as people read them."""

    code: str
    values: Mapping[str, Value] = field(default_factory=dict)

    def as_dict(self) -> dict[str, Any]:
        """For the choice record and for JSON (B13.4)."""
        return {"code": self.code, **self.values}


@dataclass(frozen=True)
class Closeup:
    """The few pairs that will be shown, with their numbers as plain Python values."""

    pairs: Pairs
    fit: Fit
    weights: Mapping[str, float]

    @cached_property
    def shares(self) -> Mapping[str, float]:
        """The share of each part in the weight of all."""
        total = sum(self.weights.values())
        return {code: weight / total for code, weight in self.weights.items() if weight}

    @cached_property
    def parts(self) -> Mapping[str, list[float]]:
        return {code: values.tolist() for code, values in self.fit.parts.items()}

    @cached_property
    def expectations(self) -> Mapping[str, list[float]]:
        values = {code: value(self.pairs) for code, value in EXPECTATIONS.items()}
        return {
            code: value.tolist()
            for code, value in values.items()
            if value is not self.pairs.unknown
        }

    @cached_property
    def distance(self) -> list[float]:
        kilometres: list[float] = self.pairs.distance.tolist()
        return kilometres

    @cached_property
    def grounds(self) -> list[Reason | None]:
        """What each pair shares, if anything (S0-7)."""
        return [common_ground(self, row) for row in range(len(self.pairs.pool))]

    @cached_property
    def shared(self) -> Mapping[str, list[list[str]]]:
        """Per part of the fit, which of the asked words each volunteer has."""
        wish, pool = self.pairs.wish, self.pairs.pool
        tags = pool.vocabulary.tag_places
        return {
            "interests": pool.interests.among(wish.interests, tags),
            "dislikes": pool.dislikes.among(wish.dislikes, tags),
            "experience": pool.experience.among(wish.experience, pool.vocabulary.experience_places),
            "theme": pool.themes.among({wish.theme} - {""}, pool.vocabulary.theme_places),
            "likes_disliked": pool.interests.among(wish.dislikes, tags),
            "dislikes_liked": pool.dislikes.among(wish.interests, tags),
        }

    @cached_property
    def languages(self) -> list[tuple[str, list[int], int]]:
        """Each asked language with the levels of the volunteers and the level that is needed."""
        pool = self.pairs.pool
        places = pool.vocabulary.language_places
        return [
            (code, pool.levels[places[code]].tolist(), needed)
            for code, needed in self.pairs.wish.languages.items()
            if code in places
        ]

    @cached_property
    def _columns(self) -> dict[str, list[Any]]:
        return {}

    def told(self, column: str, row: int) -> Any:
        """One value of the pool."""
        if column not in self._columns:
            self._columns[column] = getattr(self.pairs.pool, column).tolist()
        return self._columns[column][row]

    def part(self, code: str, row: int) -> float:
        """One part of the fit, NaN where it isn't known or doesn't apply."""
        values = self.parts.get(code)
        return values[row] if values else float("nan")

    def expectation(self, code: str, row: int) -> float:
        values = self.expectations.get(code)
        return values[row] if values else float("nan")

    def names(self, words: list[str]) -> tuple[str, ...]:
        """As people read them, in a fixed order."""
        return tuple(sorted(self.pairs.pool.vocabulary.name(word) for word in words))


Maker = Callable[[Closeup, int], Reason | None]


# -- reasons for ----------------------------------------------------------------------------------


def _expectations(closeup: Closeup, row: int) -> Reason | None:
    agreed = tuple(
        code for code, values in closeup.expectations.items() if values[row] >= STRONG_FROM
    )
    return Reason("expectations_agree", {"on": agreed}) if agreed else None


def _shared(code: str, part: str) -> Maker:
    def make(closeup: Closeup, row: int) -> Reason | None:
        shared = closeup.shared[part][row]
        return Reason(code, {"names": closeup.names(shared)}) if shared else None

    return make


def _language(closeup: Closeup, row: int) -> Reason | None:
    spoken = [code for code, levels, needed in closeup.languages if levels[row] >= needed]
    return Reason("shared_language", {"names": closeup.names(spoken)}) if spoken else None


def _nearness(closeup: Closeup, row: int) -> Reason | None:
    return Reason("lives_near", {"km": _km(closeup, row)})


def _style(closeup: Closeup, row: int) -> Reason | None:
    own = closeup.told("styles", row)
    shared = sorted(style for style in closeup.pairs.wish.styles if own & STYLE_BITS[style])
    return Reason("style_fits", {"styles": tuple(shared)}) if shared else None


def _theme(closeup: Closeup, row: int) -> Reason | None:
    pool, theme = closeup.pairs.pool, closeup.pairs.wish.theme
    if not closeup.shared["theme"][row]:
        return None
    told = pool.common_ground.get(pool.ids[row], {}).get(theme)
    return Reason("common_ground", {"ground": told or pool.vocabulary.name(theme)})


REASONS: Mapping[str, Maker] = {
    "expectations": _expectations,
    "interests": _shared("shared_interests", "interests"),
    "dislikes": _shared("shared_dislikes", "dislikes"),
    "experience": _shared("shared_experience", "experience"),
    "language": _language,
    "nearness": _nearness,
    "style": _style,
    "theme": _theme,
}

# A point of contact between two people, the best first (S0-7).
GROUNDS = ("theme", "experience", "interests", "dislikes")


def _time(closeup: Closeup, row: int) -> Reason | None:
    both = closeup.pairs.wish.free & closeup.told("free", row)
    if not both:
        return None
    parts = [part for part in range(DAYS * PARTS_OF_DAY) if both >> part & 1]
    return Reason("shared_time", {"part": parts[0], "others": len(parts) - 1})


def _km(closeup: Closeup, row: int) -> float:
    # To a hundred metres: enough to plan a bus, too coarse to find a door.
    return round(closeup.distance[row], 1)


def common_ground(closeup: Closeup, row: int) -> Reason | None:
    """What the two share; none is said aloud too (S0-7)."""
    for part in GROUNDS:
        # Only what the programme gives weight may be read out.
        if part in closeup.parts:
            ground = REASONS[part](closeup, row)
            if ground:
                return ground
    return None


def reasons_for(closeup: Closeup, row: int) -> tuple[Reason, ...]:
    """Up to three: the common ground, then what carries the fit most."""
    strong = [
        (closeup.shares[code] * values[row], code)
        for code, values in closeup.parts.items()
        if values[row] >= STRONG_FROM
    ]
    strong.append((TIME_CARRIES, "time"))
    strong.sort(key=lambda part: (-part[0], part[1]))
    ground = closeup.grounds[row]
    found = [ground] if ground else []
    for _carries, code in strong:
        if len(found) == MOST_REASONS:
            break
        reason = _time(closeup, row) if code == "time" else REASONS[code](closeup, row)
        if reason and reason != ground:
            found.append(reason)
    return tuple(found)


# -- points to talk about -------------------------------------------------------------------------


def _missing(closeup: Closeup, row: int) -> Reason | None:
    pool = closeup.pairs.pool
    if not closeup.told("to_arrange", row):
        return None
    items = [item for item in pool.missing.get(pool.ids[row], ()) if item.arrangeable]
    if not items:
        return Reason("missing_other", {"names": ()})
    kind = items[0].kind
    names = tuple(item.name for item in items if item.kind == kind and item.name)
    return Reason(f"missing_{kind}" if kind in MISSING_KINDS else "missing_other", {"names": names})


MISSING_KINDS = ("training", "agreement", "charter", "check", "first_talk", "trial")


def _term(closeup: Closeup, row: int) -> Reason | None:
    if closeup.told("open_ended", row):
        return Reason("term_open_ended")
    offered = closeup.told("term", row)
    asked = closeup.pairs.wish.term_months
    if isnan(offered) or not asked:
        return Reason("term_not_agreed")
    if offered < asked:
        return Reason("term_differs", {"asked": asked, "offered": offered})
    return None


def _moving(closeup: Closeup, row: int) -> Reason | None:
    return Reason("moving_soon") if closeup.told("moving_soon", row) else None


def _rhythm(closeup: Closeup, row: int) -> Reason | None:
    asked = closeup.pairs.wish.rhythm
    if not asked or not closeup.expectation("rhythm", row) < 1:
        return None
    most, least = closeup.told("rhythm_max", row), closeup.told("rhythm_min", row)
    return Reason("rhythm_differs", {"asked": asked, "offered": most if asked > most else least})


def _kind(closeup: Closeup, row: int) -> Reason | None:
    asked = closeup.pairs.wish.kind
    if not asked or closeup.expectation("kind", row) != 0:
        return None
    own = closeup.told("kinds", row)
    offered = tuple(str(kind) for kind in Kind if own & KIND_BITS[kind])
    return Reason("kind_differs", {"asked": str(asked), "offered": offered})


def _closeness(closeup: Closeup, row: int) -> Reason | None:
    asked = closeup.pairs.wish.closeness
    if not asked or not closeup.expectation("closeness", row) < 1:
        return None
    nearer = closeup.told("closeness", row) > asked
    return Reason("volunteer_closer" if nearer else "participant_closer")


def _load(closeup: Closeup, row: int) -> Reason | None:
    now, agreed = closeup.told("matches_now", row), closeup.told("matches_agreed", row)
    if not now or now + 1 < agreed:
        return None
    if agreed < 0:
        return Reason("load_not_agreed", {"now": now})
    return Reason("load", {"now": now, "agreed": agreed})


def _autonomy(closeup: Closeup, row: int) -> Reason | None:
    pattern = closeup.pairs.wish.pattern
    wanted = closeup.told("autonomy", row)
    if not wanted or not pattern or wanted == FREEDOM[pattern]:
        return None
    return Reason("wants_more_room" if wanted > FREEDOM[pattern] else "wants_more_guidance")


def _few_words(closeup: Closeup, row: int) -> Reason | None:
    # Just the asked level, and below fluent: they will manage, but it is good to know.
    if not STRONG_FROM <= closeup.part("language", row) < 1:
        return None
    spoken = _language(closeup, row)
    return Reason("language_limited", spoken.values) if spoken else None


def _far(closeup: Closeup, row: int) -> Reason | None:
    if not closeup.part("nearness", row) < WEAK_BELOW:
        return None
    return Reason("lives_far", {"km": _km(closeup, row)})


def _other_style(closeup: Closeup, row: int) -> Reason | None:
    return Reason("style_differs") if closeup.part("style", row) < WEAK_BELOW else None


def _tastes(closeup: Closeup, row: int) -> Reason | None:
    against = closeup.shared["dislikes_liked"][row] + closeup.shared["likes_disliked"][row]
    return Reason("tastes_differ", {"names": closeup.names(against)}) if against else None


# In the order of what makes pairs end early (B12), then what only needs a word.
POINTS: tuple[Maker, ...] = (
    _missing,
    _term,
    _moving,
    _rhythm,
    _kind,
    _closeness,
    _load,
    _autonomy,
    _few_words,
    _far,
    _other_style,
    _tastes,
)


def points_of(closeup: Closeup, row: int) -> tuple[Reason, ...]:
    """Up to three points to talk about. That no common ground was found is never left out."""
    apart = closeup.grounds[row] is None
    room = MOST_POINTS - apart
    found: list[Reason] = []
    for point in POINTS:
        if len(found) == room:
            break
        reason = point(closeup, row)
        if reason:
            found.append(reason)
    return (*found, Reason("no_common_ground")) if apart else tuple(found)


# The same questions come back for every pair, so they are made once.
_QUESTIONS: Mapping[str, tuple[Reason, Reason, Reason]] = {
    subject: (
        Reason(f"ask_{subject}", {"who": VOLUNTEER}),
        Reason(f"ask_{subject}", {"who": PARTICIPANT}),
        Reason(f"ask_{subject}", {"who": BOTH}),
    )
    for subject in QUESTIONS
}


def still_to_ask(pairs: Pairs) -> list[tuple[Reason, ...]]:
    """Per pair what nobody has told yet, and whom to ask."""
    asked: list[list[Reason]] = [[] for _person in pairs.pool.ids]
    for subject, question in QUESTIONS.items():
        participant, volunteer = question(pairs)
        if participant is pairs.nobody and volunteer is pairs.nobody:
            continue
        reasons = _QUESTIONS[subject]
        for row, who in enumerate((participant * 2 + volunteer).tolist()):
            if who:
                asked[row].append(reasons[who - 1])
    return [tuple(questions) for questions in asked]
