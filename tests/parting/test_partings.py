"""Saying goodbye: on the volunteer's own wish, or on our initiative with grounds, steps and what was seen."""

from datetime import timedelta
from typing import Any

import pytest

from naast.agreements.inputs_steps import Agreement, OwnView, Seen, StepInput
from naast.agreements.models import NotKept, StepTaken
from naast.agreements.services.steps import note_not_kept, take_step
from naast.core import clock
from naast.core.errors import Incomplete, NotAllowed, StateConflict
from naast.messaging.models import Message
from naast.organisations.models import Function
from naast.parting import rules
from naast.parting.attention import items
from naast.parting.inputs import Grounds, OwnWish, PartingTalk
from naast.parting.models import Heard, Parting
from naast.parting.policies import partings as policies
from naast.parting.queries import partings as queries
from naast.parting.services import grounds, partings
from naast.parting.states import PartingKind, PartingState
from tests.companionship.pair import person_of
from tests.conftest import Cast
from tests.factories import EngagementFactory, ProgrammeFactory, actor_of, member
from tests.leaving import (
    VALUE,
    ours,
    own_wish,
    saw,
    second_colleague,
    shared,
    talked_about,
    tried,
)


def kinds(cast: Cast, name: str = "amal") -> list[str]:
    return [item.kind for item in items(cast.actor(name), now=clock.now())]


