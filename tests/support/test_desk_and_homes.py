"""What stands on the desk and on homes, and what the night does."""

from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from naast.companionship.models import CallBack
from naast.core import clock
from naast.core.attention import AttentionItem, Urgency
from naast.core.home import Ask
from naast.messaging.models import Message
from naast.organisations.actors import Actor
from naast.people.models import VolunteerProfile
from naast.programmes.models import Engagement, Programme
from naast.support import attention, home
from naast.support.models import Action, CheckIn, Guidance, Plan, Talk, TalkRhythm, Told
from naast.support.queries.standing import repeats_of
from naast.support.services import nightly
from tests.conftest import Cast
from tests.factories import EngagementFactory, ProgrammeFactory, actor_of
from tests.recruiting import ApplicationFactory
from tests.supporting import (
    action_for,
    bea_of,
    check_in_for,
    guidance_for,
    plan_for,
    running,
    talk_for,
    today,
    volunteers,
)


def desk(actor: Actor) -> list[AttentionItem]:
    now = clock.now()
    there = {kind for kind, rows in attention.signs(actor, now=now).items() if rows.exists()}
    found = attention.items(actor, now=now, there=there)
    assert [item.kind for item in found] == [
        item.kind for item in attention.items(actor, now=now)
    ], "a sign forgets something"
    return found


def asked(actor: Actor) -> list[Ask]:
    now = clock.now()
    signs = home.signs(actor, "volunteer", now=now)
    there = {kind for kind, rows in signs.items() if rows.exists()}
    return home.asks(actor, "volunteer", now=now, there=there)


def everything(cast: Cast) -> None:
    """Every reason there is, all about Bea."""
    match, bea = running(cast), bea_of(cast)
    plan_for(
        bea,
        due_on=today(-5),
        spoken_on=today(-80),
        unmet_since=today(-200),
        talk_kind="vision",
        talk_due_on=today(-1),
        guide=cast.amal,
    )
    Told.objects.create(organisation=cast.here, person=bea, told_by=cast.nele, words="Moe")
    check_in_for(bea, asks_a_call=True)
    action_for(talk_for(cast, held_on=today(-20)), due_on=today(-2))
    guidance_for(match, wish="more", wished_on=today(-1))


def test_somebody_with_many_reasons_stands_on_the_desk_once_with_the_first(
    cast: Cast, coordinator: Actor
) -> None:
    everything(cast)
    found = desk(coordinator)
    assert [item.kind for item in found] == ["support.told", "support.unmet"]
    assert found[0].urgency == Urgency.NOW


@pytest.mark.parametrize(
    ("gone", "kind"),
    [
        (0, "support.told"),
        (1, "support.call"),
        (2, "support.promised"),
        (3, "support.room"),
        (4, "support.speak"),
        (5, "support.talk"),
    ],
)
def test_the_reasons_come_in_the_order_of_urgency(
    cast: Cast, coordinator: Actor, gone: int, kind: str
) -> None:
    everything(cast)
    away = [
        lambda: Told.objects.all().delete(),
        lambda: CheckIn.objects.all().delete(),
        lambda: Action.objects.all().delete(),
        lambda: Guidance.objects.all().delete(),
        lambda: Plan.objects.update(due_on=today(5)),
    ]
    for one in away[:gone]:
        one()
    assert desk(coordinator)[0].kind == kind


def test_a_call_that_they_asked_for_takes_less_fun_off_the_desk(
    cast: Cast, coordinator: Actor
) -> None:
    bea = bea_of(cast)
    check_in_for(bea, answered_on=today(), enjoys="no", asks_a_call=True)
    assert [item.kind for item in desk(coordinator)] == ["support.call"]
    CallBack.objects.create(
        organisation=cast.here, person=bea, kind="talk", promised_on=today(), handled_on=today()
    )
    assert "support.call" not in [item.kind for item in desk(coordinator)]


def test_a_talk_of_yesterday_waits_to_be_written_down(cast: Cast, coordinator: Actor) -> None:
    talk = talk_for(cast, planned_on=today(-1))
    found = desk(coordinator)
    assert [(item.kind, str(talk.pk) in item.url) for item in found] == [("support.write", True)]


def test_who_has_a_talk_planned_needs_no_other(cast: Cast, coordinator: Actor) -> None:
    plan_for(bea_of(cast), talk_kind="grrow", talk_due_on=today(-1))
    talk_for(cast, planned_on=today(4))
    assert desk(coordinator) == []


def test_nobody_but_coordinators_has_this_on_a_desk(
    cast: Cast, professional: Actor, volunteer: Actor
) -> None:
    everything(cast)
    for actor in (professional, volunteer):
        assert attention.signs(actor, now=clock.now()) == {}
        assert attention.items(actor, now=clock.now()) == []


