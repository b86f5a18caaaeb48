"""Agreements that were not kept: the ladder, who may take which step, and what is erased."""

from datetime import date, timedelta
from functools import partial

import pytest
from django.utils import timezone
from hypothesis import given as given_by
from hypothesis import strategies as st

from naast.agreements import ladder
from naast.agreements.inputs_steps import OwnView
from naast.agreements.ladder import Ground, Taken
from naast.agreements.models import NotKept, Observation, StepTaken
from naast.agreements.policies import steps as policies
from naast.agreements.queries import steps as queries
from naast.agreements.queries.steps import Terms
from naast.agreements.services import step_terms, steps, talks_nightly
from naast.agreements.services.picking import picks_for
from naast.agreements.states_steps import (
    AGREE,
    ASK_PARTING,
    BEFORE_PARTING,
    FURTHER,
    LADDER,
    OPEN,
    LadderState,
)
from naast.audit.models import Event
from naast.core import clock
from naast.core.errors import NotAllowed, StateConflict
from naast.messaging.models import Message
from naast.organisations.models import Function
from naast.people.models import Person
from naast.programmes.errors import StillNeeded
from naast.programmes.models import Engagement, Task
from naast.programmes.queries import standing
from naast.programmes.readiness import in_the_way
from naast.programmes.services import require_ready
from tests.conftest import Cast
from tests.factories import actor_of, member
from tests.programmes.ready import bea, programme_with, takes_part
from tests.talking import (
    A_TASK,
    HEARD,
    NotKeptFactory,
    engaged,
    given,
    noted,
    on_the_way,
    saw,
    taken,
)

TODAY = date(2026, 5, 1)
DAYS = 14


# The ladder itself: pure rules.


@pytest.mark.covers("S0-59")
@given_by(
    st.lists(
        st.tuples(
            st.sampled_from(sorted(LADDER.steps)),
            st.integers(0, 40),
            st.booleans(),
            st.sampled_from(["", "Iemand was niet veilig."]),
        ),
        max_size=14,
    ),
    st.booleans(),
)
def test_no_path_reaches_parting_without_earlier_steps_and_somebody_who_saw_it(
    tries: list[tuple[str, int, bool, str]], is_first_hand: bool
) -> None:
    state, day, done = str(LadderState.NOTED), TODAY, list[Taken]()
    for step, days, is_heard, safety in tries:
        day += timedelta(days=days)
        ground = Ground(done, DAYS, is_first_hand)
        try:
            target = LADDER.target(step, source=state)
            ladder.check(step, ground=ground, day=day, safety_reason=safety)
        except (StateConflict, ladder.TooSoon, ladder.ViewMissing):
            continue
        except (ladder.EarlierStepMissing, ladder.HearsayOnly, ladder.SafetyReasonMissing):
            continue
        state, done = target, [*done, Taken(step, day, is_heard)]
    if state == LadderState.PARTED:
        names = [each.step for each in done]
        assert is_first_hand
        assert set(names) >= BEFORE_PARTING
        assert names.index(ASK_PARTING) < names.index(AGREE)
        further = [each for each in done if each.step in FURTHER]
        unheard = [place for place, each in enumerate(further[:-1]) if not each.is_heard]
        assert all(further[place + 1].step == "pause-at-once" for place in unheard)


def test_a_next_step_waits_and_only_safety_goes_before() -> None:
    ground = Ground([Taken("talk", TODAY, is_heard=True)], DAYS, is_first_hand=True)
    with pytest.raises(ladder.TooSoon):
        ladder.check("paper", ground=ground, day=TODAY + timedelta(days=13))
    ladder.check("paper", ground=ground, day=TODAY + timedelta(days=14))
    ladder.check("paper", ground=ground, day=TODAY, safety_reason="Er viel een klap.")


def test_a_next_step_asks_first_how_the_volunteer_sees_it() -> None:
    ground = Ground([Taken("talk", TODAY, is_heard=False)], DAYS, is_first_hand=True)
    with pytest.raises(ladder.ViewMissing):
        ladder.check("paper", ground=ground, day=TODAY + timedelta(days=30))


def test_a_pause_at_once_is_only_for_safety() -> None:
    ground = Ground([], DAYS, is_first_hand=True)
    with pytest.raises(ladder.SafetyReasonMissing):
        ladder.check("pause-at-once", ground=ground, day=TODAY)
    ladder.check("pause-at-once", ground=ground, day=TODAY, safety_reason="Er viel een klap.")


@pytest.mark.parametrize("state", OPEN)
def test_from_everywhere_it_may_be_solved(state: LadderState) -> None:
    assert LADDER.target("solved", source=state) == LadderState.SOLVED
    ladder.check("solved", ground=Ground([], DAYS, is_first_hand=False), day=TODAY)


