"""Ideas of volunteers (S2-1): what the group does is the group's own; a shared lead and a hand-over (S1-26)."""

from datetime import timedelta

import pytest

from naast.belonging import attention
from naast.belonging.errors import DayRefused
from naast.belonging.inputs import NewIdea
from naast.belonging.models import Idea, IdeaMember
from naast.belonging.services import ideas as services
from naast.belonging.states import IdeaState
from naast.core import clock
from naast.core.attention import Urgency
from naast.core.errors import NotAllowed, StateConflict
from naast.messaging.models import Message
from naast.organisations.actors import Actor
from naast.organisations.models import Function
from tests.conftest import Cast
from tests.factories import VolunteerFactory, actor_of, member
from tests.welcoming import IdeaFactory, led_by, person_of

SOUP = NewIdea(title="Soepavond", for_whom="wie graag samen eet")


@pytest.fixture
def roos(cast: Cast) -> Actor:
    """Another volunteer of the house."""
    return actor_of(member(cast.here, Function.VOLUNTEER, name="Roos Rond"))


@pytest.mark.covers("S2-1")
def test_a_volunteer_starts_an_idea_others_join_and_the_coordinator_answers_in_time(
    cast: Cast, coordinator: Actor, volunteer: Actor, roos: Actor
) -> None:
    idea = services.start_idea(actor=volunteer, idea=SOUP)
    services.take_step(actor=volunteer, idea_id=idea.pk, step="look")
    services.join(actor=roos, idea_id=idea.pk)
    services.join(actor=roos, idea_id=idea.pk)
    assert idea.members.count() == 2

    asked = services.ask_support(actor=volunteer, idea_id=idea.pk, words="Mag de keuken?")
    assert asked.state == IdeaState.TALKING
    assert asked.answer_by is not None
    assert clock.today() < asked.answer_by <= clock.today() + timedelta(days=14)
    (item,) = attention.items(coordinator, now=clock.now())
    assert (item.kind, item.urgency) == ("belonging.idea", Urgency.THIS_WEEK)
    Idea.objects.filter(pk=idea.pk).update(answer_by=clock.today())
    assert attention.items(coordinator, now=clock.now())[0].urgency == Urgency.NOW

    answered = services.answer_idea(actor=coordinator, idea_id=idea.pk, words="Ja, op vrijdag.")
    assert answered.state == IdeaState.ON
    assert Message.objects.filter(user=cast.bea.user, kind="belonging.idea").count() == 1
    assert services.take_step(actor=volunteer, idea_id=idea.pk, step="finish").state == "done"


def test_waiting_has_its_reason_and_the_group_picks_it_up_again(
    cast: Cast, coordinator: Actor, volunteer: Actor
) -> None:
    idea = services.start_idea(actor=volunteer, idea=SOUP)
    services.ask_support(actor=volunteer, idea_id=idea.pk, words="Mag de keuken?")
    waits = services.answer_idea(
        actor=coordinator, idea_id=idea.pk, words="De keuken wordt gekeurd.", not_now="safety"
    )
    assert (waits.state, waits.not_now) == (IdeaState.NOT_NOW, "safety")
    again = services.take_step(actor=volunteer, idea_id=idea.pk, step="again")
    assert again.state == IdeaState.IDEA


def test_the_house_takes_no_step_unless_it_was_asked(
    cast: Cast, coordinator: Actor, volunteer: Actor
) -> None:
    idea = services.start_idea(actor=volunteer, idea=SOUP)
    for words, not_now in (("Ja.", ""), ("Nee.", "means")):
        with pytest.raises(StateConflict):
            services.answer_idea(actor=coordinator, idea_id=idea.pk, words=words, not_now=not_now)
    for step in ("look", "start", "finish"):
        with pytest.raises(NotAllowed):
            services.take_step(actor=coordinator, idea_id=idea.pk, step=step)
    assert services.take_step(actor=volunteer, idea_id=idea.pk, step="start").state == "on"


def test_who_leads_an_idea_and_coordinates_too_asks_a_colleague(cast: Cast) -> None:
    cast.bea.roles.create(function="coordinator")
    both = actor_of(cast.bea)
    idea = services.start_idea(actor=both, idea=SOUP)
    services.ask_support(actor=both, idea_id=idea.pk, words="Mag de keuken?")
    with pytest.raises(NotAllowed):
        services.answer_idea(actor=both, idea_id=idea.pk, words="Ja.")


@pytest.mark.covers("S1-26")
def test_the_lead_is_shared_and_handed_over_on_a_day(
    cast: Cast, volunteer: Actor, roos: Actor
) -> None:
    idea = services.start_idea(actor=volunteer, idea=SOUP)
    joined = services.join(actor=roos, idea_id=idea.pk)
    with pytest.raises(StateConflict):
        services.leave(actor=volunteer, idea_id=idea.pk)
    services.lead_along(actor=volunteer, idea_id=idea.pk, member_id=joined.pk, leads=True)
    day = clock.today() + timedelta(days=30)
    planned = services.plan_hand_over(
        actor=volunteer, idea_id=idea.pk, day=day, words="Roos neemt de sleutel over."
    )
    assert planned.hand_over_on == day
    services.leave(actor=volunteer, idea_id=idea.pk)
    assert list(idea.members.values_list("person", "leads")) == [(roos.person_id, True)]