def test_the_volunteer_says_they_would_like_to_stop_and_a_talk_is_asked(
    cast: Cast, django_capture_on_commit_callbacks: Any
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        parting = own_wish(cast, better=("guidance", "unknown"), come_back=True)

    assert (parting.kind, parting.state, parting.better) == ("own_wish", "open", ["guidance"])
    assert [each.code for each in parting.reasons.all()] == ["grown_work"]
    assert parting.invitation.agreed_on == clock.today()
    assert Message.objects.get(user=cast.amal.user).kind == "parting.wish"
    assert kinds(cast) == ["parting-wish"]


def test_saying_it_again_changes_the_words_and_tells_nobody_twice(cast: Cast) -> None:
    own_wish(cast, come_back=True)

    own_wish(cast, reasons=("moved", "died"), come_back=False)

    parting = Parting.objects.get()
    # Nobody says of themselves that they died.
    assert [each.code for each in parting.reasons.all()] == ["moved"]
    assert not hasattr(parting, "invitation")
    assert Message.objects.filter(user=cast.amal.user).count() == 1


def test_who_changes_their_mind_stays(cast: Cast) -> None:
    own_wish(cast)

    partings.change_mind(actor=cast.actor("bea"))

    assert Parting.objects.get().state == PartingState.GOES_ON
    with pytest.raises(Parting.DoesNotExist):
        partings.change_mind(actor=cast.actor("bea"))


@pytest.mark.covers("S1-216")
def test_hearsay_is_marked_and_does_not_count(cast: Cast) -> None:
    parting = ours(cast)
    tried(cast, parting, 60, 30)
    saw(cast, parting, first_hand=False)

    with pytest.raises(rules.HearsayOnly):
        grounds.share(actor=cast.actor("amal"), parting_id=parting.pk)

    saw(cast, parting)
    grounds.share(actor=cast.actor("amal"), parting_id=parting.pk)
    assert queries.mine(cast.actor("bea")) == parting


@pytest.mark.covers("S1-215")
def test_without_the_earlier_steps_it_goes_no_further(cast: Cast) -> None:
    parting = ours(cast)
    saw(cast, parting)
    tried(cast, parting, 60)

    with pytest.raises(rules.EarlierStepMissing):
        grounds.share(actor=cast.actor("amal"), parting_id=parting.pk)

    tried(cast, parting, 30, heard=Heard.AWAITED)
    with pytest.raises(rules.NotHeard):
        grounds.share(actor=cast.actor("amal"), parting_id=parting.pk)


@pytest.mark.covers("S1-215")
def test_the_steps_of_an_agreement_that_was_not_kept_are_taken_over(cast: Cast) -> None:
    programme = ProgrammeFactory(organisation=cast.here, coordinator=cast.amal)
    engagement = EngagementFactory(
        organisation=cast.here, person=person_of(cast.bea), programme=programme
    )
    amal = cast.actor("amal")
    not_kept = note_not_kept(
        actor=amal,
        engagement=engagement,
        agreement=Agreement(NotKept.About.NOT_DONE, "x", "Geen geld lenen."),
        seen=Seen(clock.today() - timedelta(days=20), True, "Nele", "Leende twintig euro."),
    )
    take_step(
        actor=amal,
        not_kept_id=not_kept.pk,
        step="talk",
        given=StepInput(
            taken_on=clock.today() - timedelta(days=15),
            note="Besproken.",
            agreed="Geen geld meer.",
            look_back_on=clock.today(),
            own_view=OwnView(StepTaken.View.WRITTEN_DOWN, "Ik wilde helpen."),
        ),
    )
    parting = ours(cast)

    given = Grounds(grounds=("agreement",), value=VALUE, not_kept_id=not_kept.pk)
    for _time in range(2):
        grounds.name_grounds(actor=amal, parting_id=parting.pk, given=given)

    step, seen = parting.earlier.get(), parting.seen.get()
    assert (step.kind, step.words, step.own_view) == ("talk", "Geen geld meer.", "Ik wilde helpen.")
    assert (seen.is_first_hand, seen.facts) == (True, "Leende twintig euro.")


@pytest.mark.covers("S1-217")
def test_it_says_value_reaction_and_who_decided(cast: Cast) -> None:
    omar = second_colleague(cast)
    parting = talked_about(cast)

    grounds.agree(actor=actor_of(omar), parting_id=parting.pk, words="Alles gelezen, akkoord.")

    parting.refresh_from_db()
    assert (parting.state, parting.value, parting.reaction, parting.second) == (
        PartingState.AGREED,
        VALUE,
        "Ziet het ook.",
        omar,
    )
    assert kinds(cast) == ["parting-decided"]


def test_who_started_it_does_not_agree_alone(cast: Cast) -> None:
    parting = talked_about(cast)
    assert kinds(cast) == []

    with pytest.raises(NotAllowed):
        grounds.agree(actor=cast.actor("amal"), parting_id=parting.pk, words="Ik vind van wel.")


def test_there_is_no_parting_before_the_talk_and_no_talk_before_the_volunteer_read_it(
    cast: Cast,
) -> None:
    omar = second_colleague(cast)
    amal = cast.actor("amal")
    parting = ours(cast)
    talk = PartingTalk(talk_on=clock.today(), words="Gesprek.", reaction="Boos.")
    with pytest.raises(StateConflict):
        partings.note_talk(actor=amal, parting_id=parting.pk, talk=talk)
    tried(cast, parting, 60, 30)
    saw(cast, parting)
    grounds.share(actor=amal, parting_id=parting.pk)

    with pytest.raises(rules.NotHeard):
        grounds.agree(actor=actor_of(omar), parting_id=parting.pk, words="Akkoord.")
    grounds.write_view(actor=amal, parting_id=parting.pk, words="")
    with pytest.raises(rules.TalkMissing):
        grounds.agree(actor=actor_of(omar), parting_id=parting.pk, words="Akkoord.")
    with pytest.raises(Incomplete):
        partings.note_talk(
            actor=amal, parting_id=parting.pk, talk=PartingTalk(talk_on=clock.today(), words="x")
        )


def test_what_the_volunteer_read_stays_as_it_was(cast: Cast) -> None:
    parting = shared(cast)

    with pytest.raises(StateConflict):
        saw(cast, parting)
    with pytest.raises(StateConflict):
        tried(cast, parting, 10)


def test_what_the_volunteer_wrote_themselves_stays(cast: Cast) -> None:
    parting = shared(cast)
    grounds.give_view(actor=cast.actor("bea"), words="Zo zie ik het.", companion="Mijn zus")

    with pytest.raises(StateConflict):
        grounds.write_view(actor=cast.actor("amal"), parting_id=parting.pk, words="Anders.")

    assert Parting.objects.get().companion == "Mijn zus"


def test_we_may_also_go_on(cast: Cast) -> None:
    parting = shared(cast)

    with pytest.raises(Incomplete):
        partings.go_on(actor=cast.actor("amal"), parting_id=parting.pk, words=" ")
    partings.go_on(actor=cast.actor("amal"), parting_id=parting.pk, words="Met een mentor.")

    assert Parting.objects.get().state == PartingState.GOES_ON
    assert queries.mine(cast.actor("bea")) is None


def test_nothing_half_written_is_shown_to_the_volunteer_and_then_all_of_it(cast: Cast) -> None:
    bea = cast.client("bea")
    parting = ours(cast)
    assert VALUE not in bea.get(cast.url("mine/parting/")).content.decode()
    tried(cast, parting, 60, 30)
    saw(cast, parting)
    grounds.share(actor=cast.actor("amal"), parting_id=parting.pk)

    words = bea.get(cast.url("mine/parting/")).content.decode()

    assert VALUE in words
    assert "Ik bedoelde het goed." in words
    assert "Nele" in words


def test_a_coach_looks_along_where_they_coach_once_the_volunteer_reads_it(cast: Cast) -> None:
    coach = member(cast.here, Function.COACH, name="Cas Coach")
    programme = ProgrammeFactory(organisation=cast.here, coach=coach)
    EngagementFactory(organisation=cast.here, person=person_of(cast.bea), programme=programme)
    other = member(cast.here, Function.COACH, name="Otto Coach")
    parting = ours(cast)
    assert not policies.visible_to(actor_of(coach)).exists()
    tried(cast, parting, 60, 30)
    saw(cast, parting)
    grounds.share(actor=cast.actor("amal"), parting_id=parting.pk)

    assert policies.visible_to(actor_of(coach)).get() == parting
    assert policies.can_look_along(actor_of(coach), parting)
    assert not policies.visible_to(actor_of(other)).exists()
    assert not policies.can_look_along(actor_of(other), parting)


def test_nobody_reads_or_arranges_their_own_and_nobody_else_anything(cast: Cast) -> None:
    parting = own_wish(cast)
    cast.bea.roles.create(function=Function.COORDINATOR)

    for name in ("bea", "piet", "nele", "chris"):
        assert not policies.visible_to(cast.actor(name)).exists()
        assert not policies.can_arrange(cast.actor(name), parting.person)
    for name in ("piet", "nele", "chris"):
        assert not policies.own_of(cast.actor(name)).exists()
    with pytest.raises(NotAllowed):
        partings.say_stop(actor=cast.actor("piet"), wish=OwnWish())


def test_one_goodbye_at_a_time_and_only_of_volunteers(cast: Cast) -> None:
    own_wish(cast)
    amal = cast.actor("amal")

    with pytest.raises(StateConflict):
        partings.open_parting(
            actor=amal, person_id=cast.person_id("bea"), kind=PartingKind.ORGANISATION
        )
    with pytest.raises(StateConflict):
        partings.open_parting(
            actor=amal, person_id=cast.person_id("piet"), kind=PartingKind.OWN_WISH
        )


def test_while_we_ask_for_a_talk_the_own_wish_waits(cast: Cast) -> None:
    shared(cast)

    with pytest.raises(StateConflict):
        own_wish(cast)


def test_the_talk_comes_after_reading_and_stays_once_two_decided(cast: Cast) -> None:
    parting = shared(cast)
    said = {"words": "Rustig gesprek.", "reaction": "Ziet het ook."}
    early = PartingTalk(talk_on=clock.today() - timedelta(days=1), **said)
    with pytest.raises(Incomplete) as refused:
        partings.note_talk(actor=cast.actor("amal"), parting_id=parting.pk, talk=early)
    assert set(refused.value.fields) == {"talk_on"}

    grounds.give_view(actor=cast.actor("bea"), words="Ik zie dat het botst.")
    talk = PartingTalk(talk_on=clock.today(), **said)
    partings.note_talk(actor=cast.actor("amal"), parting_id=parting.pk, talk=talk)
    omar = actor_of(second_colleague(cast))
    grounds.agree(actor=omar, parting_id=parting.pk, words="Akkoord.")
    other = PartingTalk(talk_on=clock.today(), words="IETS ANDERS", reaction="Boos.")
    with pytest.raises(StateConflict):
        partings.note_talk(actor=cast.actor("amal"), parting_id=parting.pk, talk=other)


def test_a_second_tap_writes_nothing_twice(cast: Cast) -> None:
    parting = ours(cast)
    for _tap in range(2):
        tried(cast, parting, 40)
        saw(cast, parting)

    assert (parting.earlier.count(), parting.seen.count()) == (1, 1)