# Writing it down.


@pytest.mark.covers("S0-12")
def test_a_note_says_which_agreement_and_what_was_seen(cast: Cast) -> None:
    engagement = engaged(cast)
    found = queries.get_engagement(cast.actor("amal"), engagement.pk)
    assert found is not None
    pick = next(each for each in picks_for(found, language="nl") if each.agreement.about == "task")
    made = steps.note_not_kept(
        actor=cast.actor("amal"), engagement=found, agreement=pick.agreement, seen=saw()
    )
    task = Task.objects.get(programme=engagement.programme)
    assert (made.about, made.reference) == (NotKept.About.TASK, str(task.pk))
    assert task.name in made.agreement
    assert made.observations.get().facts == "Was er niet op dinsdag."


def test_the_same_agreement_again_joins_what_is_open(cast: Cast) -> None:
    engagement, actor = engaged(cast), cast.actor("amal")
    for _time in range(2):
        steps.note_not_kept(actor=actor, engagement=engagement, agreement=A_TASK, seen=saw())
    assert NotKept.objects.get().observations.count() == 2


def test_what_is_still_to_come_was_not_seen(cast: Cast) -> None:
    tomorrow = clock.today() + timedelta(days=1)
    with pytest.raises(steps.StepIncomplete) as refused:
        steps.note_not_kept(
            actor=cast.actor("amal"),
            engagement=engaged(cast),
            agreement=A_TASK,
            seen=saw(day=tomorrow),
        )
    assert set(refused.value.fields) == {"seen_on"}
    assert not NotKept.objects.exists()


def test_what_is_written_is_encrypted(cast: Cast) -> None:
    not_kept = noted(cast)
    steps.take_step(actor=cast.actor("amal"), not_kept_id=not_kept.pk, step="talk", given=given())
    raw = StepTaken.objects.raw("SELECT id, note || '' AS stored FROM agreements_steptaken")[0]
    assert "Rustig" not in str(raw.__dict__["stored"])


# Steps.


@pytest.mark.covers("S0-42")
def test_talk_paper_pause_and_parting_each_with_day_reason_and_own_view(cast: Cast) -> None:
    second = member(cast.here, Function.COORDINATOR, name="Tweede Collega")
    not_kept = on_the_way(noted(cast), "paused", by=cast.amal)
    steps.take_step(
        actor=cast.actor("amal"), not_kept_id=not_kept.pk, step=ASK_PARTING, given=given()
    )
    steps.take_step(actor=actor_of(second), not_kept_id=not_kept.pk, step=AGREE, given=given())
    not_kept.refresh_from_db()
    assert (not_kept.state, not_kept.closed_on) == (LadderState.PARTED, clock.today())
    names = [each.step for each in not_kept.steps.all()]
    assert names == ["talk", "paper", "pause", ASK_PARTING, AGREE]
    asked = not_kept.steps.get(step=ASK_PARTING)
    assert (asked.own_view, asked.reason) == (HEARD.words, "We missen je als je er niet bent.")


def test_who_asked_a_parting_does_not_agree_with_it_alone(cast: Cast) -> None:
    not_kept = on_the_way(noted(cast), "parting_asked", by=cast.amal)
    with pytest.raises(NotAllowed):
        steps.take_step(
            actor=cast.actor("amal"), not_kept_id=not_kept.pk, step=AGREE, given=given()
        )


def test_hearsay_carries_no_parting(cast: Cast) -> None:
    not_kept = on_the_way(noted(cast, seen=False), "paused", by=cast.amal)
    with pytest.raises(ladder.HearsayOnly):
        steps.take_step(
            actor=cast.actor("amal"), not_kept_id=not_kept.pk, step=ASK_PARTING, given=given()
        )


def test_a_second_colleague_may_say_not_yet(cast: Cast) -> None:
    second = member(cast.here, Function.COORDINATOR, name="Tweede Collega")
    not_kept = on_the_way(noted(cast), "parting_asked", by=cast.amal)
    steps.take_step(actor=actor_of(second), not_kept_id=not_kept.pk, step="not-yet", given=given())
    not_kept.refresh_from_db()
    assert not_kept.state == LadderState.PAUSED


def test_a_step_taken_meanwhile_is_not_taken_twice(cast: Cast) -> None:
    not_kept = on_the_way(noted(cast), "on_paper", by=cast.amal)
    steps.take_step(actor=cast.actor("amal"), not_kept_id=not_kept.pk, step="pause", given=given())
    with pytest.raises(StateConflict):
        steps.take_step(
            actor=cast.actor("amal"), not_kept_id=not_kept.pk, step="pause", given=given()
        )