def test_somebody_always_leads(cast: Cast, volunteer: Actor) -> None:
    idea = services.start_idea(actor=volunteer, idea=SOUP)
    alone = IdeaMember.objects.get()
    with pytest.raises(StateConflict):
        services.lead_along(actor=volunteer, idea_id=idea.pk, member_id=alone.pk, leads=False)
    with pytest.raises(DayRefused):
        services.plan_hand_over(
            actor=volunteer,
            idea_id=idea.pk,
            day=clock.today() - timedelta(days=1),
            words="Te laat.",
        )


def test_who_does_not_lead_changes_nothing(cast: Cast, volunteer: Actor, roos: Actor) -> None:
    idea = services.start_idea(actor=volunteer, idea=SOUP)
    services.join(actor=roos, idea_id=idea.pk)
    with pytest.raises(NotAllowed):
        services.change_idea(actor=roos, idea_id=idea.pk, idea=SOUP)
    with pytest.raises(NotAllowed):
        services.ask_support(actor=roos, idea_id=idea.pk, words="Geld?")
    with pytest.raises(NotAllowed):
        services.plan_hand_over(actor=roos, idea_id=idea.pk, day=clock.today(), words="Ik.")


def test_only_volunteers_start_and_join_and_only_what_is_open(
    cast: Cast, coordinator: Actor, volunteer: Actor, professional: Actor
) -> None:
    with pytest.raises(NotAllowed):
        services.start_idea(actor=coordinator, idea=SOUP)
    idea = IdeaFactory(organisation=cast.here, state="done")
    with pytest.raises(Idea.DoesNotExist):
        services.join(actor=professional, idea_id=idea.pk)
    with pytest.raises(NotAllowed):
        services.join(actor=volunteer, idea_id=idea.pk)


def test_the_board_shows_the_house_and_not_its_neighbours(cast: Cast) -> None:
    idea = IdeaFactory(organisation=cast.here)
    led_by(idea, person_of(cast, "bea"))
    IdeaFactory(organisation=cast.elsewhere)
    for name in ("bea", "amal"):
        page = cast.client(name).get(cast.url("mine/welcome/ideas/"))
        assert page.context["rows"].rows == [idea]


def test_the_page_of_an_idea_offers_what_this_person_can_do(cast: Cast, volunteer: Actor) -> None:
    idea = IdeaFactory(organisation=cast.here)
    led_by(idea, VolunteerFactory(organisation=cast.here).person)
    url = cast.url(f"mine/welcome/ideas/{idea.pk}/")
    client = cast.client("bea")
    assert client.get(url).context["can_join"]
    assert client.post(f"{url}part/join/").status_code == 303
    led = IdeaMember.objects.get(person=volunteer.person_id)
    assert not client.get(url).context["leads"]
    led.leads = True
    led.save()
    names = [step.name for step in client.get(url).context["steps"]]
    assert names == ["look", "start"]
    assert client.post(f"{url}step/go-on/").status_code == 404
    assert client.post(f"{url}support/", {"words": "Een zaal?"}).status_code == 303
    assert cast.client("amal").get(url).context["can_answer"]
    answer = cast.url(f"alongside/welcome/ideas/{idea.pk}/")
    assert cast.client("amal").post(answer, {"words": ""}).status_code == 422
    assert cast.client("amal").post(answer, {"words": "Graag."}).status_code == 303


def test_when_nobody_leads_any_more_whoever_joins_leads(
    cast: Cast, volunteer: Actor, roos: Actor
) -> None:
    idea = services.start_idea(actor=volunteer, idea=SOUP)
    services.leave(actor=volunteer, idea_id=idea.pk)
    services.join(actor=roos, idea_id=idea.pk)
    assert services.take_step(actor=roos, idea_id=idea.pk, step="start").state == IdeaState.ON


def test_the_desk_of_who_leads_an_idea_does_not_ask_them_to_answer_it(cast: Cast) -> None:
    cast.bea.roles.create(function="coordinator")
    both = actor_of(cast.bea)
    idea = services.start_idea(actor=both, idea=SOUP)
    services.ask_support(actor=both, idea_id=idea.pk, words="Mag de keuken?")
    assert attention.items(both, now=clock.now()) == []


def test_a_second_tap_starts_one_idea(cast: Cast, volunteer: Actor, roos: Actor) -> None:
    first = services.start_idea(actor=volunteer, idea=SOUP)
    assert services.start_idea(actor=volunteer, idea=SOUP) == first
    # Somebody else may have the same idea.
    assert services.start_idea(actor=roos, idea=SOUP) != first
