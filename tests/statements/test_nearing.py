"""Who nears a ceiling: the sums of the database are those of the law, also with what others pay."""

from dataclasses import replace
from datetime import date, timedelta
from random import Random
from typing import Any

import pytest
from time_machine import TimeMachineFixture

from naast.expenses.models import Claim, CostYear, Declaration
from naast.expenses.queries.years import declaration_of, standing_of
from naast.expenses.states import ClaimState, Kind, Task, Vehicle
from naast.organisations.models import Organisation
from naast.statements.queries import nearing
from naast.statements.words import advice
from tests.conftest import Cast
from tests.costing import bea, finance
from tests.factories import PersonFactory, actor_of
from tests.statements.rows import a_year, finance_of, line, told

BELGIAN, RAISED, DUTCH = 176083, 323391, 220000
A_DAY = date(2026, 3, 10)


@pytest.fixture(autouse=True)
def spring(time_machine: TimeMachineFixture) -> None:
    """All of it happens in March 2026, of which the figures are known."""
    time_machine.move_to("2026-03-20T10:00:00+01:00", tick=False)


def look(house: Organisation, year: int = 2026) -> nearing.Look:
    """The figures of the house."""
    return nearing.look_at(house, year, today=date(2026, 3, 20))


def near(cast: Cast, year: int = 2026) -> list[nearing.Nears]:
    """Who nears a ceiling, as finance sees it."""
    seen = look(cast.here, year)
    return nearing.shown(nearing.near(actor_of(finance(cast)), seen).order_by("pk"), seen)


@pytest.mark.parametrize(
    ("cents", "is_near", "is_nearly_full"),
    [
        (140866, False, False),
        (140867, True, False),
        (167278, True, False),
        (167279, True, True),
        (BELGIAN, True, True),
    ],
)
def test_a_year_is_near_at_four_fifths_and_nearly_full_at_95_percent(
    cast: Cast, cents: int, is_near: bool, is_nearly_full: bool
) -> None:
    line(a_year(cast), cents=cents)
    found = near(cast)
    assert bool(found) is is_near
    assert any(each.is_nearly_full for each in found) is is_nearly_full
    assert not any(each.is_passed for each in found)


def test_what_another_organisation_pays_counts_and_is_told_apart(cast: Cast) -> None:
    year = a_year(cast)
    line(year, cents=50000)
    told(year, has_others=True, other_flat=100000)
    [found] = near(cast)
    [ceiling] = found.ceilings
    assert (ceiling.now, ceiling.elsewhere, ceiling.most) == (150000, 100000, BELGIAN)
    assert ceiling.left == BELGIAN - 150000


def test_a_declaration_that_was_replaced_no_longer_counts(cast: Cast) -> None:
    year = a_year(cast)
    line(year, cents=50000)
    told(year, has_others=True, other_flat=150000)
    Declaration.objects.update(ended_at="2026-03-01T10:00Z")
    told(year)
    assert near(cast) == []


def test_a_declaration_that_came_later_may_pass_the_ceiling(cast: Cast) -> None:
    year = a_year(cast)
    line(year, cents=100000)
    told(year, has_others=True, other_flat=90000)
    [found] = near(cast)
    assert found.is_passed
    assert found.ceilings[0].left == 0


