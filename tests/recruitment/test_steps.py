"""Steps on the path: the next stage, later, a pause, contact, opening again."""

from datetime import timedelta
from http import HTTPStatus

import pytest
import time_machine

from naast.audit.models import Event
from naast.core import clock
from naast.core.errors import NotAllowed, StateConflict
from naast.messaging.models import Message
from naast.organisations.actors import Actor
from naast.organisations.models import Function
from naast.programmes.models import Programme, StageKind
from naast.programmes.path import path_of
from naast.recruitment import letters
from naast.recruitment.inputs_path import GoOn
from naast.recruitment.models import Application, Journey, Waits
from naast.recruitment.queries.application_page import way
from naast.recruitment.queries.applications import get_application
from naast.recruitment.services import gates, nightly, roles, steps
from naast.recruitment.services.moving import DayMissing
from naast.recruitment.states import SkipReason, Status
from tests.conftest import Cast
from tests.factories import ProgrammeFactory, actor_of, member
from tests.recruitment.way import candidate, passed, programme_with

FIRST, THINKING, SECOND = StageKind.FIRST_TALK, StageKind.THINKING, StageKind.SECOND_TALK
TRIAL, AGREEMENT = StageKind.TRIAL, StageKind.AGREEMENT


def go(actor: Actor, application: Application, stage: StageKind, **fields: object) -> Application:
    where = GoOn(stage=stage, **fields)  # type: ignore[arg-type]  # its fields
    return steps.go_on(actor=actor, application_id=application.pk, where=where)


@pytest.mark.covers("S1-236")
def test_the_path_of_a_programme_is_walked_stage_by_stage(cast: Cast, coordinator: Actor) -> None:
    application = candidate(cast, programme_with(cast, FIRST, AGREEMENT))

    go(coordinator, application, FIRST)
    after = go(coordinator, application, AGREEMENT)

    passages = after.journey.passages.order_by("id").values_list("kind", "left_on")
    today = clock.today()
    assert list(passages) == [("application", today), ("first_talk", today), ("agreement", None)]
    assert (after.journey.stage, after.stage_since, after.waits_for) == (
        "agreement",
        today,
        Waits.US,
    )
    shown = get_application(coordinator, application.pk)
    assert shown is not None
    rows = way(shown, path_of(shown.programme))
    assert [row.state for row in rows] == ["done", "done", "current", "todo"]


def test_a_stage_that_is_left_out_asks_for_a_reason(cast: Cast, coordinator: Actor) -> None:
    application = candidate(cast, programme_with(cast, FIRST, StageKind.TOUR, AGREEMENT))
    with pytest.raises(gates.ReasonMissing):
        go(coordinator, application, AGREEMENT)

    go(coordinator, application, AGREEMENT, reason=SkipReason.KNOWN)

    event = Event.objects.get(kind="application.stage-entered")
    assert event.changes == {"from": "application", "to": "agreement", "reason": "known"}


def test_going_back_needs_no_reason_and_makes_a_new_passage(cast: Cast, coordinator: Actor) -> None:
    application = candidate(cast, programme_with(cast, FIRST, SECOND), stage=SECOND)
    passed(application, FIRST)
    go(coordinator, application, FIRST)
    assert application.journey.passages.filter(kind=FIRST).count() == 2


def test_a_stage_that_is_not_on_the_path_is_not_entered(cast: Cast, coordinator: Actor) -> None:
    application = candidate(cast, programme_with(cast, FIRST))
    with pytest.raises(steps.NotOnThePath):
        go(coordinator, application, TRIAL)


def test_the_start_is_no_stage_to_go_on_to(cast: Cast, coordinator: Actor) -> None:
    application = candidate(cast, programme_with(cast, FIRST))
    with pytest.raises(steps.NotOnThePath):
        go(coordinator, application, StageKind.START, reason=SkipReason.KNOWN)
    address = cast.url(f"candidates/{application.pk}/go-on/")
    offered = cast.client("amal").get(address).context["form"].fields["stage"].choices
    assert [kind for kind, _label in offered] == ["first_talk"]
    sent = cast.client("amal").post(address, {"stage": "start", "reason": "known"})
    assert sent.status_code == 422
    application.refresh_from_db()
    assert application.stage == StageKind.APPLICATION


@pytest.mark.covers("S1-237")
def test_nobody_tries_out_before_the_insurance_runs_and_the_agreement_where_asked(
    cast: Cast, coordinator: Actor
) -> None:
    programme = programme_with(cast, TRIAL, AGREEMENT, agreement_before_trial=True)
    application = candidate(cast, programme)
    today = clock.today()
    with pytest.raises(gates.NotInsured):
        go(coordinator, application, TRIAL, reason=SkipReason.ASKED)
    tomorrow = today + timedelta(days=1)
    with pytest.raises(gates.NotInsured):
        go(coordinator, application, TRIAL, reason=SkipReason.ASKED, insured_on=tomorrow)
    with pytest.raises(gates.AgreementFirst):
        go(coordinator, application, TRIAL, reason=SkipReason.ASKED, insured_on=today)

    go(coordinator, application, AGREEMENT)
    after = go(coordinator, application, TRIAL, insured_on=today)
    assert (after.stage, after.insured_on) == (TRIAL, today)


