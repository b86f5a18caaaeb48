"""The self-check: answering, who reads it, what follows at once, and the night that asks it."""

from datetime import timedelta

import pytest
from dateutil.relativedelta import relativedelta

from naast.capacity.errors import NothingLeft
from naast.capacity.models import HouseTerms, SelfCheck, WorthAsking
from naast.capacity.policies import load as policies
from naast.capacity.services import checks, nightly
from naast.capacity.states import Amount, Reader
from naast.companionship.models import CallBack, MatchState
from naast.core import clock
from naast.core.errors import NotAllowed
from naast.messaging.models import Message
from naast.organisations.actors import Actor
from naast.organisations.models import Function
from naast.people.models import VolunteerProfile
from tests.carrying import AskingFactory, CheckFactory, StepBackFactory, ago, said
from tests.companionship.pair import pair
from tests.conftest import Cast
from tests.factories import VolunteerFactory, actor_of, member

QUARTER = relativedelta(months=3)


def test_an_answer_fills_the_check_that_waits(cast: Cast) -> None:
    waiting = CheckFactory(person_id=cast.person_id("bea"), organisation=cast.here)
    answer = said(Amount.GOOD, how_are_you="Prima.", answers={"joy": 5, "unheard-of": 1})

    check = checks.answer_check(actor=cast.actor("bea"), answer=answer)

    check = SelfCheck.objects.get(pk=check.pk)
    assert check.pk == waiting.pk
    assert (check.answered_on, check.answers) == (clock.today(), {"joy": 5})
    assert not WorthAsking.objects.exists()


def test_somebody_may_say_it_at_any_time(volunteer: Actor) -> None:
    checks.answer_check(actor=volunteer, answer=said(Amount.LITTLE))
    asking = WorthAsking.objects.get()
    assert (asking.end, asking.reasons, asking.is_for_staff) == ("little", ["said_little"], False)


def test_saying_nothing_at_all_is_no_answer(volunteer: Actor) -> None:
    with pytest.raises(NothingLeft):
        checks.answer_check(actor=volunteer, answer=said(how_are_you="  "))


def test_a_wish_to_be_called_becomes_a_promise(volunteer: Actor) -> None:
    checks.answer_check(actor=volunteer, answer=said(Amount.MUCH, wants_call=True))
    assert CallBack.objects.get().person_id == volunteer.person_id


def test_good_takes_the_open_question_away(volunteer: Actor, cast: Cast) -> None:
    AskingFactory(person_id=volunteer.person_id, organisation=cast.here)
    checks.answer_check(actor=volunteer, answer=said(Amount.GOOD))
    assert not WorthAsking.objects.exists()


@pytest.mark.covers("S0-16")
def test_the_volunteer_chooses_who_reads_it(cast: Cast) -> None:
    match = pair(cast, MatchState.RUNNING)
    coach = member(cast.here, Function.COACH, name="Coco Coach")
    match.coach = coach
    match.save()
    coordinator, coach_here = cast.actor("amal"), actor_of(coach)
    check = checks.answer_check(actor=cast.actor("bea"), answer=said(Amount.GOOD))
    assert list(policies.checks_of_others(coordinator)) == [check]
    assert not policies.checks_of_others(coach_here).exists()

    shared = checks.answer_check(
        actor=cast.actor("bea"), answer=said(Amount.GOOD, reader=Reader.COACH)
    )

    assert list(policies.checks_of_others(coach_here)) == [shared]
    for name in ("bea", "nele", "piet", "chris"):
        assert not policies.checks_of_others(cast.actor(name)).exists()


def test_a_coach_of_somebody_else_reads_nothing(cast: Cast) -> None:
    coach = member(cast.here, Function.COACH, name="Coco Coach")
    checks.answer_check(actor=cast.actor("bea"), answer=said(Amount.GOOD, reader=Reader.COACH))
    assert not policies.checks_of_others(actor_of(coach)).exists()


@pytest.mark.covers("S1-268")
def test_nobody_reads_what_a_coordinator_says_of_their_own_load(
    coordinator: Actor, cast: Cast
) -> None:
    hat = SelfCheck.Hat.COORDINATOR
    check = checks.answer_check(actor=coordinator, answer=said(Amount.MUCH), hat=hat)
    other = member(cast.here, Function.COORDINATOR, name="Olga Ook")
    assert check.reader == Reader.NOBODY
    assert not policies.checks_of_others(actor_of(other)).exists()
    assert not WorthAsking.objects.exists()


def test_a_coordinator_writes_down_what_was_said_by_phone(coordinator: Actor, cast: Cast) -> None:
    bea = cast.person_id("bea")
    check = checks.write_down(
        actor=coordinator, person_id=bea, answer=said(Amount.MUCH), way=SelfCheck.Way.TOLD
    )
    assert (check.written_by_id, check.way) == (cast.amal.pk, "told")
    assert WorthAsking.objects.get().person_id == bea


