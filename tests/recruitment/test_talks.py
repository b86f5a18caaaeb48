"""Inviting to a talk with a choice of moments, planning, moving, cancelling, and how it went."""

from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from icalendar import Calendar

from naast.audit.models import Event
from naast.core import clock
from naast.core.errors import NotAllowed
from naast.messaging.models import Message
from naast.messaging.texts import Words
from naast.organisations.actors import Actor
from naast.programmes.models import StageKind
from naast.recruitment.models import Application, Passage, Talk, TalkOption
from naast.recruitment.queries.talks import talks_panel
from naast.recruitment.services import own_talks, talks
from naast.recruitment.services.outcomes import stop_oneself
from tests.conftest import Cast
from tests.factories import ProgrammeFactory
from tests.recruiting import ApplicationFactory, TalkFactory
from tests.recruitment.talking import days_on, letters, mine, plan, send, visitor


@pytest.fixture
def candidate(cast: Cast) -> Application:
    """Somebody who has just applied; Amal looks after them."""
    return ApplicationFactory(
        organisation=cast.here,
        programme=ProgrammeFactory(organisation=cast.here),
        coordinator=cast.amal,
        language="fr",
    )


def invite(
    cast: Cast, candidate: Application, *moments: datetime, kind: str = "first_talk"
) -> Talk:
    return talks.invite(
        actor=cast.actor("amal"), application_id=candidate.pk, plan=plan(cast, *moments, kind=kind)
    )


def choose(candidate: Application, talk: Talk, option: TalkOption, **more: str) -> Talk:
    return own_talks.choose(
        actor=visitor(candidate.organisation),
        application_id=candidate.pk,
        talk_id=talk.pk,
        option_id=option.pk,
        **more,
    )


def first_option(talk: Talk) -> TalkOption:
    return TalkOption.objects.filter(talk=talk).earliest("starts_at")


# --- inviting -------------------------------------------------------------------------------------------


@pytest.mark.covers("S1-238")
def test_inviting_offers_moments_by_letter_and_waits_for_the_candidate(
    cast: Cast, candidate: Application
) -> None:
    talk = invite(cast, candidate)

    candidate.refresh_from_db()
    assert (talk.status, talk.options.count()) == (Talk.Status.INVITED, 3)
    assert (candidate.stage, candidate.waits_for) == (StageKind.FIRST_TALK, "candidate")
    assert letters(candidate) == ["talk.invitation"]
    assert Passage.objects.filter(journey=candidate.journey, kind="first_talk").count() == 1
    assert Event.objects.filter(kind="talk.invited", user_id=cast.amal.user_id).count() == 1


@pytest.mark.covers("S1-247")
def test_the_invitation_offers_to_bring_somebody_and_the_choice_keeps_whom(
    cast: Cast, candidate: Application
) -> None:
    candidate.language = "en"
    candidate.save()
    talk = invite(cast, candidate)
    letter = Message.objects.get(kind="talk.invitation")
    choose(candidate, talk, first_option(talk), brings_along="mijn zus")

    candidate.refresh_from_db()
    assert "bring somebody along" in letter.body
    assert candidate.brings_along == "mijn zus"


def test_the_letter_leaves_in_the_words_that_were_read_in_the_preview(
    cast: Cast, candidate: Application
) -> None:
    amal = cast.client("amal")
    where = cast.url(f"candidates/{candidate.pk}/talks/invite/")
    moment = days_on(6)
    data = {
        "kind": "first_talk",
        "host": str(cast.nele.pk),
        "where": "Kerkstraat 1",
        "minutes": "60",
        "day_1": moment.date().isoformat(),
        "hour_1": "14:00",
    }

    shown = amal.post(where, data)
    words = shown.context["letter"].initial
    sent = amal.post(f"{where}send/", data | {"subject": words["subject"], "body": "Tot gauw!"})

    assert (shown.status_code, sent.status_code) == (200, 303)
    assert candidate.first_name in words["body"]
    assert Message.objects.get(kind="talk.invitation").body == "Tot gauw!"
    assert Talk.objects.get().options.count() == 1


