"""Who did not start is told, and then truly forgotten; what stays holds no person."""

from datetime import date, timedelta
from typing import Any
from unittest.mock import patch
from uuid import UUID

import pytest
from dateutil.relativedelta import relativedelta
from django.core.management import call_command

from naast.audit.models import Event
from naast.core import clock, drafts
from naast.core.errors import NotAllowed, StateConflict
from naast.core.models import Draft
from naast.messaging.models import Message
from naast.organisations.actors import Actor
from naast.people.models import Person
from naast.programmes.models import Kind
from naast.recruitment.inputs_path import Ending, Welcome
from naast.recruitment.models import Application, Journey, Note, Outcome, Question, Talk
from naast.recruitment.services import erasing, nightly, outcomes, steps
from naast.recruitment.states import Status
from tests.conftest import Cast
from tests.factories import EngagementFactory, VolunteerFactory
from tests.recruiting import NoteFactory, TalkFactory
from tests.recruitment.way import candidate

SOON = timedelta(days=14)


def closed(cast: Cast, *, erase_on: date, **fields: Any) -> Application:
    """Somebody who was rounded off and is erased on this day."""
    return candidate(
        cast, status=Status.CLOSED, closed_on=clock.today(), erase_on=erase_on, **fields
    )


def test_two_weeks_before_a_letter_tells_it_once_in_their_language(cast: Cast) -> None:
    today = clock.today()
    told = closed(cast, erase_on=today + SOON, language="fr")
    closed(cast, erase_on=today + SOON + timedelta(days=1))
    closed(cast, erase_on=today + SOON, email="")

    assert erasing.tell_before(clock.now()) == 1
    assert erasing.tell_before(clock.now()) == 0

    letter = Message.objects.get(kind="application.forgetting")
    assert (letter.about_id, letter.language, letter.url != "") == (told.pk, "fr", True)


def test_a_letter_that_comes_late_still_leaves_two_weeks(cast: Cast) -> None:
    today = clock.today()
    application = closed(cast, erase_on=today)
    assert erasing.erase_due(clock.now()) == 0
    erasing.tell_before(clock.now())
    application.refresh_from_db()
    assert application.erase_on == today + SOON
    assert erasing.erase_due(clock.now()) == 0
    assert erasing.erase_due(clock.now() + SOON) == 1


def test_on_the_day_everything_that_belongs_to_somebody_goes_and_the_journey_stays(
    cast: Cast,
) -> None:
    today = clock.today()
    application = closed(cast, erase_on=today, erase_told_on=today - SOON)
    NoteFactory(application=application)
    TalkFactory(application=application)
    here = {"organisation": cast.here}
    Question.objects.create(**here, application=application, is_by_candidate=True, text="Wanneer?")
    Message.objects.create(
        **here,
        to_address=application.email,
        about_id=application.pk,
        kind="application.not-now",
        subject="Dag",
        body="Dag",
    )
    drafts.keep(cast.amal.user_id, f"outcome:{application.pk}:not_now", {"body": "Dag"})
    stays = closed(cast, erase_on=today + timedelta(days=1), erase_told_on=today - SOON)

    assert erasing.erase_due(clock.now()) == 1

    assert list(Application.objects.all()) == [stays]
    assert not Draft.objects.exists()
    left = (Note, Talk, Question, Message)
    assert [model.objects.count() for model in left] == [0, 0, 0, 0]
    assert Journey.objects.filter(pk=application.journey_id).exists()
    event = Event.objects.get(kind="application.erased")
    assert event.changes == {"journey": str(application.journey_id)}


def test_somebody_without_an_address_is_erased_without_a_letter(cast: Cast) -> None:
    closed(cast, erase_on=clock.today(), email="")
    assert erasing.erase_due(clock.now()) == 1


def test_who_is_on_the_way_or_started_is_never_erased(cast: Cast) -> None:
    for status in (Status.OPEN, Status.LATER, Status.STARTED):
        later_until = clock.today() if status == Status.LATER else None
        fields: dict[str, Any] = {"status": status, "later_until": later_until}
        candidate(cast, **fields, erase_on=clock.today(), email="")
    assert erasing.erase_due(clock.now()) == 0


def test_the_candidate_asks_to_stay_a_while_longer(cast: Cast, coordinator: Actor) -> None:
    today = clock.today()
    application = closed(cast, erase_on=today + SOON, erase_told_on=today)
    visitor = Actor.visitor(cast.here, reason="own link")
    after = erasing.stay(actor=visitor, application=application)
    assert (after.erase_on, after.erase_told_on) == (
        today + relativedelta(months=cast.here.candidate_months),
        None,
    )
    with pytest.raises(StateConflict):
        erasing.stay(actor=coordinator, application=candidate(cast))


def test_a_colleague_who_leads_a_talk_keeps_nobody_longer(cast: Cast) -> None:
    application = closed(cast, erase_on=clock.today(), coordinator=cast.nele)
    with pytest.raises(NotAllowed):
        erasing.stay(actor=cast.actor("nele"), application=application)


