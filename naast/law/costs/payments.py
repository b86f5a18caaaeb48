"""What is judged: one payment to one volunteer; and the codes of a judgement."""

from dataclasses import dataclass, field
from enum import StrEnum
from fractions import Fraction
from functools import lru_cache

# Kilometres and hours are kept in thousandths; a finer part is a fraction of one, so that nothing is rounded.
THOUSANDTHS = 1000
Thousandths = int | Fraction
# So many different payments are kept once only.
SHARED = 10_000


class Kind(StrEnum):
    """What is paid. FLAT is the lump sum in Belgium and the volunteer allowance in the Netherlands."""

    FLAT = "flat"
    TRAVEL = "travel"
    REAL_COST = "real_cost"
    GIFT = "gift"


class Vehicle(StrEnum):
    """With what somebody travelled."""

    CAR = "car"
    MOTORBIKE = "motorbike"
    BICYCLE = "bicycle"
    PUBLIC = "public"


class Task(StrEnum):
    """Tasks that mean something to the law; every other one is ORDINARY."""

    ORDINARY = ""
    SPORT = "sport"
    NIGHT_GUARD = "night_guard"
    DAY_GUARD = "day_guard"
    LYING_TRANSPORT = "lying_transport"
    REGULAR_TRANSPORT = "regular_transport"
    ARTICLE_17 = "article_17"
    STAFF = "staff"
    INFORMAL_CARE = "informal_care"


# Belgium, royal decree of 20 December 2018: who may be held to the raised ceiling of a year.
RAISED = frozenset({Task.SPORT, Task.NIGHT_GUARD, Task.DAY_GUARD, Task.LYING_TRANSPORT})
# Another system (spec/law 1.8), a job, or care for one's own: none of it is volunteering.
NOT_VOLUNTEERING = frozenset({Task.ARTICLE_17, Task.STAFF, Task.INFORMAL_CARE})


class Code(StrEnum):
    """Why a payment is refused or warned about, in the order in which a judgement names them."""

    BAD_VALUE = "bad_value"
    NOT_VOLUNTEERING = "not_volunteering"
    RATE_MISSING = "rate_missing"
    REGIME_MIXED = "regime_mixed"
    RATE_EXCEEDED = "rate_exceeded"
    PROOF_MISSING = "proof_missing"
    DAY_CEILING = "day_ceiling"
    MONTH_CEILING = "month_ceiling"
    YEAR_CEILING = "year_ceiling"
    RAISED_NOT_ALLOWED = "raised_not_allowed"
    KM_LIMIT = "km_limit"
    HOUR_CEILING = "hour_ceiling"
    AGE_RATE = "age_rate"
    HOURS_MISSING = "hours_missing"
    GIFT_COUNTS = "gift_counts"
    TRAVEL_COUNTS = "travel_counts"
    NEAR_CEILING = "near_ceiling"
    ROW_REPEATED = "row_repeated"


WARNINGS = frozenset(
    {
        Code.HOUR_CEILING,
        Code.AGE_RATE,
        Code.HOURS_MISSING,
        Code.GIFT_COUNTS,
        Code.TRAVEL_COUNTS,
        Code.NEAR_CEILING,
        Code.ROW_REPEATED,
    }
)
# A payment that passes one of these, once made, takes the whole year (or month) out of the scheme.
CEILINGS = frozenset({Code.DAY_CEILING, Code.MONTH_CEILING, Code.YEAR_CEILING})


class Verdict(StrEnum):
    """What becomes of a payment."""

    OK = "ok"
    WARN = "warn"
    REFUSE = "refuse"


# What is kept of an accepted payment, to take it back later: its kind, organisation, vehicle and kilometres.
Kept = tuple[Kind, str, Vehicle, Thousandths | None]


@lru_cache(maxsize=SHARED)
def _kept(kind: Kind, organisation: str, vehicle: Vehicle, km: Thousandths | None) -> Kept:
    """The same tuple for the same values: a million rows share a few hundred."""
    return kind, organisation, vehicle, km


@dataclass(slots=True, eq=False)
class Terms:
    """What a payment says, apart from to whom and when. `cents` and `km` are negative when it takes an earlier
    one back; `cents` is None when a rate gives it. `tells` stands for all values of the row, to see that the same
    stands there twice."""

    kind: Kind
    cents: int | None
    km: Thousandths | None = None
    hours: Thousandths | None = None
    vehicle: Vehicle = Vehicle.CAR
    task: Task = Task.ORDINARY
    organisation: str = ""
    has_proof: bool = False
    declared: bool = False
    tells: int = 0
    # Worked out once, since the same terms come back a thousand times in a list.
    kept: Kept = field(init=False)
    takes_back: bool = field(init=False)
    is_volunteering: bool = field(init=False)
    is_on_raised_list: bool = field(init=False)
    # The strict reading of the royal decree of 20 December 2018: a task on the list, and the declaration that the
    # volunteer has no allowance in this period.
    is_held_to_raised: bool = field(init=False)

    def __post_init__(self) -> None:
        self.kept = _kept(self.kind, self.organisation, self.vehicle, self.km)
        value = self.km if self.cents is None else self.cents
        self.takes_back = value is not None and value < 0
        self.is_volunteering = self.task not in NOT_VOLUNTEERING
        self.is_on_raised_list = self.task in RAISED
        self.is_held_to_raised = self.declared and self.is_on_raised_list

    @property
    def own_km(self) -> Thousandths | None:
        """The kilometres without the sign of a reversal."""
        if self.km is None:
            return None
        return -self.km if self.km < 0 else self.km


@dataclass(frozen=True, slots=True)
class Judgement:
    """A verdict with its codes in order. `limit` belongs to the first code: in cents, or kilometres with
    KM_LIMIT; None when it has none."""

    verdict: Verdict
    codes: tuple[Code, ...] = ()
    limit: int | None = None


FINE = Judgement(Verdict.OK)


def money(cents: int) -> str:
    """«1659.29»: a point, and always two decimals."""
    sign, whole = "-" if cents < 0 else "", abs(cents)
    return f"{sign}{whole // 100}.{whole % 100:02d}"
