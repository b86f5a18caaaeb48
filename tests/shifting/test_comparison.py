"""Agreed and logged beside each other: one grouped query, whatever there is."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from naast.companionship.models import Match
from naast.shifting.quarters import Quarter
from naast.shifting.queries import work
from naast.shifting.queries.comparison import Logged, beside, comparison
from tests.conftest import Cast
from tests.factories import MatchFactory, ProgrammeFactory, VisitFactory
from tests.shifts import ShiftFactory, pair, task_of

QUARTER = Quarter(2026, 2)
DAY = date(2026, 5, 4)


def visit(match: Match, day: date = DAY, *, other: str = "", ticks: bool = False) -> None:
    made = VisitFactory(match=match, visited_on=day, other_activity=other)
    if ticks:
        made.tasks.set(match.programme.tasks.all()[:1])


@pytest.mark.covers("S1-89")
def test_a_quarter_is_one_grouped_query_however_many_visits(cast: Cast) -> None:
    match = pair(cast)
    visit(match, other="Strijken", ticks=True)

    def cost() -> list[Logged]:
        with CaptureQueriesContext(connection) as captured:
            found = comparison(cast.here.pk, QUARTER)
        assert len(captured) == 1
        assert "GROUP BY" in captured[0]["sql"]
        return found

    assert len(cost()) == 2
    for number in range(3):
        visit(match, DAY + timedelta(days=number), other="Strijken", ticks=True)
    (ironing,) = [row for row in cost() if row.task_id is None]
    assert (ironing.words, ironing.times, ironing.matches) == ("Strijken", 4, 1)
    assert (ironing.first_on, ironing.last_on) == (DAY, DAY + timedelta(days=2))


def test_the_database_walks_an_index_of_the_visits_of_this_quarter(cast: Cast) -> None:
    visit(pair(cast), other="Strijken")
    with CaptureQueriesContext(connection) as captured:
        comparison(cast.here.pk, QUARTER)
    with connection.cursor() as cursor:
        explain = "EXPLAIN " if connection.vendor == "postgresql" else "EXPLAIN QUERY PLAN "
        cursor.execute(explain + captured[0]["sql"])
        plan = " ".join(str(row) for row in cursor.fetchall())
    assert connection.vendor == "postgresql" or "SCAN companionship_visit" not in plan


def test_only_this_house_and_this_quarter_are_laid_beside_each_other(cast: Cast) -> None:
    match = pair(cast)
    for day in (date(2026, 3, 31), date(2026, 7, 1)):
        visit(match, day, other="Strijken")
    visit(MatchFactory(organisation=cast.elsewhere), other="Strijken")
    assert comparison(cast.here.pk, QUARTER) == []
    visit(match, date(2026, 6, 30), other="Strijken")
    assert len(comparison(cast.here.pk, QUARTER)) == 1


def test_it_says_what_was_done_what_was_not_and_what_was_done_besides(cast: Cast) -> None:
    match = pair(cast)
    task_of(match.programme, "Voorlezen")
    pills = task_of(match.programme, "Medicatie geven", who="professional")
    visit(match, ticks=True)
    visit(match, other="Strijken; Ramen lappen")
    visit(match, DAY + timedelta(days=7), other="strijken.")
    VisitFactory(match=match, visited_on=DAY).tasks.set([pills])
    rows = comparison(cast.here.pk, QUARTER, match_ids=[match.pk])
    shown = beside(rows, match.programme.tasks.all(), ["Kaarten"])
    assert (shown.done, shown.not_done) == (["Samen wandelen"], ["Voorlezen", "Kaarten"])
    assert [(each.words, each.times) for each in shown.outside] == [
        ("Strijken", 2),
        ("Medicatie geven", 1),
        ("Ramen lappen", 1),
    ]


def test_what_was_agreed_for_one_match_is_outside_nothing(cast: Cast) -> None:
    match = pair(cast)
    visit(match, other="Strijken")
    rows = comparison(cast.here.pk, QUARTER, match_ids=[match.pk])
    assert beside(rows, match.programme.tasks.all(), ["STRIJKEN"]).outside == []


def test_a_page_of_matches_costs_the_same_and_leads_to_what_was_noticed(cast: Cast) -> None:
    programme = ProgrammeFactory(organisation=cast.here)
    matches = [pair(cast, programme=programme)]
    matches += [MatchFactory(organisation=cast.here, programme=programme) for _more in range(2)]
    for match in matches:
        visit(match, other="Strijken")
    shift = ShiftFactory(match=matches[0], first_on=date(2026, 1, 5))
    actor = cast.actor("amal")

    def cost(some: list[Match]) -> int:
        with CaptureQueriesContext(connection) as captured:
            work.quarter_of_matches(actor, programme, some, QUARTER)
        return len(captured)

    assert cost(matches[:1]) == cost(matches)
    ((_match, shown), *_rest) = work.quarter_of_matches(actor, programme, matches, QUARTER)
    (ironing,) = shown.outside
    assert (ironing.shift_id, ironing.first_on) == (shift.pk, date(2026, 1, 5))


def test_programmes_are_compared_with_the_same_queries_for_one_and_three(cast: Cast) -> None:
    def add() -> None:
        visit(MatchFactory(organisation=cast.here), other="Strijken", ticks=True)

    def cost() -> int:
        with CaptureQueriesContext(connection) as captured:
            found = work.quarter_of_programmes(cast.actor("amal"), QUARTER)
        assert all(not looked for _programme, _shown, looked in found)
        return len(captured)

    add()
    one = cost()
    add()
    add()
    assert cost() == one
