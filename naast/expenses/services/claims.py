"""A claim comes in: judged under a lock on the year, so that two at once can't pass a ceiling together."""

from datetime import date
from uuid import UUID

from django.db import transaction
from django.db.models import Sum
from django.utils.translation import gettext as _

from naast.audit import log
from naast.companionship.models import Visit
from naast.core import clock
from naast.core.errors import Incomplete, NotAllowed, StateConflict
from naast.expenses import amounts, own_words
from naast.expenses.errors import DeclareFirst, NotPayable
from naast.expenses.inputs import NewClaim
from naast.expenses.models import Claim, CostYear, Declaration, ProgrammeCosts, Proof
from naast.expenses.money import euro
from naast.expenses.policies import claims as policy
from naast.expenses.queries.terms import costs_of, settings_of
from naast.expenses.queries.years import declaration_of, standing_of
from naast.expenses.standing import Judged, judge, terms_of
from naast.expenses.states import COUNTING, Kind, Task, Vehicle
from naast.expenses.terms import why_not
from naast.expenses.words import ON_PAGE, sentence
from naast.law.costs.figures import BELGIUM, Figures
from naast.organisations.actors import Actor
from naast.organisations.models import Organisation
from naast.people.models import Person
from naast.rates.queries.figures import figures_for


@transaction.atomic
def claim(*, actor: Actor, person: Person, new: NewClaim) -> Claim:
    """Take in one claim of a volunteer, or on paper by finance.

    Raises NotAllowed; Incomplete for a day that is still to come or of too long ago; StateConflict for a visit that was claimed before;
    DeclareFirst (Belgium, before the declaration of that year); NotPayable with the sentence of the law. Then nothing
    is written. (S1-44, S2-38, spec/law 1.7, 2.1)
    """
    policy.can_claim_for(actor, person).require()
    year = lock_year(person, new.day.year)
    organisation = Organisation.objects.get(pk=actor.organisation_id)
    declaration = declaration_of(year)
    if declaration is None and organisation.country == BELGIUM:
        raise DeclareFirst(
            _("First say what other organisations pay you in %(year)s.") % {"year": year.year},
            year=year.year,
        )
    _has_been(person, new)
    figures = figures_for(organisation)
    costs = costs_of(organisation.pk, new.programme_id)
    row = _row(actor, year, new, figures, costs)
    settings = settings_of(organisation.pk)
    if no := why_not(row, settings=settings, costs=costs, country=organisation.country):
        raise NotPayable(no)
    if no := _beyond_the_day(row, costs, organisation.country):
        raise NotPayable(no)
    judged = judged_now(row, figures, declaration, person, has_proof=new.has_proof)
    if not judged.is_payable:
        is_own = actor.person_id == person.pk
        words = own_words_of if is_own else said_of
        raise NotPayable(" ".join(words(row, judged, figures)))
    if not row.cents:
        raise NotPayable(_("Nobody said yet what a kilometre brings here. Ask your coordinator."))
    row.warnings = [code.value for code in judged.judgement.codes]
    row.save()
    if new.has_proof:
        Proof.objects.create(
            organisation_id=row.organisation_id,
            claim=row,
            jpeg=new.jpeg or b"",
            paper=new.paper,
        )
    log.record("claim.sent", actor=actor, target=row)
    return row


def _beyond_the_day(row: Claim, costs: ProgrammeCosts | None, country: str) -> str:
    """Why the programme gives no more on this day: what it gives a day in Belgium is for all of that day together,
    also below the ceiling of the law. Call it behind `lock_year`."""
    if row.kind != Kind.FLAT or costs is None or not costs.flat_amount or country != BELGIUM:
        return ""
    there = Claim.objects.filter(
        cost_year=row.cost_year_id,
        programme=row.programme_id,
        kind=Kind.FLAT,
        day=row.day,
        state__in=COUNTING,
    ).aggregate(cents=Sum("cents", default=0))["cents"]
    if not there or there + row.cents <= costs.flat_amount:
        return ""
    return _(
        "This programme gives at most %(most)s a day, and %(there)s was asked for this day already."
    ) % {"most": euro(costs.flat_amount), "there": euro(there)}