def test_a_letter_without_words_does_not_leave_and_the_plan_stays_filled_in(
    cast: Cast, candidate: Application
) -> None:
    moment = days_on(6)
    data = {
        "kind": "tour",
        "host": str(cast.nele.pk),
        "where": "Hier",
        "minutes": "60",
        "day_1": moment.date().isoformat(),
        "hour_1": "14:00",
        "subject": "Dag",
        "body": " ",
    }
    where = cast.url(f"candidates/{candidate.pk}/talks/invite/send/")
    response = cast.client("amal").post(where, data)
    assert response.status_code == 422
    assert response.context["form"]["where"].value() == "Hier"
    assert not Talk.objects.exists()


@pytest.mark.parametrize(
    "moments", [(), (datetime(2020, 1, 1, tzinfo=UTC),), tuple(days_on(day) for day in range(1, 7))]
)
def test_between_one_and_five_moments_to_come_are_offered(
    cast: Cast, candidate: Application, moments: tuple[datetime, ...]
) -> None:
    offered = talks.Plan("first_talk", cast.nele.pk, "Hier", 60, moments)
    with pytest.raises(talks.MomentsMissing):
        talks.invite(actor=cast.actor("amal"), application_id=candidate.pk, plan=offered)
    assert letters(candidate) == []


def test_half_a_moment_is_refused_with_everything_still_filled_in(
    cast: Cast, candidate: Application
) -> None:
    data = {
        "kind": "first_talk",
        "host": str(cast.nele.pk),
        "where": "Kerkstraat 1",
        "minutes": "60",
        "day_1": days_on(2).date().isoformat(),
        "hour_1": "10:00",
        "day_2": days_on(3).date().isoformat(),
    }
    response = cast.client("amal").post(cast.url(f"candidates/{candidate.pk}/talks/invite/"), data)
    assert response.status_code == 422
    assert set(response.context["form"].errors) == {"hour_2"}
    assert b"Kerkstraat 1" in response.content


@pytest.mark.parametrize(("day", "hour"), [("2027-03-28", "02:30"), ("2027-10-31", "02:30")])
def test_an_hour_that_is_not_or_is_twice_when_the_clock_changes_is_asked_again(
    cast: Cast, candidate: Application, day: str, hour: str
) -> None:
    data = {"kind": "tour", "host": str(cast.nele.pk), "where": "Hier", "minutes": "30"}
    response = cast.client("amal").post(
        cast.url(f"candidates/{candidate.pk}/talks/invite/"), data | {"day_1": day, "hour_1": hour}
    )
    assert set(response.context["form"].errors) == {"hour_1"}


def test_a_new_invitation_of_the_same_kind_replaces_the_one_without_an_answer(
    cast: Cast, candidate: Application
) -> None:
    first, second = invite(cast, candidate), invite(cast, candidate)
    first.refresh_from_db()
    assert (first.status, second.status) == (Talk.Status.CANCELLED, Talk.Status.INVITED)


def test_a_colleague_of_elsewhere_does_not_lead_a_talk_here(
    cast: Cast, candidate: Application
) -> None:
    talk = talks.invite(
        actor=cast.actor("amal"), application_id=candidate.pk, plan=plan(cast, host="chris")
    )
    assert talk.host_id is None


# --- without mail ---------------------------------------------------------------------------------------


def test_somebody_without_mail_is_planned_by_phone_at_once(cast: Cast) -> None:
    candidate = ApplicationFactory(
        organisation=cast.here,
        programme=ProgrammeFactory(organisation=cast.here),
        email="",
        phone="+32470000000",
    )
    amal, where = cast.client("amal"), cast.url(f"candidates/{candidate.pk}/talks/")
    moment = days_on(4)

    asked = amal.get(f"{where}invite/")
    planned = amal.post(
        f"{where}agreed/",
        {
            "kind": "first_talk",
            "host": str(cast.nele.pk),
            "where": "Kerkstraat 1",
            "minutes": "60",
            "day": moment.date().isoformat(),
            "hour": "15:30",
        },
    )

    candidate.refresh_from_db()
    assert (asked.status_code, asked["Location"]) == (303, f"{where}agreed/")
    assert planned.status_code == 303
    assert Talk.objects.get().status == Talk.Status.PLANNED
    assert (candidate.stage, candidate.due_on) == (StageKind.FIRST_TALK, moment.date())
    assert letters(candidate) == []


