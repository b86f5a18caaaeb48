"""What this room asks of the desk."""

from collections.abc import Iterator
from datetime import date, timedelta

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from naast.core.attention import Urgency
from naast.organisations.actors import Actor
from naast.outreach import attention
from tests.conftest import Cast
from tests.outreach.guests import at
from tests.outreaching import (
    CampaignFactory,
    GroupFactory,
    HelperFactory,
    LeadFactory,
    MeetingFactory,
    SignUpFactory,
)

SIX = {
    "outreach.host",
    "outreach.attendance",
    "outreach.offers",
    "outreach.groups",
    "outreach.asks",
    "outreach.helpers",
}


@pytest.fixture(autouse=True)
def march() -> Iterator[None]:
    with time_machine.travel(at(10), tick=False):
        yield


def one_of_each(cast: Cast) -> None:
    meeting = MeetingFactory(organisation=cast.here)
    SignUpFactory(
        meeting=meeting, state="offered", offered_until=at(12), email="", phone="+32475123456"
    )
    MeetingFactory(organisation=cast.here, starts_at=at(9), host=cast.amal)
    GroupFactory(organisation=cast.here)
    campaign = CampaignFactory(organisation=cast.here)
    for _lead in range(2):
        LeadFactory(campaign=campaign, ask_before=date(2026, 3, 9))
    HelperFactory(organisation=cast.here, invite_again_on=date(2026, 3, 10))


def test_each_kind_is_one_line_with_a_page_behind_it(cast: Cast, coordinator: Actor) -> None:
    one_of_each(cast)
    items = attention.items(coordinator, now=at(10))
    assert sorted(item.kind for item in items) == sorted(SIX)
    client = cast.client("amal")
    for item in items:
        assert client.get(item.url).status_code == 200
    (asks,) = [item for item in items if item.kind == "outreach.asks"]
    assert " 2 " in f" {asks.sentence} "


def test_signs_and_items_are_of_the_own_house_and_for_coordinators(
    cast: Cast, coordinator: Actor, volunteer: Actor, professional: Actor, stranger: Actor
) -> None:
    one_of_each(cast)
    seen = {
        name for name, rows in attention.signs(coordinator, now=at(10)).items() if rows.exists()
    }
    assert seen == SIX
    assert not any(rows.exists() for rows in attention.signs(stranger, now=at(10)).values())
    assert attention.items(stranger, now=at(10)) == []
    for actor in (volunteer, professional):
        assert attention.signs(actor, now=at(10)) == {}
        assert attention.items(actor, now=at(10)) == []


def test_nothing_is_asked_for_what_is_in_order(cast: Cast, coordinator: Actor) -> None:
    MeetingFactory(organisation=cast.here, host=cast.amal)
    MeetingFactory(organisation=cast.here, starts_at=at(10) + timedelta(days=30))
    MeetingFactory(organisation=cast.here, starts_at=at(9), closed_on=date(2026, 3, 9))
    MeetingFactory(organisation=cast.here, starts_at=at(9), cancelled_at=at(8))
    GroupFactory(organisation=cast.here, state="declined")
    LeadFactory(campaign=CampaignFactory(organisation=cast.here))
    HelperFactory(organisation=cast.here, invite_again_on=date(2026, 3, 11))
    assert attention.items(coordinator, now=at(10)) == []


def test_a_group_that_waits_for_five_days_is_urgent(cast: Cast, coordinator: Actor) -> None:
    GroupFactory(organisation=cast.here)
    urgencies = [
        attention.items(coordinator, now=at(10) + timedelta(days=days))[0].urgency
        for days in (0, 4, 5)
    ]
    assert urgencies == [Urgency.THIS_WEEK, Urgency.THIS_WEEK, Urgency.NOW]


def test_who_says_nothing_about_the_other_day_is_called_after_two_weeks(
    cast: Cast, coordinator: Actor
) -> None:
    group = GroupFactory(
        organisation=cast.here,
        state="other_date",
        date_on=date(2026, 5, 4),
        answered_on=date(2026, 3, 10),
    )
    assert attention.items(coordinator, now=at(23)) == []
    (item,) = attention.items(coordinator, now=at(24))
    assert (item.kind, item.subject_id) == ("outreach.groups", group.pk)
    assert timezone.localdate(item.since) == date(2026, 3, 10)
    assert attention.signs(coordinator, now=at(24))["outreach.groups"].exists()


def test_items_cost_one_query_a_kind_and_none_for_what_is_not_there(
    cast: Cast, coordinator: Actor
) -> None:
    one_of_each(cast)
    one_of_each(cast)
    with CaptureQueriesContext(connection) as captured:
        attention.items(coordinator, now=at(10))
    assert len(captured) == len(SIX)
    with CaptureQueriesContext(connection) as captured:
        attention.items(coordinator, now=at(10), there=frozenset())
    assert len(captured) == 0
