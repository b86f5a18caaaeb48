"""What circles put on desks and homes: to whom, how soon, and at which cost."""

from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from naast.circles import attention, home
from naast.circles.inputs import Deciding
from naast.circles.models import Circle, CovenantYes, Debrief, InnerMember, Meeting
from naast.circles.services import circles as services_of_circles
from naast.circles.services import passages as services
from naast.circles.services import reports
from naast.circles.states import CircleState, Level
from naast.core import clock
from naast.core.attention import Urgency
from naast.desk.attention import day_of
from naast.organisations.actors import Actor
from naast.organisations.models import Absence, Role
from tests.circling import (
    circle_of,
    colleague,
    meeting_of,
    passage_of,
    place_for,
    signal_of,
    weekly_circle,
)
from tests.conftest import Cast
from tests.factories import actor_of


def kinds(actor: Actor) -> dict[str, Any]:
    """What is on this desk, by kind."""
    return {item.kind: item for item in attention.items(actor, now=clock.now())}


def asked(actor: Actor, hat: str) -> list[str]:
    """Where what is asked on this home leads."""
    return [ask.url for ask in home.asks(actor, hat, now=clock.now())]


@pytest.mark.covers("S1-162")
def test_a_concern_stands_on_the_desk_now_with_the_hours_left(cast: Cast) -> None:
    circle = weekly_circle(cast)
    signal = signal_of(circle, cast.person_id("bea"))
    item = kinds(cast.actor("amal"))["circle-signal"]
    assert (item.urgency, item.subject_id, item.owner_id) == (Urgency.NOW, signal.pk, cast.amal.pk)
    assert "4" in str(item.sentence)


def test_what_has_hours_stands_before_what_waits_for_days(cast: Cast) -> None:
    circle = weekly_circle(cast, consent_withdrawn_on=clock.today() - timedelta(days=3))
    signal_of(circle, cast.person_id("bea"))
    group = day_of(cast.actor("amal"), now=clock.now()).groups[0]
    assert [item.kind for item in group.items] == ["circle-signal", "circle-yes-taken-back"]


def test_danger_is_on_both_desks_and_a_concern_on_that_of_who_is_there(cast: Cast) -> None:
    circle = weekly_circle(cast)
    signal_of(circle, cast.person_id("bea"), Level.DANGER)
    assert kinds(cast.actor("amal"))["circle-signal"].owner_id is None
    circle.signals.all().delete()
    signal_of(circle, cast.person_id("bea"))
    Absence.objects.create(
        organisation=cast.here,
        membership=cast.amal,
        deputy=cast.nele,
        from_on=clock.today(),
        until_on=clock.today(),
    )
    assert circle.deputy is not None
    assert kinds(actor_of(circle.deputy))["circle-signal"].owner_id == circle.deputy_id


def test_a_colleague_who_does_not_lead_the_circle_sees_nothing(cast: Cast) -> None:
    circle = weekly_circle(cast, next_summary_on=clock.today())
    signal_of(circle, cast.person_id("bea"))
    assert attention.items(colleague(cast), now=clock.now()) == []
    assert attention.items(cast.actor("bea"), now=clock.now()) == []


@pytest.mark.covers("S1-159")
def test_a_circle_with_fewer_than_three_volunteers_is_a_vacancy(cast: Cast) -> None:
    circle = weekly_circle(cast)
    amal = cast.actor("amal")
    assert "circle-vacancy" not in kinds(amal)
    InnerMember.objects.filter(person_id=cast.person_id("bea")).update(ended_on=clock.today())
    item = kinds(amal)["circle-vacancy"]
    assert (item.urgency, item.url) == (
        Urgency.THIS_WEEK,
        amal.url("circles:people", circle_id=circle.pk),
    )


def test_what_is_due_stands_there_until_it_is_done(cast: Cast) -> None:
    today = clock.today()
    circle = weekly_circle(
        cast, next_summary_on=today, next_review_on=today, consent_withdrawn_on=today
    )
    meeting_of(circle, at=clock.now() - timedelta(days=3))
    passage_of(circle, direction="in", raw="Gebeld")
    amal = cast.actor("amal")
    reports.note_event(actor=amal, circle_id=circle.pk, happened_on=today, words="Rust.")
    Circle.objects.update(next_summary_on=today, next_review_on=today)
    assert set(kinds(amal)) == {
        "circle-debrief",
        "circle-event",
        "circle-yes-taken-back",
        "circle-minutes",
        "circle-incoming",
        "circle-summary",
        "circle-review",
    }
    assert set(attention.signs(amal, now=clock.now())) == set(attention.KINDS)


def test_a_yes_that_was_taken_back_leaves_once_the_circle_ends_for_it(cast: Cast) -> None:
    today = clock.today()
    circle, amal = weekly_circle(cast, consent_withdrawn_on=today), cast.actor("amal")
    assert set(kinds(amal)) == {"circle-yes-taken-back"}
    services_of_circles.take_step(actor=amal, circle_id=circle.pk, step="close")
    assert kinds(amal) == {}
    # Taken back while it ends: that was not known yet.
    Circle.objects.update(consent_withdrawn_on=today + timedelta(days=1))
    assert set(kinds(amal)) == {"circle-yes-taken-back"}


