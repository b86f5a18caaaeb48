"""What stands on the desk, on homes and on the pages of others; what is kept, and for how long."""

from datetime import timedelta

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext

from naast.companionship import panels as match_panels
from naast.core import clock, personal_data, retention
from naast.core.attention import AttentionItem
from naast.core.home import Ask
from naast.needs import attention, home
from naast.needs.inputs import AnswerInput, FavourInput, LimitInput
from naast.needs.models import Carer, Favour, Limit, Need, Obstacle
from naast.needs.services import care, letters, limits, obstacles
from naast.needs.states import Theme, Wish
from naast.organisations.actors import Actor
from naast.people import panels as people_panels
from naast.signals import panels as signal_panels
from naast.signals.models import Signal
from naast.signals.states import Kind, LimitReason, Path
from naast.support.models import Talk
from tests.companionship.pair import person_of
from tests.conftest import Cast
from tests.needing import (
    asked,
    asked_us,
    carer_of,
    ended,
    favour_of,
    limit_of,
    match_of,
    need_of,
    policy_of,
    sent,
    stuck,
    told,
)


def desk(actor: Actor) -> list[AttentionItem]:
    """What the desk shows; signs and items say the same."""
    now = clock.now()
    there = {kind for kind, rows in attention.signs(actor, now=now).items() if rows.exists()}
    found = attention.items(actor, now=now, there=there)
    assert [item.kind for item in found] == [
        item.kind for item in attention.items(actor, now=now)
    ], "a sign forgets something"
    return found


def kinds(actor: Actor) -> list[str]:
    """The kinds of what the desk shows."""
    return [item.kind for item in desk(actor)]


def asks(actor: Actor) -> list[Ask]:
    """What the home of a volunteer shows."""
    now = clock.now()
    signs = home.signs(actor, "volunteer", now=now)
    there = {kind for kind, rows in signs.items() if rows.exists()}
    return home.asks(actor, "volunteer", now=now, there=there)


def test_a_limit_asks_for_somebody_at_each_stage(cast: Cast, coordinator: Actor) -> None:
    limit = limit_of(cast)
    assert kinds(coordinator) == [attention.NOBODY_ASKED]
    asked(cast, limit)
    assert kinds(coordinator) == []
    with time_machine.travel(clock.now() + timedelta(days=15)):
        assert kinds(coordinator) == [attention.OVERDUE]
    stuck(cast, limit)
    assert kinds(coordinator) == []
    with time_machine.travel(clock.now() + timedelta(days=7)):
        assert kinds(coordinator) == [attention.ESCALATE]
    ended(cast, limit)
    with time_machine.travel(clock.now() + timedelta(days=90)):
        assert kinds(coordinator) == []


def test_a_request_waits_until_it_is_answered_and_done(cast: Cast, coordinator: Actor) -> None:
    row = asked_us(cast)
    asked_us(cast, wish=Wish.KNOW.value, subject="Alleen ter info")
    assert kinds(coordinator) == [attention.ASKED]
    given = AnswerInput("Nele gaat mee.", cast.nele.pk, clock.today())
    obstacles.answer(actor=coordinator, obstacle_id=row.pk, step="promise", given=given)
    assert kinds(coordinator) == [attention.PROMISED]
    assert desk(coordinator)[0].owner_id == cast.nele.pk
    obstacles.answer(actor=coordinator, obstacle_id=row.pk, step="done", given=AnswerInput(""))
    assert kinds(coordinator) == []


def test_a_favour_asks_for_a_talk_and_a_carer_for_a_look_back(
    cast: Cast, coordinator: Actor
) -> None:
    favour = favour_of(cast)
    carer_of(cast)
    assert kinds(coordinator) == [attention.TALK]
    talk = Talk.objects.create(
        organisation=cast.here,
        person_id=favour.person_id,
        kind="incident",
        planned_on=clock.today(),
        led_by=cast.amal,
    )
    Favour.objects.filter(pk=favour.pk).update(talk=talk)
    assert kinds(coordinator) == []
    with time_machine.travel(clock.now() + timedelta(days=43)):
        assert kinds(coordinator) == [attention.TALK_LATE, attention.CARER]