def test_a_preview_needs_an_address(cast: Cast, candidate: Application) -> None:
    candidate.email = ""
    candidate.save()
    with pytest.raises(talks.NoAddress):
        talks.preview(actor=cast.actor("amal"), application=candidate, plan=plan(cast))
    with pytest.raises(talks.NoAddress):
        invite(cast, candidate)


# --- choosing -------------------------------------------------------------------------------------------


def test_choosing_a_moment_plans_the_talk_and_tells_both_with_a_calendar_file(
    cast: Cast, candidate: Application
) -> None:
    talk = invite(cast, candidate)
    option = first_option(talk)

    status = send(mine(candidate, "own_talk", talk_id=talk.pk), moment=str(option.pk))

    talk.refresh_from_db()
    told = Message.objects.get(user=cast.nele.user)
    confirmed = Message.objects.get(kind="talk.planned", user__isnull=True)
    assert status == 303
    assert (talk.status, talk.starts_at) == (Talk.Status.PLANNED, option.starts_at)
    assert f"UID:{talk.pk}@naast" in confirmed.calendar
    assert f"UID:{talk.pk}@naast" in told.calendar
    assert candidate.given_name not in confirmed.calendar + told.subject + told.body


def test_choosing_the_same_moment_twice_writes_one_letter(
    cast: Cast, candidate: Application
) -> None:
    talk = invite(cast, candidate)
    for _time in range(2):
        choose(candidate, talk, first_option(talk))
    assert letters(candidate) == ["talk.invitation", "talk.planned"]


def test_another_moment_after_the_choice_is_no_longer_possible(
    cast: Cast, candidate: Application
) -> None:
    talk = invite(cast, candidate)
    first, second, _third = talk.options.all()
    choose(candidate, talk, first)
    with pytest.raises(NotAllowed):
        choose(candidate, talk, second)


def test_a_moment_that_the_host_gave_to_somebody_else_is_gone(
    cast: Cast, candidate: Application
) -> None:
    moment = days_on(3)
    talk = invite(cast, candidate, moment, days_on(5))
    option = first_option(talk)
    other = ApplicationFactory(organisation=cast.here, programme=candidate.programme)
    TalkFactory(
        application=other,
        host=cast.nele,
        status=Talk.Status.PLANNED,
        starts_at=moment + timedelta(minutes=30),
    )

    with pytest.raises(own_talks.MomentGone):
        choose(candidate, talk, option)
    address = mine(candidate, "own_talk", talk_id=talk.pk)
    assert send(address, moment=str(option.pk)) == 422
    offered = Client().get(address).context["form"].fields["moment"].choices
    assert str(option.pk) not in dict(offered)


def test_a_moment_that_has_passed_is_gone(cast: Cast, candidate: Application) -> None:
    talk = invite(cast, candidate, days_on(1), days_on(9))
    with time_machine.travel(days_on(3), tick=False), pytest.raises(own_talks.MomentGone):
        choose(candidate, talk, first_option(talk))


def test_none_of_these_asks_us_for_a_call_once(cast: Cast, candidate: Application) -> None:
    talk = invite(cast, candidate)
    address = mine(candidate, "own_talk", talk_id=talk.pk)

    assert [send(address, moment="call"), send(address, moment="call")] == [303, 303]

    candidate.refresh_from_db()
    assert candidate.waits_for == "us"
    assert Message.objects.filter(user=cast.amal.user, kind="talk.asked-call").count() == 1


