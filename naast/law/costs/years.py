"""What one person was paid in one calendar year, over all organisations, payment after payment."""

from dataclasses import dataclass, field
from datetime import date

from naast.law.costs.figures import OnDay
from naast.law.costs.payments import (
    CEILINGS,
    Code,
    Judgement,
    Kept,
    Kind,
    Terms,
    Thousandths,
    Vehicle,
)

# A total of four fifths of its ceiling is near it.
NEAR, OF = 4, 5
# A day (its number, in Belgium) or a month (the Netherlands) of which the law looks at the total.
Part = int | str
# What is kept of an accepted payment, and what it added: its amount, the part of the year and the cents that count
# there, and the kilometres that count. A plain tuple: there is one for each row of a list.
Entry = tuple[Kept, int, Part, int, Thousandths]
# What an equal payment has: kind and organisation, then its cents, or its vehicle and kilometres.
Equal = tuple[Kind, str, int] | tuple[Kind, str, Vehicle, Thousandths]
# By what an accepted row is found: what it tells, and, when another told the same before, how many there were.
Place = int | tuple[int, int]


@dataclass(slots=True, eq=False)
class PersonYear:
    """The totals of one person in one year.

    `total` and `parts` (a day or a month) are in cents and hold what the ceilings look at. `regime` is set by the first
    lump sum or real cost (Belgium), or by the first allowance (the Netherlands), and stays. `failed` and
    `failed_months`: a payment was refused for passing a ceiling.
    """

    born: date | None = None
    total: int = 0
    parts: dict[Part, int] = field(default_factory=dict)
    km: Thousandths = 0
    regime: Kind | None = None
    failed: list[Code] = field(default_factory=list)
    failed_months: list[str] = field(default_factory=list)
    # In the order in which they came; None once taken back.
    _entries: dict[Place, Entry | None] = field(default_factory=dict)
    # The places of what can still be taken back. Made at the first reversal: most years have none.
    _left: dict[Equal, list[Place]] | None = None

    @property
    def qualifies(self) -> bool:
        """Whether no payment of this year was refused for passing a ceiling."""
        return not self.failed

    def keep(
        self, what: Terms, on: OnDay, cents: int, part: Part, counted: int, km: Thousandths
    ) -> bool:
        """Keep a payment and what it adds to the totals. Answers whether every value is the same as in an
        accepted payment before this one."""
        if counted:
            self.total += counted
            self.parts[part] = self.parts.get(part, 0) + counted
        if km:
            self.km += km
        entry = (what.kept, cents, part, counted, km)
        place: Place = what.tells + on.spread
        is_there = self._entries.setdefault(place, entry) is not entry
        if is_there:
            place = (what.tells + on.spread, len(self._entries))
            self._entries[place] = entry
        if self._left is not None:
            _point(self._left, place, what.kept, cents)
        return is_there

    def take_back(self, what: Terms) -> bool:
        """Undo the latest equal payment, once: its day, month, year and kilometres are free again, and the
        regime stays. Answers whether there was one."""
        if self._left is None:
            self._left = {}
            for place, entry in self._entries.items():
                if entry is not None:
                    _point(self._left, place, entry[0], entry[1])
        places = self._left.get(_sought(what), [])
        for at in range(len(places) - 1, -1, -1):
            entry = self._entries[places[at]]
            if entry is None:
                del places[at]
            elif _is_same_way(entry[0][3], what.own_km):
                self._undo(entry)
                self._entries[places.pop(at)] = None
                return True
        return False

    def fail(self, judgement: Judgement, on: OnDay) -> None:
        """Remember which ceilings a refused payment would have passed."""
        passed = [code for code in judgement.codes if code in CEILINGS]
        self.failed += [code for code in passed if code not in self.failed]
        if passed and on.month not in self.failed_months:
            self.failed_months.append(on.month)

    def _undo(self, entry: Entry) -> None:
        _kept, _cents, part, counted, km = entry
        if counted:
            self.total -= counted
            self.parts[part] -= counted
        self.km -= km


def _point(left: dict[Equal, list[Place]], place: Place, kept: Kept, cents: int) -> None:
    kind, organisation, vehicle, km = kept
    left.setdefault((kind, organisation, cents), []).append(place)
    if kind is Kind.TRAVEL and km is not None:
        left.setdefault((kind, organisation, vehicle, km), []).append(place)


def _sought(what: Terms) -> Equal:
    """What is taken back has the same amount, or, where a rate gives it, the same kilometres the same way."""
    if what.cents is not None:
        return what.kind, what.organisation, -what.cents
    return what.kind, what.organisation, what.vehicle, what.own_km or 0


def _is_same_way(made: Thousandths | None, back: Thousandths | None) -> bool:
    """Whether the kilometres are the same, where both say them."""
    return None in (made, back) or made == back
