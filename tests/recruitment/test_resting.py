"""Who rests is not chased and not lost: they come back when they say so, and are forgotten with notice."""

from datetime import time, timedelta
from typing import Any

import pytest
from dateutil.relativedelta import relativedelta
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import translation

from naast.core import clock
from naast.core.attention import Urgency
from naast.core.errors import NotAllowed, StateConflict
from naast.core.working_days import add_working_days
from naast.messaging.models import Message
from naast.organisations.actors import Actor
from naast.organisations.models import Function
from naast.programmes.models import StageKind
from naast.recruitment import attention, letters
from naast.recruitment.inputs import NewApplication
from naast.recruitment.models import Application, Journey, Question, Waits
from naast.recruitment.queries.application_page import application_page
from naast.recruitment.queries.applications import get_application
from naast.recruitment.services import (
    arrivals,
    choosing,
    erasing,
    outcomes,
    questions,
    starting,
    steps,
)
from naast.recruitment.services.choosing import Choice
from naast.recruitment.states import Status
from tests.conftest import Cast
from tests.factories import member
from tests.recruiting import VacancyFactory
from tests.recruitment.sending import fresh_limits, own, visitor
from tests.recruitment.way import candidate

__all__ = ["fresh_limits"]
SOON = timedelta(days=14)


def found(actor: Actor) -> list[tuple[str, object]]:
    return [(item.kind, item.subject_id) for item in attention.items(actor, now=clock.now())]


def resting(cast: Cast, status: str = Status.PAUSED, **fields: Any) -> Application:
    """Somebody who rests; «later» has a day."""
    day = clock.today() + timedelta(days=40) if status == Status.LATER else None
    values: dict[str, Any] = {"later_until": day, **fields}
    return candidate(cast, status=status, **values)


@pytest.mark.parametrize("status", list(Status))
def test_a_question_stands_on_the_desk_until_it_is_answered_wherever_somebody_stands(
    cast: Cast, coordinator: Actor, status: str
) -> None:
    today = clock.today()
    days: dict[str, Any] = {"later_until": today} if status == Status.LATER else {}
    days["closed_on"] = today if status == Status.CLOSED else None
    application = candidate(cast, status=status, stage=StageKind.FIRST_TALK, **days)
    questions.ask(actor=visitor(cast.here), application_id=application.pk, text="Mag het?")

    (item,) = attention.items(coordinator, now=clock.now())

    assert (item.kind, item.owner_id, item.urgency) == (
        "candidate-asked",
        cast.amal.pk,
        Urgency.THIS_WEEK,
    )
    assert cast.client("amal").get(item.url).status_code == 200
    late = add_working_days(clock.today(), 2, "BE") - clock.today() + timedelta(days=1)
    assert attention.items(coordinator, now=clock.now() + late)[0].urgency == Urgency.NOW
    questions.answer(actor=coordinator, application_id=application.pk, text="Ja.")
    assert "candidate-asked" not in {kind for kind, _pk in found(coordinator)}


def test_questions_cost_the_same_for_one_and_three_and_stay_in_the_house(
    cast: Cast, coordinator: Actor, stranger: Actor
) -> None:
    def cost() -> int:
        with CaptureQueriesContext(connection) as seen:
            attention.items(coordinator, now=clock.now())
        return len(seen)

    def ask() -> None:
        application = resting(cast)
        for _twice in range(2):
            questions.ask(actor=visitor(cast.here), application_id=application.pk, text="Zeg?")

    ask()
    first = cost()
    ask()
    ask()
    assert cost() == first
    assert len(found(coordinator)) == 3
    assert attention.items(stranger, now=clock.now()) == []
    assert not attention.signs(stranger, now=clock.now())["candidates.asked"].exists()


def test_who_has_no_address_heard_the_answer_when_we_were_in_contact(
    cast: Cast, coordinator: Actor
) -> None:
    by_phone = candidate(cast, email="", phone="+32475123456", stage=StageKind.FIRST_TALK)
    by_mail = candidate(cast, stage=StageKind.FIRST_TALK)
    for application in (by_phone, by_mail):
        questions.ask(actor=visitor(cast.here), application_id=application.pk, text="Mag het?")
        steps.note_contact(actor=coordinator, application_id=application.pk, waits_for=Waits.US)
    assert found(coordinator) == [("candidate-asked", by_mail.pk)]


