"""What is left of what the law allows somebody this year, with the source of each figure. Pure."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto
from typing import Final

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from naast.core.text import Text
from naast.expenses.money import euro, euro_a_km, kilometres
from naast.law.costs.belgium import MOST_KM
from naast.law.costs.figures import BELGIUM, Figures, KilometreRate, OnDay
from naast.law.costs.payments import THOUSANDTHS, Kind
from naast.law.costs.years import NEAR, OF, PersonYear
from naast.law.dated import Dated
from naast.rates.words import CONFIDENCE

# A law that is no figure of a year: it stands in the text of the law itself.
KM_SOURCE: Final = "uvcw.be, art. 10; Securex"


class HeldTo(Enum):
    """Which ceiling of a Belgian year the fixed amounts of somebody are held to, task by task: all of them count for
    both."""

    ORDINARY = auto()
    RAISED = auto()
    BOTH = auto()


@dataclass(frozen=True, slots=True)
class Source:
    """Where a figure stands, for which days it holds, and how sure it is."""

    where: str
    holds: str
    confidence: Text


@dataclass(frozen=True, slots=True)
class Line:
    """One thing with what is left of it, or what it brings; `of` is the whole. `source` is None where the figure is
    missing, and `shown` says so."""

    label: Text
    shown: str
    of: str = ""
    is_near: bool = False
    source: Source | None = None


@dataclass(frozen=True, slots=True)
class Room:
    """What is left, what a kilometre brings, and one sentence about the way of this year."""

    left: list[Line]
    rates: list[Line]
    way: Text = ""

    @property
    def is_near(self) -> bool:
        """Whether one of the totals stands at four fifths of its ceiling, or more."""
        return any(line.is_near for line in self.left)


def room_in(
    year: PersonYear,
    on: OnDay,
    figures: Figures,
    *,
    gives_fixed: bool,
    held_to: HeldTo = HeldTo.ORDINARY,
    is_today: bool = True,
) -> Room:
    """The room of one person on one day, after everything that was asked. `gives_fixed`: a programme of theirs gives
    fixed amounts; `held_to`: to which ceilings of a Belgian year (spec/law 1.7.1); `is_today`: that day is today, and
    the labels may say so."""
    asks_fixed = year.regime is Kind.FLAT or (gives_fixed and year.regime is None)
    if figures.country == BELGIUM:
        left = _belgian(year, on, held_to=held_to, is_today=is_today)
        return Room(
            left=list(left) if asks_fixed else [],
            rates=[
                _rate(_("A kilometre by car or motorbike"), on.car),
                _rate(_("A kilometre by bicycle"), on.bicycle),
            ],
            way=_way(year, gives_fixed=gives_fixed),
        )
    way = _("Everything you get counts, because you get fixed amounts this year.")
    return Room(
        left=list(_dutch(year, on, is_today=is_today)) if asks_fixed else [],
        rates=[],
        way=way if year.regime is Kind.FLAT else "",
    )


def source_of(row: Dated) -> Source:
    """Where a figure comes from, in words."""
    until = "" if row.valid_to is None else date_format(row.valid_to, "j F Y", use_l10n=True)
    holds = _("%(first)s to %(last)s") if until else _("from %(first)s on")
    return Source(
        where=row.source,
        holds=holds % {"first": date_format(row.valid_from, "j F Y"), "last": until},
        confidence=CONFIDENCE[row.confidence],
    )


def _belgian(year: PersonYear, on: OnDay, *, held_to: HeldTo, is_today: bool) -> Iterator[Line]:
    in_year = _("Fixed amounts this year") if is_today else _("Fixed amounts in that year")
    ceilings = on.ceilings
    if ceilings is None:
        yield Line(in_year, _("not known yet: we look it up"))
        return
    source = source_of(ceilings)
    if held_to is not HeldTo.RAISED:
        yield _left(in_year, year.total, ceilings.year, source)
    if held_to is HeldTo.BOTH:
        in_year = _("The same, for tasks with a higher ceiling")
    if held_to is not HeldTo.ORDINARY:
        yield _left(in_year, year.total, ceilings.raised, source)
    on_day = _("Fixed amounts today") if is_today else _("Fixed amounts on that day")
    yield _left(on_day, year.parts.get(on.number, 0), ceilings.day, source)
    if year.regime is Kind.FLAT:
        most_km = MOST_KM * THOUSANDTHS
        yield Line(
            _("Kilometres beside them this year") if is_today else _("Kilometres beside them"),
            kilometres(max(0, most_km - year.km)),
            kilometres(most_km),
            is_near=year.km * OF >= most_km * NEAR,
            source=Source(KM_SOURCE, "", CONFIDENCE["F2"]),
        )


def _dutch(year: PersonYear, on: OnDay, *, is_today: bool) -> Iterator[Line]:
    in_year = _("This year") if is_today else _("In that year")
    figures = on.allowance
    if figures is None:
        yield Line(in_year, _("not known yet: we look it up"))
        return
    source = source_of(figures)
    yield _left(in_year, year.total, figures.year, source)
    in_month = _("This month") if is_today else _("In that month")
    yield _left(in_month, year.parts.get(on.month, 0), figures.month, source)


def _left(label: Text, used: int, most: int, source: Source) -> Line:
    left = euro(max(0, most - used))
    return Line(label, left, euro(most), is_near=used * OF >= most * NEAR, source=source)


def _rate(label: Text, rate: KilometreRate | None) -> Line:
    if rate is None:
        return Line(label, _("not known yet: we look it up"))
    return Line(label, euro_a_km(rate.rate), source=source_of(rate))


def _way(year: PersonYear, *, gives_fixed: bool) -> Text:
    if year.regime is Kind.FLAT:
        return _("This year you have fixed amounts. Costs with a bill wait until January.")
    if year.regime is Kind.REAL_COST:
        return (
            _("This year you have costs with a bill. Travel goes beside them.")
            if gives_fixed
            else ""
        )
    if gives_fixed:
        return _(
            "The first thing you ask decides for the whole year: a fixed amount, or costs with a bill. Also in other "
            "organisations. Travel goes beside both."
        )
    return ""