def test_a_link_opens_only_the_talks_of_its_own_application(
    cast: Cast, candidate: Application
) -> None:
    other = ApplicationFactory(organisation=cast.here, programme=candidate.programme)
    talk = invite(cast, candidate)
    assert Client().get(mine(other, "own_talk", talk_id=talk.pk)).status_code == 404
    assert Client().get(mine(candidate, "own_talk", talk_id=talk.pk)).status_code == 200


def test_nobody_chooses_in_another_organisation_or_while_the_application_rests(
    cast: Cast, candidate: Application
) -> None:
    talk = invite(cast, candidate)
    option = first_option(talk)
    with pytest.raises(Application.DoesNotExist):
        own_talks.choose(
            actor=visitor(cast.elsewhere),
            application_id=candidate.pk,
            talk_id=talk.pk,
            option_id=option.pk,
        )
    Application.objects.filter(pk=candidate.pk).update(status="later", later_until=clock.today())
    with pytest.raises(NotAllowed):
        choose(candidate, talk, option)


# --- moving, cancelling, how it went -----------------------------------------------------------------------


def planned(cast: Cast, candidate: Application, starts_at: datetime | None = None) -> Talk:
    return talks.plan_by_phone(
        actor=cast.actor("amal"),
        application_id=candidate.pk,
        plan=plan(cast, starts_at or days_on(3)),
    )


def shown_letter(cast: Cast, where: str) -> dict[str, str]:
    """The letter that a page shows first, as its form sends it."""
    initial: dict[str, str] = cast.client("amal").get(where).context["letter"].initial
    return dict(initial)


def test_the_letter_about_another_moment_is_read_and_changed_first(
    cast: Cast, candidate: Application
) -> None:
    talk = planned(cast, candidate)
    where = cast.url(f"candidates/{candidate.pk}/talks/{talk.pk}/move/")
    letter = shown_letter(cast, where)
    new = {"day": days_on(7).date().isoformat(), "hour": "10:00", "where": "Kerkstraat 2"}
    sent = new | letter | {"body": letter["body"] + " Tot dan!"}
    look = cast.client("amal").post(where, sent | {"look": "1"}).context["letter"].look
    assert "Kerkstraat 2" in look.body
    assert "{" not in look.body
    talk.refresh_from_db()
    assert talk.where != "Kerkstraat 2"

    assert cast.client("amal").post(where, sent).status_code == 303
    assert Message.objects.get(kind="talk.moved", user__isnull=True).body == look.body


def test_moving_a_talk_tells_both_with_a_file_that_replaces_the_earlier_one(
    cast: Cast, candidate: Application
) -> None:
    talk = planned(cast, candidate)
    talks.move(
        actor=cast.actor("amal"), talk_id=talk.pk, new=talks.Moved(days_on(8), "Kerkstraat 2")
    )

    candidate.refresh_from_db()
    files = [
        Calendar.from_ical(message.calendar).walk("VEVENT")[0]
        for message in Message.objects.filter(user__isnull=True).order_by("id")
    ]
    assert letters(candidate) == ["talk.planned", "talk.moved"]
    assert len({str(event["UID"]) for event in files}) == 1
    assert [event["SEQUENCE"] for event in files] == [0, 1]
    assert candidate.due_on == days_on(8).date()
    assert Message.objects.filter(user=cast.nele.user, kind="talk.moved").count() == 1


def test_cancelling_tells_both_and_leaves_the_next_step_with_us(
    cast: Cast, candidate: Application
) -> None:
    talk = planned(cast, candidate)
    where = cast.url(f"candidates/{candidate.pk}/talks/{talk.pk}/cancel/")
    sent = shown_letter(cast, where)
    assert cast.client("amal").post(where, sent).status_code == 303
    assert cast.client("amal").post(where, sent).status_code == 422

    candidate.refresh_from_db()
    cancelled = Message.objects.get(kind="talk.cancelled", user__isnull=True)
    assert letters(candidate) == ["talk.planned", "talk.cancelled"]
    assert "STATUS:CANCELLED" in cancelled.calendar
    assert candidate.waits_for == "us"


