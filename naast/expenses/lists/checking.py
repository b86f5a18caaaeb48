"""A whole list of payments, judged row by row, and what is left of each person's year."""

from collections.abc import Iterable, Iterator

from naast.expenses.lists.reading import Line, Reader, Unreadable, Who
from naast.law.costs.judging import BAD_VALUE, judge_of
from naast.law.costs.payments import FINE, Judgement, Verdict
from naast.law.costs.years import PersonYear

# One row with its judgement: its number (1 is the first payment), how it was read, what is said of it, and the
# year with the totals after this row, None when the person or the day could not be read.
Checked = tuple[int, Line, Judgement, PersonYear | None]


class Check:
    """A check of one list: read `rows` to their end, then `counts` and the years of `people` are whole."""

    def __init__(self, country: str, reader: Reader) -> None:
        """`reader` reads for the same country."""
        self.country = country
        self.counts = dict.fromkeys(Verdict, 0)
        self._reader = reader

    @property
    def people(self) -> Iterable[Who]:
        """Everybody in the list, in the order in which they came, with each of their years."""
        return self._reader.people.values()

    def rows(self, rows: Iterator[list[str]]) -> Iterator[Checked]:
        """Judge the rows in the order of the file: what is refused changes nothing in the totals."""
        judge, well = judge_of(self.country), 0
        for number, line in enumerate(self._reader.lines(rows), start=1):
            who, on, what = line
            if isinstance(who, Unreadable) or isinstance(on, Unreadable):
                year, judgement = None, BAD_VALUE
            else:
                year = who.years.get(on.year)
                if year is None:
                    year = who.years[on.year] = PersonYear(who.born)
                judgement = BAD_VALUE if isinstance(what, Unreadable) else judge(what, on, year)
            if judgement is FINE:
                well += 1
            else:
                self.counts[judgement.verdict] += 1
            yield number, line, judgement, year
        self.counts[Verdict.OK] += well
