"""Figures of recruiting: without names, small numbers hidden, also for who can subtract."""

from datetime import timedelta
from decimal import Decimal
from http import HTTPStatus
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st

from naast.core import clock
from naast.core.errors import NotAllowed
from naast.organisations.actors import Actor
from naast.programmes.models import StageKind
from naast.recruitment.models import Journey, Passage
from naast.recruitment.queries import figures, sources
from naast.recruitment.small_numbers import LEAST, hide
from naast.vacancies.models import Channel
from tests.conftest import Cast
from tests.recruiting import ChannelFactory, JourneyFactory
from tests.recruitment.way import candidate, programme_with


def journeys(cast: Cast, number: int, *kinds: StageKind, **fields: Any) -> list[Journey]:
    """So many people came, and were in these stages for `days`."""
    days = fields.pop("days", 4)
    rows: list[Journey] = []
    for _each in range(number):
        row = JourneyFactory(organisation=cast.here, **fields)
        for kind in kinds:
            Passage.objects.create(
                organisation=cast.here,
                journey=row,
                kind=kind,
                entered_on=row.came_on,
                left_on=row.came_on + timedelta(days=days),
            )
        rows.append(row)
    return rows


def year() -> int:
    return clock.today().year


@pytest.mark.covers("S1-246")
def test_the_time_in_a_stage_stands_beside_the_advice_and_starts_beside_who_stayed(
    cast: Cast, coordinator: Actor
) -> None:
    programme = programme_with(cast, StageKind.FIRST_TALK)
    came = clock.today()
    shared = {"programme": programme, "came_on": came}
    journeys(cast, 3, StageKind.FIRST_TALK, days=20, **shared)
    journeys(cast, 3, StageKind.FIRST_TALK, days=30, started_on=came, is_still_there=True, **shared)
    journeys(cast, 4, StageKind.TRIAL, **shared)

    first, trial = figures.lead_times(coordinator, year=came.year)[:2]
    assert (first.middle, first.average, first.most_days) == (20, 25, 14)
    assert first.word
    assert (trial.middle, trial.average) == (None, None)


def test_the_funnel_counts_who_came_and_how_far_by_channel_programme_and_month(
    cast: Cast, coordinator: Actor
) -> None:
    programme = programme_with(cast)
    site, fair = (ChannelFactory(organisation=cast.here, name=name) for name in ("A", "B"))
    shared = {"programme": programme, "came_on": clock.today()}
    today = clock.today()
    journeys(cast, 6, StageKind.FIRST_TALK, channel=site, started_on=today, **shared)
    journeys(cast, 7, channel=fair, is_still_there=True, **shared)
    JourneyFactory(organisation=cast.elsewhere, came_on=today)

    found = figures.funnel(coordinator, year=year(), by=figures.CHANNEL)
    assert [(row.label, row.came) for row in found.rows] == [("A", 6), ("B", 7)]
    assert (found.total.came, found.total.talked, found.total.started) == (13, 6, 6)
    for by in (figures.PROGRAMME, figures.MONTH):
        assert [row.came for row in figures.funnel(coordinator, year=year(), by=by).rows] == [13]


def test_fewer_than_five_are_hidden_and_cannot_be_found_by_subtracting(
    cast: Cast, coordinator: Actor
) -> None:
    shared = {"programme": programme_with(cast), "came_on": clock.today()}
    for name, number in (("A", 3), ("B", 8), ("C", 9)):
        journeys(cast, number, channel=ChannelFactory(organisation=cast.here, name=name), **shared)
    found = figures.funnel(coordinator, year=year(), by=figures.CHANNEL)
    assert [row.came for row in found.rows] == [None, None, 9]
    assert found.total.came == 20


def test_where_people_stop_and_why_is_a_table_without_names(cast: Cast, coordinator: Actor) -> None:
    today = clock.today()
    shared = {"programme": programme_with(cast), "came_on": today, "stopped_on": today}
    journeys(cast, 6, stage="trial", stop_reason="too_slow", **shared)
    journeys(cast, 7, stage="trial", stop_reason="no_time", **shared)
    journeys(cast, 2, stage="first_talk", stop_reason="no_time", **shared)
    found = figures.stops(coordinator, year=year())
    assert [cells for _label, _total, cells in found.rows] == [[None, None], [None, None]]
    assert found.total == 15


def test_the_sums_of_the_reasons_give_no_small_number_away_either(
    cast: Cast, coordinator: Actor
) -> None:
    today = clock.today()
    shared = {"programme": programme_with(cast), "came_on": today, "stopped_on": today}
    for stage, reason, number in (
        ("first_talk", "no_time", 10),
        ("first_talk", "life", 6),
        ("trial", "life", 9),
        ("trial", "too_slow", 3),
    ):
        journeys(cast, number, stage=stage, stop_reason=reason, **shared)

    found = figures.stops(coordinator, year=year())

    # 28 less 10 and 15 would say that three found it too slow.
    assert (found.totals, found.total) == ([None, None, 15], 28)