def test_a_talk_that_took_place_leaves_the_next_step_with_us(
    cast: Cast, candidate: Application
) -> None:
    talk = planned(cast, candidate)
    talks.mark_held(actor=cast.actor("nele"), talk_id=talk.pk)
    talk.refresh_from_db()
    candidate.refresh_from_db()
    assert (talk.status, talk.held_on) == (Talk.Status.HELD, clock.today())
    assert candidate.waits_for == "us"


def test_a_talk_that_did_not_take_place_owes_a_kind_call_tomorrow(
    cast: Cast, candidate: Application
) -> None:
    talk = planned(cast, candidate)
    where = cast.url(f"candidates/{candidate.pk}/talks/{talk.pk}/missed/")
    assert cast.client("nele").post(where).status_code == 303
    candidate.refresh_from_db()
    assert candidate.waits_for == "us"
    assert candidate.due_on == clock.today() + timedelta(days=1)
    assert "talk.missed" not in letters(candidate)


def test_what_went_by_is_not_rounded_off_again(cast: Cast, candidate: Application) -> None:
    talk = planned(cast, candidate)
    talks.mark_held(actor=cast.actor("amal"), talk_id=talk.pk)
    with pytest.raises(NotAllowed):
        talks.mark_missed(actor=cast.actor("amal"), talk_id=talk.pk)
    with pytest.raises(NotAllowed):
        talks.move(actor=cast.actor("amal"), talk_id=talk.pk, new=talks.Moved(days_on(9), "Hier"))


def test_another_colleague_does_not_say_how_a_talk_went(cast: Cast, candidate: Application) -> None:
    TalkFactory(application=candidate, host=cast.nele)
    led_by_amal = TalkFactory(
        application=candidate, host=cast.amal, status=Talk.Status.PLANNED, starts_at=days_on(2)
    )
    with pytest.raises(NotAllowed):
        talks.mark_held(actor=cast.actor("nele"), talk_id=led_by_amal.pk)


@pytest.mark.parametrize("name", ["bea", "piet", "chris"])
def test_who_does_not_talk_with_the_candidate_finds_no_talk(
    cast: Cast, candidate: Application, name: str
) -> None:
    talk = planned(cast, candidate)
    with pytest.raises(Talk.DoesNotExist):
        talks.mark_held(actor=cast.actor(name), talk_id=talk.pk)


def test_a_host_plans_nothing(cast: Cast, candidate: Application) -> None:
    planned(cast, candidate)
    with pytest.raises(NotAllowed):
        talks.invite(actor=cast.actor("nele"), application_id=candidate.pk, plan=plan(cast))


def test_nobody_is_invited_while_the_application_rests(cast: Cast, candidate: Application) -> None:
    Application.objects.filter(pk=candidate.pk).update(status="later", later_until=clock.today())
    with pytest.raises(NotAllowed):
        invite(cast, candidate)


def test_a_talk_in_between_moves_no_stage(cast: Cast, candidate: Application) -> None:
    invite(cast, candidate, kind="other")
    candidate.refresh_from_db()
    assert candidate.stage == StageKind.APPLICATION


def test_when_an_application_is_rounded_off_its_talks_no_longer_wait(
    cast: Cast, candidate: Application
) -> None:
    planned_talk = planned(cast, candidate)
    invited = invite(cast, candidate, kind="tour")
    stop_oneself(actor=visitor(cast.here), application_id=candidate.pk)

    assert {talk.status for talk in Talk.objects.all()} == {Talk.Status.CANCELLED}
    assert Message.objects.filter(user=cast.nele.user, kind="talk.cancelled").count() == 1
    assert "talk.cancelled" not in letters(candidate)
    assert {planned_talk.pk, invited.pk} == set(Talk.objects.values_list("pk", flat=True))


# --- the night before -----------------------------------------------------------------------------------------


