"""Rows of costs for tests. Names, accounts and amounts are invented."""

from dataclasses import replace
from datetime import date
from typing import Any

from naast.core import clock
from naast.expenses.inputs import NewClaim, NewGift
from naast.expenses.models import Claim, CostSettings, CostYear, Declaration, ProgrammeCosts
from naast.expenses.services import claims, gifts
from naast.expenses.services.moves import move
from naast.expenses.states import ASK_BACK, Kind, Vehicle
from naast.organisations.models import Function, Membership
from naast.people.models import Person
from naast.programmes.models import Programme
from tests.conftest import Cast
from tests.factories import ProgrammeFactory, actor_of, member

# Every figure of this day is confirmed, also those of kilometres.
A_DAY = date(2026, 2, 10)
# On which these tests live (their conftest): late in a year of which the figures are known.
TODAY = "2026-11-26T10:00:00+01:00"


def finance(cast: Cast, name: str = "Fay Financiën") -> Membership:
    """A colleague of finance."""
    return member(cast.here, Function.FINANCE, name=name)


def bea(cast: Cast) -> Person:
    """The volunteer of the cast."""
    return Person.objects.get(pk=cast.person_id("bea"))


def declared(cast: Cast, year: int = A_DAY.year, **said: Any) -> Declaration:
    """Bea's word about other organisations: nobody else pays her, unless said otherwise."""
    cost_year, _new = CostYear.objects.get_or_create(
        organisation=cast.here, person=bea(cast), year=year
    )
    usual = {"has_others": False, "declared_on": clock.today()}
    return Declaration.objects.create(organisation=cast.here, cost_year=cost_year, **(usual | said))


def flat(cents: int = 4000, day: date = A_DAY, **fields: Any) -> NewClaim:
    """A fixed amount."""
    return NewClaim(kind=Kind.FLAT, day=day, cents=cents, **fields)


def ride(km: int = 10, day: date = A_DAY, **fields: Any) -> NewClaim:
    """So many kilometres by car."""
    usual = {
        "vehicle": Vehicle.CAR,
        "from_place": "thuis",
        "to_place": "bezoek",
        "purpose": "bezoek",
    }
    return NewClaim(kind=Kind.TRAVEL, day=day, km=km * 1000, **(usual | fields))


def bill(
    cents: int = 1250, day: date = A_DAY, jpeg: bytes | None = b"a photo", **fields: Any
) -> NewClaim:
    """A cost that was paid, with a photo of the bill."""
    return NewClaim(kind=Kind.REAL_COST, day=day, cents=cents, jpeg=jpeg, **fields)


def ticket(cents: int = 260, day: date = A_DAY, **fields: Any) -> NewClaim:
    """A ticket of the tram, with its photo."""
    return ride(day=day, km=0, vehicle=Vehicle.PUBLIC, cents=cents, jpeg=b"a photo", **fields)


def fixed_amounts(cast: Cast) -> CostSettings:
    """The house decided to give fixed amounts: without that nobody gets one (S2-43)."""
    decided = {"flat_is_on": True, "flat_reason": "Beslist", "flat_decided_on": date(2025, 1, 6)}
    return CostSettings.objects.update_or_create(organisation=cast.here, defaults=decided)[0]


def in_programme(cast: Cast, new: NewClaim) -> NewClaim:
    """The same for a programme that gives fixed amounts, up to what the law allows, unless it names one."""
    if new.programme_id is not None:
        return new
    name = "Dagen uit"
    programme = Programme.objects.filter(organisation=cast.here, name=name).first()
    programme = programme or ProgrammeFactory(organisation=cast.here, name=name)
    ProgrammeCosts.objects.get_or_create(
        organisation=cast.here, programme=programme, defaults={"pays_flat": True}
    )
    return replace(new, programme_id=programme.pk)


def claimed(cast: Cast, new: NewClaim | None = None) -> Claim:
    """A claim of Bea, who declared for that year if she had not yet."""
    new = new or ride()
    if new.kind == Kind.FLAT:
        fixed_amounts(cast)
        new = in_programme(cast, new)
    if not Declaration.objects.filter(
        cost_year__person=bea(cast), cost_year__year=new.day.year, ended_at__isnull=True
    ).exists():
        declared(cast, new.day.year)
    return claims.claim(actor=actor_of(cast.bea), person=bea(cast), new=new)


def asked_back(cast: Cast, question: str = "Waar ging de rit heen?") -> Claim:
    """A ticket of Bea about which finance asks something."""
    return move(
        actor=actor_of(finance(cast, "Fie Vraagt")),
        claim=claimed(cast, ticket()),
        step=ASK_BACK,
        question=question,
    )


def gift(cast: Cast, cents: int = 2000, day: date = A_DAY) -> Claim:
    """A gift to Bea, written down by finance."""
    given = NewGift(day=day, cents=cents, what="Een boek")
    return gifts.give(actor=actor_of(finance(cast)), person=bea(cast), new=given)
