"""The declaration on honour, and what is left after it."""

import pytest
from django.utils import translation

from naast.core.errors import Incomplete, NotAllowed
from naast.expenses.inputs import Said
from naast.expenses.models import Declaration
from naast.expenses.queries import mine as queries
from naast.expenses.services.declaring import declare
from tests.conftest import Cast
from tests.costing import A_DAY, bea, claimed, declared, finance, fixed_amounts, flat, ride
from tests.expenses.test_own import programme_of_bea
from tests.factories import actor_of

pytestmark = pytest.mark.django_db
NOBODY = Said(has_others=False)


@pytest.fixture(autouse=True)
def dutch() -> object:
    """Amounts are read in Dutch."""
    with translation.override("nl"):
        yield


def left_of(cast: Cast) -> list[tuple[str, bool]]:
    """What is left this year, line by line, and whether it is nearly full."""
    year = queries.my_year(cast.actor("bea"), cast.here, day=A_DAY)
    assert year is not None
    return [(line.shown.replace("\u00a0", " "), line.is_near) for line in year.room.left]


def test_a_new_declaration_ends_the_one_before_it_and_keeps_it(cast: Cast) -> None:
    actor, person = cast.actor("bea"), bea(cast)
    declare(actor=actor, person=person, year=2026, said=NOBODY)
    said = Said(has_others=True, other_flat=50_000)
    new = declare(actor=actor, person=person, year=2026, said=said)
    assert queries.my_declaration(actor, 2026) == new
    assert Declaration.objects.count() == 2
    assert queries.my_declaration(actor, 2025) is None


def test_who_says_no_leaves_no_amounts_behind(cast: Cast) -> None:
    said = Said(has_others=False, other_flat=500, other_real=True, other_km=3)
    row = declare(actor=cast.actor("bea"), person=bea(cast), year=2026, said=said)
    assert (row.other_flat, row.other_real, row.other_km) == (0, False, 0)


def test_fixed_amounts_and_bills_elsewhere_in_one_year_are_asked_again(cast: Cast) -> None:
    said = Said(has_others=True, other_flat=500, other_real=True)
    with pytest.raises(Incomplete):
        declare(actor=cast.actor("bea"), person=bea(cast), year=2026, said=said)
    assert not Declaration.objects.exists()


def test_finance_enters_a_declaration_from_paper_and_nobody_else(cast: Cast) -> None:
    on_paper = {"person": bea(cast), "year": 2026, "said": NOBODY, "signed_on": A_DAY}
    row = declare(actor=actor_of(finance(cast)), **on_paper)  # type: ignore[arg-type]  # its arguments
    assert (row.how, row.declared_on) == (Declaration.How.PAPER, A_DAY)
    for name in ("amal", "nele", "piet", "chris"):
        with pytest.raises(NotAllowed):
            declare(actor=cast.actor(name), **on_paper)  # type: ignore[arg-type]  # idem


@pytest.mark.covers("S1-44")
def test_what_is_left_counts_what_other_organisations_pay(cast: Cast) -> None:
    fixed_amounts(cast)
    programme_of_bea(cast, pays_flat=True)
    assert left_of(cast) == [("€ 1.760,83", False), ("€ 44,02", False)]
    declared(cast, has_others=True, other_flat=150_000)
    claimed(cast, flat(2000))
    assert left_of(cast)[:2] == [("€ 240,83", True), ("€ 24,02", False)]
    assert left_of(cast)[2] == ("2.000 km", False)


def test_kilometres_beside_fixed_amounts_are_counted_down(cast: Cast) -> None:
    declared(cast, has_others=True, other_flat=1000, other_km=1_590_000)
    claimed(cast, ride(10))
    assert left_of(cast)[2] == ("400 km", True)


def test_who_gets_no_fixed_amounts_reads_nothing_about_their_ceilings(cast: Cast) -> None:
    claimed(cast, ride())
    assert left_of(cast) == []


def test_every_figure_that_is_shown_has_its_source(cast: Cast) -> None:
    fixed_amounts(cast)
    programme_of_bea(cast, pays_flat=True)
    year = queries.my_year(cast.actor("bea"), cast.here, day=A_DAY)
    assert year is not None
    lines = [*year.room.left, *year.room.rates]
    assert len(lines) == 4
    assert all(line.source and line.source.where and line.source.confidence for line in lines)


def test_a_figure_that_is_missing_is_not_guessed(cast: Cast) -> None:
    year = queries.my_year(cast.actor("bea"), cast.here, day=A_DAY.replace(month=5))
    assert year is not None
    by_car, by_bicycle = year.room.rates
    assert (by_car.source, bool(by_bicycle.source)) == (None, True)


def test_a_raised_ceiling_needs_its_task_and_the_word_about_allowances(cast: Cast) -> None:
    fixed_amounts(cast)
    programme_of_bea(cast, pays_flat=True, task="night_guard")
    assert left_of(cast)[0][0] == "€ 1.760,83"
    declared(cast, no_allowance=True)
    assert left_of(cast)[0][0] == "€ 3.233,91"
    assert queries.has_raised_task(cast.actor("bea"))


def test_in_the_netherlands_a_month_and_a_year_count(cast: Cast) -> None:
    cast.here.country = "NL"
    cast.here.save()
    fixed_amounts(cast)
    programme_of_bea(cast, pays_flat=True, flat_amount=200)
    whole = left_of(cast)
    claimed(cast, flat(1000, hours=5000))
    assert len(left_of(cast)) == 2
    assert left_of(cast) != whole


def test_a_year_elsewhere_is_at_least_as_much_as_a_month_of_it(cast: Cast) -> None:
    said = Said(has_others=True, other_flat=1000, other_month=2000)
    with pytest.raises(Incomplete) as wrong:
        declare(actor=cast.actor("bea"), person=bea(cast), year=2026, said=said)
    assert set(wrong.value.fields) == {"other_flat"}
