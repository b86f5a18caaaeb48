"""Asking, changing, closing and opening a wish again."""

from datetime import date, timedelta
from typing import Any

import pytest

from naast.audit.models import Event
from naast.companionship.models import (
    AvoidedPerson,
    Goal,
    MatchState,
    Request,
    RequestTopic,
)
from naast.companionship.queries import requests as queries
from naast.companionship.services import consents, goals, requests
from naast.companionship.wishes import Home, NewGoal, NewRequest, Particulars, Wishes, Yes
from naast.core import clock
from naast.core.errors import DomainError, NotAllowed, StateConflict
from naast.messaging.models import Message
from naast.organisations.actors import Actor
from naast.people.models import Consent, ParticipantProfile, Topic, VolunteerProfile
from naast.programmes.models import Programme
from tests.companionship.wish import person_of
from tests.conftest import Cast
from tests.factories import (
    MatchFactory,
    ProgrammeFactory,
    RequestFactory,
    VolunteerFactory,
)

TODAY = date(2026, 5, 4)


@pytest.fixture
def programme(cast: Cast) -> Programme:
    return ProgrammeFactory(organisation=cast.here, coordinator=cast.amal)


def new(cast: Cast, programme: Programme, **fields: Any) -> NewRequest:
    words = fields.pop("words", "Ik wil nog eens naar zee.")
    return NewRequest(
        participant_id=person_of(cast.piet).pk,
        programme_id=programme.pk,
        particulars=fields.pop("particulars", Particulars(wishes=Wishes(own_words=words))),
        asked_on=clock.today(),
        **fields,
    )


def said_yes(cast: Cast) -> Consent:
    return Consent.objects.create(
        organisation=cast.here,
        person_id=person_of(cast.piet).pk,
        purpose=Consent.Purpose.VOLUNTEER_SUPPORT,
        given_on=clock.today(),
        how=Consent.How.IN_PERSON,
    )


def wish_of_piet(cast: Cast, **fields: Any) -> Request:
    return RequestFactory(organisation=cast.here, participant=person_of(cast.piet), **fields)


@pytest.mark.covers("S0-32")
@pytest.mark.parametrize("name", ["amal", "nele", "piet"])
def test_a_wish_is_kept_in_the_own_words_of_the_participant_with_the_pace(
    cast: Cast, programme: Programme, name: str
) -> None:
    wishes = Wishes(own_words="  Nog eens naar zee, maar traag.  ", pace="Eerst een koffie.")

    wish = requests.ask(
        actor=cast.actor(name), new=new(cast, programme, particulars=Particulars(wishes=wishes))
    )

    wish.refresh_from_db()
    assert (wish.own_words, wish.pace) == ("Nog eens naar zee, maar traag.", "Eerst een koffie.")
    assert Event.objects.get(kind="request.asked").changes["participant"] == str(
        cast.piet.person_id
    )


def test_a_wish_without_words_is_refused(cast: Cast, programme: Programme) -> None:
    with pytest.raises(requests.WordsMissing):
        requests.ask(actor=cast.actor("amal"), new=new(cast, programme, words=" "))
    assert not Request.objects.exists()


def test_a_wish_for_somebody_else_s_participant_is_refused(
    cast: Cast, programme: Programme
) -> None:
    ParticipantProfile.objects.update(professional=None)

    with pytest.raises(NotAllowed):
        requests.ask(actor=cast.actor("nele"), new=new(cast, programme))


@pytest.mark.covers("S1-91")
def test_without_a_yes_a_wish_is_explored_and_comes_back_on_a_day(
    cast: Cast, programme: Programme, time_machine: Any
) -> None:
    time_machine.move_to(TODAY, tick=False)

    wish = requests.ask(actor=cast.actor("amal"), new=new(cast, programme))

    assert wish.status == Request.Status.EXPLORING
    assert wish.review_on == TODAY + requests.EXPLORED_AGAIN_AFTER


@pytest.mark.covers("S1-91")
def test_with_a_dated_yes_the_search_starts(cast: Cast, programme: Programme) -> None:
    yes = Yes(clock.today() - timedelta(days=2), Consent.How.BY_PHONE)

    wish = requests.ask(actor=cast.actor("nele"), new=new(cast, programme, consent=yes))

    consent = Consent.objects.get()
    assert (consent.given_on, consent.how) == (yes.given_on, yes.how)
    assert (wish.status, wish.review_on) == (Request.Status.WAITING, None)


