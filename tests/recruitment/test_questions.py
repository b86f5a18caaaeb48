"""The channel between a candidate and us: a question waits for nobody longer than two working days."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils.timezone import localdate

from naast.audit.models import Event
from naast.core import clock
from naast.core.errors import NotAllowed
from naast.core.working_days import add_working_days
from naast.messaging.models import Message
from naast.recruitment.models import Application, Question
from naast.recruitment.queries.questions import questions_panel
from naast.recruitment.services import questions
from naast.recruitment.services.questions import NothingSaid
from tests.conftest import Cast
from tests.recruiting import ApplicationFactory, TalkFactory
from tests.recruitment.sending import fresh_limits, own, visitor

__all__ = ["fresh_limits"]


@pytest.fixture
def application(cast: Cast) -> Application:
    """Fatima has thinking time, and Amal looks after her."""
    made: Application = ApplicationFactory(
        organisation=cast.here,
        coordinator=cast.amal,
        given_name="Fatima",
        stage="thinking",
        waits_for="candidate",
        due_on=clock.today() + timedelta(days=9),
    )
    return made


def _ask(application: Application, text: str = "Mag mijn hond mee?") -> Question:
    actor = visitor(application.organisation)
    return questions.ask(actor=actor, application_id=application.pk, text=text)


@pytest.mark.covers("S1-248")
def test_a_question_is_ours_to_answer_within_two_working_days(application: Application) -> None:
    address = own(application)

    answer = Client().post(f"{address}ask/", {"ask-text": "Mag mijn hond mee?"})

    assert (answer.status_code, answer["Location"]) == (303, address)
    application.refresh_from_db()
    assert application.waits_for == "us"
    assert application.due_on == add_working_days(clock.today(), 2, "BE")
    question = application.questions.get()
    assert (question.text, question.is_by_candidate, question.answered_at) == (
        "Mag mijn hond mee?",
        True,
        None,
    )
    assert Event.objects.get(kind="question.asked").reason == "own link"


def test_the_coordinator_is_told_without_the_question(application: Application, cast: Cast) -> None:
    _ask(application)

    told = Message.objects.get(user=cast.amal.user)
    assert "hond" not in told.body + told.subject
    assert "Fatima" not in told.body + told.subject
    assert told.url.endswith(f"/candidates/{application.pk}/")


def test_an_answer_stands_on_the_own_page_and_the_letter_holds_none_of_it(
    application: Application, cast: Cast
) -> None:
    _ask(application)

    answer = cast.client("amal").post(
        cast.url(f"candidates/{application.pk}/answer/"), {"text": "Zeker, graag zelfs."}
    )

    assert answer.status_code == 303
    assert not application.questions.filter(is_by_candidate=True, answered_at=None).exists()
    letter = Message.objects.get(kind="question.answered")
    assert letter.to_address == application.email
    assert "graag zelfs" not in letter.body
    assert "graag zelfs" in Client().get(letter.url).content.decode()


def test_after_the_answer_who_had_the_next_step_has_it_again(
    application: Application, cast: Cast
) -> None:
    _ask(application)

    questions.answer(actor=cast.actor("amal"), application_id=application.pk, text="Ja.")

    application.refresh_from_db()
    assert application.waits_for == "candidate"


def test_after_an_answer_before_a_talk_we_are_due_on_its_day(
    application: Application, cast: Cast
) -> None:
    Application.objects.update(stage="first_talk")
    starts_at = clock.now() + timedelta(days=6)
    TalkFactory(application=application, status="planned", starts_at=starts_at)
    _ask(application)

    questions.answer(actor=cast.actor("amal"), application_id=application.pk, text="Ja.")

    application.refresh_from_db()
    assert (application.waits_for, application.due_on) == ("us", localdate(starts_at))


def test_a_question_after_it_is_rounded_off_is_kept_and_moves_nothing(
    application: Application,
) -> None:
    Application.objects.update(status="closed", closed_on=clock.today(), waits_for="nobody")

    _ask(application)

    application.refresh_from_db()
    assert (application.waits_for, application.questions.count()) == ("nobody", 1)


def test_somebody_without_an_address_is_answered_without_a_letter(
    application: Application, cast: Cast
) -> None:
    Application.objects.update(email="")

    questions.answer(actor=cast.actor("amal"), application_id=application.pk, text="Ja.")

    assert not Message.objects.filter(kind="question.answered").exists()


def test_words_are_needed(application: Application, cast: Cast) -> None:
    with pytest.raises(NothingSaid):
        _ask(application, "  ")
    with pytest.raises(NothingSaid):
        questions.answer(actor=cast.actor("amal"), application_id=application.pk, text="")
    answer = cast.client("amal").post(
        cast.url(f"candidates/{application.pk}/answer/"), {"text": ""}
    )
    assert answer.status_code == 422


@pytest.mark.parametrize("who", ["nele", "bea", "piet", "chris"])
def test_whoever_does_not_talk_with_a_candidate_answers_nothing(
    application: Application, cast: Cast, who: str
) -> None:
    with pytest.raises((NotAllowed, Application.DoesNotExist)):
        questions.answer(actor=cast.actor(who), application_id=application.pk, text="Ja.")


def test_whoever_talks_with_a_candidate_may_answer(application: Application, cast: Cast) -> None:
    TalkFactory(application=application, host=cast.nele)

    questions.answer(actor=cast.actor("nele"), application_id=application.pk, text="Ja.")

    assert application.questions.get().author == cast.nele


def test_the_panel_says_that_somebody_waits_and_costs_the_same(
    application: Application, cast: Cast
) -> None:
    counts, amal = [], cast.actor("amal")
    for _more in range(2):
        _ask(application)
        with CaptureQueriesContext(connection) as done:
            panel = questions_panel(amal, application)
            assert [line.author for line in panel.lines] == [None] * len(panel.lines)
        counts.append(len(done))

    assert counts[0] == counts[1] <= 2
    assert (panel.has_open, panel.can_answer) == (True, True)