@pytest.mark.covers("S1-248")
def test_thinking_time_has_its_days_and_one_friendly_question_on_the_seventh(
    cast: Cast, coordinator: Actor
) -> None:
    application = candidate(cast, programme_with(cast, FIRST, THINKING, SECOND), stage=FIRST)
    start = clock.now()
    with pytest.raises(DayMissing):
        go(coordinator, application, THINKING, until_on=clock.today() + timedelta(days=15))

    after = go(coordinator, application, THINKING)
    assert (after.waits_for, after.due_on) == (
        Waits.CANDIDATE,
        clock.today() + timedelta(days=14),
    )
    with pytest.raises(gates.ReasonMissing):
        go(coordinator, application, SECOND)

    assert nightly.ask_in_thinking_time(start + timedelta(days=6)) == 0
    with time_machine.travel(start + timedelta(days=7), tick=False):
        assert nightly.ask_in_thinking_time(clock.now()) == 1
        assert nightly.ask_in_thinking_time(clock.now()) == 0
        letter = Message.objects.get(kind="application.thinking")
        assert (letter.about_id, letter.language) == (application.pk, "nl")
        assert go(coordinator, application, SECOND).stage == SECOND


def test_an_invitation_takes_nobody_past_a_gate(cast: Cast) -> None:
    application = candidate(cast, programme_with(cast, THINKING, SECOND, TRIAL), stage=THINKING)
    assert [gates.is_open(application, kind) for kind in (FIRST, SECOND, TRIAL)] == [
        True,
        False,
        False,
    ]
    application.stage_since = clock.today() - timedelta(days=3)
    application.insured_on = clock.today()
    assert [gates.is_open(application, kind) for kind in (SECOND, TRIAL)] == [True, True]


def test_a_second_talk_may_come_sooner_with_a_reason(cast: Cast, coordinator: Actor) -> None:
    programme = programme_with(cast, THINKING, SECOND)
    application = candidate(cast, programme, stage=THINKING)
    assert go(coordinator, application, SECOND, reason=SkipReason.ASKED).stage == SECOND


@pytest.mark.covers("S1-244")
def test_later_keeps_the_agreed_day_and_not_the_reason(cast: Cast, coordinator: Actor) -> None:
    application = candidate(cast)
    day = clock.today() + timedelta(days=40)
    with pytest.raises(DayMissing):
        steps.later(actor=coordinator, application_id=application.pk, day=clock.today())

    words = steps.usual_words(coordinator, application, letters.LATER)
    after = steps.later(actor=coordinator, application_id=application.pk, day=day, words=words)

    assert (after.status, after.later_until, after.waits_for) == (
        Status.LATER,
        day,
        Waits.NOBODY,
    )
    assert Event.objects.get(kind="application.later").changes == {"from": "open", "to": "later"}
    letter = Message.objects.get(kind="application.later")
    assert str(day.year) in letter.body

    back = steps.come_back(actor=coordinator, application_id=application.pk)
    assert (back.status, back.later_until, back.waits_for) == (Status.OPEN, None, Waits.US)


@pytest.mark.covers("S1-250")
def test_a_pause_needs_no_day_and_writes_only_when_asked(cast: Cast, coordinator: Actor) -> None:
    application = candidate(cast)
    after = steps.pause(actor=coordinator, application_id=application.pk)
    assert (after.status, after.later_until) == (Status.PAUSED, None)
    assert not Message.objects.filter(about_id=application.pk).exists()


@pytest.mark.parametrize("step", ["later", "pause"])
def test_the_short_letter_is_read_and_changed_before_it_goes(cast: Cast, step: str) -> None:
    application = candidate(cast)
    client, url = cast.client("amal"), cast.url(f"candidates/{application.pk}/{step}/")
    first = client.get(url).context["form"].initial
    data = {
        "day": (clock.today() + timedelta(days=40)).isoformat(),
        "how": "letter",
        "subject": first["subject"],
        "body": f"{first['body']}\nTot dan, {{first_name}}!",
    }
    look = client.post(url, {**data, "look": "1"}).context["form"].look
    assert look.body.endswith(f"Tot dan, {application.first_name}!")
    assert "{" not in look.body
    assert not Message.objects.filter(about_id=application.pk).exists()

    assert client.post(url, data).status_code == HTTPStatus.SEE_OTHER
    assert Message.objects.get(about_id=application.pk).body == look.body


def test_contact_says_who_owes_what_and_by_when(cast: Cast, coordinator: Actor) -> None:
    application = candidate(cast, days_ago=9)
    after = steps.note_contact(
        actor=coordinator, application_id=application.pk, waits_for=Waits.CANDIDATE
    )
    today = clock.today()
    assert (after.touched_on, after.due_on) == (today, today + timedelta(days=5))


