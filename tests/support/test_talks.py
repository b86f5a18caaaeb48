"""Talks: planning, writing down, reading, the volunteer's own words, and what was agreed."""

from datetime import timedelta
from typing import Any

import pytest

from naast.core import clock
from naast.core.errors import Incomplete, NotAllowed, StateConflict
from naast.messaging.models import Message
from naast.organisations.actors import Actor
from naast.people.models import Person
from naast.support.inputs import Agreed, TalkInput, TalkPlan
from naast.support.models import Talk
from naast.support.policies import talks as policies
from naast.support.queries import person_pages as queries
from naast.support.services import talks as services
from tests.conftest import Cast
from tests.factories import actor_of
from tests.supporting import action_for, bea_of, coach_of, running, talk_for, today


def said(**fields: Any) -> TalkInput:
    values: dict[str, Any] = {
        "held_on": clock.today(),
        "appreciation": "Je blijft rustig als Piet boos is.",
    }
    return TalkInput(**(values | fields))


@pytest.mark.covers("S1-269")
def test_a_planned_talk_is_told_to_the_volunteer_without_a_name(
    cast: Cast, coordinator: Actor
) -> None:
    given = TalkPlan("grrow", today(10), "Koffiehuis, 10 u.")
    talk = services.plan_talk(actor=coordinator, person_id=cast.person_id("bea"), given=given)
    message = Message.objects.get(user=cast.bea.user)
    assert str(talk.pk) in message.url
    assert "Amal" not in message.subject + message.body


def test_a_talk_far_away_is_a_mistake_in_the_year(cast: Cast, coordinator: Actor) -> None:
    given = TalkPlan("open", today(3000))
    with pytest.raises(Incomplete):
        services.plan_talk(actor=coordinator, person_id=cast.person_id("bea"), given=given)


def test_after_something_hard_the_talk_is_within_two_weeks(cast: Cast, coordinator: Actor) -> None:
    bea = cast.person_id("bea")
    services.plan_talk(actor=coordinator, person_id=bea, given=TalkPlan("incident", today(14)))
    with pytest.raises(Incomplete):
        services.plan_talk(actor=coordinator, person_id=bea, given=TalkPlan("incident", today(15)))


@pytest.mark.covers("S1-263")
def test_a_talk_opens_with_what_we_appreciate_and_growing_may_stay_open(
    cast: Cast, coordinator: Actor
) -> None:
    talk = talk_for(cast)
    with pytest.raises(Incomplete) as refused:
        services.write_talk(actor=coordinator, talk_id=talk.pk, given=said(appreciation=" "))
    assert set(refused.value.fields) == {"appreciation"}
    written = services.write_talk(actor=coordinator, talk_id=talk.pk, given=said())
    assert (written.growth, written.held_on) == ("", clock.today())


def test_who_agrees_something_in_grrow_says_what_they_will_do(
    cast: Cast, coordinator: Actor
) -> None:
    talk = talk_for(cast, kind="grrow")
    agreed = (Agreed("volunteer", "Zelf bellen", today(7)),)
    with pytest.raises(Incomplete):
        services.write_talk(actor=coordinator, talk_id=talk.pk, given=said(actions=agreed))
    given = said(actions=agreed, blocks={"will": "Ik bel zelf."})
    services.write_talk(actor=coordinator, talk_id=talk.pk, given=given)
    assert [action.what for action in queries.open_actions(bea_of(cast))] == ["Zelf bellen"]


@pytest.mark.covers("S1-13")
def test_over_the_threshold_ends_with_one_step_and_a_day(cast: Cast, coordinator: Actor) -> None:
    talk = talk_for(cast, kind="threshold")
    with pytest.raises(Incomplete):
        services.write_talk(actor=coordinator, talk_id=talk.pk, given=said())
    agreed = (Agreed("volunteer", "Naar de opendeurdag", today(20)),)
    services.write_talk(actor=coordinator, talk_id=talk.pk, given=said(actions=agreed))
    assert talk.actions.get().due_on == today(20)


def test_what_will_be_said_tomorrow_is_not_written_down_today(
    cast: Cast, coordinator: Actor
) -> None:
    talk = talk_for(cast)
    with pytest.raises(Incomplete):
        services.write_talk(actor=coordinator, talk_id=talk.pk, given=said(held_on=today(1)))


def test_a_next_talk_is_planned_in_the_same_breath(cast: Cast, coordinator: Actor) -> None:
    talk = talk_for(cast, kind="tuning")
    given = said(next_kind="tuning", next_on=today(90))
    services.write_talk(actor=coordinator, talk_id=talk.pk, given=given)
    assert Talk.objects.filter(kind="tuning", planned_on=today(90), held_on=None).exists()


