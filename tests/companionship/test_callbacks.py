"""Asking to be called back, and the promise."""

from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.core import mail
from pytest_django.fixtures import DjangoCaptureOnCommitCallbacks

from naast.companionship.models import CallBack
from naast.companionship.policies import callbacks as policies
from naast.companionship.services import callbacks as services
from naast.companionship.services.notices import CANNOT_COME
from naast.companionship.services.telling import tell_person
from naast.core import clock
from naast.core.errors import NotAllowed
from naast.messaging.models import Message
from naast.organisations.models import Function, Membership
from tests.conftest import Cast
from tests.factories import MatchFactory, actor_of, member

ASKED = ("talk", "noticed", "nonsense")
FRIDAY = datetime(2026, 11, 20, 9, tzinfo=UTC)


@pytest.mark.covers("S0-35")
def test_asking_promises_a_call_within_two_working_days_and_tells_the_coordinator(
    cast: Cast, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    with time_machine.travel(FRIDAY), django_capture_on_commit_callbacks(execute=True):
        asked = services.ask_call_back(
            actor=cast.actor("bea"), kind="talk", text="Het wordt wat veel."
        )

    assert asked.promised_on.isoformat() == "2026-11-24"
    assert [message.to for message in mail.outbox] == [[cast.amal.user.email]]
    assert "Bea" not in f"{mail.outbox[0].subject} {mail.outbox[0].body}"
    assert "veel" not in mail.outbox[0].body


def test_who_asked_reads_what_was_agreed(cast: Cast) -> None:
    asked = services.ask_call_back(actor=cast.actor("bea"), kind="talk", text="")

    response = cast.client("amal").post(
        cast.url(f"calls/{asked.pk}/"), {"spoke_on": "2026-11-21", "answer": "Een maand rust."}
    )

    assert response.status_code == 303
    assert (
        "Een maand rust." in cast.client("bea").get(cast.url(f"calls/{asked.pk}/")).content.decode()
    )


def test_a_volunteer_sees_their_own_question_alone(cast: Cast) -> None:
    own = services.ask_call_back(actor=cast.actor("bea"), kind="talk", text="")
    services.ask_call_back(actor=cast.actor("piet"), kind="talk", text="")

    assert list(policies.visible_to(cast.actor("bea"))) == [own]
    assert list(policies.visible_to(cast.actor("chris"))) == []
    assert policies.visible_to(cast.actor("amal")).count() == 2


def test_a_volunteer_does_not_answer_their_own_question(cast: Cast) -> None:
    asked = services.ask_call_back(actor=cast.actor("bea"), kind="talk", text="")

    with pytest.raises(NotAllowed):
        services.answer_call_back(
            actor=cast.actor("bea"), call_back_id=asked.pk, answer="x", spoke_on=asked.promised_on
        )
    assert CallBack.objects.get().handled_on is None


def test_somebody_without_a_person_here_can_t_ask(cast: Cast) -> None:
    membership = member(cast.here, name="Zonder")
    membership.person_id = None

    with pytest.raises(NotAllowed):
        services.ask_call_back(actor=actor_of(membership), kind="talk", text="")


def test_one_asks_for_a_talk_here_and_for_nothing_else(cast: Cast) -> None:
    """What somebody noticed has a room of its own (naast.signals)."""
    client = cast.client("bea")
    statuses = {kind: client.get(cast.url(f"ask/{kind}/")).status_code for kind in ASKED}

    assert statuses == {"talk": 200, "noticed": 404, "nonsense": 404}


def test_two_taps_ask_for_one_call(cast: Cast) -> None:
    bea = cast.actor("bea")
    first = services.ask_call_back(actor=bea, kind="talk", text="Het wordt veel.")
    told = Message.objects.count()

    assert services.ask_call_back(actor=bea, kind="talk", text="Het wordt veel.") == first
    assert Message.objects.count() == told
    assert services.ask_call_back(actor=bea, kind="talk", text="Iets anders.") != first
    with time_machine.travel(clock.now() + timedelta(minutes=3)):
        assert services.ask_call_back(actor=bea, kind="talk", text="Het wordt veel.") != first


def test_a_coach_who_does_not_coordinate_or_left_is_not_the_one_who_calls(cast: Cast) -> None:
    lies = member(cast.here, Function.COORDINATOR, name="Lies")
    coach = member(cast.here, Function.COACH, name="Kaat")
    gone = member(cast.here, Function.COORDINATOR, name="Gert")
    Membership.objects.filter(pk=gone.pk).update(ended_on=clock.today())
    everybody = {cast.amal.user_id, lies.user_id}
    for coached_by, told in ((lies, {lies.user_id}), (coach, everybody), (gone, everybody)):
        Message.objects.all().delete()
        match = MatchFactory(organisation=cast.here, coach=coached_by)
        services.ask_call_back(actor=cast.actor("bea"), kind="talk", text="", match=match)
        assert set(Message.objects.values_list("user_id", flat=True)) == told


def test_who_is_asked_to_phone_can_open_the_page_that_says_why(cast: Cast) -> None:
    coach = member(cast.here, Function.COACH, name="Kaat")
    match = MatchFactory(organisation=cast.here, coach=coach)
    person = match.volunteer
    assert person.user is None

    tell_person(cast.actor("piet"), match, person, CANNOT_COME)

    assert list(Message.objects.values_list("user_id", flat=True)) == [cast.amal.user_id]
