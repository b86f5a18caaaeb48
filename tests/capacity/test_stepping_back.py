"""Stepping back, a break, coming back; and the shortlist that leaves somebody in peace."""

from datetime import timedelta

import pytest

from naast.capacity import attention
from naast.capacity.errors import AlreadyAsked, AlreadyTalked, NothingLeft
from naast.capacity.inputs import Break, Less, Limits, Talk
from naast.capacity.models import OwnLimits, StepBack, StepBackMatch, WorthAsking
from naast.capacity.policies import load as policies
from naast.capacity.services import asking, limits, nightly, stepping_back
from naast.companionship.models import Match, MatchState
from naast.companionship.queries.requests import get_request
from naast.companionship.queries.shortlist import sheet_for
from naast.core import clock
from naast.core.errors import NotAllowed
from naast.core.working_days import add_working_days
from naast.messaging.models import Message
from naast.organisations.actors import Actor
from naast.organisations.models import Function
from naast.people.models import Person, VolunteerProfile
from tests.carrying import AskingFactory, StepBackFactory, ago
from tests.companionship.pair import consent, pair, raise_own_cap
from tests.conftest import Cast
from tests.factories import MatchFactory, RequestFactory, actor_of, member

WIND_DOWN, LESS_OFTEN = StepBackMatch.Wish.WIND_DOWN, StepBackMatch.Wish.LESS_OFTEN
TALK = Talk(talked_on=ago(0), agreed="Vanaf mei elke twee weken.")


@pytest.fixture
def match(cast: Cast) -> Match:
    """Bea beside Piet, with room for more."""
    raise_own_cap(cast, 3)
    return pair(cast, MatchState.RUNNING)


def less(match: Match, wish: str = WIND_DOWN) -> Less:
    """Less in this match, from today."""
    return Less(from_on=clock.today(), wishes={match.pk: wish}, words="Mijn moeder is ziek.")


def days(first: int, last: int) -> Break:
    """A break from so many to so many days from now."""
    return Break(from_on=ago(-first), until_on=ago(-last))


def profile(cast: Cast) -> VolunteerProfile:
    """Bea as a volunteer."""
    return VolunteerProfile.objects.get(person_id=cast.person_id("bea"))


def proposed(cast: Cast, match: Match) -> bool:
    """Whether Bea is proposed for another wish of this programme."""
    wish = RequestFactory(organisation=cast.here, programme=match.programme)
    consent(wish.participant)
    found = get_request(cast.actor("amal"), wish.pk)
    assert found is not None
    bea = str(cast.person_id("bea"))
    return bea in {each.person_id for each in sheet_for(found).shown}


@pytest.mark.covers("S0-60")
def test_who_steps_back_is_proposed_for_nothing_new_and_waits_for_a_call(
    cast: Cast, match: Match
) -> None:
    AskingFactory(person=match.volunteer)
    assert proposed(cast, match)

    asked = stepping_back.ask_less(actor=cast.actor("bea"), less=less(match))

    assert not proposed(cast, match)
    assert profile(cast).max_matches == 0
    assert asked.promised_on == add_working_days(clock.today(), 2, "BE")
    assert asked.matches.get().wish == WIND_DOWN
    assert not WorthAsking.objects.exists(), "it stands on the desk once"
    # The coach hears it in neutral words, the participant not at all.
    assert [told.user for told in Message.objects.all()] == [cast.amal.user]
    match.refresh_from_db()
    assert match.state == MatchState.RUNNING, "nothing ends without a talk"


def test_less_often_keeps_the_match_and_asks_for_no_other(cast: Cast, match: Match) -> None:
    stepping_back.ask_less(actor=cast.actor("bea"), less=less(match, LESS_OFTEN))
    assert profile(cast).max_matches == 1


def test_an_own_lower_number_stays(cast: Cast, match: Match) -> None:
    raise_own_cap(cast, 0)
    stepping_back.ask_less(actor=cast.actor("bea"), less=less(match, LESS_OFTEN))
    assert profile(cast).max_matches == 0


def test_it_is_asked_once(cast: Cast, match: Match) -> None:
    stepping_back.ask_less(actor=cast.actor("bea"), less=less(match))
    with pytest.raises(AlreadyAsked):
        stepping_back.ask_less(actor=cast.actor("bea"), less=less(match))


def test_only_for_ones_own_matches(cast: Cast, match: Match) -> None:
    other = MatchFactory(organisation=cast.here)
    with pytest.raises(NothingLeft):
        stepping_back.ask_less(actor=cast.actor("bea"), less=less(other))


@pytest.mark.parametrize("name", ["amal", "nele", "piet"])
def test_only_a_volunteer_steps_back(name: str, cast: Cast, match: Match) -> None:
    with pytest.raises(NotAllowed):
        stepping_back.ask_less(actor=cast.actor(name), less=less(match))


