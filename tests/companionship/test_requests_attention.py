"""Wishes on the desk and on the file."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from naast.companionship import attention_requests, panels_requests
from naast.companionship.models import Goal, MatchState, Request
from naast.core import clock
from naast.core.attention import Urgency
from naast.organisations.actors import Actor
from naast.people import panels
from tests.companionship.wish import person_of
from tests.conftest import Cast
from tests.factories import MatchFactory, RequestFactory


def kinds(actor: Actor) -> list[str]:
    return [item.kind for item in attention_requests.items(actor, now=clock.now())]


def test_waiting_wishes_stand_on_the_desk_the_oldest_first_with_how_long(cast: Cast) -> None:
    today = clock.today()
    new = RequestFactory(organisation=cast.here, asked_on=today - timedelta(days=3))
    old = RequestFactory(
        organisation=cast.here,
        asked_on=today - timedelta(days=15),
        coordinator=cast.amal,
    )
    proposed = RequestFactory(organisation=cast.here)
    MatchFactory(
        organisation=cast.here,
        request=proposed,
        programme=proposed.programme,
        state=MatchState.PROPOSED,
    )
    RequestFactory(organisation=cast.elsewhere)

    items = attention_requests.items(cast.actor("amal"), now=clock.now())

    assert [item.subject_id for item in items] == [old.pk, new.pk]
    assert [item.urgency for item in items] == [Urgency.NOW, Urgency.THIS_WEEK]
    assert [item.owner_id for item in items] == [cast.amal.pk, None]
    assert "15" in str(items[0].sentence)


@pytest.mark.covers("S1-80")
def test_what_is_still_to_explore_comes_back_on_its_day(cast: Cast) -> None:
    today = clock.today()
    exploring = {"organisation": cast.here, "status": Request.Status.EXPLORING}
    RequestFactory(**exploring, review_on=today + timedelta(days=1))
    due = RequestFactory(**exploring, review_on=today)
    for day in (today, today + timedelta(days=1)):
        Goal.objects.create(organisation=cast.here, request=due, text="Zee", review_on=day)

    assert sorted(kinds(cast.actor("amal"))) == ["goal-review", "request-explore"]


@pytest.mark.covers("S1-32")
def test_who_waits_long_without_support_meanwhile_stands_on_the_desk(cast: Cast) -> None:
    long_ago = clock.today() - attention_requests.SUPPORT_AFTER
    RequestFactory(organisation=cast.here, asked_on=long_ago)
    RequestFactory(organisation=cast.here, asked_on=long_ago, interim_support="Bellen.")

    assert kinds(cast.actor("amal")).count("request-support") == 1


def test_only_coordinators_find_wishes_on_their_desk(cast: Cast) -> None:
    RequestFactory(organisation=cast.here, participant=person_of(cast.piet))

    for name in ("bea", "nele", "piet", "chris"):
        assert kinds(cast.actor(name)) == []


def test_the_desk_costs_the_same_for_one_wish_and_three(cast: Cast) -> None:
    def queries() -> int:
        with CaptureQueriesContext(connection) as captured:
            kinds(cast.actor("amal"))
        return len(captured)

    RequestFactory(organisation=cast.here)
    first = queries()
    for _wish in range(2):
        RequestFactory(organisation=cast.here)
    assert queries() == first


def test_a_file_shows_its_wishes_to_who_may_write_them(cast: Cast) -> None:
    piet = person_of(cast.piet)
    wish = RequestFactory(organisation=cast.here, participant=piet)
    RequestFactory(organisation=cast.here)

    panel = panels_requests.wishes(cast.actor("nele"), piet)

    assert panel is not None
    assert [line.request_id for line in panel.context["lines"]] == [wish.pk]  # type: ignore[attr-defined]  # lines
    assert panels_requests.wishes(cast.actor("bea"), piet) is None
    assert panels_requests.wishes(cast.actor("chris"), piet) is None


def test_a_card_leads_coordinators_to_possible_places(cast: Cast) -> None:
    bea = person_of(cast.bea)

    assert panels_requests.possible_places(cast.actor("amal"), bea) is not None
    assert panels_requests.possible_places(cast.actor("bea"), bea) is None


def test_registering_twice_shows_one_panel(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(panels.PANELS, "_entries", {"volunteer": [], "participant": []})
    panels_requests.register()
    panels_requests.register()
    bea = person_of(cast.bea)

    assert len(panels.panels_for("volunteer", cast.actor("amal"), bea)) == 1