def test_a_yes_is_never_from_the_future(cast: Cast, programme: Programme) -> None:
    yes = Yes(clock.today() + timedelta(days=1), Consent.How.BY_PHONE)

    with pytest.raises(consents.YesFromTheFuture):
        requests.ask(actor=cast.actor("amal"), new=new(cast, programme, consent=yes))


@pytest.mark.covers("S1-80")
def test_a_wish_may_stay_to_be_explored_with_a_review_date(
    cast: Cast, programme: Programme
) -> None:
    said_yes(cast)
    day = clock.today() + timedelta(days=10)

    wish = requests.ask(
        actor=cast.actor("amal"), new=new(cast, programme, is_exploring=True, review_on=day)
    )
    assert (wish.status, wish.review_on) == (Request.Status.EXPLORING, day)

    requests.start_search(actor=cast.actor("amal"), request_id=wish.pk)
    later = day + timedelta(days=5)
    again = requests.explore_further(actor=cast.actor("amal"), request_id=wish.pk, review_on=later)
    assert (again.status, again.review_on) == (Request.Status.EXPLORING, later)


def test_exploring_further_needs_a_day_to_come(cast: Cast) -> None:
    wish = wish_of_piet(cast)

    with pytest.raises(DomainError):
        requests.explore_further(
            actor=cast.actor("amal"),
            request_id=wish.pk,
            review_on=clock.today() - timedelta(days=1),
        )


def test_the_search_does_not_start_without_a_yes(cast: Cast) -> None:
    wish = wish_of_piet(cast, status=Request.Status.EXPLORING)

    with pytest.raises(DomainError):
        requests.start_search(actor=cast.actor("amal"), request_id=wish.pk)


@pytest.mark.covers("S1-91")
def test_taking_the_yes_back_closes_every_search_takes_back_proposals_and_tells(
    cast: Cast, programme: Programme
) -> None:
    consent = said_yes(cast)
    wish = wish_of_piet(cast, programme=programme, coordinator=cast.amal)
    exploring = wish_of_piet(cast, status=Request.Status.EXPLORING)
    somebody_else = RequestFactory(organisation=cast.here)
    bea = person_of(cast.bea)
    match = MatchFactory(
        organisation=cast.here,
        request=wish,
        programme=programme,
        volunteer=bea,
        state=MatchState.PROPOSED,
    )

    closed = consents.withdraw_consent(actor=cast.actor("piet"), request_id=wish.pk)

    for row in (consent, wish, exploring, somebody_else, match):
        row.refresh_from_db()
    assert closed == 2
    assert consent.withdrawn_on == clock.today()
    assert {wish.status, exploring.status} == {Request.Status.CLOSED}
    assert somebody_else.status == Request.Status.WAITING
    assert match.state == MatchState.NOT_STARTED
    told = set(Message.objects.values_list("user_id", "kind"))
    assert (cast.amal.user_id, "consent.withdrawn") in told
    assert any(user_id == cast.bea.user_id for user_id, _kind in told)


def test_a_living_match_is_not_ended_by_a_button(cast: Cast) -> None:
    said_yes(cast)
    wish = wish_of_piet(cast, status=Request.Status.MATCHED)
    match = MatchFactory(organisation=cast.here, request=wish, programme=wish.programme)

    consents.withdraw_consent(actor=cast.actor("piet"), request_id=wish.pk)

    match.refresh_from_db()
    assert match.state == MatchState.RUNNING


def test_a_participant_gives_the_yes_on_their_own_screen(cast: Cast) -> None:
    wish = wish_of_piet(cast, status=Request.Status.EXPLORING)

    consents.give_consent(
        actor=cast.actor("piet"),
        request_id=wish.pk,
        yes=Yes(clock.today(), Consent.How.ON_SCREEN),
    )

    wish.refresh_from_db()
    assert wish.status == Request.Status.WAITING
    assert queries.has_consent(wish.participant_id)


def test_the_coordinator_of_the_programme_is_told_of_a_new_wish(
    cast: Cast, programme: Programme
) -> None:
    requests.ask(actor=cast.actor("piet"), new=new(cast, programme))

    message = Message.objects.get()
    assert message.user_id == cast.amal.user_id
    assert "Piet" not in message.subject + message.body


