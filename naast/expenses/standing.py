"""What one person was paid in one year, put together from the rows and judged by the law. No database here."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from naast.expenses.models import Claim, Declaration
from naast.expenses.states import Task
from naast.law.costs.figures import BELGIUM, Figures
from naast.law.costs.judging import COUNTRIES, judge_of
from naast.law.costs.payments import CEILINGS, Code, Judgement, Kind, Terms, Vehicle, Verdict
from naast.law.costs.years import PersonYear

MONTHS = range(1, 13)
# What another declaration can bring for claims that were accepted before it.
OF_A_YEAR = CEILINGS | {Code.REGIME_MIXED, Code.RAISED_NOT_ALLOWED, Code.KM_LIMIT}


def terms_of(claim: Claim, declaration: Declaration | None, *, has_proof: bool) -> Terms:
    """The claim as the law reads it. Kilometres by car or bicycle have the trip sheet for their proof."""
    return Terms(
        kind=Kind(claim.kind),
        # 0: no rate is known for that day, and the law says so.
        cents=claim.cents or None,
        km=claim.km,
        hours=claim.hours,
        vehicle=Vehicle(claim.vehicle or Vehicle.CAR),
        task=Task(claim.task).of_the_law,
        # Whoever counts takes back by kind, organisation and amount: with its own name in that place a correction
        # frees the day of exactly the claim that it corrects, and not of the latest one that looks like it.
        organisation=str(claim.reverses_id or claim.pk),
        has_proof=has_proof,
        declared=declaration is not None and declaration.no_allowance,
        tells=hash((claim.kind, claim.cents, claim.km, claim.hours, claim.vehicle, claim.visit_id)),
    )


def begin(
    year: int, *, country: str, declaration: Declaration | None, born: date | None
) -> PersonYear:
    """An empty year with what the volunteer declared of other organisations (spec/law 1.7: ceilings hold over all
    organisations together)."""
    begun = PersonYear(born)
    if declaration is None or not declaration.has_others:
        return begun
    begun.total = declaration.other_flat
    begun.km = declaration.other_km
    if declaration.other_flat or declaration.other_month:
        begun.regime = Kind.FLAT
    elif declaration.other_real:
        begun.regime = Kind.REAL_COST
    if country != BELGIUM and declaration.other_month:
        begun.parts = {f"{year:04}-{month:02}": declaration.other_month for month in MONTHS}
    return begun


def replay(
    begun: PersonYear,
    claims: Iterable[Claim],
    *,
    declaration: Declaration | None,
    figures: Figures,
    with_proof: frozenset[object],
) -> PersonYear:
    """Add the claims that hold their place, in their order. They were judged when they came: here they only count,
    also when a figure or a declaration changed since. `with_proof`: ids of claims with a bill or ticket."""
    accept = COUNTRIES[figures.country].accept
    for claim in claims:
        what = terms_of(claim, declaration, has_proof=claim.pk in with_proof)
        if what.takes_back:
            begun.take_back(what)
        else:
            accept(what, figures.on(claim.day), begun)
    return begun


def no_longer_fits(
    begun: PersonYear,
    claims: Sequence[Claim],
    *,
    declaration: Declaration | None,
    figures: Figures,
    with_proof: frozenset[object],
) -> list[Code]:
    """What the law says today of claims that hold their place, when what was declared changed after them: the codes of
    a year, each once. A claim that is corrected already is no matter any more."""
    corrected = {claim.reverses_id for claim in claims}
    look, accept = judge_of(figures.country), COUNTRIES[figures.country].accept
    found: dict[Code, None] = {}
    for claim in claims:
        what = terms_of(claim, declaration, has_proof=claim.pk in with_proof)
        on = figures.on(claim.day)
        if what.takes_back:
            begun.take_back(what)
        elif claim.pk in corrected:
            accept(what, on, begun)
        else:
            said = look(what, on, begun)
            codes = [code for code in said.codes if code in OF_A_YEAR]
            found |= dict.fromkeys(codes)
            if said.verdict is Verdict.REFUSE and not codes:
                accept(what, on, begun)
    return list(found)


@dataclass(frozen=True, slots=True)
class Judged:
    """A new claim with what the law says of it. `year` is the year after it when it may be paid."""

    what: Terms
    judgement: Judgement
    year: PersonYear

    @property
    def is_payable(self) -> bool:
        """Whether it may be paid."""
        return self.judgement.verdict is not Verdict.REFUSE


def judge(claim: Claim, what: Terms, year: PersonYear, figures: Figures) -> Judged:
    """What the law says of a new claim after everything in `year`."""
    judgement = judge_of(figures.country)(what, figures.on(claim.day), year)
    return Judged(what, judgement, year)