@pytest.mark.parametrize("status", [Status.LATER, Status.PAUSED])
def test_a_yes_while_resting_goes_on_and_the_coordinator_hears_it(cast: Cast, status: str) -> None:
    application = resting(cast, status)

    Client().post(f"{own(application)}choose/", {"choice": "yes"})

    application.refresh_from_db()
    assert (application.status, application.later_until, application.waits_for) == (
        Status.OPEN,
        None,
        Waits.US,
    )
    assert application.due_on == clock.today() + timedelta(days=2)
    told = Message.objects.get(user=cast.amal.user)
    assert "Kandidaat" not in told.subject + told.body


def test_more_time_lets_who_rests_be(cast: Cast) -> None:
    application = resting(cast)
    choosing.choose(
        actor=visitor(cast.here), application_id=application.pk, choice=Choice.MORE_TIME
    )
    application.refresh_from_db()
    assert application.status == Status.PAUSED


@pytest.mark.parametrize("status", [Status.LATER, Status.PAUSED, Status.OPEN])
@pytest.mark.parametrize("who", ["visitor", "bea"])
def test_applying_again_brings_somebody_back_on_the_desk(
    cast: Cast, coordinator: Actor, status: str, who: str
) -> None:
    application = resting(cast, status, email="fatima@test.example", given_name="Fatima")
    new = NewApplication(
        programme_id=application.programme_id, given_name="Fatima", email="fatima@test.example"
    )
    actor = visitor(cast.here) if who == "visitor" else cast.actor(who)

    arrivals.apply(actor=actor, new=new)

    application.refresh_from_db()
    assert (application.status, application.waits_for) == (Status.OPEN, Waits.US)
    assert found(coordinator) == [("candidate-asked", application.pk)]
    assert Message.objects.filter(user=cast.amal.user, kind="application.came").count() == 1


def test_a_pause_without_a_day_is_told_and_then_forgotten_after_the_term(
    cast: Cast, coordinator: Actor
) -> None:
    today = clock.today()
    term = relativedelta(months=cast.here.candidate_months)
    application = steps.pause(actor=coordinator, application_id=candidate(cast).pk)
    assert application.erase_on == today + term

    over = clock.at(today + term, time(3))  # the night of that day: in May the hour is another
    assert erasing.tell_before(over - SOON - timedelta(days=1)) == 0
    assert erasing.tell_before(over - SOON) == 1
    letter = Message.objects.get(kind=letters.FORGETTING.code)
    assert Client().get(letter.url).status_code == 200
    assert erasing.erase_due(over - timedelta(days=1)) == 0
    assert erasing.erase_due(over) == 1

    assert not Application.objects.exists()
    journey = Journey.objects.get(pk=application.journey_id)
    assert (journey.outcome, journey.stopped_on) == ("not_now", today)


def test_who_rests_may_ask_to_stay_and_coming_back_ends_the_forgetting(
    cast: Cast, coordinator: Actor
) -> None:
    application = steps.pause(actor=coordinator, application_id=candidate(cast).pk)
    erasing.tell_before(clock.now() + relativedelta(months=cast.here.candidate_months) - SOON)

    assert Client().post(f"{own(application)}stay/").status_code == 303
    application.refresh_from_db()
    assert application.erase_told_on is None

    back = steps.come_back(actor=coordinator, application_id=application.pk)
    assert (back.erase_on, back.erase_told_on) == (None, None)


@pytest.mark.parametrize("step", ["later", "pause"])
def test_who_rests_until_a_day_is_never_forgotten_and_never_leaves_the_desk(
    cast: Cast, coordinator: Actor, step: str
) -> None:
    application = candidate(cast)
    day = clock.today() + timedelta(days=9)
    after = getattr(steps, step)(actor=coordinator, application_id=application.pk, day=day)
    assert after.erase_on is None
    long_after = clock.now() + relativedelta(years=3)
    (item,) = attention.items(coordinator, now=long_after)
    assert item.subject_id == application.pk
    assert erasing.erase_due(long_after) == 0


def test_who_rests_without_an_address_is_told_by_phone(cast: Cast, coordinator: Actor) -> None:
    today = clock.today()
    application = resting(cast, email="", erase_on=today + SOON)
    resting(cast, email="", erase_on=today + SOON + timedelta(days=1))
    assert found(coordinator) == [("candidate-erasing", application.pk)]
    page = cast.client("amal").get(cast.url(f"candidates/{application.pk}/")).content.decode()
    assert cast.url(f"candidates/{application.pk}/keep-longer/") in page


