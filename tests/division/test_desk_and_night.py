"""What this room puts on desks and homes, and what it does at night."""

from datetime import timedelta

import pytest
from dateutil.relativedelta import relativedelta
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from naast.core import clock
from naast.division import attention, home
from naast.division.models import (
    Division,
    DivisionVersion,
    HandOver,
    PassedOn,
    StaffingDay,
    Tension,
)
from naast.division.services import nightly
from naast.division.services import tables as services
from naast.messaging.models import Message
from naast.organisations.actors import Actor
from naast.programmes.models import Pattern
from tests.conftest import Cast
from tests.dividing import (
    DivisionFactory,
    HandOverFactory,
    IdeaFactory,
    PassedOnFactory,
    StaffingLineFactory,
    TensionFactory,
    cannot_come,
    match_of,
)
from tests.factories import MatchFactory

SOON = timedelta(days=20)


def everything(cast: Cast) -> None:
    """One row of each kind that asks for a coordinator."""
    match = match_of(cast)
    DivisionFactory(match=match)
    past = clock.today() - timedelta(days=1)
    talked = MatchFactory(organisation=cast.here, programme=match.programme, professional=cast.nele)
    DivisionFactory(match=talked, agreed_on=past, review_on=past)
    PassedOnFactory(match=match)
    TensionFactory(match=match)
    TensionFactory(match=match, volunteer_how="own", professional_how="own")
    TensionFactory(match=match, state="agreed", review_on=past)
    IdeaFactory(programme=match.programme)
    owner = match_of(cast, Pattern.OWNER)
    step = cannot_come(owner)
    type(step).objects.filter(pk=step.pk).update(created_at=clock.now() + SOON)


def test_each_kind_that_asks_for_a_coordinator_stands_on_the_desk(
    cast: Cast, coordinator: Actor
) -> None:
    everything(cast)
    now = clock.now() + SOON
    items = attention.items(coordinator, now=now)
    assert {item.kind for item in items} == set(attention.READ)
    signs = attention.signs(coordinator, now=now)
    assert all(rows.exists() for rows in signs.values())
    assert all(str(item.sentence) and item.url for item in items)


def test_a_quiet_house_asks_nothing_and_nobody_else_has_this_desk(
    cast: Cast, coordinator: Actor, professional: Actor
) -> None:
    assert attention.items(coordinator, now=clock.now()) == []
    everything(cast)
    assert attention.signs(professional, now=clock.now()) == {}
    assert attention.items(cast.actor("chris"), now=clock.now() + SOON) == []


def test_the_desk_costs_the_same_with_more_rows(cast: Cast, coordinator: Actor) -> None:
    everything(cast)
    now = clock.now() + SOON
    with CaptureQueriesContext(
        connection,
    ) as few:
        attention.items(coordinator, now=now)
    everything(cast)
    with CaptureQueriesContext(connection) as many:
        attention.items(coordinator, now=now)
    assert len(many) == len(few) == len(attention.READ)


def test_the_home_of_the_volunteer_asks_what_waits(cast: Cast, volunteer: Actor) -> None:
    match = match_of(cast, Pattern.OWNER)
    cannot_come(match)
    DivisionFactory(match=match)
    TensionFactory(match=match)
    HandOverFactory(match=MatchFactory(organisation=cast.here), stand_in_id=cast.person_id("bea"))
    now = clock.now()
    signs = home.signs(volunteer, "volunteer", now=now)
    assert all(rows.exists() for rows in signs.values())
    assert len(home.asks(volunteer, "volunteer", now=now)) == 4


def test_the_home_of_the_professional_asks_what_waits(cast: Cast, professional: Actor) -> None:
    match = match_of(cast)
    cannot_come(match)
    division = DivisionFactory(match=match)
    PassedOnFactory(match=match)
    TensionFactory(match=match)
    now = clock.now()
    assert len(home.asks(professional, "professional", now=now)) == 4
    services.say_yes(actor=professional, division_id=division.pk, number=1)
    assert len(home.asks(professional, "professional", now=now)) == 3
    assert home.asks(cast.actor("piet"), "participant", now=now) == []


def test_at_night_a_match_that_needs_a_table_gets_the_example(
    cast: Cast, coordinator: Actor
) -> None:
    match = match_of(cast)
    match_of(cast, Pattern.EXTRA)
    assert nightly.run(clock.now())["tables of tasks begun"] == 0
    services.begin_example(actor=coordinator, programme_id=match.programme_id)
    assert nightly.run(clock.now())["tables of tasks begun"] == 1
    made = Division.objects.get(match__isnull=False)
    assert made.match == match
    versions = DivisionVersion.objects.order_by("id")
    assert versions[0].content == versions[1].content
    assert nightly.run(clock.now())["tables of tasks begun"] == 0


def test_who_did_not_say_yes_is_reminded_once_for_each_version(
    cast: Cast, volunteer: Actor
) -> None:
    division = DivisionFactory(match=match_of(cast))
    services.say_yes(actor=volunteer, division_id=division.pk, number=1)
    later = clock.now() + timedelta(days=15)
    for _night in range(2):
        nightly.run(later)
    assert [message.user for message in Message.objects.filter(kind=nightly.WAITS)] == [
        cast.nele.user
    ]
    assert nightly.run(clock.now())["tables of tasks that wait"] == 0


@pytest.mark.parametrize(("months", "left"), [(23, 1), (25, 0)])
def test_a_tension_is_erased_two_years_after_it_was_closed(
    cast: Cast, months: int, left: int
) -> None:
    closed = clock.today() - relativedelta(months=months)
    TensionFactory(match=match_of(cast), state="closed", closed_on=closed)
    TensionFactory(match=match_of(cast))
    nightly.run(clock.now())
    assert Tension.objects.count() == left + 1


def test_notes_and_what_was_passed_on_are_erased_in_time(cast: Cast) -> None:
    match, today = match_of(cast), clock.today()
    HandOverFactory(match=match, until_on=today - timedelta(days=31))
    HandOverFactory(match=match, until_on=today - timedelta(days=29))
    PassedOnFactory(match=match, taken_up_on=today - relativedelta(months=13))
    PassedOnFactory(match=match)
    line = StaffingLineFactory(programme=match.programme)
    for days in (31, 1):
        day = timezone.localdate() - timedelta(days=days)
        StaffingDay.objects.create(organisation=cast.here, line=line, day=day, paid=1)
    assert nightly.run(clock.now())["tensions and notes erased"] == 3
    counts = [model.objects.count() for model in (HandOver, PassedOn, StaffingDay)]
    assert counts == [1, 1, 1]
