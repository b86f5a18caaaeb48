"""Candidates touched twice at the same moment."""

from functools import partial
from typing import Any

import pytest

from naast.core import clock
from naast.messaging.models import Message
from naast.organisations.actors import Actor
from naast.people.models import Person
from naast.programmes.models import Engagement, StageKind
from naast.programmes.models.engagement import FIVE_QUESTIONS
from naast.programmes.services import Answers
from naast.recruitment.inputs_path import Ending, Start, Welcome
from naast.recruitment.models import Outcome
from naast.recruitment.services import erasing, nightly, outcomes, starting
from naast.recruitment.states import Status
from tests.at_once import at_once, refused
from tests.conftest import Cast
from tests.recruitment.way import candidate, programme_with

pytestmark = [pytest.mark.postgres, pytest.mark.django_db(transaction=True)]

YES = Welcome(outcome=Outcome.FITS)


def test_rounding_off_twice_at_once_closes_and_writes_once(cast: Cast, coordinator: Actor) -> None:
    application = candidate(cast)
    words = outcomes.usual_words(coordinator, application, Outcome.NOT_NOW)
    ending = Ending(
        outcome=Outcome.NOT_NOW, alternative="In mei.", stop_reason="no_room", words=words
    )
    close = partial(
        outcomes.round_off, actor=coordinator, application_id=application.pk, ending=ending
    )
    assert refused(at_once(close, close)) == 1
    assert Message.objects.filter(about_id=application.pk).count() == 1


def test_a_yes_given_twice_at_once_makes_one_person(cast: Cast, coordinator: Actor) -> None:
    application = candidate(cast)
    welcome = partial(outcomes.welcome, actor=coordinator, application_id=application.pk, yes=YES)
    assert refused(at_once(welcome, welcome)) == 0
    assert Person.objects.filter(email=application.email).count() == 1


def test_a_start_taken_twice_at_once_is_one_start(cast: Cast, coordinator: Actor) -> None:
    programme = programme_with(cast, StageKind.FIRST_TALK)
    application = candidate(cast, programme, stage=StageKind.FIRST_TALK, insured_on=clock.today())
    its: dict[str, Any] = {"actor": coordinator, "application_id": application.pk}
    outcomes.welcome(**its, yes=YES)
    starting.choose(**its, day=clock.today())
    new = Start(day=clock.today(), answers=Answers(**dict.fromkeys(FIVE_QUESTIONS, True)))
    start = partial(starting.start, **its, new=new)
    assert refused(at_once(start, start)) == 1
    assert Engagement.objects.filter(programme=programme).count() == 1


def test_two_nights_at_once_tell_and_erase_everybody_once(cast: Cast) -> None:
    today = clock.today()
    closed: dict[str, Any] = {"status": Status.CLOSED, "closed_on": today, "erase_on": today}
    candidate(cast, **closed, email="")
    candidate(cast, **closed)
    tell = partial(erasing.tell_before, clock.now())
    erase = partial(erasing.erase_due, clock.now())
    assert sorted(at_once(tell, tell)) == [0, 1]  # type: ignore[type-var]  # numbers
    assert sorted(at_once(erase, erase)) == [0, 1]  # type: ignore[type-var]  # numbers


def test_two_nights_at_once_put_one_question_in_thinking_time(cast: Cast) -> None:
    application = candidate(cast, stage=StageKind.THINKING, days_ago=8)
    ask = partial(nightly.ask_in_thinking_time, clock.now())
    assert sorted(at_once(ask, ask)) == [0, 1]  # type: ignore[type-var]  # numbers
    assert Message.objects.filter(about_id=application.pk).count() == 1