def test_changing_a_wish_keeps_the_home_on_the_file_and_names_the_fields(cast: Cast) -> None:
    wish = wish_of_piet(cast)
    particulars = Particulars(
        wishes=Wishes(own_words="Kaarten.", rather_not_nearby=True, languages={"nl": 2}),
        home=Home(home_has_smoker=True, home_pets=("cat",), home_has_stairs=False),
    )

    requests.change(actor=cast.actor("nele"), request_id=wish.pk, particulars=particulars)

    wish.refresh_from_db()
    profile = ParticipantProfile.objects.get(person_id=person_of(cast.piet).pk)
    assert (wish.own_words, wish.rather_not_nearby, wish.languages) == ("Kaarten.", True, {"nl": 2})
    assert (profile.home_has_smoker, profile.home_pets, profile.home_has_stairs) == (
        True,
        ["cat"],
        False,
    )
    changes = Event.objects.get(kind="request.changed").changes
    assert changes == {"fields": ["languages", "own_words", "rather_not_nearby"]}


def test_an_own_criterion_needs_the_participant_s_yes(cast: Cast) -> None:
    wish = wish_of_piet(cast)
    topic = Topic.objects.create(
        organisation=cast.here, kind=Topic.Kind.OWN_CRITERION, name="zelfde geloof"
    )
    asked = Particulars(wishes=Wishes(own_words="Praten."), topic_ids=frozenset({topic.pk}))

    with pytest.raises(requests.OwnCriterionNeedsConsent):
        requests.change(actor=cast.actor("amal"), request_id=wish.pk, particulars=asked)

    with_yes = Particulars(
        wishes=asked.wishes,
        topic_ids=asked.topic_ids,
        own_criteria_yes=Yes(clock.today(), Consent.How.IN_PERSON),
    )
    requests.change(actor=cast.actor("amal"), request_id=wish.pk, particulars=with_yes)
    assert RequestTopic.objects.get().topic == topic
    assert Consent.objects.get().purpose == Consent.Purpose.OWN_CRITERIA


def test_a_topic_of_another_organisation_is_never_asked(cast: Cast) -> None:
    wish = wish_of_piet(cast)
    elsewhere = Topic.objects.create(
        organisation=cast.elsewhere, kind=Topic.Kind.EXPERIENCE, name="rouw"
    )

    requests.change(
        actor=cast.actor("amal"),
        request_id=wish.pk,
        particulars=Particulars(
            wishes=Wishes(own_words="Praten."), topic_ids=frozenset({elsewhere.pk})
        ),
    )

    assert not RequestTopic.objects.exists()


def test_closing_and_opening_again_keeps_the_day_it_was_asked(cast: Cast) -> None:
    said_yes(cast)
    asked_on = clock.today() - timedelta(days=40)
    wish = wish_of_piet(cast, asked_on=asked_on)

    requests.close(actor=cast.actor("piet"), request_id=wish.pk)
    wish.refresh_from_db()
    assert (wish.status, wish.closed_on) == (Request.Status.CLOSED, clock.today())

    requests.reopen(actor=cast.actor("piet"), request_id=wish.pk)
    wish.refresh_from_db()
    assert (wish.status, wish.closed_on, wish.asked_on) == (Request.Status.WAITING, None, asked_on)


def test_opening_again_without_a_yes_is_exploring(cast: Cast) -> None:
    wish = wish_of_piet(cast, status=Request.Status.CLOSED)

    assert requests.reopen(actor=cast.actor("amal"), request_id=wish.pk).status == (
        Request.Status.EXPLORING
    )


def test_a_wish_with_an_open_match_is_not_closed(cast: Cast) -> None:
    wish = wish_of_piet(cast)
    MatchFactory(
        organisation=cast.here, request=wish, programme=wish.programme, state=MatchState.PROPOSED
    )

    with pytest.raises(StateConflict):
        requests.close(actor=cast.actor("amal"), request_id=wish.pk)