def test_taking_it_back_gives_the_old_number_back(cast: Cast, match: Match) -> None:
    asked = stepping_back.ask_less(actor=cast.actor("bea"), less=less(match))
    stepping_back.take_back(actor=cast.actor("bea"), step_back_id=asked.pk)
    assert profile(cast).max_matches == 3
    with pytest.raises(AlreadyTalked):
        stepping_back.settle(actor=cast.actor("amal"), step_back_id=asked.pk, talk=TALK)


def test_what_was_agreed_is_there_for_the_volunteer(cast: Cast, match: Match) -> None:
    asked = StepBackFactory(person=match.volunteer)
    stepping_back.settle(actor=cast.actor("amal"), step_back_id=asked.pk, talk=TALK)
    own = policies.own_steps_back(cast.actor("bea")).get()
    assert (own.agreed, own.talked_by) == (TALK.agreed, cast.amal)
    assert Message.objects.get().user == cast.bea.user
    with pytest.raises(AlreadyTalked):
        stepping_back.settle(actor=cast.actor("amal"), step_back_id=asked.pk, talk=TALK)
    with pytest.raises(AlreadyTalked):
        stepping_back.take_back(actor=cast.actor("bea"), step_back_id=asked.pk)


def test_a_volunteer_settles_nothing(cast: Cast, match: Match) -> None:
    asked = StepBackFactory(person=match.volunteer)
    with pytest.raises(NotAllowed):
        stepping_back.settle(actor=cast.actor("bea"), step_back_id=asked.pk, talk=TALK)


@pytest.mark.parametrize("name", ["nele", "piet", "chris"])
def test_others_do_not_know_that_somebody_asked(name: str, cast: Cast, match: Match) -> None:
    StepBackFactory(person=match.volunteer)
    AskingFactory(person=match.volunteer)
    assert not policies.steps_back(cast.actor(name)).exists()
    assert not policies.worth_asking(cast.actor(name)).exists()


def test_a_break_begins_at_once(cast: Cast, match: Match) -> None:
    stepping_back.ask_break(actor=cast.actor("bea"), wish=days(0, 30))
    assert profile(cast).status == "paused"
    assert not proposed(cast, match)
    match.refresh_from_db()
    assert match.state == MatchState.RUNNING, "the coordinator lets it rest after a call"


def test_a_break_of_later_begins_in_the_night(cast: Cast, match: Match) -> None:
    stepping_back.ask_break(actor=cast.actor("bea"), wish=days(5, 30))
    assert profile(cast).status == "active"
    assert not proposed(cast, match)
    assert nightly.run(clock.now())["breaks begun"] == 0
    assert nightly.run(clock.now() + timedelta(days=5))["breaks begun"] == 1
    assert profile(cast).status == "paused"


@pytest.mark.parametrize(("first", "last"), [(5, 4), (-9, -1)])
def test_a_break_has_its_days_in_order_and_to_come(
    cast: Cast, match: Match, first: int, last: int
) -> None:
    with pytest.raises(NothingLeft):
        stepping_back.ask_break(actor=cast.actor("bea"), wish=days(first, last))


def test_at_the_end_of_a_break_one_friendly_question(cast: Cast, match: Match) -> None:
    bea = cast.actor("bea")
    asked = stepping_back.ask_break(actor=bea, wish=days(0, 10))
    later = clock.now() + timedelta(days=10)
    assert nightly.run(later)["breaks that end asked about"] == 1
    assert nightly.run(later)["breaks that end asked about"] == 0

    stepping_back.come_back(actor=bea, step_back_id=asked.pk)

    assert profile(cast).status == "active"
    with pytest.raises(AlreadyTalked):
        stepping_back.come_back(actor=bea, step_back_id=asked.pk)


def test_a_break_may_be_longer(cast: Cast, match: Match) -> None:
    bea = cast.actor("bea")
    asked = stepping_back.ask_break(actor=bea, wish=days(0, 10))
    with pytest.raises(NothingLeft):
        stepping_back.stay_away_longer(actor=bea, step_back_id=asked.pk, until_on=ago(0))
    longer = stepping_back.stay_away_longer(actor=bea, step_back_id=asked.pk, until_on=ago(-40))
    assert longer.until_on == ago(-40)


def test_a_break_taken_back_is_no_break(cast: Cast, match: Match) -> None:
    bea = cast.actor("bea")
    asked = stepping_back.ask_break(actor=bea, wish=days(0, 10))
    stepping_back.take_back(actor=bea, step_back_id=asked.pk)
    assert profile(cast).status == "active"
    assert nightly.run(clock.now() + timedelta(days=11))["breaks that end asked about"] == 0


def test_what_is_older_than_two_years_goes(cast: Cast, match: Match) -> None:
    StepBackFactory(person=match.volunteer, talked_on=ago(800))
    AskingFactory(person=match.volunteer, talked_on=ago(800))
    nightly.run(clock.now())
    assert not StepBack.objects.exists()
    assert not WorthAsking.objects.exists()


