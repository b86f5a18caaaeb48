"""What one person was paid in one calendar year, over all organisations, payment after payment."""

from dataclasses import dataclass, field
from datetime import date

from naast.law.costs.figures import OnDay
from naast.law.costs.payments import CEILINGS, Code, Judgement, Kind, Terms, Thousandths

# A total of four fifths of its ceiling is near it.
NEAR, OF = 4, 5
# A day (its number, in Belgium) or a month (the Netherlands) of which the law looks at the total.
Part = int | str
# An accepted payment, and what it added: its amount, the part of the year and the cents that count there, and
# the kilometres that count. A plain tuple: there is one for each row of a list.
Entry = tuple[Terms, int, Part, int, Thousandths]


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
    # By what the row tells, in the order in which they came.
    _entries: dict[int, Entry] = field(default_factory=dict)
    # What can still be taken back, by kind, organisation and cents. Made at the first reversal: most years have
    # none.
    _left: dict[tuple[Kind, str, int], list[Entry]] | None = None

    @property
    def qualifies(self) -> bool:
        """Whether no payment of this year was refused for passing a ceiling."""
        return not self.failed

    def keep(
        self, what: Terms, on: OnDay, cents: int, part: Part, counted: int, km: Thousandths
    ) -> bool:
        """Keep a payment and what it adds to the totals. Answers whether every value is the same as in an
        accepted payment before this one."""
        entry = (what, cents, part, counted, km)
        if counted:
            self.total += counted
            self.parts[part] = self.parts.get(part, 0) + counted
        if km:
            self.km += km
        if self._left is not None:
            self._left.setdefault((what.kind, what.organisation, cents), []).append(entry)
        told = what.tells + on.spread
        if self._entries.setdefault(told, entry) is entry:
            return False
        while told in self._entries:
            told += 1
        self._entries[told] = entry
        return True

    def take_back(self, what: Terms) -> bool:
        """Undo the latest equal payment, once: its day, month, year and kilometres are free again, and the
        regime stays. Answers whether there was one."""
        if self._left is None:
            self._left = {}
            for entry in self._entries.values():
                key = (entry[0].kind, entry[0].organisation, entry[1])
                self._left.setdefault(key, []).append(entry)
        for entries in self._candidates(what):
            for place in range(len(entries) - 1, -1, -1):
                if _is_same_way(entries[place][0], what):
                    self._undo(entries.pop(place))
                    return True
        return False

    def fail(self, judgement: Judgement, on: OnDay) -> None:
        """Remember which ceilings a refused payment would have passed."""
        passed = [code for code in judgement.codes if code in CEILINGS]
        self.failed += [code for code in passed if code not in self.failed]
        if passed and on.month not in self.failed_months:
            self.failed_months.append(on.month)

    def _candidates(self, what: Terms) -> list[list[Entry]]:
        """Lists with what may be taken back: by the amount, or, where a rate gave it, by the kilometres."""
        left = self._left or {}
        if what.cents is not None:
            return [left.get((what.kind, what.organisation, -what.cents), [])]
        return [
            entries
            for (kind, organisation, _cents), entries in left.items()
            if (kind, organisation) == (what.kind, what.organisation)
        ]

    def _undo(self, entry: Entry) -> None:
        _what, _cents, part, counted, km = entry
        if counted:
            self.total -= counted
            self.parts[part] -= counted
        self.km -= km


def _is_same_way(made: Terms, what: Terms) -> bool:
    """Whether the kilometres are the same, where both say them."""
    return None in (made.km, what.km) or made.km == what.own_km
