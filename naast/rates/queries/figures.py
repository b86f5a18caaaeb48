"""The figures of the law for one organisation: those of the package and its own. Its own win where both hold."""

from collections.abc import Iterable

from naast.law.costs.figures import Allowance, Ceilings, Figures, KilometreRate, figures_of
from naast.law.costs.plausible import Row
from naast.organisations.models import Organisation
from naast.rates.lawful import beside, known, row_of
from naast.rates.models import OwnRate


def figures_for(organisation: Organisation) -> Figures:
    """All figures that this organisation may use, in one query."""
    living = OwnRate.objects.filter(organisation=organisation, withdrawn_at__isnull=True)
    return with_own(organisation.country, living)


def with_own(country: str, own: Iterable[OwnRate]) -> Figures:
    """The figures of the package with these rows of an organisation beside them."""
    return figures_from(country, rows_with(country, own))


def rows_with(country: str, own: Iterable[OwnRate]) -> list[Row]:
    """All rows of a country, also those that are only remembered, with these of an organisation."""
    return beside(known(country), (row_of(country, each) for each in own))


def figures_from(country: str, rows: Iterable[Row]) -> Figures:
    """The figures of a country from rows of every kind."""
    found = list(rows)
    return figures_of(
        country,
        ceilings=[row for row in found if isinstance(row, Ceilings)],
        rates=[row for row in found if isinstance(row, KilometreRate)],
        allowances=[row for row in found if isinstance(row, Allowance)],
    )