@pytest.mark.covers("S1-32")
def test_support_while_waiting_is_kept_with_its_day(cast: Cast) -> None:
    wish = wish_of_piet(cast)

    requests.support_meanwhile(
        actor=cast.actor("nele"), request_id=wish.pk, support="Elke week bellen.", on=TODAY
    )

    wish.refresh_from_db()
    assert (wish.interim_support, wish.interim_support_on) == ("Elke week bellen.", TODAY)


def test_avoiding_twice_is_the_same_as_once_and_can_be_taken_back(cast: Cast) -> None:
    wish = wish_of_piet(cast)
    for _time in range(2):
        requests.avoid(
            actor=cast.actor("piet"), request_id=wish.pk, person_id=person_of(cast.bea).pk
        )
    assert AvoidedPerson.objects.count() == 1

    requests.no_longer_avoid(
        actor=cast.actor("piet"), request_id=wish.pk, person_id=person_of(cast.bea).pk
    )
    assert not AvoidedPerson.objects.exists()


def test_nobody_of_another_organisation_can_be_named_to_avoid(cast: Cast) -> None:
    wish = wish_of_piet(cast)
    stranger = VolunteerFactory(organisation=cast.elsewhere)

    with pytest.raises(VolunteerProfile.DoesNotExist):
        requests.avoid(actor=cast.actor("amal"), request_id=wish.pk, person_id=stranger.person_id)


@pytest.mark.covers("S1-6")
def test_a_goal_of_somebody_else_says_on_which_day_it_was_talked_over(cast: Cast) -> None:
    wish = wish_of_piet(cast)
    with pytest.raises(NotAllowed):
        goals.set_goal(
            actor=cast.actor("amal"), request_id=wish.pk, new=NewGoal(text="Meer buitenkomen")
        )

    goals.set_goal(
        actor=cast.actor("amal"),
        request_id=wish.pk,
        new=NewGoal(text="Meer buitenkomen", consulted_on=clock.today()),
    )
    own = goals.set_goal(
        actor=cast.actor("piet"), request_id=wish.pk, new=NewGoal(text="Leren koken")
    )

    assert list(Goal.objects.values_list("consulted_on", flat=True)) == [clock.today(), None]
    with pytest.raises(NotAllowed):
        goals.drop_goal(actor=cast.actor("amal"), request_id=wish.pk, goal_id=own.pk)
    goals.drop_goal(actor=cast.actor("piet"), request_id=wish.pk, goal_id=own.pk)
    assert Goal.objects.count() == 1


@pytest.mark.covers("S1-80")
def test_a_goal_still_to_explore_needs_a_review_date(cast: Cast) -> None:
    wish = wish_of_piet(cast)
    piet = cast.actor("piet")
    with pytest.raises(goals.ReviewDayMissing):
        goals.set_goal(
            actor=piet, request_id=wish.pk, new=NewGoal(text="", is_still_to_explore=True)
        )

    goal = goals.set_goal(
        actor=piet,
        request_id=wish.pk,
        new=NewGoal(text="", is_still_to_explore=True, review_on=TODAY),
    )
    assert (goal.is_still_to_explore, goal.review_on) == (True, TODAY)
    with pytest.raises(DomainError):
        goals.set_goal(actor=piet, request_id=wish.pk, new=NewGoal(text=" "))


@pytest.mark.covers("S1-32")
def test_the_honest_waiting_time_is_the_middle_of_the_last_matches(
    cast: Cast, programme: Programme
) -> None:
    def matched_after(days: int) -> None:
        wish = RequestFactory(organisation=cast.here, programme=programme, asked_on=TODAY)
        MatchFactory(
            organisation=cast.here,
            request=wish,
            programme=programme,
            started_on=TODAY + timedelta(days=days),
        )

    for days in (10, 90):
        matched_after(days)
    assert queries.waiting_time(cast.here.pk, programme.pk).days is None

    matched_after(30)
    other = RequestFactory(organisation=cast.here, asked_on=TODAY)
    MatchFactory(organisation=cast.here, request=other, programme=other.programme)
    assert queries.waiting_time(cast.here.pk, programme.pk) == queries.WaitingTime(30, 3)


def test_a_stranger_finds_no_wish_to_change(cast: Cast, stranger: Actor) -> None:
    wish = wish_of_piet(cast)

    with pytest.raises(Request.DoesNotExist):
        requests.close(actor=stranger, request_id=wish.pk)
