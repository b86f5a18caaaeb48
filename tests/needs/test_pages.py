"""The pages: what follows from a signal, what a volunteer reads, what management answers."""

from datetime import timedelta
from http import HTTPStatus
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from naast.audit.models import Event
from naast.core import clock
from naast.needs.models import Carer, Favour, Limit, Need, Obstacle, PolicyLetter, PolicySignal
from naast.needs.states import LimitState, ObstacleState, Theme, Wish
from naast.signals.states import Kind
from tests.conftest import Cast
from tests.factories import MatchFactory, VolunteerFactory
from tests.needing import (
    asked,
    asked_us,
    carer_of,
    favour_of,
    limit_of,
    manager,
    match_of,
    need_of,
    policy_of,
    sent,
    stuck,
    told,
)
from tests.pdf_checks import problems_of

REFUSED, NOT_FOUND, DONE = (
    HTTPStatus.UNPROCESSABLE_ENTITY,
    HTTPStatus.NOT_FOUND,
    HTTPStatus.SEE_OTHER,
)
MOST_QUERIES = 14


def words(response: Any) -> str:
    return str(response.content.decode())


def test_a_signal_of_a_limit_is_handed_on_step_by_step(cast: Cast) -> None:
    signal = told(cast, Kind.LIMIT, aspect="limit_care", match=match_of(cast))
    amal = cast.client("amal")
    overview = amal.get(cast.url("heard/needs/"))
    assert [each.pk for each in overview.context["signals"]] == [signal.pk]
    new = cast.url("heard/needs/limits/new/") + f"?signal={signal.pk}"
    assert signal.saw in words(amal.get(new))
    assert amal.post(new, {"reason": "limit_care"}).status_code == DONE
    limit = Limit.objects.get(signal=signal)
    page = cast.url(f"heard/needs/limits/{limit.pk}/")
    assert amal.post(page + "ask/", {"service": ""}).status_code == REFUSED
    today = clock.today()
    sent_form = {
        "service": "Thuiszorg Zonderzorgen",
        "agreed": "yes",
        "asked_on": today.isoformat(),
        "answer_due_on": (today + timedelta(days=14)).isoformat(),
        "caller": str(cast.amal.pk),
        "for_volunteer": "We vroegen de thuiszorg.",
    }
    assert amal.post(page + "ask/", sent_form).status_code == DONE
    assert "Thuiszorg Zonderzorgen" in words(amal.get(page))
    stuck_form = {
        "why": "waiting_list",
        "escalate_to": "Het diensthoofd",
        "escalation": "Een noodplaats",
        "escalate_on": (today + timedelta(days=7)).isoformat(),
        "theme": "",
        "for_volunteer": "Er is een wachtlijst.",
    }
    assert amal.post(page + "stuck/", stuck_form).status_code == DONE
    assert "Het diensthoofd" in words(amal.get(cast.url("heard/needs/stuck/")))
    end = {"outcome": "Geen plaats.", "for_volunteer": "Het lukt nu niet."}
    assert amal.post(page + "end/not-possible/", end).status_code == REFUSED
    end |= {"theme": Theme.CARE_LATE.value}
    assert amal.post(page + "end/not-possible/", end).status_code == DONE
    limit.refresh_from_db()
    assert limit.state == LimitState.NOT_POSSIBLE
    assert "Het lukt nu niet." in words(cast.client("bea").get(cast.url("mine/needs/")))
    assert amal.get(page + "end/nonsense/").status_code == NOT_FOUND


def test_reading_a_limit_is_noted_as_looking_at_the_participant(cast: Cast) -> None:
    limit = limit_of(cast)
    cast.client("nele").get(cast.url(f"heard/needs/limits/{limit.pk}/"))
    event = Event.objects.get(kind="limit.read")
    assert (event.target_id, event.user_id) == (cast.person_id("piet"), cast.nele.user_id)


def test_a_volunteer_asks_us_to_come_along_and_reads_the_answer(cast: Cast) -> None:
    match = match_of(cast)
    bea, url = cast.client("bea"), cast.url("mine/needs/ask/")
    assert bea.get(f"{url}?match={match.pk}").status_code == HTTPStatus.OK
    assert bea.get(f"{url}?match=none").status_code == NOT_FOUND
    form = {"wish": "come_along", "agency": "Loket Omweg", "subject": "De premie", "words": ""}
    assert bea.post(url, {**form, "agency": ""}).status_code == REFUSED
    assert bea.post(url, {**form, "match": str(match.pk)}).status_code == DONE
    row = Obstacle.objects.get()
    assert (row.match, row.state) == (match, ObstacleState.ASKED)
    page = cast.url(f"heard/needs/obstacles/{row.pk}/")
    amal = cast.client("amal")
    assert "De premie" in words(amal.get(page))
    answer = {
        "answer": "Nele gaat mee.",
        "done_by": str(cast.nele.pk),
        "do_on": clock.today().isoformat(),
    }
    assert amal.post(page + "promise/", {**answer, "answer": ""}).status_code == REFUSED
    assert amal.post(page + "promise/", answer).status_code == DONE
    assert "Nele gaat mee." in words(bea.get(cast.url("mine/needs/")))
    assert amal.get(page + "nonsense/").status_code == NOT_FOUND