def test_three_on_the_desk_cost_no_more_than_one(cast: Cast, coordinator: Actor) -> None:
    plan_for(bea_of(cast), due_on=today(-5), unmet_since=today(-100))
    with CaptureQueriesContext(connection) as one:
        attention.items(coordinator, now=clock.now())
    for person in volunteers(cast, 2):
        plan_for(person, due_on=today(-5), unmet_since=today(-100))
    with CaptureQueriesContext(connection) as three:
        attention.items(coordinator, now=clock.now())
    assert len(three) == len(one)


@pytest.mark.covers("S2-34")
def test_the_home_of_a_volunteer_names_who_stands_beside_them(cast: Cast, volunteer: Actor) -> None:
    plan_for(bea_of(cast), guide=cast.nele, backup=cast.amal, every_weeks=3)
    sentence = str(asked(volunteer)[0].sentence)
    assert "Nele Beroeps" in sentence
    assert "Amal Coördineert" in sentence
    assert "3" in sentence


def test_a_home_asks_what_waits_and_nothing_else(cast: Cast, volunteer: Actor) -> None:
    assert asked(volunteer) == []
    check_in_for(bea_of(cast), answered_on=None, how="")
    talk = talk_for(cast, held_on=today(-1))
    action_for(talk, who="volunteer", due_on=today(1), what="Zelf bellen")
    action_for(talk, who="us", due_on=today(1))
    guidance_for(running(cast))
    urls = [ask.url.split("/o/hier/")[1] for ask in asked(volunteer)]
    assert urls == [
        "mine/support/check-in/",
        "mine/support/",
        f"mine/support/talks/{talk.pk}/",
        "mine/support/",
    ]


def test_other_hats_are_asked_nothing(cast: Cast, participant: Actor) -> None:
    assert home.signs(participant, "participant", now=clock.now()) == {}
    assert home.asks(participant, "participant", now=clock.now()) == []


@pytest.mark.covers("S2-42")
def test_the_night_makes_plans_asks_how_it_goes_and_reminds_guides_once(cast: Cast) -> None:
    VolunteerProfile.objects.filter(person=bea_of(cast)).update(since_on=today(-900))
    first = nightly.run(clock.now())
    assert (first["plans"], first["check_ins"]) == (1, 0)
    plan_for(bea_of(cast), guide=cast.amal, every_weeks=1)
    check_in_for(bea_of(cast), answered_on=today(-20))
    second = nightly.run(clock.now())
    assert (second["check_ins"], second["guides"]) == (1, 1)
    assert Message.objects.filter(user=cast.bea.user, kind="support.check-in").count() == 1
    again = nightly.run(clock.now())
    assert (again["plans"], again["check_ins"], again["guides"]) == (0, 0, 0)
    assert CheckIn.objects.filter(answered_on=None).count() == 1


def test_the_night_takes_in_what_other_rooms_wrote_and_who_left(cast: Cast) -> None:
    plan = plan_for(bea_of(cast), due_on=today(-9))
    talk_for(cast, planned_on=today(-1), held_on=today(-1))
    nightly.run(clock.now())
    plan.refresh_from_db()
    assert plan.spoken_on == today(-1)
    VolunteerProfile.objects.filter(person=bea_of(cast)).update(status="former")
    nightly.run(clock.now())
    plan.refresh_from_db()
    assert not plan.is_running


def test_both_are_reminded_of_a_talk_once_for_each_day(cast: Cast) -> None:
    talk = talk_for(cast, planned_on=today(2))
    nightly.run(clock.now())
    nightly.run(clock.now())
    kinds = ["support.my-talk", "support.talk"]
    assert sorted(Message.objects.filter(kind__in=kinds).values_list("kind", flat=True)) == kinds
    Talk.objects.filter(pk=talk.pk).update(planned_on=today(1))
    nightly.run(clock.now())
    assert Message.objects.filter(kind__in=kinds).count() == 4


def test_a_night_of_three_costs_no_more_queries_than_a_night_of_one(cast: Cast) -> None:
    plan_for(bea_of(cast))
    with CaptureQueriesContext(connection) as one:
        nightly.run(clock.now())
    for person in volunteers(cast, 2):
        plan_for(person)
    with CaptureQueriesContext(connection) as three:
        nightly.run(clock.now())
    assert len(three) == len(one)


