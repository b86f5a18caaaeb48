"""What is left of what the law allows somebody this year, with the source of each figure. Pure."""

from collections.abc import Iterator
from dataclasses import dataclass
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
    year: PersonYear, on: OnDay, figures: Figures, *, gives_fixed: bool, is_raised: bool
) -> Room:
    """The room of one person on one day, after everything that was asked. `gives_fixed`: a programme of theirs gives
    fixed amounts; `is_raised`: they are held to the raised ceiling (spec/law 1.7.1)."""
    asks_fixed = year.regime is Kind.FLAT or (gives_fixed and year.regime is None)
    if figures.country == BELGIUM:
        return Room(
            left=list(_belgian(year, on, is_raised=is_raised)) if asks_fixed else [],
            rates=[
                _rate(_("A kilometre by car or motorbike"), on.car),
                _rate(_("A kilometre by bicycle"), on.bicycle),
            ],
            way=_way(year, gives_fixed=gives_fixed),
        )
    way = _("Everything you get counts, because you get fixed amounts this year.")
    return Room(
        left=list(_dutch(year, on)) if asks_fixed else [],
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


def _belgian(year: PersonYear, on: OnDay, *, is_raised: bool) -> Iterator[Line]:
    ceilings = on.ceilings
    if ceilings is None:
        yield Line(_("Fixed amounts this year"), _("not known yet: we look it up"))
        return
    source, most = source_of(ceilings), ceilings.raised if is_raised else ceilings.year
    yield _left(_("Fixed amounts this year"), year.total, most, source)
    yield _left(_("Fixed amounts today"), year.parts.get(on.number, 0), ceilings.day, source)
    if year.regime is Kind.FLAT:
        most_km = MOST_KM * THOUSANDTHS
        yield Line(
            _("Kilometres beside them this year"),
            kilometres(max(0, most_km - year.km)),
            kilometres(most_km),
            is_near=year.km * OF >= most_km * NEAR,
            source=Source(KM_SOURCE, "", CONFIDENCE["F2"]),
        )


def _dutch(year: PersonYear, on: OnDay) -> Iterator[Line]:
    figures = on.allowance
    if figures is None:
        yield Line(_("This year"), _("not known yet: we look it up"))
        return
    source = source_of(figures)
    yield _left(_("This year"), year.total, figures.year, source)
    yield _left(_("This month"), year.parts.get(on.month, 0), figures.month, source)


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