def lock_year(person: Person, year: int) -> CostYear:
    """The year of this person, made if need be, and held until the transaction ends."""
    made, _is_new = CostYear.objects.get_or_create(
        organisation_id=person.organisation_id, person=person, year=year
    )
    return CostYear.objects.select_for_update().get(pk=made.pk)


def judged_now(
    row: Claim,
    figures: Figures,
    declaration: Declaration | None,
    person: Person,
    *,
    has_proof: bool,
) -> Judged:
    """What the law says of this claim after all others of the year that hold their place."""
    standing = standing_of(
        row.cost_year,
        figures=figures,
        declaration=declaration,
        born=person.birth_on,
        without=row.pk,
    )
    what = terms_of(row, declaration, has_proof=has_proof)
    return judge(row, what, standing, figures)


def own_words_of(row: Claim, judged: Judged, figures: Figures) -> list[str]:
    """Why it can't be paid back, for the volunteer."""
    return own_words.why_not(
        judged.judgement, judged.what, figures.on(row.day), judged.year, figures
    )


def said_of(row: Claim, judged: Judged, figures: Figures) -> list[str]:
    """A sentence for each code, in the language of the reader."""
    on = figures.on(row.day)
    return [
        sentence(code, judged.what, on, judged.year, figures, ON_PAGE)
        for code in judged.judgement.codes
    ]


def first_day() -> date:
    """The first day for which something can still come in: the beginning of last year. What is older has its list
    and its declaration behind it, and a slip of the pen could bring it into a year that is erased tonight."""
    return date(clock.today().year - 1, 1, 1)


def check_day(day: date) -> None:
    """Raises Incomplete for a day that is still to come, or of too long ago."""
    if day > clock.today():
        raise Incomplete({"day": _("This day is still to come.")})
    if day < first_day():
        raise Incomplete(
            {"day": _("Choose a day until today, and not before the beginning of last year.")}
        )


def _has_been(person: Person, new: NewClaim) -> None:
    """Its day can be meant, and a visit is one of theirs that nobody asked this for."""
    check_day(new.day)
    if new.visit_id is not None:
        _once_for_a_visit(person, new.visit_id, new)


def _once_for_a_visit(person: Person, visit_id: UUID, new: NewClaim) -> None:
    """The visit is theirs and was that day, and nobody asked this for it before."""
    if not Visit.objects.filter(pk=visit_id, match__volunteer=person, visited_on=new.day).exists():
        raise NotAllowed(_("This visit belongs to somebody else, or was on another day."))
    if Claim.objects.filter(
        visit_id=visit_id, kind=new.kind, reverses__isnull=True, state__in=COUNTING
    ).exists():
        raise StateConflict(_("This visit stands in another claim already."))


def _row(
    actor: Actor,
    year: CostYear,
    new: NewClaim,
    figures: Figures,
    costs: ProgrammeCosts | None,
) -> Claim:
    return Claim(
        organisation_id=year.organisation_id,
        cost_year=year,
        programme_id=new.programme_id,
        visit_id=new.visit_id,
        kind=new.kind,
        day=new.day,
        cents=new.cents or _amount(new, figures, costs),
        km=new.km,
        hours=new.hours,
        vehicle=new.vehicle or "",
        task=costs.task if costs is not None else Task.ORDINARY,
        from_place=new.from_place,
        to_place=new.to_place,
        purpose=new.purpose,
        entered_by_id=actor.membership_id,
    )


def _amount(new: NewClaim, figures: Figures, costs: ProgrammeCosts | None) -> int:
    """What somebody did not say: kilometres bring what the rate of that day gives; 0 without a rate."""
    if new.kind != Kind.TRAVEL or new.km is None:
        return 0
    return amounts.travel(
        new.km,
        new.vehicle or Vehicle.CAR,
        figures.on(new.day),
        country=figures.country,
        own_rate=costs.kilometre_rate if costs is not None else None,
    )
