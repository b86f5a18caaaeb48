"""What a volunteer reads of their own costs."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import OuterRef, QuerySet, Subquery

from naast.companionship.models import Visit
from naast.core.text import Text
from naast.expenses import own_words
from naast.expenses.models import Claim, CostYear, Declaration, PayAccount, ProgrammeCosts, Proof
from naast.expenses.policies import claims as policy
from naast.expenses.policies import mine
from naast.expenses.queries.terms import settings_of
from naast.expenses.queries.years import (
    beyond_now,
    declaration_of,
    declared_by,
    held_in,
    standing_with,
)
from naast.expenses.room_left import HeldTo, Room, Source, room_in, source_of
from naast.expenses.states import COUNTING, ClaimState, Kind, Task, Vehicle
from naast.law.costs import payments
from naast.law.costs.figures import BELGIUM, Figures
from naast.law.costs.payments import RAISED
from naast.law.dated import Dated
from naast.organisations.actors import Actor
from naast.organisations.models import Function, Organisation
from naast.people.models import Person
from naast.programmes.models import Programme
from naast.rates.queries.figures import figures_for

# As many visits as one page asks about; the others come when these are sent.
VISITS_AT_ONCE = 12


@dataclass(frozen=True, slots=True)
class MyYear:
    """The first page of one's own costs: what is asked first, what is left, what was asked and what was paid."""

    year: int
    is_belgian: bool
    declaration: Declaration | None
    room: Room
    asked: int
    paid: int
    gives_fixed: bool
    account: PayAccount | None
    # What no longer fits since another declaration, with what to do.
    beyond: list[Text]

    @property
    def must_declare(self) -> bool:
        """In Belgium the declaration comes before the first claim of a year."""
        return self.is_belgian and self.declaration is None


def my_year(actor: Actor, organisation: Organisation, *, day: date) -> MyYear | None:
    """The year of that day as it stands, or None for who is no volunteer. A constant number of queries."""
    person = me(actor)
    if person is None:
        return None
    cost_year = year_of(person, day.year)
    declaration = declaration_of(cost_year)
    figures = figures_for(organisation)
    held = held_in(cost_year)
    born = person.birth_on
    standing = standing_with(held, cost_year, figures=figures, declaration=declaration, born=born)
    fixed = fixed_programmes(actor)
    room = room_in(
        standing,
        figures.on(day),
        figures,
        gives_fixed=bool(fixed),
        held_to=_held_to(fixed, declaration),
    )
    codes = beyond_now(held, cost_year, figures=figures, declaration=declaration, born=born)
    # A gift is given, and never asked or paid out.
    asked = [claim for claim in held.claims if claim.kind != Kind.GIFT]
    return MyYear(
        year=day.year,
        is_belgian=figures.country == BELGIUM,
        declaration=declaration,
        room=room,
        # A year that began with bills has none (spec/law 1.7.3): the button would lead nowhere.
        gives_fixed=bool(fixed) and standing.regime is not payments.Kind.REAL_COST,
        account=PayAccount.objects.filter(person=person).first(),
        asked=sum(claim.cents for claim in asked),
        paid=sum(claim.cents for claim in asked if claim.state == ClaimState.PAID),
        beyond=own_words.beyond(codes),
    )


def me(actor: Actor) -> Person | None:
    """The volunteer behind this actor."""
    if actor.person_id is None or not actor.has(Function.VOLUNTEER):
        return None
    return Person.objects.filter(pk=actor.person_id, organisation_id=actor.organisation_id).first()


def year_of(person: Person, year: int) -> CostYear:
    """The year of this person; not saved when nothing was asked in it yet."""
    found = CostYear.objects.filter(person=person, year=year).first()
    return found or CostYear(organisation_id=person.organisation_id, person=person, year=year)


def my_declaration(actor: Actor, year: int) -> Declaration | None:
    """What the volunteer said of other organisations in that year."""
    return None if actor.person_id is None else declared_by(actor.person_id, year)


def my_account(actor: Actor) -> PayAccount | None:
    """Where the volunteer is paid."""
    if actor.person_id is None:
        return None
    return PayAccount.objects.filter(
        organisation_id=actor.organisation_id, person_id=actor.person_id
    ).first()


def my_programmes(actor: Actor) -> QuerySet[Programme]:
    """The volunteer's own programmes, by name."""
    return mine.programmes_of(actor).order_by("name", "id")


def fixed_programmes(actor: Actor) -> list[ProgrammeCosts]:
    """What those of them pay that give a fixed amount; none as long as the house gives none (S2-43)."""
    if not settings_of(actor.organisation_id).flat_is_on:
        return []
    rows = ProgrammeCosts.objects.filter(programme__in=mine.programmes_of(actor), pays_flat=True)
    return list(rows.select_related("programme").order_by("programme__name", "id"))