def test_somebody_who_rests_is_not_touched(cast: Cast, coordinator: Actor) -> None:
    application = candidate(cast, status=Status.PAUSED)
    with pytest.raises(NotAllowed):
        steps.note_contact(actor=coordinator, application_id=application.pk, waits_for=Waits.US)


def test_what_rests_goes_on_only_after_it_came_back(cast: Cast, coordinator: Actor) -> None:
    application = candidate(cast, programme_with(cast, FIRST), status=Status.PAUSED)
    with pytest.raises(StateConflict):
        go(coordinator, application, FIRST)


def test_another_coordinator_takes_over(cast: Cast, coordinator: Actor) -> None:
    other = member(cast.here, Function.COORDINATOR, name="Otto Coördineert")
    application = candidate(cast)
    after = steps.change_coordinator(
        actor=coordinator, application_id=application.pk, membership_id=other.pk
    )
    assert after.coordinator_id == other.pk


def test_the_steps_answer_with_a_303_and_a_refused_one_keeps_its_form(cast: Cast) -> None:
    application = candidate(cast, programme_with(cast, FIRST, TRIAL))
    client, base = cast.client("amal"), cast.url(f"candidates/{application.pk}/")
    refused = client.post(base + "go-on/", {"stage": "trial", "reason": ""})
    assert refused.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    done = client.post(base + "go-on/", {"stage": "first_talk", "reason": ""})
    assert (done.status_code, done["Location"]) == (HTTPStatus.SEE_OTHER, base)
    for page in ("later/", "pause/", "contact/", "coordinator/", "choice/", "carry/"):
        assert client.get(base + page).status_code == HTTPStatus.OK
    soon = (clock.today() + timedelta(days=9)).isoformat()
    agreed = {"day": soon, "how": "in_person"}
    assert client.post(base + "later/", agreed).status_code == HTTPStatus.SEE_OTHER
    assert client.get(base).context["next"].step == "come-back"
    assert client.post(base + "come-back/").status_code == HTTPStatus.SEE_OTHER
    application.refresh_from_db()
    assert application.status == Status.OPEN


@pytest.mark.covers("S1-194")
def test_the_page_for_later_says_how_to_ask_after_a_loss(cast: Cast) -> None:
    application = candidate(cast)
    response = cast.client("amal").get(cast.url(f"candidates/{application.pk}/later/"))
    form, notes = response.context["form"], response.context["asked"].notes
    assert set(form.fields) == {"day", "how", "subject", "body"}
    assert len(notes) == 3
    assert all(str(note) in response.content.decode() for note in notes[2:])


def test_a_colleague_who_leads_a_talk_takes_no_steps(cast: Cast) -> None:
    host = actor_of(cast.nele)
    application = candidate(cast, coordinator=cast.nele)
    with pytest.raises(NotAllowed):
        steps.pause(actor=host, application_id=application.pk)


def test_another_role_keeps_what_was_told_and_the_figures_follow(
    cast: Cast, coordinator: Actor
) -> None:
    application = candidate(cast, stage=FIRST, why_here="Ik woon hier vlakbij.", is_undecided=True)
    other = programme_with(cast, THINKING)
    after = roles.change_programme(
        actor=coordinator, application_id=application.pk, programme_id=other.pk
    )
    assert (after.programme_id, after.stage, after.is_undecided) == (other.pk, FIRST, False)
    assert (after.why_here, after.waits_for) == ("Ik woon hier vlakbij.", Waits.US)
    assert Journey.objects.get(pk=application.journey_id).programme_id == other.pk
    with pytest.raises(roles.SameRole):
        roles.change_programme(
            actor=coordinator, application_id=application.pk, programme_id=other.pk
        )


def test_another_role_is_not_found_elsewhere_nor_after_a_yes(
    cast: Cast, coordinator: Actor, stranger: Actor
) -> None:
    application = candidate(cast)
    far = ProgrammeFactory(organisation=cast.elsewhere)
    with pytest.raises(Programme.DoesNotExist):
        roles.change_programme(
            actor=coordinator, application_id=application.pk, programme_id=far.pk
        )
    with pytest.raises(Application.DoesNotExist):
        roles.change_programme(actor=stranger, application_id=application.pk, programme_id=far.pk)
    Application.objects.filter(pk=application.pk).update(outcome="fits")
    with pytest.raises(roles.DecidedAlready):
        roles.change_programme(
            actor=coordinator,
            application_id=application.pk,
            programme_id=programme_with(cast).pk,
        )


def test_the_page_for_another_role_moves_the_candidate(cast: Cast) -> None:
    application, other = candidate(cast), programme_with(cast, THINKING)
    path = cast.url(f"candidates/{application.pk}/role/")
    amal = cast.client("amal")
    assert amal.post(path, {"programme": ""}).status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert amal.post(path, {"programme": str(other.pk)}).status_code == HTTPStatus.SEE_OTHER
    assert Application.objects.get(pk=application.pk).programme_id == other.pk