def test_a_match_of_somebody_else_is_not_named(cast: Cast) -> None:
    other = MatchFactory(organisation=cast.elsewhere)
    assert (
        cast.client("bea").get(cast.url("mine/needs/ask/") + f"?match={other.pk}").status_code
        == NOT_FOUND
    )
    new = cast.url("heard/needs/limits/new/") + f"?match={other.pk}"
    assert cast.client("amal").get(new).status_code == NOT_FOUND


def test_an_obstacle_told_by_phone_goes_in_the_log(cast: Cast) -> None:
    amal = cast.client("amal")
    form = {"agency": "Loket", "subject": "Wachtrij", "wish": "know", "days_lost": "4"}
    assert amal.post(cast.url("heard/needs/obstacles/new/"), form).status_code == DONE
    log = amal.get(cast.url("heard/needs/obstacles/") + "?show=log")
    assert [each.days for each in log.context["agencies"]] == [4]


def test_a_carer_is_offered_something_and_looked_back_on(cast: Cast) -> None:
    amal = cast.client("amal")
    new = cast.url(f"heard/needs/carers/new/{cast.person_id('piet')}/")
    day = clock.today() + timedelta(days=42)
    form = {"who": "zijn zus", "words": "Moe.", "offered": "Een rustdag."}
    assert amal.post(new, form).status_code == REFUSED
    assert amal.post(new, {**form, "look_back_on": day.isoformat()}).status_code == DONE
    carer = Carer.objects.get()
    page = cast.url(f"heard/needs/carers/{carer.pk}/")
    assert "Een rustdag." in words(amal.get(page))
    assert amal.post(page, {"load": "heavier"}).status_code == REFUSED
    assert amal.post(page, {"load": "lighter"}).status_code == DONE
    done = amal.get(cast.url("heard/needs/carers/") + "?show=done")
    assert [each.pk for each in done.context["page"].rows] == [carer.pk]
    file = amal.get(cast.url(f"people/participants/{cast.person_id('piet')}/"))
    assert file.status_code == HTTPStatus.OK


def test_a_favour_is_followed_by_a_talk_of_support(cast: Cast) -> None:
    signal = told(cast, Kind.FAVOUR)
    amal = cast.client("amal")
    new = cast.url("heard/needs/favours/new/") + f"?signal={signal.pk}"
    assert amal.get(new).status_code == HTTPStatus.OK
    assert amal.post(new, {"tried_on": clock.today().isoformat()}).status_code == DONE
    favour = Favour.objects.get()
    page = cast.url(f"heard/needs/favours/{favour.pk}/")
    far = clock.today() + timedelta(days=20)
    assert amal.post(page, {"planned_on": far.isoformat()}).status_code == REFUSED
    near = clock.today() + timedelta(days=3)
    assert amal.post(page, {"planned_on": near.isoformat()}).status_code == DONE
    favour.refresh_from_db()
    assert favour.talk is not None
    assert amal.post(page + "close/").status_code == DONE
    assert amal.get(page).status_code == HTTPStatus.OK


def test_a_need_gets_its_theme_and_goes_to_management_who_answer(cast: Cast) -> None:
    signal = told(cast, Kind.NEED)
    amal, bob = cast.client("amal"), Client()
    bob.force_login(manager(cast).user)
    new = cast.url("heard/needs/register/new/") + f"?signal={signal.pk}"
    assert amal.post(new, {"theme": ""}).status_code == REFUSED
    assert amal.post(new, {"theme": "transport", "words": "Geen bus."}).status_code == DONE
    register = amal.get(cast.url("heard/needs/register/") + "?theme=transport")
    assert "Geen bus." in words(register)
    form = {
        "title": "Vervoer",
        "theme": "transport",
        "sees": "Geen bus na zes uur.",
        "asks": "Een auto.",
        "needs": [str(Need.objects.get().pk)],
    }
    policy_url = cast.url("heard/needs/policy/")
    assert (
        amal.post(policy_url + "new/?theme=transport", {**form, "asks": ""}).status_code == REFUSED
    )
    assert amal.post(policy_url + "new/?theme=transport", form).status_code == DONE
    policy = PolicySignal.objects.get()
    assert amal.post(f"{policy_url}{policy.pk}/", {**form, "title": "Bus"}).status_code == DONE
    assert bob.get(f"{policy_url}{policy.pk}/answer/").status_code == NOT_FOUND
    send = cast.url("heard/needs/letters/send/")
    assert "Een auto." in words(amal.get(send))
    assert amal.post(send, {"answer_due_on": clock.today().isoformat()}).status_code == REFUSED
    due = clock.today() + timedelta(days=30)
    assert amal.post(send, {"answer_due_on": due.isoformat()}).status_code == DONE
    letter = PolicyLetter.objects.get()
    page = cast.url(f"heard/needs/letters/{letter.pk}/")
    assert "Geen bus na zes uur." in words(bob.get(page))
    assert problems_of(bob.get(page + "letter.pdf").content) == []
    answer = f"{policy_url}{policy.pk}/answer/"
    assert bob.post(answer, {"kind": "yes", "words": ""}).status_code == REFUSED
    assert bob.post(answer, {"kind": "yes", "words": "Die komt er."}).status_code == DONE
    mine = words(cast.client("bea").get(cast.url("mine/needs/")))
    assert "Die komt er." in mine
    assert "Bob" not in mine


