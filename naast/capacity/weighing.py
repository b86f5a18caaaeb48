"""How a load is weighed: pure, so that its laws can be tested and the volunteer can read how it works.

The answer is a question to ask somebody and why, never a figure about them. Three laws hold: doing more
never makes «too much» go away; what the person says themselves outweighs what is computed; and what we
don't know is not called good.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from naast.capacity.states import Amount, Reason

# Instruments B14: half as much again as usual, over four weeks; below these nothing is worth a question.
HALF_AS_MUCH_AGAIN = 1.5
MINUTES_WORTH_ASKING = 240
EVENINGS_WORTH_ASKING = 3
UNPLANNED_WORTH_ASKING = 3
HARD_WORTH_ASKING = 2
OFF_DAYS_WORTH_ASKING = 2


class Outcome(StrEnum):
    """What the weighing leads to. «Fine» says that nothing stands out, «unknown» that we can't tell."""

    MUCH = "much"
    LITTLE = "little"
    HOW = "how"
    FINE = "fine"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Measure:
    """One thing that is counted over four weeks: now, as this person usually does (None: not long enough
    here to know), and at most, as they said themselves (None: they set no limit)."""

    now: int = 0
    usual: int | None = None
    limit: int | None = None

    @property
    def is_over_limit(self) -> bool:
        """More than the person wants."""
        return self.limit is not None and self.now > self.limit

    def rose(self, least: int) -> bool:
        """At least half as much again as usual, and `least` more."""
        if self.usual is None:
            return False
        return self.now >= self.usual * HALF_AS_MUCH_AGAIN and self.now - self.usual >= least


@dataclass(frozen=True, slots=True)
class Said:
    """What the person said in their newest self-check, as long as it still holds."""

    amount: Amount | None = None
    low_energy: bool = False
    less_joy: bool = False


@dataclass(frozen=True, slots=True)
class Carried:
    """What one volunteer carries now. `weight` adds the weights of living matches and circle places;
    `room` is how much of that suits them; `minutes` are those of visits that told how long they took."""

    weight: int = 0
    room: int = 0
    minutes: Measure = Measure()
    evenings: Measure = Measure()
    unplanned: Measure = Measure()
    hard: int = 0
    off_days: int = 0
    visits: int = 0
    is_idle: bool = False
    # Two self-checks in a row were let go, and nobody asked since.
    is_silent: bool = False
    said: Said | None = None

    @property
    def is_known(self) -> bool:
        """Whether we were told anything at all in these four weeks."""
        return self.visits > 0 or self.said is not None


@dataclass(frozen=True, slots=True)
class Weighed:
    """What to ask, and why."""

    outcome: Outcome
    reasons: tuple[Reason, ...] = ()

    @property
    def is_worth_asking(self) -> bool:
        """Whether somebody should ask how it goes."""
        return self.outcome in (Outcome.MUCH, Outcome.LITTLE, Outcome.HOW)


def weigh(carried: Carried) -> Weighed:
    """Both ends of a load (S3-16). What was said comes first; then what rose; then who waits."""
    much, told = tuple(_too_much(carried)), tuple(_told(carried))
    amount = carried.said.amount if carried.said else None
    if amount == Amount.MUCH:
        return Weighed(Outcome.MUCH, (Reason.SAID_MUCH, *told, *much))
    if amount == Amount.LITTLE:
        return Weighed(Outcome.LITTLE, (Reason.SAID_LITTLE, *told))
    if much and amount is None:
        return Weighed(Outcome.MUCH, (*much, *told))
    if told:
        return Weighed(Outcome.HOW, told)
    return _without_reason(carried, amount)


def _without_reason(carried: Carried, amount: Amount | None) -> Weighed:
    """Nothing rose and nothing was told that asks for a talk."""
    if carried.is_idle and amount is None:
        return Weighed(Outcome.LITTLE, (Reason.IDLE,))
    return Weighed(Outcome.FINE if carried.is_known else Outcome.UNKNOWN)


def _told(carried: Carried) -> Iterator[Reason]:
    said = carried.said
    if said is not None and said.low_energy:
        yield Reason.ENERGY
    if said is not None and said.less_joy:
        yield Reason.JOY
    if carried.is_silent:
        yield Reason.SKIPPED


def _too_much(carried: Carried) -> Iterator[Reason]:
    rules = {
        Reason.HOURS: carried.minutes.rose(MINUTES_WORTH_ASKING),
        Reason.HOURS_LIMIT: carried.minutes.is_over_limit,
        Reason.EVENINGS: carried.evenings.rose(EVENINGS_WORTH_ASKING),
        Reason.EVENINGS_LIMIT: carried.evenings.is_over_limit,
        Reason.UNPLANNED: carried.unplanned.now >= UNPLANNED_WORTH_ASKING
        and carried.unplanned.now > (carried.unplanned.usual or 0),
        Reason.HARD: carried.hard >= HARD_WORTH_ASKING,
        Reason.OFF_DAYS: carried.off_days >= OFF_DAYS_WORTH_ASKING,
        Reason.WEIGHT: carried.weight > carried.room,
    }
    return (reason for reason, holds in rules.items() if holds)