def test_the_talk_before_stands_on_top(cast: Cast) -> None:
    before = talk_for(cast, kind="grrow", held_on=today(-90), planned_on=today(-90))
    before.blocks = {"will": "Ik bel zelf."}
    before.save()
    talk = talk_for(cast, kind="grrow")
    assert queries.previous_will(talk) == before


@pytest.mark.covers("S1-167")
def test_the_volunteer_reads_all_of_it_and_adds_their_own_words(
    cast: Cast, coordinator: Actor, volunteer: Actor
) -> None:
    talk = talk_for(cast, kind="yearly")
    given = said(blocks={"year": "Een goed jaar met Piet."})
    services.write_talk(actor=coordinator, talk_id=talk.pk, given=given)
    url = cast.url(f"mine/support/talks/{talk.pk}/")
    page = cast.client("bea").get(url).content.decode()
    assert "Een goed jaar met Piet." in page
    assert "Je blijft rustig" in page
    done = cast.client("bea").post(url, {"words": "Het was druk.", "team_may_read": "no"})
    assert done.status_code == 303
    talk.refresh_from_db()
    assert (talk.own_words, talk.team_may_read) == ("Het was druk.", False)
    assert policies.own(volunteer).get() == talk


def test_nobody_else_reads_a_talk_on_their_own_page(cast: Cast, participant: Actor) -> None:
    talk = talk_for(cast, held_on=today())
    assert not policies.own(participant).exists()
    assert cast.client("amal").get(cast.url(f"mine/support/talks/{talk.pk}/")).status_code == 404


def test_own_words_come_after_the_talk(cast: Cast, volunteer: Actor) -> None:
    talk = talk_for(cast, planned_on=today(3))
    with pytest.raises(StateConflict):
        services.add_own_words(
            actor=volunteer, talk_id=talk.pk, words="Al goed", team_may_read=None
        )


@pytest.mark.parametrize("may", [None, False, True])
def test_the_team_reads_a_talk_only_with_the_yes_of_the_volunteer(
    cast: Cast, professional: Actor, may: bool | None
) -> None:
    running(cast)
    talk_for(cast, held_on=today(), team_may_read=may)
    assert policies.visible_to(professional).exists() is (may is True)


def test_a_professional_who_does_not_work_with_them_reads_nothing(
    cast: Cast, professional: Actor
) -> None:
    talk_for(cast, held_on=today(), team_may_read=True)
    assert not policies.visible_to(professional).exists()


def test_a_professional_does_not_write_in_a_talk(cast: Cast, professional: Actor) -> None:
    running(cast)
    talk = talk_for(cast, held_on=today(), team_may_read=True)
    with pytest.raises(NotAllowed):
        services.write_talk(actor=professional, talk_id=talk.pk, given=said())


def test_a_coach_reads_the_talks_of_whom_they_coach(cast: Cast) -> None:
    coach = actor_of(coach_of(cast, running(cast)))
    talk = talk_for(cast, held_on=today())
    assert policies.visible_to(coach).get() == talk


def test_a_talk_that_was_called_off_is_not_written_down(cast: Cast, coordinator: Actor) -> None:
    talk = talk_for(cast)
    services.cancel_talk(actor=coordinator, talk_id=talk.pk)
    with pytest.raises(StateConflict):
        services.write_talk(actor=coordinator, talk_id=talk.pk, given=said())


def test_a_talk_that_took_place_is_not_moved_or_called_off(cast: Cast, coordinator: Actor) -> None:
    talk = talk_for(cast, held_on=today())
    with pytest.raises(StateConflict):
        services.move_talk(actor=coordinator, talk_id=talk.pk, planned_on=today(4))
    with pytest.raises(StateConflict):
        services.cancel_talk(actor=coordinator, talk_id=talk.pk)


def test_the_system_leads_no_talks(cast: Cast) -> None:
    actor = Actor.system(cast.here, reason="test")
    with pytest.raises(NotAllowed):
        services.plan_talk(
            actor=actor, person_id=cast.person_id("bea"), given=TalkPlan("open", today())
        )


def test_a_talk_elsewhere_is_not_found(cast: Cast, stranger: Actor) -> None:
    talk = talk_for(cast)
    with pytest.raises(Talk.DoesNotExist):
        services.cancel_talk(actor=stranger, talk_id=talk.pk)
    with pytest.raises(Person.DoesNotExist):
        services.plan_talk(
            actor=stranger, person_id=cast.person_id("bea"), given=TalkPlan("open", today())
        )