def test_skipping_the_wait_for_safety_stays_visible(cast: Cast) -> None:
    not_kept = noted(cast)
    taken(not_kept, "talk", days_ago=1, by=cast.amal)
    NotKept.objects.update(state=LadderState.TALKED)
    made = steps.take_step(
        actor=cast.actor("amal"),
        not_kept_id=not_kept.pk,
        step="pause-at-once",
        given=given(safety_reason="Er viel een klap."),
    )
    assert made.safety_reason == "Er viel een klap."
    event = Event.objects.filter(kind="agreement-steps.taken").get()
    assert event.changes == {"step": "pause-at-once", "skipped_waiting": True}


def test_a_step_needs_a_day_to_look_again(cast: Cast) -> None:
    step = given()
    with pytest.raises(steps.StepIncomplete) as refused:
        steps.take_step(
            actor=cast.actor("amal"),
            not_kept_id=noted(cast).pk,
            step="talk",
            given=type(step)(taken_on=step.taken_on, note="Kort."),
        )
    assert set(refused.value.fields) == {"look_back_on"}


def test_the_volunteer_hears_that_there_is_something_to_read_and_nothing_of_it(
    cast: Cast,
) -> None:
    steps.take_step(
        actor=cast.actor("amal"), not_kept_id=noted(cast).pk, step="talk", given=given()
    )
    told = Message.objects.get(user=cast.bea.user)
    assert told.url == cast.url("mine/agreements-steps/")
    assert "wandelen" not in f"{told.subject} {told.body}"


def test_what_was_solved_before_anybody_talked_tells_nobody(cast: Cast) -> None:
    steps.take_step(
        actor=cast.actor("amal"), not_kept_id=noted(cast).pk, step="solved", given=given()
    )
    assert not Message.objects.exists()


# The volunteer's own view.


def test_the_volunteer_says_how_they_see_it(cast: Cast) -> None:
    not_kept = noted(cast)
    step = steps.take_step(
        actor=cast.actor("amal"),
        not_kept_id=not_kept.pk,
        step="talk",
        given=given(own_view=None),
    )
    steps.give_view(actor=cast.actor("bea"), step_id=step.pk, words="Ik was ziek.")
    step.refresh_from_db()
    assert (step.view, step.own_view) == (StepTaken.View.OWN, "Ik was ziek.")
    with pytest.raises(steps.StepIncomplete):
        steps.write_view(
            actor=cast.actor("amal"), not_kept_id=not_kept.pk, step_id=step.pk, own_view=HEARD
        )


def test_not_wanting_to_say_is_an_answer(cast: Cast) -> None:
    not_kept = noted(cast)
    step = steps.take_step(
        actor=cast.actor("amal"), not_kept_id=not_kept.pk, step="talk", given=given(own_view=None)
    )
    steps.write_view(
        actor=cast.actor("amal"),
        not_kept_id=not_kept.pk,
        step_id=step.pk,
        own_view=OwnView(StepTaken.View.DID_NOT_WANT),
    )
    step.refresh_from_db()
    assert step.is_heard


def test_nobody_says_how_somebody_else_sees_it(cast: Cast) -> None:
    other = member(cast.here, Function.VOLUNTEER, name="Andere Vrijwilliger")
    not_kept = on_the_way(noted(cast), "talked", by=cast.amal)
    with pytest.raises(StepTaken.DoesNotExist):
        steps.give_view(actor=actor_of(other), step_id=not_kept.steps.get().pk, words="Nee.")


# Who sees it.


def test_coordinators_and_the_coach_of_the_programme_read_it_and_nobody_else(cast: Cast) -> None:
    coach = member(cast.here, Function.COACH, name="Coach Hier")
    other = member(cast.here, Function.COACH, name="Coach Daar")
    not_kept = noted(cast, coach=coach)
    sees = {
        name: policies.visible_to(actor).filter(pk=not_kept.pk).exists()
        for name, actor in {
            "amal": cast.actor("amal"),
            "coach": actor_of(coach),
            "other": actor_of(other),
            "nele": cast.actor("nele"),
            "bea": cast.actor("bea"),
            "piet": cast.actor("piet"),
            "chris": cast.actor("chris"),
        }.items()
    }
    assert {name for name, sees_it in sees.items() if sees_it} == {"amal", "coach"}