def test_the_day_before_a_talk_one_letter_goes_out_however_often_the_night_runs(
    cast: Cast, candidate: Application
) -> None:
    planned(cast, candidate, days_on(3))
    ApplicationFactory(organisation=cast.here, programme=candidate.programme)
    assert talks.remind(clock.now()) == 0
    assert [talks.remind(days_on(2, 3)) for _night in range(2)] == [1, 0]
    assert letters(candidate) == ["talk.planned", "talk.reminder"]


def test_a_talk_that_moved_is_told_again_and_one_that_rests_is_not(
    cast: Cast, candidate: Application
) -> None:
    talk = planned(cast, candidate, days_on(3))
    talks.remind(days_on(2, 3))
    talks.move(actor=cast.actor("amal"), talk_id=talk.pk, new=talks.Moved(days_on(9), "Hier"))
    assert talks.remind(days_on(8, 3)) == 1
    talks.move(actor=cast.actor("amal"), talk_id=talk.pk, new=talks.Moved(days_on(12), "Hier"))
    Application.objects.filter(pk=candidate.pk).update(status="closed", closed_on=clock.today())
    assert talks.remind(days_on(11, 3)) == 0


# --- the calendar file behind the own link ---------------------------------------------------------------


def test_the_calendar_file_names_the_organisation_and_nobody_else(
    cast: Cast, candidate: Application
) -> None:
    talk = planned(cast, candidate)
    response = Client().get(mine(candidate, "own_talk_calendar", talk_id=talk.pk))
    text = response.content.decode()
    assert response["Content-Type"].startswith("text/calendar")
    assert "METHOD:PUBLISH" in text
    assert cast.here.name in text
    assert candidate.given_name not in text
    assert cast.nele.user.name not in text


def test_there_is_no_calendar_file_before_a_moment_is_chosen(
    cast: Cast, candidate: Application
) -> None:
    talk = invite(cast, candidate)
    assert Client().get(mine(candidate, "own_talk_calendar", talk_id=talk.pk)).status_code == 404


# --- pages --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("number", [1, 3])
def test_the_panel_of_talks_costs_the_same_for_one_and_for_many(
    cast: Cast, candidate: Application, number: int
) -> None:
    TalkFactory.create_batch(number, application=candidate, host=cast.nele)
    actor: Actor = cast.actor("amal")
    with CaptureQueriesContext(connection) as queries:
        panel = talks_panel(actor, candidate)
    assert len(panel.ahead) == number
    assert len(queries) == 2


def test_the_pages_of_a_talk_open(cast: Cast, candidate: Application) -> None:
    talk = planned(cast, candidate)
    amal, where = cast.client("amal"), cast.url(f"candidates/{candidate.pk}/talks/")
    pages = ["invite/", "agreed/", f"{talk.pk}/move/", f"{talk.pk}/cancel/", f"{talk.pk}/guide/"]
    assert {amal.get(where + each).status_code for each in pages} == {200}
    assert Client().get(mine(candidate, "own_talk", talk_id=talk.pk)).status_code == 200


def test_moving_from_the_page_needs_a_moment_to_come(cast: Cast, candidate: Application) -> None:
    talk = planned(cast, candidate)
    where = cast.url(f"candidates/{candidate.pk}/talks/{talk.pk}/move/")
    amal = cast.client("amal")
    sent = shown_letter(cast, where) | {"hour": "10:00", "where": "Hier"}
    past = amal.post(where, sent | {"day": "2020-01-01"})
    ahead = amal.post(where, sent | {"day": days_on(7).date().isoformat()})
    assert (past.status_code, ahead.status_code) == (422, 303)


def test_words_without_a_placeholder_are_sent_as_they_are(
    cast: Cast, candidate: Application
) -> None:
    talks.invite(
        actor=cast.actor("amal"),
        application_id=candidate.pk,
        plan=plan(cast),
        words=Words("Dag", "Kom je eens langs?"),
    )
    assert Message.objects.get(kind="talk.invitation").body == "Kom je eens langs?"
