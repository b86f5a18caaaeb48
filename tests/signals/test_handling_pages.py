"""The pages of handling: what is shown to whom, that every look is written down, and that nothing typed is lost."""

from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from naast.audit.models import Event
from naast.core import clock
from naast.signals.models import Signal
from naast.signals.services import handling
from naast.signals.states import Kind, Path, State
from tests.conftest import Cast
from tests.hearing import Office, make_office


@pytest.fixture
def office(cast: Cast) -> Office:
    """Everybody who may ever read a signal."""
    return make_office(cast)


def client(office: Office, name: str) -> Client:
    """A browser in which one of them is signed in."""
    browser = Client()
    browser.force_login(office.members[name].user)
    return browser


def of(office: Office, signal: Signal, page: str = "") -> str:
    """The address of a page of this signal."""
    return office.cast.url(f"heard/{signal.pk}/{page}")


def taken_up(office: Office, **fields: Any) -> Signal:
    """A signal that Sam looks after."""
    return handling.take_up(actor=office.actor("sam"), signal_id=office.signal(**fields).pk)


@pytest.mark.covers("S0-54")
def test_the_list_names_nobody_and_the_page_is_for_the_contact_person_alone(
    office: Office,
) -> None:
    signal = office.signal()
    listed = client(office, "sam").get(office.cast.url("heard/")).content.decode()
    assert str(signal.pk) in listed
    assert "Bea" not in listed
    assert "Piet" not in listed
    page = client(office, "sam").get(of(office, signal)).content.decode()
    assert "blauwe plek" in page
    for name in ("amal", "nele", "bob", "bea", "piet"):
        assert client(office, name).get(of(office, signal)).status_code == 404
    assert (
        str(signal.pk) not in client(office, "amal").get(office.cast.url("heard/")).content.decode()
    )


def test_every_look_is_written_down_and_shown(office: Office) -> None:
    signal = office.signal()
    browser = client(office, "sam")
    browser.get(of(office, signal))
    looked = Event.objects.get(kind="signal.read", target_id=signal.pk)
    assert (looked.user_id, looked.is_view) == (office.sam.user_id, True)
    shown = browser.get(of(office, signal)).context["shown"]
    assert [each.name for each in shown.looks] == ["Sam", "Sam"]
    own = client(office, "bea").get(office.cast.url(f"mine/noticed/told/{signal.pk}/"))
    assert [each.name for each in own.context["looks"]] == ["Sam", "Sam"]


def test_a_professional_does_not_learn_that_there_is_a_list(office: Office) -> None:
    assert client(office, "nele").get(office.cast.url("heard/")).status_code == 404


def test_the_way_from_new_to_closed(office: Office) -> None:
    signal, sam = office.signal(), client(office, "sam")
    today = clock.today().isoformat()
    steps: list[tuple[str, dict[str, Any]]] = [
        ("take-up/", {}),
        ("level/", {"level": 3, "reason": "Twee keer."}),
        ("at-once/", {"words": "Bellen.", "due_on": today}),
        (
            "advice/",
            {"asked": "1712", "asked_on": today, "facts": "Een plek.", "advice": "Vraag het."},
        ),
        (
            "decision/",
            {"outcome": "talk", "words": "We praten.", "decided_on": today, "told": "yes"},
        ),
        ("answer/", {"words": "Dank je.", "way": "here", "answered_on": today}),
        ("close/", {}),
    ]
    for step, sent in steps:
        assert sam.post(of(office, signal, step), sent).status_code == 303, step
    signal.refresh_from_db()
    assert (signal.state, signal.answer) == (State.CLOSED, "Dank je.")
    page = sam.get(of(office, signal))
    assert page.context["shown"].erased_on is not None


@pytest.mark.covers("S0-49")
def test_closing_too_soon_shows_the_page_again_with_why(office: Office) -> None:
    signal = taken_up(office)
    answer = client(office, "sam").post(of(office, signal, "close/"))
    assert answer.status_code == 422
    assert answer.context["refusal"]
    signal.refresh_from_db()
    assert signal.state == State.SEEN


def test_a_decision_that_misses_something_keeps_what_was_typed(office: Office) -> None:
    signal = taken_up(office)
    sent = {"outcome": "elsewhere", "words": "Naar de huisarts.", "told": "no"}
    sent |= {"decided_on": clock.today().isoformat()}
    answer = client(office, "sam").post(of(office, signal, "decision/"), sent)
    assert answer.status_code == 422
    assert set(answer.context["form"].errors) == {"told_why_not", "passed_to", "passed_on"}
    assert "Naar de huisarts." in answer.content.decode()


@pytest.mark.covers("S1-141")
def test_no_name_comes_on_the_agenda_of_the_team(office: Office) -> None:
    signal = taken_up(office)
    sam, nele = client(office, "sam"), client(office, "nele")
    named = sam.post(of(office, signal, "team/"), {"text": "Hoe praten we met Piet over geld?"})
    assert named.status_code == 422
    plain = "Hoe praten we over geld, als iemand er niet over begint?"
    assert sam.post(of(office, signal, "team/"), {"text": plain}).status_code == 303
    listed = nele.get(office.cast.url("heard/team/")).content.decode()
    assert plain in listed
    assert str(signal.pk) not in listed
    point = signal.agenda_points.get()
    url = office.cast.url(f"heard/team/{point.pk}/")
    sent = {"discussed_on": clock.today().isoformat(), "conclusion": "We vragen het gewoon."}
    assert nele.post(url, sent).status_code == 303
    point.refresh_from_db()
    assert point.conclusion == "We vragen het gewoon."


def test_a_coordinator_passes_on_what_is_for_the_contact_person(office: Office) -> None:
    signal = office.signal(kind=Kind.CARER, path=Path.DAILY)
    kim = client(office, "kim")
    assert kim.get(of(office, signal)).status_code == 200
    assert kim.post(of(office, signal, "contact-person/")).status_code == 303
    assert kim.get(of(office, signal)).status_code == 404
    assert client(office, "sam").get(of(office, signal)).status_code == 200


def test_list_and_page_cost_the_same_with_one_and_with_three(office: Office) -> None:
    sam, costs = client(office, "sam"), []
    signal = taken_up(office)
    for number in (1, 2):
        for _each in range(number):
            office.signal()
            signal.measures.create(organisation=office.here, words="Nu", due_on=clock.today())
            signal.level_changes.create(
                organisation=office.here, before=1, after=2, reason="Zo", by=office.sam
            )
        for page in (office.cast.url("heard/"), of(office, signal)):
            with CaptureQueriesContext(connection) as queries:
                assert sam.get(page).status_code == 200
            costs.append(len(queries))
    assert costs[:2] == costs[2:]
    assert costs[0] <= 12