def test_nobody_reads_as_a_colleague_what_is_about_themselves(cast: Cast) -> None:
    both = member(cast.here, Function.COORDINATOR, Function.VOLUNTEER, name="Twee Petten")
    not_kept = noted(cast)
    Engagement.objects.update(person=Person.objects.get(pk=both.person_id))
    not_kept.engagement.refresh_from_db()
    assert not policies.visible_to(actor_of(both)).exists()
    with pytest.raises(NotAllowed):
        policies.can_note(actor_of(both), not_kept.engagement).require()


def test_who_is_no_coach_of_the_programme_writes_nothing(cast: Cast) -> None:
    other = member(cast.here, Function.COACH, name="Coach Daar")
    for actor in (actor_of(other), cast.actor("nele"), cast.actor("chris")):
        with pytest.raises(NotAllowed):
            steps.note_not_kept(actor=actor, engagement=engaged(cast), agreement=A_TASK, seen=saw())


def test_the_volunteer_reads_nothing_before_somebody_talked_with_them(cast: Cast) -> None:
    not_kept = noted(cast)
    assert queries.mine(cast.actor("bea")) == []
    on_the_way(not_kept, "talked", by=cast.amal)
    assert queries.mine(cast.actor("bea")) == [not_kept]


# Terms and erasing.


def test_a_programme_may_give_more_time_than_the_house(cast: Cast) -> None:
    actor, engagement = cast.actor("amal"), engaged(cast)
    assert queries.terms_of(cast.here.pk, engagement.programme_id) == Terms(14, 12)
    step_terms.change_terms(actor=actor, terms=Terms(10, 6))
    step_terms.change_programme_terms(actor=actor, programme=engagement.programme, days_between=30)
    assert queries.terms_of(cast.here.pk, engagement.programme_id) == Terms(30, 6)
    assert queries.terms_of(cast.here.pk) == Terms(10, 6)
    with pytest.raises(NotAllowed):
        step_terms.change_terms(actor=cast.actor("nele"), terms=Terms(1, 1))


def test_what_was_solved_is_erased_after_its_term_and_the_rest_stays(cast: Cast) -> None:
    long_ago, lately = clock.today() - timedelta(days=370), clock.today() - timedelta(days=300)
    kept = [noted(cast), noted(cast)]
    gone = noted(cast)
    NotKept.objects.filter(pk=kept[0].pk).update(state="solved", closed_on=lately)
    NotKept.objects.filter(pk=kept[1].pk).update(state="parted", closed_on=long_ago)
    NotKept.objects.filter(pk=gone.pk).update(state="solved", closed_on=long_ago)
    assert talks_nightly.run(timezone.now())["steps erased"] == 1
    assert talks_nightly.run(timezone.now())["steps erased"] == 0
    assert set(NotKept.objects.values_list("pk", flat=True)) == {each.pk for each in kept}
    assert Observation.objects.count() == 2


def test_what_was_left_open_is_erased_as_long_after_the_engagement_ended(cast: Cast) -> None:
    not_kept, running = noted(cast), noted(cast)
    Engagement.objects.filter(pk=not_kept.engagement_id).update(
        started_on=clock.today() - timedelta(days=400),
        ended_on=clock.today() - timedelta(days=370),
    )
    talks_nightly.run(timezone.now())
    assert NotKept.objects.get() == running


# The gate before a start.


@pytest.mark.parametrize("state", ["paused", "parting_asked", "parted"])
def test_nobody_starts_or_goes_on_again_during_a_pause_or_after_a_parting(
    cast: Cast, state: str
) -> None:
    engagement = ready_but_for_steps(cast)
    gate = partial(require_ready, person_id=engagement.person_id, programme=engagement.programme)
    gate()
    not_kept = NotKeptFactory(engagement=engagement, noted_by=cast.amal)
    closed_on = clock.today() if state == "parted" else None
    NotKept.objects.filter(pk=not_kept.pk).update(state=state, closed_on=closed_on)
    with pytest.raises(StillNeeded) as refused:
        gate()
    shown = standing(person_id=engagement.person_id, programme=engagement.programme)
    (item,) = in_the_way(shown.items)
    assert (item.is_private, item.may_wait) == (True, False)
    assert not_kept.agreement not in str(refused.value)
    NotKept.objects.update(state="solved", closed_on=clock.today())
    gate()


def test_a_pause_in_one_programme_is_nothing_of_another(cast: Cast) -> None:
    engagement = ready_but_for_steps(cast)
    paused = NotKeptFactory(engagement=engaged(cast), noted_by=cast.amal)
    NotKept.objects.filter(pk=paused.pk).update(state="paused")
    require_ready(person_id=engagement.person_id, programme=engagement.programme)


def ready_but_for_steps(cast: Cast) -> Engagement:
    """Bea, of whom nothing is asked any more in a programme with nothing special."""
    return takes_part(programme_with(cast), bea(cast))