def test_a_favour_stands_on_the_desk_once_the_signal_first_and_then_the_talk(
    cast: Cast, coordinator: Actor
) -> None:
    signal = told(cast, Kind.FAVOUR, match=match_of(cast), due_at=clock.now() + timedelta(days=14))
    given = FavourInput("Of ik iets kon regelen.", clock.today(), signal_id=signal.pk)
    with time_machine.travel(clock.now() + timedelta(days=3)):
        favour = care.note_favour(actor=coordinator, given=given)
    assert favour.talk_due_on == clock.today() + timedelta(days=14)
    assert kinds(coordinator) == [], "the signal itself stands there"
    Signal.objects.filter(pk=signal.pk).update(state="seen")
    assert kinds(coordinator) == [attention.TALK]
    with time_machine.travel(clock.now() + timedelta(days=16)):
        assert kinds(coordinator) == [], "the signal is late itself"
        Signal.objects.filter(pk=signal.pk).update(state="decided")
        assert kinds(coordinator) == [attention.TALK]


def test_a_quarter_that_is_over_asks_for_its_letter_and_a_letter_for_its_answer(
    cast: Cast, coordinator: Actor
) -> None:
    with time_machine.travel("2026-03-20 10:00"):
        policy_of(cast)
        policy_of(cast)
        assert kinds(coordinator) == []
    with time_machine.travel("2026-04-02 10:00"):
        assert kinds(coordinator) == [attention.READY]
        sent(cast, policy_of(cast))
        assert kinds(coordinator) == []
    with time_machine.travel("2026-05-20 10:00"):
        assert kinds(coordinator) == [attention.LATE_ANSWER]


def test_the_desk_of_others_stays_empty(cast: Cast) -> None:
    limit_of(cast)
    asked_us(cast)
    for name in ("bea", "nele", "piet", "chris"):
        assert kinds(cast.actor(name)) == []


def test_the_desk_costs_one_query_a_kind(cast: Cast, coordinator: Actor) -> None:
    counts: list[int] = []
    match = match_of(cast)
    for _number in range(2):
        limit_of(cast, match)
        asked_us(cast, subject=f"Vraag {Obstacle.objects.count()}")
        with CaptureQueriesContext(connection) as queries:
            attention.items(coordinator, now=clock.now())
        counts.append(len(queries))
    assert counts[0] == counts[1] <= len(attention.KINDS)


def test_a_volunteer_sees_what_came_of_it_for_two_weeks(cast: Cast, volunteer: Actor) -> None:
    assert asks(volunteer) == []
    asked(cast)
    row = asked_us(cast)
    given = AnswerInput("Nele gaat mee.", cast.nele.pk, clock.today())
    obstacles.answer(actor=cast.actor("amal"), obstacle_id=row.pk, step="promise", given=given)
    policy = policy_of(cast, need_of(cast))
    sent(cast, policy)
    letters.answer_policy(
        actor=cast.actor("amal"), policy_id=policy.pk, kind="yes", words="We doen het."
    )
    assert [each.tone for each in asks(volunteer)] == ["attention", "calm", "calm"]
    with time_machine.travel(clock.now() + timedelta(days=15)):
        assert asks(volunteer) == []
    assert asks(cast.actor("piet")) == []


@pytest.mark.parametrize(
    ("kind", "page"),
    [
        (Kind.LIMIT, "limits/new/"),
        (Kind.OBSTACLE, "obstacles/new/"),
        (Kind.FAVOUR, "favours/new/"),
        (Kind.CARER, "carers/new/"),
        (Kind.NEED, "register/new/"),
        (Kind.OFFER, "register/new/"),
        (Kind.POLICY, "register/new/"),
    ],
)
def test_beside_a_signal_stands_what_may_follow(
    cast: Cast, coordinator: Actor, kind: str, page: str
) -> None:
    (panel,) = signal_panels.panels_for("handler", coordinator, told(cast, kind))
    ways = panel.context["ways"]
    assert isinstance(ways, list)
    assert page in ways[0].url


