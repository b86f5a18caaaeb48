"""Pace beside staying, the figures of one programme, and voluntary answers: nobody can be found."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from naast.core import clock
from naast.core.errors import NotAllowed
from naast.organisations.actors import Actor
from naast.programmes.models import Programme, StageKind
from naast.recruitment.models import Tally
from naast.recruitment.queries import figures, staying, voluntary
from tests.conftest import Cast
from tests.factories import ProgrammeFactory
from tests.recruitment.test_figures import journeys, year
from tests.recruitment.way import programme_with


def started(cast: Cast, programme: Programme, days: int, *, stayed: int, left: int = 0) -> None:
    """So many people started after so many days, and stayed or left within three months."""
    came = clock.today()
    shared = {"programme": programme, "came_on": came, "started_on": came + timedelta(days=days)}
    journeys(cast, stayed, is_still_there=True, **shared)
    journeys(cast, left, is_still_there=False, **shared)


def paces(actor: Actor) -> list[tuple[int | None, int | None]]:
    return [(pace.started, pace.still_there) for pace in staying.staying(actor, year=year())]


@pytest.mark.covers("S1-246")
def test_who_started_quickly_as_advised_or_slowly_stands_beside_who_stayed(
    cast: Cast, coordinator: Actor
) -> None:
    # In all the path advises 3 to 28 days.
    programme = programme_with(cast, StageKind.FIRST_TALK, StageKind.THINKING)
    started(cast, programme, 2, stayed=5, left=6)
    started(cast, programme, 3, stayed=6)
    started(cast, programme, 28, stayed=6)
    started(cast, programme, 29, stayed=7, left=5)
    # Not three months ago yet: counts nowhere.
    journeys(cast, 9, programme=programme, started_on=clock.today())

    found = staying.staying(coordinator, year=year())

    assert [pace.label for pace in found] == list(staying.PACES.values())
    assert paces(coordinator) == [(11, 5), (12, 12), (12, 7)]


def test_the_advice_of_the_usual_path_counts_where_a_programme_has_none(
    cast: Cast, coordinator: Actor
) -> None:
    started(cast, ProgrammeFactory(organisation=cast.here, selection="full"), 9, stayed=6)
    [pace] = staying.staying(coordinator, year=year())
    assert pace.label == staying.PACES[staying.QUICK]


def test_few_who_started_or_left_are_hidden_and_cannot_be_found(
    cast: Cast, coordinator: Actor
) -> None:
    programme = programme_with(cast, StageKind.FIRST_TALK, StageKind.THINKING)
    started(cast, programme, 1, stayed=3)
    started(cast, programme, 10, stayed=9)
    started(cast, programme, 40, stayed=12)
    # Three are few; with the sum of the funnel they could be found: nine go along.
    assert paces(coordinator) == [(None, None), (None, None), (12, 12)]
    # Two who left slowly would be found from 14 and 12.
    started(cast, programme, 40, stayed=0, left=2)
    assert paces(coordinator)[2] == (14, None)


def stopped(cast: Cast, programme: Programme, number: int, reason: str) -> None:
    today = clock.today()
    journeys(
        cast,
        number,
        programme=programme,
        came_on=today,
        stopped_on=today,
        stage="trial",
        stop_reason=reason,
    )


@pytest.mark.covers("S1-245")
def test_one_programme_has_its_own_tables_as_far_as_no_other_can_be_found(
    cast: Cast, coordinator: Actor
) -> None:
    one, two = programme_with(cast, StageKind.TRIAL), programme_with(cast, StageKind.TRIAL)
    for number, programme in ((6, one), (7, two)):
        stopped(cast, programme, number, "no_time")
    stopped(cast, one, 8, "life")
    stopped(cast, two, 3, "life")
    house = figures.stops(coordinator, year=year())
    assert house.rows[0][2] == [13, 11]

    for programme, own in ((one, 6), (two, 7)):
        found = figures.stops(coordinator, year=year(), programme_id=programme.pk)
        # 11 less 8 would say that three of the other programme stopped: neither is shown.
        assert [cells for _label, _total, cells in found.rows] == [[own, None]]
        assert (found.rows[0][1], found.totals, found.total) == (None, [], None)
        assert not found.has_sums


def test_what_is_hidden_in_the_house_is_hidden_in_its_programmes(
    cast: Cast, coordinator: Actor
) -> None:
    one = programme_with(cast, StageKind.TRIAL)
    stopped(cast, one, 8, "no_time")
    stopped(cast, programme_with(cast), 3, "life")
    assert figures.stops(coordinator, year=year()).rows[0][2] == [None, None]
    found = figures.stops(coordinator, year=year(), programme_id=one.pk)
    assert found.rows[0][2] == [None, None]


def test_lead_times_of_one_programme_give_no_small_one_away(cast: Cast, coordinator: Actor) -> None:
    big, other, small = (programme_with(cast, StageKind.TRIAL) for _each in range(3))
    for programme, number, days in ((big, 9, 10), (other, 6, 20), (small, 2, 90)):
        journeys(cast, number, StageKind.TRIAL, days=days, programme=programme)

    def middle(programme: Programme | None) -> int | None:
        chosen = programme.pk if programme else None
        return figures.lead_times(coordinator, year=year(), programme_id=chosen)[0].middle

    assert middle(None) is not None
    # House less `big` less `other` would be the two of `small`: the smaller of both is hidden too.
    assert (middle(big), middle(other), middle(small)) == (10, None, None)


@pytest.mark.covers("S4-27")
def test_voluntary_answers_are_shown_by_year_and_few_are_not(
    cast: Cast, coordinator: Actor, professional: Actor
) -> None:
    this = date(year(), 1, 1)
    for house, month, answer, number in (
        (cast.here, this, "26_45", 4),
        (cast.here, this.replace(month=2), "26_45", 3),
        (cast.here, this, "over_65", 4),
        (cast.here, this.replace(year=year() - 1), "over_65", 9),
        (cast.elsewhere, this, "over_65", 9),
    ):
        Tally.objects.create(
            organisation=house, month=month, question="age_group", answer=answer, number=number
        )

    [asked] = voluntary.tallies(coordinator, year=year())
    assert [number for _words, number in asked.rows] == [None, 7, None, None]
    with pytest.raises(NotAllowed):
        voluntary.tallies(professional, year=year())
    page = cast.client("amal").get(cast.url("recruiting/figures/"))
    assert page.context["tallies"] == [asked]
    assert str(asked.question) in page.content.decode()


def test_the_page_filters_on_a_programme_and_costs_the_same(cast: Cast) -> None:
    one, two = programme_with(cast, StageKind.TRIAL), programme_with(cast)
    client, costs = cast.client("amal"), []
    address = f"{cast.url('recruiting/figures/')}?programme={one.pk}"
    journeys(cast, 1, StageKind.TRIAL, programme=two)
    journeys(cast, 1, programme=one)
    client.get(address)
    for number in (1, 3):
        with CaptureQueriesContext(connection) as seen:
            page = client.get(address)
        assert page.context["programme"] == one.name
        costs.append(len(seen))
        journeys(cast, number, StageKind.TRIAL, programme=one, started_on=clock.today())
    assert costs[0] == costs[1] <= 18
    assert client.get(f"{cast.url('recruiting/figures/')}?programme=x").context["programme"] == ""