def test_own_limits_hold_at_once(cast: Cast, match: Match) -> None:
    sunday, all_week = 6, (1 << 21) - 1
    Person.objects.filter(pk=match.volunteer_id).update(weekly=all_week)
    limits.set_limits(
        actor=cast.actor("bea"),
        limits=Limits(
            max_matches=5, days_off=frozenset({sunday}), rests_until_on=ago(-20), hours_month=8
        ),
    )
    person = Person.objects.get(pk=match.volunteer_id)
    assert person.weekly == (1 << 18) - 1
    assert OwnLimits.objects.get(person=person).is_off(sunday)
    assert not proposed(cast, match), "asked for nothing new until that day"
    limits.set_limits(actor=cast.actor("bea"), limits=Limits(max_matches=5))
    assert proposed(cast, match)


def test_the_terms_are_for_coordinators(volunteer: Actor) -> None:
    with pytest.raises(NotAllowed):
        limits.set_terms(actor=volunteer, check_months=3, most_matches=20)


def test_a_talk_closes_the_question_once(cast: Cast, match: Match) -> None:
    row = AskingFactory(person=match.volunteer)
    asking.note_talk(actor=cast.actor("amal"), worth_asking_id=row.pk, talk=TALK)
    assert Message.objects.get().user == cast.bea.user
    with pytest.raises(AlreadyTalked):
        asking.note_talk(actor=cast.actor("amal"), worth_asking_id=row.pk, talk=TALK)


def test_a_volunteer_closes_no_question(cast: Cast, match: Match) -> None:
    row = AskingFactory(person=match.volunteer)
    with pytest.raises(NotAllowed):
        asking.note_talk(actor=cast.actor("bea"), worth_asking_id=row.pk, talk=TALK)


def test_who_began_again_on_their_card_is_not_paused_anew(cast: Cast, match: Match) -> None:
    stepping_back.ask_break(actor=cast.actor("bea"), wish=days(0, 30))
    VolunteerProfile.objects.filter(person=match.volunteer).update(status="active")
    nightly.run(clock.now())
    assert profile(cast).status == "active"
    assert StepBack.objects.get().back_on == clock.today()


def test_who_said_goodbye_is_not_asked_about_a_break(cast: Cast, match: Match) -> None:
    stepping_back.ask_break(actor=cast.actor("bea"), wish=days(0, 10))
    VolunteerProfile.objects.filter(person=match.volunteer).update(status="former")
    assert nightly.run(clock.now() + timedelta(days=11))["breaks that end asked about"] == 0


def test_a_break_is_not_for_years(cast: Cast, match: Match) -> None:
    with pytest.raises(NothingLeft):
        stepping_back.ask_break(actor=cast.actor("bea"), wish=days(0, 800))


def test_a_coordinator_writes_down_what_was_answered_after_a_break(
    cast: Cast, match: Match
) -> None:
    amal = cast.actor("amal")
    asked = stepping_back.ask_break(actor=cast.actor("bea"), wish=days(0, 10))
    stepping_back.note_answer(actor=amal, step_back_id=asked.pk, until_on=ago(-40))
    asked.refresh_from_db()
    assert (asked.until_on, asked.back_on) == (ago(-40), None)
    with pytest.raises(NotAllowed):
        stepping_back.note_answer(actor=cast.actor("bea"), step_back_id=asked.pk, until_on=None)
    stepping_back.note_answer(actor=amal, step_back_id=asked.pk, until_on=None)
    assert profile(cast).status == "active"
    with pytest.raises(AlreadyTalked):
        stepping_back.note_answer(actor=amal, step_back_id=asked.pk, until_on=None)


def test_a_coordinator_who_volunteers_is_called_by_a_colleague(cast: Cast, match: Match) -> None:
    own = {"person_id": cast.person_id("amal"), "organisation": cast.here}
    asked, question = StepBackFactory(**own), AskingFactory(**own)
    amal, olga = cast.actor("amal"), actor_of(member(cast.here, Function.COORDINATOR, name="Olga"))
    with pytest.raises(NotAllowed):
        stepping_back.settle(actor=amal, step_back_id=asked.pk, talk=TALK)
    with pytest.raises(NotAllowed):
        asking.note_talk(actor=amal, worth_asking_id=question.pk, talk=TALK)
    assert attention.items(amal, now=clock.now()) == []
    assert len(attention.items(olga, now=clock.now())) == 2


def test_a_coach_who_may_not_open_it_is_not_told(cast: Cast, match: Match) -> None:
    match.coach = member(cast.here, Function.COACH, name="Tom")
    match.save()
    stepping_back.ask_less(actor=cast.actor("bea"), less=less(match))
    assert [told.user for told in Message.objects.all()] == [cast.amal.user]


def test_what_was_taken_back_is_erased_as_well(cast: Cast, match: Match) -> None:
    StepBackFactory(person=match.volunteer, words="Mijn moeder is ziek.", taken_back_on=ago(800))
    nightly.run(clock.now())
    assert not StepBack.objects.exists()
