"""Plans: arranging, the dates from all rooms, the lists, and who sees them."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from naast.companionship.models import CallBack, Milestone
from naast.core import clock
from naast.core.errors import DomainError, NotAllowed
from naast.organisations.actors import Actor
from naast.people.models import Person
from naast.shifting.models import TaskSheet
from naast.support.models import Meeting, Plan
from naast.support.policies import volunteers as policies
from naast.support.queries import plans as queries
from naast.support.queries.channels import channels
from naast.support.services import being_near
from naast.support.services.plans import PlanInput, arrange
from tests.conftest import Cast
from tests.factories import actor_of
from tests.meeting_evenings import EveningFactory, group_of
from tests.supporting import (
    bea_of,
    check_in_for,
    coach_of,
    plan_for,
    running,
    talk_for,
    task_of,
    today,
    volunteers,
)
from tests.welcoming import ContactFactory, QuestionFactory


@pytest.mark.covers("S0-48", "S1-76")
def test_a_plan_holds_four_channels_each_with_who_and_when(cast: Cast, coordinator: Actor) -> None:
    plan = arrange(
        actor=coordinator,
        person_id=cast.person_id("bea"),
        given=PlanInput(
            guide=cast.amal,
            backup=cast.nele,
            guide_training="learning",
            every_weeks=3,
            way="meet",
            fellows="Met Rosa",
            fellows_on=today(9),
        ),
    )
    talk_for(cast, planned_on=today(5))
    found = {each.code: each for each in channels(bea_of(cast), plan, now=clock.now())}
    assert found["contact"].who == "Amal Coördineert, Nele Beroeps"
    assert found["contact"].next_on == today(21)
    assert (found["fellows"].who, found["fellows"].next_on) == ("Met Rosa", today(9))
    assert found["talks"].next_on == today(5)
    assert found["evenings"].next_on is None
    assert plan.guide_training == "learning"


def test_the_next_evening_of_a_group_is_a_channel(cast: Cast) -> None:
    evening = EveningFactory(series=group_of(cast))
    found = channels(bea_of(cast), None, now=clock.now())
    assert [each.who for each in found if each.code == "evenings"] == [evening.series.name]


def test_a_guide_and_a_backup_are_two_people(cast: Cast, coordinator: Actor) -> None:
    given = PlanInput(guide=cast.amal, backup=cast.amal)
    with pytest.raises(DomainError):
        arrange(actor=coordinator, person_id=cast.person_id("bea"), given=given)


def test_nobody_guides_themselves(cast: Cast, coordinator: Actor) -> None:
    given = PlanInput(guide=cast.bea)
    with pytest.raises(DomainError):
        arrange(actor=coordinator, person_id=cast.person_id("bea"), given=given)


def test_a_colleague_from_elsewhere_guides_nobody_here(cast: Cast, coordinator: Actor) -> None:
    given = PlanInput(guide=cast.chris)
    with pytest.raises(DomainError):
        arrange(actor=coordinator, person_id=cast.person_id("bea"), given=given)


def test_a_coach_guides_whom_they_coach_alone(cast: Cast) -> None:
    coach = actor_of(coach_of(cast, running(cast)))
    other = volunteers(cast, 1)[0]
    assert list(policies.guided_by(coach)) == [bea_of(cast)]
    with pytest.raises(Person.DoesNotExist):
        arrange(actor=coach, person_id=other.pk, given=PlanInput())


def test_who_is_named_as_guide_guides(cast: Cast) -> None:
    coach = coach_of(cast)
    plan_for(bea_of(cast), guide=coach)
    assert list(policies.guided_by(actor_of(coach))) == [bea_of(cast)]


def test_a_professional_works_with_volunteers_and_guides_none(
    cast: Cast, professional: Actor
) -> None:
    running(cast)
    assert list(policies.beside(professional)) == [bea_of(cast)]
    assert not policies.guided_by(professional).exists()
    with pytest.raises(NotAllowed):
        policies.can_guide(professional, bea_of(cast)).require()


def test_a_coordinator_who_volunteers_does_not_guide_themselves(cast: Cast) -> None:
    actor = cast.actor("amal")
    mine = volunteers(cast, 1)[0]
    cast.amal.person_id = mine.pk
    cast.amal.save()
    assert policies.guided_by(actor_of(cast.amal)).filter(pk=mine.pk).count() == 0
    assert policies.guided_by(actor).filter(pk=mine.pk).exists()


@pytest.mark.covers("S0-36")
def test_calls_talks_and_milestones_of_all_rooms_count_as_contact(cast: Cast) -> None:
    match, bea = running(cast), bea_of(cast)
    Milestone.objects.create(
        organisation=cast.here,
        match=match,
        kind=Milestone.Kind.TALK_VOLUNTEER,
        due_on=today(-20),
        done_on=today(-20),
    )
    assert plan_for(bea).spoken_on == today(-20)
    CallBack.objects.create(
        organisation=cast.here,
        person=bea,
        kind="talk",
        promised_on=today(-9),
        handled_on=today(-10),
    )
    Plan.objects.all().delete()
    assert plan_for(bea).spoken_on == today(-10)
    talk_for(cast, planned_on=today(-3), held_on=today(-3))
    Plan.objects.all().delete()
    plan = plan_for(bea)
    assert (plan.spoken_on, plan.met_on) == (today(-3), today(-3))


def test_a_check_in_on_paper_is_contact_and_no_meeting(cast: Cast) -> None:
    check_in_for(bea_of(cast), how="paper", answered_on=today(-2))
    plan = plan_for(bea_of(cast))
    assert (plan.spoken_on, plan.met_on) == (today(-2), None)


@pytest.mark.covers("S0-29")
def test_who_is_overdue_leaves_the_list_as_soon_as_another_room_spoke_them(
    cast: Cast, coordinator: Actor
) -> None:
    bea = bea_of(cast)
    plan_for(bea, due_on=today(-4), spoken_on=today(-60))
    assert queries.overdue(coordinator, day=today()).count() == 1
    CallBack.objects.create(
        organisation=cast.here, person=bea, kind="talk", promised_on=today(), handled_on=today(-1)
    )
    assert not queries.overdue(coordinator, day=today()).exists()


@pytest.mark.parametrize("spoken", ["not at home", "going on", "own rhythm"])
def test_what_belonging_wrote_counts_as_contact_too(
    cast: Cast, coordinator: Actor, spoken: str
) -> None:
    bea = bea_of(cast)
    plan_for(bea, due_on=today(-4), spoken_on=today(-60))
    if spoken == "own rhythm":
        ContactFactory(organisation=cast.here, person=bea, spoke_on=today(-1))
    elif spoken == "not at home":
        QuestionFactory(organisation=cast.here, person=bea, called_on=today(-1))
    else:
        QuestionFactory(organisation=cast.here, person=bea, kind="going_on", settled_on=today(-1))

    assert not queries.overdue(coordinator, day=today()).exists()
    Plan.objects.all().delete()
    assert plan_for(bea).spoken_on == today(-1)


@pytest.mark.covers("S1-274")
def test_a_task_that_asks_more_brings_the_talks_closer(cast: Cast, coordinator: Actor) -> None:
    match, bea = running(cast), bea_of(cast)
    match.programme.volunteer_contact_weeks = 8
    match.programme.save()
    TaskSheet.objects.create(organisation=cast.here, task=task_of(match), complexity=3)
    before = plan_for(bea).due_on

    given = being_near.GuidanceInput(task_of(match), "almost", "yes", "along")
    being_near.set_guidance(actor=coordinator, person_id=bea.pk, given=given)

    assert before - Plan.objects.get(person=bea).due_on == timedelta(weeks=3)
    url = cast.url(f"alongside/support/{bea.pk}/plan/")
    assert len(cast.client("amal").get(url).context["suggestion"].reasons) == 2


def test_who_was_never_spoken_and_was_called_is_not_overdue(cast: Cast, coordinator: Actor) -> None:
    match = running(cast)
    plan_for(bea_of(cast), due_on=today(-4), spoken_on=None)
    assert queries.overdue(coordinator, day=today()).count() == 1
    Milestone.objects.create(
        organisation=cast.here,
        match=match,
        kind=Milestone.Kind.FIRST_CALL,
        due_on=today(-20),
        done_on=today(-1),
    )
    assert not queries.overdue(coordinator, day=today()).exists()


@pytest.mark.parametrize("show", ["due", "unmet", "spoken", "name"])
def test_a_list_costs_the_same_for_one_and_for_three(cast: Cast, show: str) -> None:
    client, url = cast.client("amal"), cast.url(f"alongside/support/?show={show}")
    late = {"due_on": today(-9), "unmet_since": today(-200)}
    plan_for(bea_of(cast), guide=cast.amal, **late)
    client.get(url)
    with CaptureQueriesContext(connection) as one:
        assert bea_of(cast).name in client.get(url).content.decode()
    for person in volunteers(cast, 2):
        plan_for(person, guide=cast.amal, **late)
    with CaptureQueriesContext(connection) as three:
        client.get(url)
    assert len(three) <= len(one)


@pytest.mark.covers("S1-192")
def test_whom_nobody_met_for_ninety_days_is_listed_and_leaves_with_one_tap(
    cast: Cast, coordinator: Actor
) -> None:
    bea = bea_of(cast)
    plan_for(bea, unmet_since=today(-91))
    assert queries.unmet(coordinator, day=today()).count() == 1
    url = cast.url(f"alongside/support/{bea.pk}/met/")
    assert cast.client("amal").post(url).status_code == 303
    assert cast.client("amal").post(url).status_code == 303
    assert not queries.unmet(coordinator, day=today()).exists()
    assert Meeting.objects.filter(person=bea).count() == 1


def test_the_lists_are_of_ones_own_organisation(cast: Cast, stranger: Actor) -> None:
    plan_for(bea_of(cast), due_on=today(-9))
    assert not queries.running(stranger).exists()


def test_who_was_never_spoken_comes_first_by_last_contact(cast: Cast, coordinator: Actor) -> None:
    spoken, never = volunteers(cast, 2)
    plan_for(spoken, spoken_on=today(-300))
    plan_for(never)
    rows = queries.listed(coordinator, "spoken", day=today())
    order = rows.order_by(*queries.ORDERS["spoken"]).values_list("person", flat=True)
    assert list(order) == [never.pk, spoken.pk]