def test_who_is_rounded_off_after_a_pause_is_told_anew(cast: Cast, coordinator: Actor) -> None:
    application = resting(cast, erase_on=clock.today(), erase_told_on=clock.today())
    after = outcomes.stop_oneself(actor=coordinator, application_id=application.pk)
    assert after.erase_told_on is None


@pytest.mark.covers("S1-250")
def test_who_rests_gets_no_letters_and_the_usual_one_points_to_help(
    cast: Cast, coordinator: Actor
) -> None:
    application = candidate(cast, stage=StageKind.THINKING, days_ago=30)
    steps.pause(actor=coordinator, application_id=application.pk)
    for days in range(0, 120, 7):
        now = clock.now() + timedelta(days=days)
        assert attention.items(coordinator, now=now) == []
    assert not Message.objects.filter(about_id=application.pk).exists()
    with translation.override("en"):
        words = steps.usual_words(coordinator, application, letters.REST)
        assert "{phone}" in str(letters.REST.body)
        assert "social service" in str(letters.REST.body)
    assert words.subject


def test_a_candidate_who_stops_is_told_to_the_coordinator_and_stands_in_what_happened(
    cast: Cast, coordinator: Actor
) -> None:
    application = candidate(cast)

    Client().post(f"{own(application)}choose/", {"choice": "rather_not", "why": ""})

    told = Message.objects.get(user=cast.amal.user)
    assert told.kind == "application.stopped"
    assert application.given_name not in told.subject + told.body
    assert told.url == cast.url(f"candidates/{application.pk}/")
    shown = get_application(coordinator, application.pk)
    assert shown is not None
    with translation.override("en"):
        said = [str(entry.sentence) for entry in application_page(coordinator, shown)["history"]]
    assert said[:2] == ["Rounded off", "The candidate chose to stop"]


def test_one_tap_says_that_we_looked_back_and_the_desk_asks_no_more(
    cast: Cast, coordinator: Actor
) -> None:
    application = candidate(cast, status=Status.STARTED)
    started_on = clock.today() - relativedelta(months=3)
    Journey.objects.filter(pk=application.journey_id).update(started_on=started_on)
    assert found(coordinator) == [("candidate-three-months", application.pk)]
    page = cast.url(f"candidates/{application.pk}/")
    assert cast.client("amal").get(page).context["next"].step == "look-back"

    for _twice in range(2):
        assert cast.client("amal").post(f"{page}look-back/").status_code == 303

    assert Journey.objects.get(pk=application.journey_id).looked_back_on == clock.today()
    assert cast.client("amal").get(page).context["next"].step == ""
    assert found(coordinator) == []


def test_only_who_started_is_looked_back_on_and_by_a_coordinator(
    cast: Cast, coordinator: Actor
) -> None:
    started = candidate(cast, status=Status.STARTED, coordinator=cast.nele)
    with pytest.raises(NotAllowed):
        starting.look_back(actor=cast.actor("nele"), application_id=started.pk)
    with pytest.raises(StateConflict):
        starting.look_back(actor=coordinator, application_id=candidate(cast).pk)


@pytest.mark.covers("S1-86")
@pytest.mark.parametrize(("duration", "asks"), [("once", 2), ("yearly", 2), ("lasting", 0)])
def test_who_came_for_once_or_every_year_is_asked_again_each_year(
    cast: Cast, coordinator: Actor, duration: str, asks: int
) -> None:
    vacancy = VacancyFactory(organisation=cast.here, duration=duration)
    application = candidate(cast, status=Status.STARTED, vacancy=vacancy)
    Journey.objects.filter(pk=application.journey_id).update(
        started_on=clock.today(), looked_back_on=clock.today()
    )
    asked = [
        attention.items(coordinator, now=clock.now() + relativedelta(months=months))
        for months in range(1, 25)
    ]
    kinds = [item.kind for items in asked for item in items]
    assert kinds == ["candidate-again"] * asks


def test_a_colleague_of_another_function_has_no_items(cast: Cast) -> None:
    coach = member(cast.here, Function.COACH)
    application = resting(cast, coordinator=coach)
    Question.objects.create(
        organisation=cast.here, application=application, is_by_candidate=True, text="Zeg?"
    )
    assert attention.items(cast.actor("nele"), now=clock.now()) == []