def test_what_happened_stays_on_the_desk_until_it_is_decided(cast: Cast) -> None:
    circle, amal = weekly_circle(cast), cast.actor("amal")
    own: dict[str, Any] = {"actor": amal, "circle_id": circle.pk}
    event = reports.note_event(**own, happened_on=clock.today(), words="Rust.")
    Debrief.objects.update(heard_on=clock.today())
    assert set(kinds(amal)) == {"circle-event"}
    assert kinds(colleague(cast)) == {}

    reports.decide_event(
        **own, deciding=Deciding(decision="go_on", consulted="Nele", aftercare="Bellen")
    )
    assert kinds(amal) == {}
    assert event.circle_id == circle.pk


def test_a_circle_without_a_next_meeting_is_not_forgotten(cast: Cast) -> None:
    long_ago = clock.now() - timedelta(days=9)
    circle, amal = weekly_circle(cast, state_since=long_ago), cast.actor("amal")
    assert set(kinds(amal)) == {"circle-without-meeting"}
    # The last one was yesterday: there is time to plan.
    held = meeting_of(circle, at=clock.now() - timedelta(days=1), written_at=clock.now())
    assert kinds(amal) == {}
    Meeting.objects.filter(pk=held.pk).update(starts_at=clock.now() - timedelta(days=4))
    assert set(kinds(amal)) == {"circle-without-meeting"}
    coming = meeting_of(circle, at=clock.now() + timedelta(days=2))
    assert kinds(amal) == {}
    Meeting.objects.filter(pk=coming.pk).update(cancelled_at=clock.now())
    assert set(kinds(amal)) == {"circle-without-meeting"}
    Circle.objects.update(state=CircleState.STOPPED)
    assert kinds(amal) == {}


@pytest.mark.parametrize(("state", "days"), [(CircleState.PAUSED, 28), (CircleState.AFTERCARE, 91)])
def test_a_circle_that_stands_still_is_not_forgotten(cast: Cast, state: str, days: int) -> None:
    circle, amal = weekly_circle(cast, state=state), cast.actor("amal")
    for since, found in ((days - 1, set()), (days, {"circle-still"})):
        Circle.objects.update(state_since=clock.now() - timedelta(days=since))
        assert set(kinds(amal)) == found
    # Who waits for a volunteer is told that instead.
    InnerMember.objects.filter(circle=circle).update(ended_on=clock.today())
    assert "circle-still" not in kinds(amal) or state == CircleState.AFTERCARE


def test_a_circle_without_coordinator_stands_on_every_desk(cast: Cast) -> None:
    circle_of(cast, state=CircleState.AFTERCARE)
    other = colleague(cast)
    Role.objects.filter(membership=cast.amal, function="coordinator").delete()
    assert set(kinds(other)) == {"circle-without-coordinator"}


def test_a_desk_costs_the_same_with_one_signal_and_with_three(cast: Cast) -> None:
    circle = weekly_circle(cast)
    amal, bea = cast.actor("amal"), cast.person_id("bea")
    costs = []
    for more in (1, 2):
        for _number in range(more):
            signal_of(circle, bea)
        with CaptureQueriesContext(connection) as queries:
            attention.items(amal, now=clock.now())
        costs.append(len(queries))
    assert costs[0] == costs[1]


def test_nobody_on_a_desk_is_named_who_stands_in_the_middle(cast: Cast) -> None:
    circle = weekly_circle(cast, consent_withdrawn_on=clock.today())
    signal_of(circle, cast.person_id("bea"))
    for item in attention.items(cast.actor("amal"), now=clock.now()):
        assert "Piet" not in f"{item.name} {item.sentence}"


@pytest.mark.covers("S1-161")
def test_a_volunteer_is_asked_for_the_minutes_first(cast: Cast) -> None:
    circle = weekly_circle(cast)
    bea = cast.actor("bea")
    meeting = meeting_of(circle, writer_id=bea.person_id)
    CovenantYes.objects.filter(person_id=bea.person_id).delete()
    own = {"circle_id": circle.pk}
    assert asked(bea, "volunteer") == [
        bea.url("circles:minutes", meeting_id=meeting.pk, **own),
        bea.url("circles:my_covenant", **own),
        bea.url("circles:my_circle", **own),
    ]
    Circle.objects.update(state=CircleState.CLOSING)
    assert bea.url("circles:look_back", **own) in asked(bea, "volunteer")


def test_the_core_member_is_asked_whether_they_want_a_circle(cast: Cast) -> None:
    circle = circle_of(cast)
    piet = cast.actor("piet")
    page = piet.url("circles:my_circle", circle_id=circle.pk)
    assert asked(piet, "participant") == [page]
    Circle.objects.update(consented_on=clock.today())
    assert asked(piet, "participant") == [page]
    Circle.objects.update(ended_on=clock.today())
    assert asked(piet, "participant") == []


def test_a_professional_finds_what_was_passed_on(cast: Cast) -> None:
    circle = weekly_circle(cast)
    nele, now = cast.actor("nele"), clock.now()
    (ask,) = home.asks(nele, "professional", now=now)
    assert ask.tone == "calm"
    services.release_passage(actor=cast.actor("amal"), passage_id=passage_of(circle).pk)
    (ask,) = home.asks(nele, "professional", now=now)
    assert ask.tone == "attention"


def test_who_is_in_no_circle_is_asked_nothing(cast: Cast) -> None:
    place_for(circle_of(cast))
    for name, hat in (("bea", "volunteer"), ("nele", "professional"), ("amal", "board")):
        assert asked(cast.actor(name), hat) == []
        signs = home.signs(cast.actor(name), hat, now=clock.now())
        assert not any(rows.exists() for rows in signs.values())