def test_beside_a_signal_stands_what_followed(cast: Cast, coordinator: Actor) -> None:
    signal = told(cast, Kind.LIMIT)
    given = LimitInput(reason=LimitReason.CARE, signal_id=signal.pk)
    limit = limits.note_limit(actor=coordinator, given=given)
    (panel,) = signal_panels.panels_for("handler", coordinator, signal)
    ways = panel.context["ways"]
    assert isinstance(ways, list)
    assert str(limit.pk) in ways[0].url
    assert signal_panels.panels_for("reporter", cast.actor("bea"), signal)
    assert not signal_panels.panels_for("reporter", cast.actor("piet"), signal)


def test_nothing_follows_beside_a_signal_of_the_safeguarding_path(
    cast: Cast, coordinator: Actor
) -> None:
    signal = told(cast, Kind.LIMIT, path=Path.SAFEGUARDING)
    assert signal_panels.panels_for("handler", coordinator, signal) == []


def test_each_side_of_a_match_sees_what_is_theirs(cast: Cast) -> None:
    match = match_of(cast)
    asked(cast, limit_of(cast, match))

    def titles(place: str, name: str) -> list[str]:
        rows = match_panels.panels_for(place, cast.actor(name), match)
        return [each.template for each in rows if each.template.startswith("needs/")]

    assert titles("coordinator", "amal") == ["needs/panel_match_staff.html"]
    assert titles("volunteer", "bea") == ["needs/panel_my_match.html"]
    assert titles("participant", "piet") == ["needs/panel_about_me.html"]
    assert titles("staff", "nele") == ["needs/panel_match.html"]
    Limit.objects.all().delete()
    assert titles("participant", "piet") == titles("staff", "nele") == []


def test_a_card_and_a_file_show_what_is_open(cast: Cast, coordinator: Actor) -> None:
    bea, piet = person_of(cast.bea), person_of(cast.piet)

    def templates(place: str, person: object) -> list[str]:
        rows = people_panels.panels_for(place, coordinator, person)  # type: ignore[arg-type]  # a Person
        return [each.template for each in rows if each.template.startswith("needs/")]

    assert templates("volunteer", bea) == []
    favour_of(cast)
    assert templates("volunteer", bea) == ["needs/panel_volunteer.html"]
    assert templates("participant", piet) == ["needs/panel_participant.html"]


def test_every_model_with_a_person_in_it_is_in_one_place() -> None:
    mine = {place.model for place in personal_data.places() if place.model.startswith("needs.")}
    assert mine == {
        "needs.Limit",
        "needs.Asking",
        "needs.Obstacle",
        "needs.Carer",
        "needs.Favour",
        "needs.Need",
    }


def test_what_is_over_goes_after_its_term_and_the_counts_stay(cast: Cast) -> None:
    limit = limit_of(cast)
    ended(cast, asked(cast, limit), "not-possible", theme=Theme.MONEY.value)
    need_of(cast, words="Geen geld voor de bus.")
    asked_us(cast, wish=Wish.KNOW.value)
    waits = asked_us(cast, subject="Nog open")
    carer, favour = carer_of(cast), favour_of(cast, limit.match)
    today = clock.today()
    Carer.objects.filter(pk=carer.pk).update(closed_on=today, look_back_on=None)
    Favour.objects.filter(pk=favour.pk).update(closed_on=today)
    before = Need.objects.count()
    for kind in retention.kinds():
        if kind.code.startswith("needs."):
            assert kind.erase is not None
            assert not kind.due(cast.here.pk, today).exists()
            due = list(
                kind.due(cast.here.pk, today + timedelta(days=1)).values_list("pk", flat=True)
            )
            assert kind.erase(due) == len(due) > 0
            assert not kind.due(cast.here.pk, today + timedelta(days=1)).exists()
    assert not Limit.objects.exists()
    assert list(Obstacle.objects.all()) == [waits]
    assert Need.objects.count() == before
    assert not Need.objects.exclude(words="", told_by__isnull=True).exists()
