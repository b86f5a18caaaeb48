"""Who is ready: the coordinator's list, the volunteer's own page, and letting something wait on the page."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from naast.core import clock
from naast.desk.queries import volunteer_home
from naast.organisations.actors import Actor
from naast.organisations.models import Function
from naast.programmes import evidence
from naast.programmes.evidence import Asked, Evidence, Extra, Found, Terms
from naast.programmes.models import Engagement, Override, Programme
from naast.programmes.panels import takes_part_in
from naast.programmes.preparing import my_steps
from naast.programmes.services import nightly
from tests.conftest import Cast
from tests.factories import EngagementFactory, actor_of, member
from tests.programmes.ready import (
    REASON,
    bea,
    key_of,
    known,
    programme_with,
    takes_part,
    write_down,
)


@pytest.fixture
def programme(cast: Cast) -> Programme:
    return programme_with(cast, "training", "check")


def names(cast: Cast, query: str = "") -> list[str]:
    page = cast.client("amal").get(cast.url("programmes/ready/") + query)
    assert page.status_code == 200
    return [row.engagement.person.given_name for row in page.context["rows"]]


@pytest.mark.covers("S0-44", "S0-45")
def test_the_list_says_what_each_still_needs_and_who_does_it(
    cast: Cast, programme: Programme
) -> None:
    takes_part(programme, bea(cast))
    EngagementFactory(organisation=cast.elsewhere)

    page = cast.client("amal").get(cast.url("programmes/ready/"))

    (row,) = page.context["rows"]
    assert [str(line.label) for line in row.rows] == ["Over training", "Over check"]
    assert all(line.url for line in row.rows)
    assert "Over training" in page.content.decode()


def test_who_misses_nothing_leaves_the_list_after_the_night_and_stands_among_everybody(
    cast: Cast, programme: Programme
) -> None:
    write_down(takes_part(programme, bea(cast)))
    assert names(cast) == ["Bea"]
    nightly.look(cast.here, clock.now())
    assert names(cast) == []
    assert names(cast, "?who=all") == ["Bea"]


def test_the_list_is_narrowed_to_a_programme_and_leaves_closed_ones_out(
    cast: Cast, programme: Programme
) -> None:
    takes_part(programme, bea(cast))
    other = takes_part(programme_with(cast, "charter"))
    assert names(cast, f"?programme={other.programme_id}") == [other.person.given_name]
    Programme.objects.filter(pk=other.programme_id).update(status=Programme.Status.CLOSED)
    assert names(cast) == ["Bea"]


def test_the_list_costs_the_same_for_three_and_goes_on_to_a_next_page(
    cast: Cast, programme: Programme
) -> None:
    client = cast.client("amal")

    def cost() -> int:
        with CaptureQueriesContext(connection) as captured:
            assert client.get(cast.url("programmes/ready/")).status_code == 200
        return len(captured)

    takes_part(programme)
    cost()
    one = cost()
    for _ in range(2):
        takes_part(programme)
    assert cost() == one
    for _ in range(50):
        EngagementFactory(organisation=cast.here, programme=programme)
    first = client.get(cast.url("programmes/ready/"))
    assert len(first.context["rows"]) == 50
    second = client.get(cast.url("programmes/ready/") + first.context["found"].next)
    assert len(second.context["rows"]) == 3


@pytest.mark.parametrize("who", ["bea", "nele", "piet"])
def test_the_list_is_for_coordinators(cast: Cast, who: str) -> None:
    assert cast.client(who).get(cast.url("programmes/ready/")).status_code == 404


@pytest.mark.covers("S0-44")
def test_a_volunteer_reads_what_is_theirs_to_do_with_a_way_to_it(
    cast: Cast, volunteer: Actor, programme: Programme, monkeypatch: pytest.MonkeyPatch
) -> None:
    engagement = takes_part(programme, bea(cast))
    training = engagement.programme.entryconditions.get(kind="training")

    def school(asked: Asked, /) -> Found:
        return Found(terms={training.pk: Terms(own_route="people:about_me")})

    monkeypatch.setattr(evidence, "_sources", [school])
    page = cast.client("bea").get(cast.url("programmes/mine/ready/"))

    (mine,) = page.context["programmes"]
    assert [(step.label, step.url) for step in mine.mine] == [
        ("Over training", volunteer.url("people:about_me"))
    ]
    assert [step.label for step in mine.ours] == ["Over check"]
    assert not mine.is_ready
    assert volunteer_home(volunteer, today=clock.today()).own_steps == 1
    assert (
        cast.url("programmes/mine/ready/")
        in cast.client("bea").get(cast.url("volunteer/")).content.decode()
    )

    write_down(engagement)

    (done,) = cast.client("bea").get(cast.url("programmes/mine/ready/")).context["programmes"]
    assert (done.is_ready, done.mine, done.ours) == (True, [], [])
    assert volunteer_home(volunteer, today=clock.today()).own_steps == 0


def test_a_volunteer_sees_only_their_own(cast: Cast, programme: Programme) -> None:
    takes_part(programme)
    page = cast.client("bea").get(cast.url("programmes/mine/ready/"))
    assert page.status_code == 200
    assert page.context["programmes"] == []


def test_on_a_calm_day_the_home_pays_one_query_for_it(
    cast: Cast, volunteer: Actor, programme: Programme
) -> None:
    write_down(takes_part(programme, bea(cast)))
    nightly.look(cast.here, clock.now())
    with CaptureQueriesContext(connection) as captured:
        assert my_steps(volunteer, today=clock.today()) == 0
    assert len(captured) == 1


def engagement_url(cast: Cast, engagement: Engagement, path: str = "") -> str:
    return cast.url(f"programmes/taking-part/{engagement.pk}/{path}")


@pytest.mark.covers("S0-44")
def test_the_page_lets_something_wait_and_shows_it_until_it_is_taken_back(
    cast: Cast, programme: Programme
) -> None:
    engagement = takes_part(programme, bea(cast))
    amal, url = cast.client("amal"), engagement_url(cast, engagement, "wait/")
    sent = {
        "item": key_of(programme, "training"),
        "reason": REASON,
        "until_on": (clock.today() + timedelta(days=20)).isoformat(),
    }

    refused = amal.post(url, sent | {"reason": "Zomaar"})
    assert refused.status_code == 422
    assert set(refused.context["wait_form"].errors) == {"reason"}
    assert "Zomaar" in refused.content.decode()
    assert amal.post(url, {}).status_code == 422
    assert amal.post(url, sent | {"item": "engagement"}).status_code == 422

    assert amal.post(url, sent).status_code == 303
    made = Override.objects.get()
    shown = amal.get(engagement_url(cast, engagement))
    assert [each.override for each in shown.context["waits"]] == [made]
    assert REASON in shown.content.decode()

    back = engagement_url(cast, engagement, f"wait/{made.pk}/take-back/")
    assert amal.post(back).status_code == 303
    shown = amal.get(engagement_url(cast, engagement))
    assert shown.context["waits"] == []
    assert [each.override for each in shown.context["waited"]] == [made]
    assert amal.post(back).status_code == 303
    unknown = engagement_url(cast, engagement, f"wait/{engagement.pk}/take-back/")
    assert amal.post(unknown).status_code == 404


def test_the_page_says_until_when_something_holds_and_what_ended(
    cast: Cast, programme: Programme
) -> None:
    engagement = takes_part(programme, bea(cast))
    lines = {line.kind: line.pk for line in programme.entryconditions.all()}
    soon, ended = clock.today() + timedelta(days=10), clock.today() - timedelta(days=1)
    since = clock.today() - timedelta(days=300)
    rows = [
        Evidence(lines["training"], since, soon),
        Evidence(lines["check"], since, ended),
    ]
    with known({engagement.person_id: rows}):
        page = cast.client("amal").get(engagement_url(cast, engagement))
        card = cast.client("amal").get(cast.url(f"people/volunteers/{engagement.person_id}/"))
    by_name = {str(row.label): row for row in page.context["rows"]}
    assert by_name["Over training"].in_place
    assert str(soon.year) in by_name["Over training"].who
    assert not by_name["Over check"].in_place
    assert str(ended.day) in by_name["Over check"].who
    assert card.status_code == 200


def test_what_the_law_asks_of_somebody_is_not_read_by_a_coach(
    cast: Cast, programme: Programme, monkeypatch: pytest.MonkeyPatch
) -> None:
    engagement = takes_part(programme, bea(cast))

    def reports(asked: Asked, /) -> Found:
        extra = Extra("report", "Iets van de wet", in_place=False)
        return Found(extras={engagement.person_id: [extra]})

    monkeypatch.setattr(evidence, "_sources", [reports])
    coach = actor_of(member(cast.here, Function.COACH, name="Coen Coach"))
    told = {}
    for name, actor in {
        "amal": cast.actor("amal"),
        "bea": cast.actor("bea"),
        "coen": coach,
    }.items():
        panel = takes_part_in(actor, engagement.person)
        assert panel is not None
        rows = panel.context["rows"]
        assert isinstance(rows, list)
        told[name] = "Iets van de wet" in {str(each) for each in rows[0].still_needed}
    assert told == {"amal": True, "bea": True, "coen": False}
