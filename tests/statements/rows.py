"""Rows of a year for tests, straight into the tables: what the law says of them is looked at elsewhere."""

from datetime import date
from typing import Any

from django.test import Client

from naast.core import clock
from naast.expenses.models import Claim, CostYear, Declaration
from naast.expenses.states import ClaimState, Kind
from naast.organisations.models import Function, Membership, Organisation
from tests.conftest import Cast
from tests.costing import bea, finance
from tests.factories import VolunteerFactory, member

A_DAY = date(2026, 3, 10)


def a_year(cast: Cast, year: int = 2026) -> CostYear:
    """A year of Bea."""
    return CostYear.objects.get_or_create(organisation=cast.here, person=bea(cast), year=year)[0]


def another(cast: Cast, year: int = 2026) -> CostYear:
    """The same year of another volunteer."""
    person = VolunteerFactory(organisation=cast.here).person
    return CostYear.objects.create(organisation=cast.here, person=person, year=year)


def line(year: CostYear, kind: Kind = Kind.FLAT, **fields: Any) -> Claim:
    """A claim of this year; paid, unless it says otherwise."""
    usual: dict[str, Any] = {"cents": 4000, "day": A_DAY.replace(year=year.year)}
    found = usual | fields
    if found.setdefault("state", ClaimState.PAID) == ClaimState.PAID:
        found.setdefault("paid_on", found["day"])
    return Claim.objects.create(
        organisation_id=year.organisation_id, cost_year=year, kind=kind, **found
    )


def told(year: CostYear, **said: Any) -> Declaration:
    """The living declaration of this year."""
    usual = {"has_others": False, "declared_on": clock.today()}
    return Declaration.objects.create(
        organisation_id=year.organisation_id, cost_year=year, **(usual | said)
    )


def finance_of(house: Organisation) -> Membership:
    """A colleague of finance of another house."""
    return member(house, Function.FINANCE, name="Elders Financiën")


def client_of(cast: Cast) -> Client:
    """A browser in which finance is signed in."""
    client = Client()
    client.force_login(finance(cast).user)
    return client