@given(
    st.integers(1, 4).flatmap(
        lambda width: st.lists(
            st.lists(st.integers(0, 12), min_size=width, max_size=width), min_size=1, max_size=4
        )
    )
)
def test_no_hidden_number_can_be_found_from_the_sums_beside_it(rows: list[list[int]]) -> None:
    table = hide(rows, by_row=True, by_column=True)
    lines = [list(zip(*each, strict=True)) for each in zip(table, rows, strict=True)]
    across = list(zip(*lines, strict=True))
    for line in [*lines, *across]:
        hidden = [number for cell, number in line if cell is None]
        assert all(number < LEAST for number in hidden) or len(hidden) > 0
        # One hidden cell alone equals the sum less the rest; only where everything is hidden may it stand.
        if len(hidden) == 1:
            assert len(line) == 1
    assert all(cell is None or cell == number for line in lines for cell, number in line)
    assert all(cell is None for line in lines for cell, number in line if number < LEAST)


def test_the_figures_cost_the_same_however_many_came(cast: Cast, coordinator: Actor) -> None:
    programme = programme_with(cast, StageKind.FIRST_TALK)
    costs = []
    for number in (1, 3):
        journeys(cast, number, StageKind.FIRST_TALK, programme=programme, channel=None)
        with CaptureQueriesContext(connection) as seen:
            figures.funnel(coordinator, year=year(), by=figures.CHANNEL)
            figures.stops(coordinator, year=year())
            figures.lead_times(coordinator, year=year())
        costs.append(len(seen))
    assert costs[0] == costs[1] <= 5


@pytest.mark.covers("S1-232")
def test_each_channel_says_what_it_costs_and_brings(cast: Cast, coordinator: Actor) -> None:
    fair = ChannelFactory(organisation=cast.here, name="Beurs", cost=Decimal("120"))
    quiet = ChannelFactory(organisation=cast.here, name="Krant", cost=Decimal("80"))
    ChannelFactory(organisation=cast.here, name="Vroeger", is_used=False)
    today = clock.today()
    journeys(cast, 6, channel=fair, started_on=today)
    journeys(cast, 2, channel=quiet)
    journeys(cast, 5, channel=fair, came_on=today - timedelta(days=400))
    found = {row.name: row for row in sources.sources(coordinator, today=today)}
    assert set(found) == {"Beurs", "Krant"}
    assert (found["Beurs"].came, found["Beurs"].started, found["Beurs"].cost_each) == (
        6,
        6,
        Decimal("20.00"),
    )
    assert (found["Krant"].came, found["Krant"].cost_each) == (None, None)


@pytest.mark.covers("S1-64")
def test_one_circle_that_brings_more_than_half_is_named_from_ten_on(
    cast: Cast, coordinator: Actor
) -> None:
    today = clock.today()
    known = ChannelFactory(organisation=cast.here, circle=Channel.Circle.ACQUAINTANCES)
    online = ChannelFactory(organisation=cast.here, circle=Channel.Circle.ONLINE)
    journeys(cast, 9, channel=known)
    assert sources.dominating_circle(coordinator, today=today) == ""
    journeys(cast, 1, channel=online)
    assert sources.dominating_circle(coordinator, today=today) == Channel.Circle.ACQUAINTANCES.label
    page = cast.client("amal").get(cast.url("recruiting/sources/"))
    warning = page.content.decode().partition("notice--attention")[2]
    with translation.override("nl"):
        assert str(Channel.Circle.ACQUAINTANCES.label) in warning.partition("<table")[0]
    journeys(cast, 8, channel=None)
    assert sources.dominating_circle(coordinator, today=today) == ""


def test_figures_are_for_coordinators_and_the_board(
    cast: Cast, professional: Actor, stranger: Actor
) -> None:
    with pytest.raises(NotAllowed):
        figures.funnel(professional, year=year(), by=figures.CHANNEL)
    with pytest.raises(NotAllowed):
        sources.sources(professional, today=clock.today())
    journeys(cast, 6)
    assert figures.funnel(stranger, year=year(), by=figures.CHANNEL).rows == []


def test_the_pages_show_tables_and_no_names(cast: Cast) -> None:
    programme = programme_with(cast, StageKind.FIRST_TALK)
    today = clock.today()
    ChannelFactory(organisation=cast.here, cost=Decimal("10"))
    journeys(cast, 6, StageKind.FIRST_TALK, programme=programme, stopped_on=today)
    application = candidate(cast, programme, given_name="Onzichtbaar")
    client = cast.client("amal")
    for query in (
        "",
        "?by=month",
        "?by=programme&year=1900",
        f"?by=nonsense&year={year()}",
        "?year=²",
    ):
        response = client.get(cast.url(f"recruiting/figures/{query}"))
        assert response.status_code == HTTPStatus.OK
        assert application.given_name not in response.content.decode()
    assert client.get(cast.url("recruiting/sources/")).status_code == HTTPStatus.OK


def test_a_house_that_just_began_has_pages_too(cast: Cast) -> None:
    for path in ("recruiting/figures/", "recruiting/sources/"):
        assert cast.client("amal").get(cast.url(path)).status_code == HTTPStatus.OK