def test_a_person_that_was_made_for_an_application_goes_along_when_they_never_began(
    cast: Cast, coordinator: Actor
) -> None:
    application = candidate(cast)
    its: dict[str, Any] = {"actor": coordinator, "application_id": application.pk}
    after = outcomes.welcome(**its, yes=Welcome(outcome=Outcome.FITS))
    ending = Ending(outcome=Outcome.OWN_CHOICE, alternative="Later.", stop_reason="no_time")
    outcomes.round_off(**its, ending=ending)
    erasing.erase_now(actor=coordinator, application=application)
    assert not Person.objects.filter(pk=after.person_id).exists()


def test_a_person_we_knew_already_stays(cast: Cast, coordinator: Actor) -> None:
    application = candidate(cast, person_id=cast.person_id("bea"))
    erasing.erase_now(actor=coordinator, application=application)
    assert Person.objects.filter(pk=cast.person_id("bea")).exists()


def test_the_candidate_is_forgotten_at_once_and_the_figures_stay_true(cast: Cast) -> None:
    application = candidate(cast)
    visitor = Actor.visitor(cast.here, reason="own link")
    erasing.erase_now(actor=visitor, application=application)
    journey = Journey.objects.get(pk=application.journey_id)
    assert (journey.stopped_on, journey.outcome) == (clock.today(), "own_choice")
    assert not Application.objects.exists()
    told = Message.objects.get(kind="application.forgotten")
    assert (told.user, told.url) == (cast.amal.user, cast.url("candidates/"))


def test_nobody_waits_at_a_talk_for_who_is_forgotten(cast: Cast) -> None:
    application = candidate(cast)
    TalkFactory(
        application=application, host=cast.nele, status="planned", starts_at=clock.now() + SOON
    )
    visitor = Actor.visitor(cast.here, reason="own link")
    erasing.erase_now(actor=visitor, application=application)
    told = Message.objects.get(kind="talk.cancelled")
    assert (told.user, "STATUS:CANCELLED" in told.calendar) == (cast.nele.user, True)


def test_every_draft_about_a_candidate_is_found_by_their_id(cast: Cast) -> None:
    application = candidate(cast)
    talk = TalkFactory(application=application, host=cast.nele)
    note = NoteFactory(application=application, author=cast.nele)
    for path in ("guide/", f"talks/{talk.pk}/guide/", "notes/new/", f"notes/{note.pk}/"):
        page = cast.client("nele").get(cast.url(f"candidates/{application.pk}/{path}"))
        assert str(application.pk) in page.context["draft_key"]


def test_who_started_asks_their_coordinator(cast: Cast) -> None:
    visitor = Actor.visitor(cast.here, reason="own link")
    application = candidate(cast, status=Status.STARTED)
    with pytest.raises(StateConflict):
        erasing.erase_now(actor=visitor, application=application)


def test_somebody_who_opens_again_is_not_erased(cast: Cast, coordinator: Actor) -> None:
    application = closed(cast, erase_on=clock.today(), email="")
    steps.reopen(actor=coordinator, application_id=application.pk)
    assert erasing.erase_due(clock.now() + SOON) == 0


def test_three_months_after_a_start_the_figures_know_who_is_still_there(cast: Cast) -> None:
    started_on = clock.today() - relativedelta(months=3)
    journeys = []
    for is_there in (True, False):
        person = VolunteerFactory(organisation=cast.here).person
        application = candidate(cast, status=Status.STARTED, person=person)
        EngagementFactory(
            organisation=cast.here,
            person=person,
            programme=application.programme,
            kind=Kind.VOLUNTEERING,
            started_on=started_on,
            ended_on=None if is_there else clock.today(),
        )
        Journey.objects.filter(pk=application.journey_id).update(started_on=started_on)
        journeys.append(application.journey_id)
    assert nightly.look_who_is_there(clock.now()) == 2
    assert nightly.look_who_is_there(clock.now()) == 0
    known = dict(Journey.objects.values_list("pk", "is_still_there"))
    assert [known[pk] for pk in journeys] == [True, False]


def test_what_goes_wrong_with_one_keeps_nobody_else_from_being_forgotten(
    cast: Cast, caplog: pytest.LogCaptureFixture
) -> None:
    today = clock.today()
    stuck = closed(cast, erase_on=today, email="")
    closed(cast, erase_on=today + timedelta(days=1), email="")
    to_tell = closed(cast, erase_on=today + SOON)

    def breaks(*, actor: Actor, person_id: UUID) -> bool:
        raise RuntimeError("een kapotte rij")

    Application.objects.filter(pk=stuck.pk).update(
        made_person=True, person_id=cast.person_id("bea")
    )
    with patch("naast.recruitment.services.erasing.people.forget_newcomer", breaks):
        done = nightly.run(clock.now() + timedelta(days=1))

    assert (done["candidates erased"], done["candidates told before erasing"]) == (1, 1)
    assert set(Application.objects.all()) == {stuck, to_tell}
    assert str(stuck.pk) in caplog.text


def test_the_night_says_what_it_did_and_twice_does_nothing_twice(
    cast: Cast, capsys: pytest.CaptureFixture[str]
) -> None:
    closed(cast, erase_on=clock.today(), email="")
    for expected in ("candidates erased: 1", "candidates erased: 0"):
        call_command("nightly")
        assert expected in capsys.readouterr().out