def test_the_volunteer_ticks_what_they_do_and_not_what_we_do(cast: Cast, volunteer: Actor) -> None:
    talk = talk_for(cast, held_on=today())
    theirs, ours = action_for(talk, who="volunteer"), action_for(talk)
    assert services.tick_action(actor=volunteer, action_id=theirs.pk).done_on == clock.today()
    with pytest.raises(NotAllowed):
        services.tick_action(actor=volunteer, action_id=ours.pk)


def test_what_is_done_is_done_once(cast: Cast, coordinator: Actor) -> None:
    action = action_for(talk_for(cast, held_on=today()))
    services.tick_action(actor=coordinator, action_id=action.pk)
    with pytest.raises(StateConflict):
        services.tick_action(actor=coordinator, action_id=action.pk)


def test_what_was_agreed_comes_back_at_the_next_talk(cast: Cast) -> None:
    action_for(talk_for(cast, held_on=today(-30)), what="Sleutel regelen")
    talk = talk_for(cast)
    page = cast.client("amal").get(cast.url(f"alongside/support/talks/{talk.pk}/write/"))
    assert "Sleutel regelen" in page.content.decode()


def test_the_form_of_a_talk_keeps_what_was_typed_when_something_lacks(cast: Cast) -> None:
    talk = talk_for(cast, kind="grrow")
    url = cast.url(f"alongside/support/talks/{talk.pk}/write/")
    data = {"held_on": today(), "block_goal": "Meer wandelen", "what_1": "Schoenen", "who_1": "us"}
    refused = cast.client("amal").post(url, data)
    assert refused.status_code == 422
    assert "Meer wandelen" in refused.content.decode()
    data |= {"appreciation": "Dank je.", "due_1": today(3), "block_will": "Zaterdag"}
    assert cast.client("amal").post(url, data).status_code == 303
    talk.refresh_from_db()
    assert talk.blocks == {"goal": "Meer wandelen", "will": "Zaterdag"}


def test_a_talk_that_took_place_is_written_down_at_once(cast: Cast) -> None:
    url = cast.url(f"alongside/support/{cast.person_id('bea')}/talks/open/")
    past = cast.client("amal").post(url, {"planned_on": clock.today() - timedelta(days=2)})
    assert past.headers["Location"].endswith("/write/")


def test_an_unknown_kind_of_talk_is_not_found(cast: Cast) -> None:
    url = cast.url(f"alongside/support/{cast.person_id('bea')}/talks/appraisal/")
    assert cast.client("amal").get(url).status_code == 404


@pytest.mark.covers("S1-136")
def test_a_talk_about_how_involved_somebody_is_leads_on_to_an_evening(cast: Cast) -> None:
    talk = talk_for(cast, kind="involvement", held_on=today())
    own = cast.client("bea").get(cast.url(f"mine/support/talks/{talk.pk}/")).content.decode()
    led = cast.client("amal").get(cast.url(f"alongside/support/talks/{talk.pk}/write/"))
    assert cast.url("mine/evenings/") in own
    assert cast.url("prepare/evenings/") in led.content.decode()


def test_a_second_tap_plans_and_agrees_once(cast: Cast, coordinator: Actor) -> None:
    bea = cast.person_id("bea")
    plan = TalkPlan("open", today(3))
    talks = {services.plan_talk(actor=coordinator, person_id=bea, given=plan) for _tap in range(2)}
    assert len(talks) == 1
    talk = talk_for(cast)
    agreed = (Agreed("us", "Sleutel regelen", today(7)),)
    for _tap in range(2):
        given = said(actions=agreed, next_kind="open", next_on=today(60))
        services.write_talk(actor=coordinator, talk_id=talk.pk, given=given)
    assert talk.actions.count() == 1
    assert Talk.objects.filter(planned_on=today(60)).count() == 1


def test_other_words_in_a_talk_ask_for_the_yes_anew(cast: Cast, coordinator: Actor) -> None:
    talk = talk_for(cast, held_on=today(), appreciation=said().appreciation, team_may_read=True)
    services.write_talk(actor=coordinator, talk_id=talk.pk, given=said())
    talk.refresh_from_db()
    assert talk.team_may_read is True
    services.write_talk(actor=coordinator, talk_id=talk.pk, given=said(growth="Vaker alleen"))
    talk.refresh_from_db()
    assert talk.team_may_read is None