def has_raised_task(actor: Actor) -> bool:
    """Whether one of them is a task for which the law knows a higher ceiling (spec/law 1.7.1)."""
    return any(map(_is_raised, fixed_programmes(actor)))


def _is_raised(costs: ProgrammeCosts) -> bool:
    return Task(costs.task).of_the_law in RAISED


def _held_to(fixed: list[ProgrammeCosts], declaration: Declaration | None) -> HeldTo:
    """To which ceilings what they can still ask is held: somebody may have an ordinary task beside a raised one."""
    kinds = set(map(_is_raised, fixed))
    if declaration is None or not declaration.no_allowance or True not in kinds:
        return HeldTo.ORDINARY
    return HeldTo.BOTH if False in kinds else HeldTo.RAISED


def my_claims(actor: Actor) -> QuerySet[Claim]:
    """Everything the volunteer asked (order it by page)."""
    return policy.own_of(actor).select_related("programme", "reverses")


def my_claim(actor: Actor, claim_id: UUID) -> Claim | None:
    """One of them with everything its page reads, or None."""
    return my_claims(actor).select_related("cost_year", "reversed_by").filter(pk=claim_id).first()


def my_proof(actor: Actor, claim_id: UUID) -> QuerySet[Proof]:
    """The photo of the bill of one's own claim; none for a bill that is kept on paper."""
    return Proof.objects.filter(claim__in=policy.own_of(actor), claim_id=claim_id).exclude(jpeg=b"")


def source_of_claim(claim: Claim, organisation: Organisation) -> Source | None:
    """Where the figure stands with which this claim was reckoned or held to."""
    on = figures_for(organisation).on(claim.day)
    row: Dated | None = None
    if claim.kind == Kind.FLAT:
        row = on.ceilings if organisation.country == BELGIUM else on.allowance
    elif claim.kind == Kind.TRAVEL and organisation.country == BELGIUM:
        row = on.bicycle if claim.vehicle == Vehicle.BICYCLE else on.car
    return None if row is None else source_of(row)


def last_ride(actor: Actor) -> Claim | None:
    """The last travel that was asked: how somebody travels is usually the same."""
    return policy.own_of(actor).filter(kind=Kind.TRAVEL, km__isnull=False).order_by("-id").first()


@dataclass(frozen=True, slots=True)
class Ride:
    """A visit for which kilometres can be asked: with whom, the kilometres of the last time, and what to know
    beforehand."""

    visit_id: UUID
    day: date
    name: str
    programme: str
    km: int | None
    note: str


def rides_to_ask(actor: Actor, organisation: Organisation, *, since: date) -> list[Ride]:
    """The last visits for which nobody asked travel yet; a constant number of queries."""
    figures = figures_for(organisation)
    before = (
        policy.own_of(actor)
        .filter(visit__match_id=OuterRef("match_id"), kind=Kind.TRAVEL, km__gt=0)
        .order_by("-id")
    )
    visits = (
        mine.visits_to_claim(actor)
        .filter(visited_on__gte=since)
        .select_related("match__participant", "match__programme__costs")
        .defer("good_moment", "pass_on", "match__shared_with_volunteer")
        .annotate(last_km=Subquery(before.values("km")[:1]))
        .order_by("-visited_on", "-id")
    )
    return [_ride(visit, figures) for visit in visits[:VISITS_AT_ONCE]]


def _ride(visit: Visit, figures: Figures) -> Ride:
    match = visit.match
    costs: ProgrammeCosts | None = getattr(match.programme, "costs", None)
    return Ride(
        visit_id=visit.pk,
        day=visit.visited_on,
        name=match.participant.first_name,
        programme=match.programme.name,
        km=getattr(visit, "last_km", None),
        note=own_words.before_a_ride(figures.on(visit.visited_on), figures, costs),
    )


def trips(actor: Actor, *, year: int, month: int | None) -> QuerySet[Claim]:
    """The trip sheet: travel of one year or month that holds, by day (spec/law 1.7.8)."""
    rows = policy.own_of(actor).filter(
        kind=Kind.TRAVEL,
        state__in=COUNTING,
        reverses__isnull=True,
        reversed_by__isnull=True,
        cost_year__year=year,
    )
    if month is not None:
        rows = rows.filter(day__month=month)
    return rows.order_by("day", "id")


def years_with_trips(actor: Actor) -> list[int]:
    """The years in which the volunteer travelled, the newest first."""
    years = policy.own_of(actor).filter(kind=Kind.TRAVEL).values_list("cost_year__year", flat=True)
    return sorted(set(years.distinct().order_by()), reverse=True)


def months_with_trips(actor: Actor, year: int) -> list[date]:
    """The months of that year with travel, as their first days."""
    days = trips(actor, year=year, month=None).values_list("day", flat=True)
    return sorted({day.replace(day=1) for day in days})
