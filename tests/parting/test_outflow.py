"""Why people left: growing on first, small numbers hidden, no names."""

import pytest

from naast.core import clock
from naast.parting.models import Parting, PartingReason
from naast.parting.queries.outflow import outflow_of
from naast.parting.states import PartingState
from naast.people.models import VolunteerProfile
from tests.conftest import Cast
from tests.factories import VolunteerFactory


def left(cast: Cast, *codes: str, times: int = 1, better: tuple[str, ...] = ()) -> None:
    """So many volunteers left this year, for these reasons, after a talk."""
    for _time in range(times):
        profile = VolunteerFactory(organisation=cast.here, status="former", left_on=clock.today())
        parting = Parting.objects.create(
            organisation=cast.here,
            person=profile.person,
            kind="own_wish",
            state=PartingState.PARTED,
            state_since=clock.now(),
            closed_on=clock.today(),
            talk_on=clock.today(),
            better=list(better),
        )
        for code in codes:
            PartingReason.objects.create(organisation=cast.here, parting=parting, code=code)


@pytest.mark.covers("S1-276")
def test_growing_on_is_counted_first_and_as_a_success(cast: Cast) -> None:
    left(cast, "moved", times=8)
    left(cast, "grown_work", "grown_study", times=5)

    found = outflow_of(cast.actor("amal"), clock.today().year)

    assert (found.left, found.grown) == (13, 5)
    assert [(line.number, line.is_growth) for line in found.reasons] == [
        (5, True),
        (5, True),
        (8, False),
    ]


@pytest.mark.covers("S1-267")
def test_few_are_not_counted_out(cast: Cast) -> None:
    left(cast, "grown_volunteering", times=4)
    left(cast, "died")

    found = outflow_of(cast.actor("amal"), clock.today().year)

    assert (found.left, found.grown) == (5, None)
    assert [line.number for line in found.reasons] == [None]


def test_what_could_be_better_shows_from_ten_answers_on(cast: Cast) -> None:
    year = clock.today().year
    left(cast, "moved", times=9, better=("guidance",))
    assert outflow_of(cast.actor("amal"), year).better == []

    left(cast, "moved", better=("costs",))

    assert [line.number for line in outflow_of(cast.actor("amal"), year).better] == [9, None]


def test_who_left_without_a_talk_is_still_called(cast: Cast) -> None:
    left(cast, "moved")
    VolunteerFactory(organisation=cast.here, status="former", left_on=clock.today())
    VolunteerFactory(organisation=cast.elsewhere, status="former", left_on=clock.today())

    page = cast.client("amal").get(cast.url("alongside/parting/figures/"))

    assert page.context["shown"].without_talk == 1
    assert len(page.context["without"].rows) == 1


def test_who_came_back_since_did_leave_that_year(cast: Cast) -> None:
    left(cast, "grown_work", times=6)
    VolunteerProfile.objects.filter(status="former").update(status="active", left_on=None)

    found = outflow_of(cast.actor("amal"), clock.today().year)

    assert (found.left, found.grown) == (6, 6)
