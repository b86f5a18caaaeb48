"""One payment after the other: may it be made, and what should somebody know?"""

from collections.abc import Callable
from types import ModuleType

from naast.law.costs import belgium, netherlands
from naast.law.costs.figures import BELGIUM, NETHERLANDS, OnDay
from naast.law.costs.payments import (
    FINE,
    WARNINGS,
    Code,
    Judgement,
    Terms,
    Verdict,
)
from naast.law.costs.years import PersonYear

BAD_VALUE = Judgement(Verdict.REFUSE, (Code.BAD_VALUE,))
COUNTRIES: dict[str, ModuleType] = {BELGIUM: belgium, NETHERLANDS: netherlands}
Judge = Callable[[Terms, OnDay, PersonYear], Judgement]


def judge_of(country: str) -> Judge:
    """The judge of a country («BE» or «NL»): give it the payments of a person's year in their order. What is
    accepted is added to the year; what is refused changes nothing but the note that a ceiling was passed."""
    rules = COUNTRIES[country]
    look, accept = rules.look, rules.accept

    def judge(what: Terms, on: OnDay, year: PersonYear) -> Judgement:
        if what.takes_back:
            return FINE if year.take_back(what) else BAD_VALUE
        codes = [] if what.is_volunteering else [Code.NOT_VOLUNTEERING]
        look(what, on, year, codes)
        if codes and codes[0] not in WARNINGS:
            refused = Judgement(
                Verdict.REFUSE, tuple(codes), rules.limit_of(codes[0], what, on, year)
            )
            year.fail(refused, on)
            return refused
        full, is_repeated = accept(what, on, year)
        if full is None and not is_repeated and not codes:
            return FINE
        limit = rules.limit_of(codes[0], what, on, year) if codes else full
        codes += [Code.NEAR_CEILING] * (full is not None) + [Code.ROW_REPEATED] * is_repeated
        return Judgement(Verdict.WARN, tuple(codes), limit)

    return judge
