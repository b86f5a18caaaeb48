"""What people bring in: without names, for the leader, gone after ninety days."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
import time_machine
from django.db.models import CharField
from django.db.models.functions import Cast as AsText
from django.utils.timezone import localdate

from naast.core.errors import NotAllowed
from naast.intervision.errors import NameDoubtful, NameInText, SomethingMissing
from naast.intervision.inputs import QuestionNote
from naast.intervision.models import Evening, LearningQuestion
from naast.intervision.queries import evenings as queries
from naast.intervision.services import attendance, questions
from naast.organisations.actors import Actor
from naast.people.services.words import find_again
from tests.conftest import Cast
from tests.factories import MatchFactory, ParticipantFactory, PersonFactory, VolunteerFactory
from tests.meeting_evenings import EveningFactory, MemberFactory, QuestionFactory, at, group_of

NOTE = QuestionNote(text="Hoe zeg ik dat ik niet elke dag kan bellen?", theme="limits")


@pytest.fixture(autouse=True)
def march() -> Iterator[None]:
    with time_machine.travel(at(2), tick=False):
        yield


@pytest.fixture
def evening(cast: Cast) -> Evening:
    made: Evening = EveningFactory(series=group_of(cast, leader="nele"))
    return made


def ask(
    actor: Actor, evening: Evening, text: str, *, is_checked: bool = False, is_shared: bool = False
) -> LearningQuestion:
    note = QuestionNote(text=text, is_checked=is_checked, is_shared=is_shared)
    return questions.ask_question(actor=actor, evening_id=evening.pk, note=note)


@pytest.mark.covers("S1-143")
def test_a_question_waits_for_the_leader_alone_unless_it_is_shared(
    cast: Cast, evening: Evening, volunteer: Actor, professional: Actor, coordinator: Actor
) -> None:
    third = VolunteerFactory(organisation=cast.here).person
    MemberFactory(series=evening.series, person=third)
    questions.ask_question(actor=volunteer, evening_id=evening.pk, note=NOTE)
    neighbour = Actor(
        organisation_id=cast.here.pk,
        slug=cast.here.slug,
        functions=frozenset({"volunteer"}),
        user_id=None,
        person_id=third.pk,
    )
    assert [each.text for each in queries.questions_of(professional, evening)] == [NOTE.text]
    assert queries.questions_of(neighbour, evening) == []
    # Who coordinates and does not lead reads nothing.
    assert queries.questions_of(coordinator, evening) == []
    ask(volunteer, evening, "Mag ik iets koken?", is_shared=True)
    assert [each.text for each in queries.questions_of(neighbour, evening)] == [
        "Mag ik iets koken?"
    ]


@pytest.mark.parametrize("text", ["Wat zeg ik als piet huilt?", "Gisteren was Deelnemer boos."])
def test_the_name_of_a_participant_one_knows_is_not_kept(
    cast: Cast, evening: Evening, volunteer: Actor, text: str
) -> None:
    MatchFactory(
        organisation=cast.here,
        participant_id=cast.person_id("piet"),
        participant=None,
        volunteer_id=cast.person_id("bea"),
        volunteer=None,
        request=None,
    )
    with pytest.raises(NameInText):
        ask(volunteer, evening, text, is_checked=True)
    assert not LearningQuestion.objects.exists()


def test_a_volunteer_does_not_learn_who_is_a_participant_here(
    cast: Cast, evening: Evening, volunteer: Actor
) -> None:
    hidden = ParticipantFactory(organisation=cast.here, person__given_name="Ferre").person
    find_again(hidden)
    # The same answer for a participant, and for a name of nobody.
    for name in ("Ferre", "Zebedeus"):
        with pytest.raises(NameDoubtful):
            ask(volunteer, evening, f"Vandaag zag ik {name}.")
        ask(volunteer, evening, f"Vandaag zag ik {name}.", is_checked=True)
    assert LearningQuestion.objects.count() == 2


def test_a_coordinator_of_the_group_can_name_no_participant_at_all(
    cast: Cast, evening: Evening, coordinator: Actor
) -> None:
    MemberFactory(series=evening.series, person=None, person_id=cast.person_id("amal"))
    hidden = ParticipantFactory(organisation=cast.here, person__given_name="Ferre").person
    find_again(hidden)
    with pytest.raises(NameInText):
        ask(coordinator, evening, "vandaag zag ik ferre.")


def test_a_professional_can_not_name_their_own_participants(
    evening: Evening, professional: Actor
) -> None:
    with pytest.raises(NameInText):
        ask(professional, evening, "Hoe help ik Piet?")


def test_nobody_at_the_table_is_named_either(evening: Evening, volunteer: Actor) -> None:
    with pytest.raises(NameInText) as raised:
        ask(volunteer, evening, "Waarom zegt Nele dat?")
    assert raised.value.words == ["Nele"]


def test_a_word_that_may_be_the_name_of_a_volunteer_is_asked_about_once(
    cast: Cast, evening: Evening, volunteer: Actor
) -> None:
    other = VolunteerFactory(
        organisation=cast.here,
        person=PersonFactory(
            organisation=cast.here, given_name="Jasmijn", family_name="Peeters", place="Gent"
        ),
    ).person
    find_again(other)
    text = "Aan tafel gaat het over Jasmijn en thee."
    with pytest.raises(NameDoubtful):
        ask(volunteer, evening, text)
    ask(volunteer, evening, text, is_checked=True)
    # The place where she lives is no name.
    ask(volunteer, evening, "Ik ging mee naar Gent.")
    assert LearningQuestion.objects.count() == 2


@pytest.mark.parametrize("text", ["Mevr. D. is boos.", "Haar nummer is 850730 033 28", "  "])
def test_initials_numbers_and_nothing_are_not_kept(
    evening: Evening, volunteer: Actor, text: str
) -> None:
    with pytest.raises((NameInText, SomethingMissing)):
        ask(volunteer, evening, text)


def test_a_question_is_unreadable_in_the_database(evening: Evening, volunteer: Actor) -> None:
    question = ask(volunteer, evening, NOTE.text)
    raw = LearningQuestion.objects.filter(pk=question.pk).annotate(raw=AsText("text", CharField()))
    kept = raw.values_list("raw", flat=True).get()
    assert NOTE.text not in kept


@pytest.mark.covers("S2-30")
def test_a_place_to_tell_something_is_asked_with_one_tap(
    evening: Evening, volunteer: Actor, professional: Actor
) -> None:
    for _time in range(2):
        questions.ask_place(actor=volunteer, evening_id=evening.pk)
    (asked,) = queries.questions_of(professional, evening)
    assert (asked.kind, asked.text, asked.asker_id) == ("experience", "", volunteer.person_id)


def test_only_who_takes_part_asks_and_only_before_the_start(
    cast: Cast, evening: Evening, volunteer: Actor, participant: Actor, stranger: Actor
) -> None:
    for actor in (participant, stranger, cast.actor("amal")):
        with pytest.raises(Evening.DoesNotExist):
            questions.ask_place(actor=actor, evening_id=evening.pk)
    with time_machine.travel(at(12), tick=False), pytest.raises(NotAllowed):
        questions.ask_place(actor=volunteer, evening_id=evening.pk)


def test_the_asker_says_it_in_other_words_or_takes_it_back(
    evening: Evening, volunteer: Actor, professional: Actor
) -> None:
    question = ask(volunteer, evening, NOTE.text)
    with pytest.raises(NotAllowed):
        questions.change_question(actor=professional, question_id=question.pk, note=NOTE)
    changed = questions.change_question(
        actor=volunteer, question_id=question.pk, note=QuestionNote(text="Hoe zeg ik nee?")
    )
    assert changed.text == "Hoe zeg ik nee?"
    with pytest.raises(NotAllowed):
        questions.withdraw_question(actor=professional, question_id=question.pk)
    questions.withdraw_question(actor=volunteer, question_id=question.pk)
    assert not LearningQuestion.objects.exists()


def test_what_was_not_chosen_moves_on_and_who_was_heard_has_had_a_turn(
    cast: Cast, evening: Evening, volunteer: Actor, professional: Actor
) -> None:
    later = EveningFactory(series=evening.series, starts_at=evening.starts_at + timedelta(days=28))
    chosen, waits = ask(volunteer, evening, NOTE.text), ask(volunteer, evening, "En hoe zeg ik ja?")
    with pytest.raises(NotAllowed):
        questions.choose_question(actor=volunteer, question_id=chosen.pk, choice="pick")
    questions.choose_question(actor=professional, question_id=chosen.pk, choice="pick")
    with time_machine.travel(evening.starts_at, tick=False):
        attendance.close_evening(actor=professional, evening_id=evening.pk)
    chosen.refresh_from_db()
    waits.refresh_from_db()
    assert (chosen.evening, waits.evening) == (evening, later)
    bea = evening.series.members.get(person_id=cast.person_id("bea"))
    assert bea.brought_on == localdate(evening.starts_at)


def test_who_brought_something_in_longest_ago_is_asked_first(cast: Cast, evening: Evening) -> None:
    series = evening.series
    people = [VolunteerFactory(organisation=cast.here).person for _each in range(3)]
    for person, days in zip(people, (10, 90, 40), strict=True):
        MemberFactory(series=series, person=person, brought_on=at(2).date() - timedelta(days=days))
    series.members.filter(person_id=cast.person_id("bea")).update(brought_on=at(1).date())
    turn = queries.next_turn(evening)
    assert turn is not None
    assert (turn.person, turn.brought_on) == (people[1], at(2).date() - timedelta(days=90))
    new = MemberFactory(series=series)
    turn = queries.next_turn(evening)
    assert turn is not None
    assert (turn.person, turn.brought_on) == (new.person, None)


def test_reading_questions_costs_the_same_for_one_and_three(
    evening: Evening, professional: Actor, django_assert_num_queries: object
) -> None:
    QuestionFactory(evening=evening)
    with django_assert_num_queries(1):  # type: ignore[operator]  # a fixture of pytest-django
        queries.questions_of(professional, evening)
    for _each in range(2):
        QuestionFactory(evening=evening)
    with django_assert_num_queries(1):  # type: ignore[operator]  # a fixture of pytest-django
        assert len(queries.questions_of(professional, evening)) == 3