def test_a_task_on_the_list_has_the_raised_ceiling_with_a_declaration_alone(cast: Cast) -> None:
    year = a_year(cast)
    line(year, cents=150000, task=Task.NIGHT_GUARD)
    assert len(near(cast)) == 1
    told(year, no_allowance=True)
    assert near(cast) == []
    line(year, cents=RAISED * 4 // 5 + 1 - 150000, task=Task.NIGHT_GUARD)
    assert near(cast)[0].ceilings[0].most == RAISED


def test_ordinary_tasks_keep_their_own_ceiling_beside_a_raised_one(cast: Cast) -> None:
    year = a_year(cast)
    told(year, no_allowance=True)
    line(year, cents=60000)
    line(year, cents=80000, task=Task.NIGHT_GUARD)
    assert near(cast) == []
    line(year, cents=100000, task=Task.NIGHT_GUARD)
    [found] = near(cast)
    [ceiling] = found.ceilings
    assert (ceiling.now, ceiling.most, ceiling.left) == (240000, BELGIAN, 0)
    # Above the ordinary ceiling nothing is wrong, as long as what came after it was for the night.
    assert (ceiling.is_of_some, found.is_passed) == (True, False)
    assert advice(found, "BE") != advice(
        replace(found, ceilings=[replace(ceiling, held=None)]), "BE"
    )
    line(year, cents=30000, task=Task.NIGHT_GUARD)
    assert [each.most for each in near(cast)[0].ceilings] == [RAISED, BELGIAN]


def test_ordinary_tasks_that_passed_their_ceiling_are_named_beside_a_raised_one(
    cast: Cast,
) -> None:
    year = a_year(cast)
    line(year, cents=20000, task=Task.NIGHT_GUARD)
    wrong = line(year, cents=40000)
    line(year, cents=1000)
    told(year, no_allowance=True, has_others=True, other_flat=150000)
    [found] = near(cast)
    assert found.is_passed
    line(year, cents=-40000, reverses=wrong)
    assert near(cast)[0].is_passed
    Declaration.objects.update(other_flat=100000)
    assert not any(each.is_passed for each in near(cast))


def test_a_raised_task_that_was_corrected_raises_nothing(cast: Cast) -> None:
    year = a_year(cast)
    told(year, no_allowance=True)
    night = line(year, cents=10000, task=Task.NIGHT_GUARD)
    line(year, cents=-10000, task=Task.NIGHT_GUARD, reverses=night)
    line(year, cents=150000)
    [found] = near(cast)
    assert [(each.most, each.is_of_some) for each in found.ceilings] == [(BELGIAN, False)]


def test_tasks_with_two_ceilings_cost_one_query_however_many_volunteers(
    cast: Cast, django_assert_num_queries: Any
) -> None:
    for number in range(3):
        person = bea(cast)
        if number:
            person = PersonFactory(organisation=cast.here)
        year = CostYear.objects.create(organisation=cast.here, person=person, year=2026)
        told(year, no_allowance=True)
        line(year, cents=60000), line(year, cents=90000, task=Task.NIGHT_GUARD)
    seen, actor = look(cast.here), actor_of(finance(cast))
    with django_assert_num_queries(2):
        assert len(nearing.shown(nearing.near(actor, seen).order_by("pk"), seen)) == 3


def test_kilometres_have_a_ceiling_beside_fixed_amounts_alone(cast: Cast) -> None:
    year = a_year(cast)
    line(year, Kind.TRAVEL, km=1_600_000)
    assert near(cast) == []
    line(year, cents=1000)
    [found] = near(cast)
    assert [(each.is_km, each.now, each.row) for each in found.ceilings] == [
        (True, 1_600_000, None)
    ]


def test_only_what_holds_its_place_counts(cast: Cast) -> None:
    year = a_year(cast)
    for state in (ClaimState.WITHDRAWN, ClaimState.NOT_PAID):
        line(year, cents=BELGIAN, state=state)
    assert near(cast) == []
    line(year, cents=BELGIAN - 1000, state=ClaimState.SENT)
    assert len(near(cast)) == 1


def test_a_correction_makes_place_again(cast: Cast) -> None:
    year = a_year(cast)
    paid = line(year, cents=150000)
    line(year, cents=-150000, reverses=paid)
    assert near(cast) == []


def test_a_year_without_figures_names_nobody(cast: Cast) -> None:
    line(a_year(cast, 2027), cents=400000)
    assert near(cast, 2027) == []
    assert look(cast.here, 2027).row is None


def test_in_the_netherlands_everything_counts_from_the_first_allowance_on(cast: Cast) -> None:
    dutch(cast)
    year = a_year(cast)
    line(year, Kind.REAL_COST, cents=100000, day=date(2026, 1, 5))
    line(year, Kind.FLAT, cents=10000, day=date(2026, 1, 6))
    line(year, Kind.TRAVEL, cents=100000, day=date(2026, 1, 7))
    assert near(cast) == []
    line(year, Kind.GIFT, cents=66000, day=date(2026, 1, 8))
    [found] = near(cast)
    assert (found.ceilings[0].now, found.ceilings[0].most) == (176000, DUTCH)


def test_in_the_netherlands_the_running_month_has_a_ceiling_of_its_own(cast: Cast) -> None:
    dutch(cast)
    year = a_year(cast)
    line(year, cents=21000, day=date(2026, 2, 20))
    assert near(cast) == []
    told(year, has_others=True, other_month=6000)
    line(year, cents=11600, day=A_DAY)
    [found] = near(cast)
    assert [(each.now, each.most, each.elsewhere) for each in found.ceilings] == [
        (17600, 22000, 6000)
    ]


def dutch(cast: Cast) -> None:
    """The house of the cast stands in the Netherlands."""
    Organisation.objects.filter(pk=cast.here.pk).update(country="NL")
    cast.here.refresh_from_db()


def mixed(random: Random, year: CostYear) -> None:
    """Some claims of every kind, with a correction here and there, and now and then a word about others."""
    made: list[Claim] = []
    for number in range(12):
        kind = random.choice([Kind.FLAT, Kind.FLAT, Kind.TRAVEL, Kind.REAL_COST, Kind.GIFT])
        task = random.choice([Task.ORDINARY, Task.NIGHT_GUARD, Task.REGULAR_TRANSPORT])
        vehicle = random.choice([*Vehicle, ""]) if kind == Kind.TRAVEL else ""
        km = random.randrange(20_000, 400_000) if kind == Kind.TRAVEL else None
        day = date(2026, 1, 1) + timedelta(days=random.randrange(85))
        # Every amount once, so that a correction can mean one line only.
        cents = random.randrange(200, 300) * 100 + number
        made.append(line(year, kind, cents=cents, day=day, task=task, vehicle=vehicle, km=km))
    for each in random.sample(made, 3):
        km = None if each.km is None else -each.km
        taken = {"task": each.task, "vehicle": each.vehicle, "km": km, "reverses": each}
        line(year, Kind(each.kind), cents=-each.cents, day=each.day, **taken)
    if random.random() < 0.7:
        others = {"other_flat": random.choice([0, 40000]), "other_km": 300_000, "other_month": 0}
        told(year, has_others=random.random() < 0.7, no_allowance=random.random() < 0.5, **others)


@pytest.mark.parametrize("country", ["BE", "NL"])
@pytest.mark.parametrize("seed", range(6))
def test_the_sums_of_the_database_are_those_of_the_law(cast: Cast, country: str, seed: int) -> None:
    Organisation.objects.filter(pk=cast.here.pk).update(country=country)
    cast.here.refresh_from_db()
    year = a_year(cast)
    mixed(Random(seed), year)  # noqa: S311 -- rows for a test, no secret
    seen = look(cast.here)
    by_law = standing_of(
        year, figures=seen.figures, declaration=declaration_of(year), born=bea(cast).birth_on
    )
    # A ceiling of nothing shows everybody: here the sums are looked at, not who is near.
    low = _without_ceilings(seen)
    row: Any = nearing.among(CostYear.objects.filter(pk=year.pk), low).get()
    assert row.total == by_law.total
    if country == "BE":
        assert row.km == pytest.approx(float(by_law.km), abs=20)


def _without_ceilings(seen: nearing.Look) -> nearing.Look:
    law = seen.on
    if law.ceilings is not None and seen.country == "BE":
        on = replace(law, ceilings=replace(law.ceilings, year=0, raised=0))
    else:
        assert law.allowance is not None
        on = replace(law, allowance=replace(law.allowance, year=0, month=0))
    return replace(seen, on=on)


@pytest.mark.parametrize("name", ["amal", "bea", "nele", "piet", "chris"])
def test_nobody_but_finance_sees_who_nears_a_ceiling(cast: Cast, name: str) -> None:
    line(a_year(cast), cents=BELGIAN)
    assert not nearing.near(cast.actor(name), look(cast.here)).exists()


def test_another_house_sees_nothing_of_this_one(cast: Cast) -> None:
    line(a_year(cast), cents=BELGIAN)
    there = finance_of(cast.elsewhere)
    assert not nearing.near(actor_of(there), look(cast.elsewhere)).exists()