@pytest.mark.parametrize("name", ["bea", "nele"])
def test_nobody_else_writes_it_down(name: str, cast: Cast) -> None:
    with pytest.raises(NotAllowed):
        checks.write_down(
            actor=cast.actor(name),
            person_id=cast.person_id("bea"),
            answer=said(Amount.MUCH),
            way=SelfCheck.Way.TOLD,
        )


def test_of_who_is_no_volunteer_nothing_is_written_down(coordinator: Actor, cast: Cast) -> None:
    with pytest.raises(NotAllowed):
        checks.write_down(
            actor=coordinator, person_id=cast.person_id("piet"), answer=said("much"), way="told"
        )


def since(cast: Cast, days: int) -> None:
    """Bea is a volunteer since so many days; nobody coordinates long enough to be asked."""
    VolunteerProfile.objects.filter(person_id=cast.person_id("bea")).update(since_on=ago(days))


def test_the_night_asks_every_three_months_and_once(cast: Cast) -> None:
    since(cast, 100)
    VolunteerFactory(organisation=cast.here, since_on=ago(30))
    VolunteerFactory(organisation=cast.here, since_on=ago(300), status="paused")

    assert nightly.run(clock.now())["self-checks asked"] == 1
    assert nightly.run(clock.now())["self-checks asked"] == 0

    assert SelfCheck.objects.get().person_id == cast.person_id("bea")
    assert Message.objects.get().user == cast.bea.user


def test_the_house_sets_how_often(cast: Cast) -> None:
    since(cast, 100)
    HouseTerms.objects.create(organisation=cast.here, check_months=6)
    assert nightly.run(clock.now())["self-checks asked"] == 0


def test_two_let_go_in_a_row_and_a_person_asks(cast: Cast) -> None:
    since(cast, 400)
    now = clock.now()
    nightly.run(now)
    nightly.run(now + QUARTER)
    own = SelfCheck.objects.filter(person_id=cast.person_id("bea"))
    assert own.get(let_go_on__isnull=True).skipped_before == 1

    nightly.run(now + QUARTER * 2)

    assert not own.filter(let_go_on__isnull=True).exists()
    asking = WorthAsking.objects.get()
    assert (asking.end, asking.reasons, asking.is_for_staff) == ("how", ["skipped"], False)
    nightly.run(now + QUARTER * 3)
    assert Message.objects.filter(user=cast.bea.user).count() == 2, "nobody is chased"


def test_after_a_talk_the_self_check_comes_back(cast: Cast) -> None:
    since(cast, 400)
    CheckFactory(
        person_id=cast.person_id("bea"),
        organisation=cast.here,
        asked_on=ago(200),
        let_go_on=ago(100),
        skipped_before=1,
    )
    StepBackFactory(person_id=cast.person_id("bea"), organisation=cast.here, talked_on=ago(50))
    nightly.run(clock.now())
    assert SelfCheck.objects.get(let_go_on__isnull=True).skipped_before == 0


def test_a_coordinator_is_asked_too(cast: Cast) -> None:
    later = clock.now() + timedelta(days=100)
    assert nightly.run(later)["coordinators asked how they are"] == 2
    hats = set(SelfCheck.objects.values_list("hat", "person_id"))
    assert ("coordinator", cast.person_id("amal")) in hats


def test_after_two_years_what_was_said_is_gone(cast: Cast) -> None:
    check = CheckFactory(
        person_id=cast.person_id("bea"),
        organisation=cast.here,
        asked_on=ago(800),
        answered_on=ago(790),
        how_are_you="Moe.",
        answers={"joy": 1},
        amount="much",
    )
    nightly.run(clock.now())
    check.refresh_from_db()
    assert (check.how_are_you, check.answers, check.amount) == ("", {}, "")
    assert check.answered_on == ago(790)


def test_two_taps_are_one_answer_and_one_promise(volunteer: Actor) -> None:
    for _tap in range(2):
        answer = said(Amount.MUCH, how_are_you="Het is veel.", wants_call=True)
        checks.answer_check(actor=volunteer, answer=answer)
    assert SelfCheck.objects.count() == CallBack.objects.count() == 1


def test_what_was_told_by_phone_does_not_write_over_own_words(
    coordinator: Actor, volunteer: Actor, cast: Cast
) -> None:
    own = checks.answer_check(actor=volunteer, answer=said(how_are_you="In mijn woorden."))
    told = checks.write_down(
        actor=coordinator, person_id=own.person_id, answer=said(Amount.GOOD), way="told"
    )
    assert told.pk != own.pk


def test_a_coordinator_does_not_read_themselves_as_somebody_else(cast: Cast) -> None:
    own = {"person_id": cast.person_id("amal"), "organisation": cast.here}
    CheckFactory(**own, answered_on=ago(1))
    assert not policies.checks_of_others(cast.actor("amal")).exists()


def test_a_question_that_stayed_open_during_a_break_was_not_let_go(cast: Cast) -> None:
    person = VolunteerFactory(organisation=cast.here, status="paused").person
    CheckFactory(person=person, asked_on=ago(100))
    nightly.run(clock.now())
    assert not SelfCheck.objects.filter(person=person).exists()