def test_what_is_left_out_does_not_go_to_management(cast: Cast) -> None:
    policy = policy_of(cast)
    drop = cast.url(f"heard/needs/policy/{policy.pk}/drop/")
    assert cast.client("amal").post(drop).status_code == DONE
    assert not PolicySignal.objects.exists()


def _again(cast: Cast) -> None:
    """One more of everything that stands in a list."""
    match = MatchFactory(
        organisation=cast.here,
        participant_id=cast.person_id("piet"),
        volunteer=VolunteerFactory(organisation=cast.here).person,
    )
    stuck(cast, asked(cast, limit_of(cast, match)))
    limit_of(cast, match)
    number = Obstacle.objects.count()
    asked_us(cast, subject=f"Vraag {number}")
    asked_us(cast, wish=Wish.KNOW.value, subject=f"Melding {number}")
    carer_of(cast)
    favour_of(cast, match)
    favour_of(cast, match, match_id=match.pk)
    need_of(cast)
    policy_of(cast)


@pytest.mark.parametrize(
    "path",
    [
        "heard/needs/",
        "heard/needs/stuck/",
        "heard/needs/obstacles/",
        "heard/needs/obstacles/?show=log",
        "heard/needs/carers/",
        "heard/needs/favours/",
        "heard/needs/register/",
        "heard/needs/policy/",
        "heard/needs/policy/new/?theme=money",
    ],
)
def test_a_list_costs_the_same_with_one_row_and_with_three(cast: Cast, path: str) -> None:
    amal = cast.client("amal")
    counts = []
    for times in (1, 2):
        for _number in range(times):
            _again(cast)
        with CaptureQueriesContext(connection) as queries:
            assert amal.get(cast.url(path)).status_code == HTTPStatus.OK
        counts.append(len(queries))
    assert counts[0] == counts[1] <= MOST_QUERIES


def test_the_volunteer_s_page_costs_the_same_with_much_on_it(cast: Cast) -> None:
    bea, counts = cast.client("bea"), []
    match = match_of(cast)
    for _number in range(2):
        asked(cast, limit_of(cast, match))
        asked_us(cast, subject=f"Vraag {Obstacle.objects.count()}")
        favour_of(cast, match)
        carer_of(cast, signal_id=told(cast, Kind.CARER).pk)
        with CaptureQueriesContext(connection) as queries:
            assert bea.get(cast.url("mine/needs/")).status_code == HTTPStatus.OK
        counts.append(len(queries))
    assert counts[0] == counts[1] <= MOST_QUERIES


def test_a_letter_costs_the_same_with_one_and_with_three_questions(cast: Cast) -> None:
    letter = sent(cast)
    bob, counts = Client(), []
    bob.force_login(manager(cast).user)
    for _number in range(2):
        with CaptureQueriesContext(connection) as queries:
            assert bob.get(cast.url(f"heard/needs/letters/{letter.pk}/")).status_code == 200
        counts.append(len(queries))
        PolicySignal.objects.filter(pk=policy_of(cast).pk).update(letter=letter)
        PolicySignal.objects.filter(pk=policy_of(cast).pk).update(letter=letter)
    assert counts[0] == counts[1] <= MOST_QUERIES


def test_a_participant_who_told_something_reads_what_came_of_it_and_asks_nothing_of_us(
    cast: Cast,
) -> None:
    piet = cast.client("piet")
    assert piet.get(cast.url("mine/needs/")).context["mine"].is_empty
    Need.objects.all().delete()
    need = need_of(cast)
    Need.objects.filter(pk=need.pk).update(told_by_id=cast.person_id("piet"))
    sent(cast, policy_of(cast, need))
    answer = piet.get(cast.url("mine/needs/"))
    assert [each.title for each in answer.context["mine"].policies] == ["Vervoer naar de dokter"]
    assert not answer.context["can_ask"]
    assert piet.get(cast.url("mine/needs/ask/")).status_code == HTTPStatus.NOT_FOUND