@pytest.mark.covers("S1-206")
def test_a_programme_has_talks_of_its_own_and_they_give_the_next_date(cast: Cast) -> None:
    programme: Programme = ProgrammeFactory(organisation=cast.here)
    EngagementFactory(organisation=cast.here, person=bea_of(cast), programme=programme)
    VolunteerProfile.objects.filter(person=bea_of(cast)).update(since_on=today(-7))
    url = cast.url(f"alongside/support/programmes/{programme.pk}/")
    data: dict[str, Any] = {"kind": "tuning", "first_after_weeks": "2", "every_months": "3"}
    assert cast.client("amal").post(url, data).status_code == 303
    assert cast.client("amal").post(url, {"kind": "open"}).status_code == 422
    assert [each.kind for each in repeats_of([programme])[programme.pk]] == ["tuning"]
    plan = plan_for(bea_of(cast))
    assert (plan.talk_kind, plan.talk_due_on) == ("tuning", today(7))
    assert cast.client("amal").post(f"{url}tuning/drop/").status_code == 303
    assert not TalkRhythm.objects.exists()


@pytest.mark.covers("S1-260")
def test_the_timeline_begins_when_somebody_came(cast: Cast) -> None:

    programme = ProgrammeFactory(organisation=cast.here)
    ApplicationFactory(
        organisation=cast.here, programme=programme, person=bea_of(cast), came_on=today(-300)
    )
    talk_for(cast, held_on=today(-3), planned_on=today(-3))
    for url, who in ((f"alongside/support/{bea_of(cast).pk}/", "amal"), ("mine/support/", "bea")):
        page = cast.client(who).get(cast.url(url))
        shown = page.context["shown"] if who == "amal" else page.context["mine"].page
        assert [entry.when for entry in shown.story] == [today(-3), today(-300)]


def test_the_page_of_one_volunteer_costs_the_same_with_much_written(cast: Cast) -> None:
    client, url = cast.client("amal"), cast.url(f"alongside/support/{bea_of(cast).pk}/")
    match = running(cast)
    plan_for(bea_of(cast), guide=cast.amal)
    guidance_for(match)
    action_for(talk_for(cast, held_on=today(-1)))
    check_in_for(bea_of(cast))
    client.get(url)
    with CaptureQueriesContext(connection) as one:
        client.get(url)
    guidance_for(match, until_on=today())
    for days in (2, 3, 4):
        action_for(talk_for(cast, held_on=today(-days)))
        check_in_for(bea_of(cast), answered_on=today(-days))
    with CaptureQueriesContext(connection) as more:
        client.get(url)
    assert len(more) == len(one)


def test_the_plan_is_printed_for_who_likes_paper(cast: Cast) -> None:
    plan_for(bea_of(cast), guide=cast.amal)
    page = cast.client("amal").get(cast.url(f"alongside/support/{bea_of(cast).pk}/print/"))
    assert "Amal Coördineert" in page.content.decode()


def test_the_form_of_a_plan_keeps_what_was_chosen(cast: Cast) -> None:
    url = cast.url(f"alongside/support/{bea_of(cast).pk}/plan/")
    data = {"guide": cast.amal.pk, "backup": cast.amal.pk, "aim_grow": "Leren luisteren"}
    refused = cast.client("amal").post(url, data)
    assert refused.status_code == 422
    assert "Leren luisteren" in refused.content.decode()
    assert cast.client("amal").post(url, data | {"backup": cast.nele.pk}).status_code == 303
    assert Plan.objects.get().aim_grow == "Leren luisteren"


def test_the_home_itself_shows_what_waits(cast: Cast) -> None:
    check_in_for(bea_of(cast), answered_on=None, how="")
    page = cast.client("bea").get(cast.url("volunteer/"))
    assert cast.url("mine/support/check-in/") in page.content.decode()


def test_what_we_promised_a_coordinator_stands_on_the_desk_of_a_colleague(
    cast: Cast, coordinator: Actor
) -> None:
    action_for(talk_for(cast, held_on=today(-20)), due_on=today(-2))
    cast.bea.roles.create(function="coordinator")
    assert desk(actor_of(cast.bea)) == []
    assert [item.kind for item in desk(coordinator)] == ["support.promised"]


def test_a_question_goes_when_somebody_spoke_them_and_guidance_when_they_stopped(
    cast: Cast,
) -> None:
    match = running(cast)
    guidance = guidance_for(match, wish="more", wished_on=today(-1))
    plan_for(bea_of(cast), every_weeks=10)
    check_in_for(bea_of(cast), answered_on=None, how="", asked_on=today(-3))
    nightly.run(clock.now())
    assert CheckIn.objects.exists()
    talk_for(cast, planned_on=today(-1), held_on=today(-1))
    Engagement.objects.update(ended_on=today())
    nightly.run(clock.now())
    guidance.refresh_from_db()
    assert not CheckIn.objects.exists()
    assert guidance.until_on == today()
