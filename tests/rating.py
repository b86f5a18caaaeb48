"""Amounts of the law for tests. Figures and sources are invented."""

from datetime import date
from typing import Any

from naast.organisations.models import Function, Membership, Organisation
from naast.rates.inputs import NewRate
from naast.rates.models import Figure, OwnRate
from naast.rates.services import rates
from tests.conftest import Cast
from tests.factories import OrganisationFactory, actor_of, member

QUARTER = (date(2026, 4, 1), date(2026, 6, 30))


def administrator(house: Organisation, name: str = "Ada Beheer") -> Membership:
    """A colleague who keeps the amounts."""
    return member(house, Function.ADMINISTRATOR, name=name)


def by_car(rate: int = 4321, **fields: Any) -> NewRate:
    """An invented rate for the second quarter of 2026."""
    usual: dict[str, Any] = {
        "figure": Figure.CAR,
        "valid_from": QUARTER[0],
        "valid_to": QUARTER[1],
        "amounts": {"rate": rate},
        "source": "Verzonnen omzendbrief",
    }
    return NewRate(**(usual | fields))


def ceilings(year: int = 2027, **fields: Any) -> NewRate:
    """Invented ceilings: an index of 1.8000 on the amounts of the law."""
    usual: dict[str, Any] = {
        "figure": Figure.CEILINGS,
        "valid_from": date(year, 1, 1),
        "valid_to": date(year, 12, 31),
        "amounts": {"day": 4462, "year": 178_483, "raised": 327_798},
        "source": "Verzonnen bericht",
    }
    return NewRate(**(usual | fields))


def allowance(year: int = 2027, **fields: Any) -> NewRate:
    """An invented allowance."""
    usual: dict[str, Any] = {
        "figure": Figure.ALLOWANCE,
        "valid_from": date(year, 1, 1),
        "valid_to": date(year, 12, 31),
        "amounts": {
            "hour": 590,
            "hour_young": 350,
            "age_limit": 21,
            "month": 23_000,
            "year": 230_000,
        },
        "source": "Verzonnen bericht",
    }
    return NewRate(**(usual | fields))


def added(cast: Cast, new: NewRate | None = None) -> OwnRate:
    """A row that an administrator of this house added."""
    return rates.add(actor=actor_of(administrator(cast.here)), new=new or by_car())


def dutch_house() -> Organisation:
    """A house in the Netherlands."""
    return OrganisationFactory(country="NL")
