"""Evenings: coming or not, who was there, the agenda, what is agreed, changing and calling off."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
import time_machine

from naast.agreements.contents import Clause
from naast.core.errors import NotAllowed
from naast.intervision import charter
from naast.intervision.errors import EveningOver, NameInText, NotOfHere, SomethingMissing
from naast.intervision.inputs import ActionNote, AgendaPlan, EveningPlan
from naast.intervision.models import AgreedAction, Evening, Presence
from naast.intervision.queries import agenda as agenda_queries
from naast.intervision.queries import evenings as queries
from naast.intervision.services import actions, attendance, evenings, telling
from naast.messaging.models import Message
from naast.organisations.actors import Actor
from tests.conftest import Cast
from tests.factories import PersonFactory
from tests.meeting_evenings import (
    ActionFactory,
    EthicsFactory,
    EveningFactory,
    MemberFactory,
    QuestionFactory,
    at,
    group_of,
)

CHARTER = [
    Clause("respect", "Respect", "We zien de mens."),
    Clause("secrecy", "Stil", "We zwijgen."),
]


@pytest.fixture(autouse=True)
def march() -> Iterator[None]:
    with time_machine.travel(at(2), tick=False):
        yield


@pytest.fixture(autouse=True)
def a_charter(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(charter, "articles", lambda *_where: CHARTER)


@pytest.fixture
def evening(cast: Cast) -> Evening:
    """Bea leads it, Nele takes part."""
    made: Evening = EveningFactory(series=group_of(cast), starts_at=at(10))
    return made


def close(actor: Actor, evening: Evening) -> Evening:
    with time_machine.travel(evening.starts_at, tick=False):
        return attendance.close_evening(actor=actor, evening_id=evening.pk)


def test_somebody_signs_off_with_a_few_words_and_comes_after_all(
    cast: Cast, evening: Evening, professional: Actor
) -> None:
    attendance.sign_off(actor=professional, evening_id=evening.pk, words="Mijn zoon is jarig.")
    row = evening.presences.get()
    assert (row.state, row.words) == ("signed_off", "Mijn zoon is jarig.")
    for _time in range(2):
        attendance.come_after_all(actor=professional, evening_id=evening.pk)
    assert not evening.presences.exists()


def test_who_is_not_of_the_group_can_not_sign_off_and_nobody_after_the_start(
    cast: Cast, evening: Evening, professional: Actor, stranger: Actor
) -> None:
    for actor in (cast.actor("amal"), cast.actor("piet"), stranger):
        with pytest.raises(Evening.DoesNotExist):
            attendance.sign_off(actor=actor, evening_id=evening.pk)
    with time_machine.travel(at(11), tick=False), pytest.raises(NotAllowed):
        attendance.sign_off(actor=professional, evening_id=evening.pk)


def test_a_volunteer_who_leads_ticks_off_who_is_there(
    cast: Cast, evening: Evening, volunteer: Actor, professional: Actor
) -> None:
    nele = cast.person_id("nele")
    note = {"evening_id": evening.pk, "person_id": nele}
    with pytest.raises(EveningOver):
        attendance.note_presence(actor=volunteer, **note, is_there=True)
    with time_machine.travel(evening.starts_at, tick=False):
        with pytest.raises(Evening.DoesNotExist):
            attendance.note_presence(actor=professional, **note, is_there=True)
        attendance.note_presence(actor=volunteer, **note, is_there=True)
        attendance.note_presence(actor=volunteer, **note, is_there=False)
        with pytest.raises(NotOfHere):
            attendance.note_presence(
                actor=volunteer,
                evening_id=evening.pk,
                person_id=cast.person_id("piet"),
                is_there=True,
            )
    assert evening.presences.get().state == "absent"


@pytest.mark.covers("S1-188")
def test_closing_keeps_attendance_and_no_word_of_the_talk(
    cast: Cast, evening: Evening, volunteer: Actor
) -> None:
    attendance.sign_off(actor=cast.actor("nele"), evening_id=evening.pk)
    third = MemberFactory(series=evening.series)
    with time_machine.travel(evening.starts_at, tick=False):
        attendance.note_presence(
            actor=volunteer,
            evening_id=evening.pk,
            person_id=cast.person_id("bea"),
            is_there=True,
        )
    close(volunteer, evening)
    rows = dict(Presence.objects.values_list("person_id", "state"))
    assert rows == {
        cast.person_id("bea"): "came",
        cast.person_id("nele"): "signed_off",
        third.person_id: "absent",
    }
    # There is no place for minutes: the only free text of an evening is its title and where it is.
    free = {
        field.name
        for field in Evening._meta.concrete_fields
        if field.get_internal_type() == "TextField"
    }
    assert free == set()


def test_an_evening_to_come_can_not_be_closed(evening: Evening, volunteer: Actor) -> None:
    with pytest.raises(EveningOver):
        attendance.close_evening(actor=volunteer, evening_id=evening.pk)


@pytest.mark.covers("S1-208")
def test_each_evening_has_the_article_of_which_it_is_the_turn(
    evening: Evening, volunteer: Actor
) -> None:
    later = EveningFactory(series=evening.series, starts_at=at(14, month=4))
    assert agenda_queries.agenda_of(volunteer, evening).article == CHARTER[0]
    close(volunteer, evening)
    evening.refresh_from_db()
    assert (evening.article, evening.article_heading) == ("respect", "Respect")
    assert agenda_queries.agenda_of(volunteer, later).article == CHARTER[1]
    close(volunteer, later)
    last = EveningFactory(series=evening.series, starts_at=at(12, month=5))
    assert agenda_queries.agenda_of(volunteer, last).article == CHARTER[0]


def test_the_agenda_puts_together_what_waits(evening: Evening, volunteer: Actor) -> None:
    before = EveningFactory(series=evening.series, starts_at=at(10) - timedelta(days=28))
    ActionFactory(evening=before, what="Een lijst maken")
    QuestionFactory(evening=evening)
    agenda = agenda_queries.agenda_of(volunteer, evening)
    assert [line.kind for line in agenda.lines] == [
        "welcome",
        "look-back",
        "questions",
        "article",
        "silence",
        "closing",
    ]
    assert agenda.lines[1].lines == ["Een lijst maken (Allemaal)"]
    ethics = EthicsFactory(organisation=evening.organisation)
    plan = AgendaPlan(method="round", article="-", ethics_id=ethics.pk, themes=("limits", "x"))
    evenings.arrange_agenda(actor=volunteer, evening_id=evening.pk, plan=plan)
    evening.refresh_from_db()
    evening.series.has_silence = False
    agenda = agenda_queries.agenda_of(volunteer, evening)
    kinds = [line.kind for line in agenda.lines]
    assert kinds == ["welcome", "look-back", "questions", "ethics", "closing"]
    assert (evening.method, evening.themes, agenda.ethics) == ("round", ["limits"], ethics)


def test_only_who_leads_arranges_and_only_with_people_of_the_group(
    cast: Cast, evening: Evening, volunteer: Actor, professional: Actor
) -> None:
    plan = AgendaPlan(method="incident", led_by_id=cast.person_id("nele"))
    with pytest.raises(Evening.DoesNotExist):
        evenings.arrange_agenda(actor=professional, evening_id=evening.pk, plan=plan)
    evenings.arrange_agenda(actor=volunteer, evening_id=evening.pk, plan=plan)
    # From now on Nele leads this one as well.
    evenings.arrange_agenda(actor=professional, evening_id=evening.pk, plan=plan)
    outside = AgendaPlan(method="incident", brought_by_id=cast.person_id("piet"))
    with pytest.raises(NotOfHere):
        evenings.arrange_agenda(actor=volunteer, evening_id=evening.pk, plan=outside)


def test_the_agenda_costs_the_same_with_one_and_three_of_everything(
    evening: Evening, volunteer: Actor, django_assert_max_num_queries: object
) -> None:
    before = EveningFactory(series=evening.series, starts_at=at(1))
    for number in (1, 3):
        for _each in range(number):
            ActionFactory(evening=before)
            QuestionFactory(evening=evening)
        with django_assert_max_num_queries(8):  # type: ignore[operator]  # a fixture of pytest-django
            agenda_queries.agenda_of(volunteer, evening)


def test_what_is_agreed_comes_back_and_can_be_ticked(
    cast: Cast, evening: Evening, volunteer: Actor, professional: Actor, participant: Actor
) -> None:
    note = ActionNote(what="De sleutel laten bijmaken", person_id=cast.person_id("nele"))
    action = actions.agree_action(actor=volunteer, evening_id=evening.pk, note=note)
    later = EveningFactory(series=evening.series, starts_at=at(14, month=4))
    assert queries.to_look_back(later) == [action]
    assert list(queries.own_actions(professional)) == [action]
    with pytest.raises(AgreedAction.DoesNotExist):
        actions.tick_action(actor=participant, action_id=action.pk, is_done=True)
    actions.tick_action(actor=professional, action_id=action.pk, is_done=True)
    assert list(queries.own_actions(professional)) == []
    actions.tick_action(actor=volunteer, action_id=action.pk, is_done=False)
    assert list(queries.own_actions(professional)) == [action]


def test_somebody_of_the_group_does_not_tick_what_another_would_do(
    evening: Evening, professional: Actor
) -> None:
    action = ActionFactory(evening=evening)
    with pytest.raises(NotAllowed):
        actions.tick_action(actor=professional, action_id=action.pk, is_done=True)


def test_an_action_needs_somebody_and_names_no_participant(
    cast: Cast, evening: Evening, volunteer: Actor, coordinator: Actor
) -> None:
    def agree(actor: Actor, **fields: object) -> None:
        note = ActionNote(**fields)  # type: ignore[arg-type]  # as the case gives them
        actions.agree_action(actor=actor, evening_id=evening.pk, note=note)

    with pytest.raises(SomethingMissing):
        agree(volunteer, what="Bellen")
    with pytest.raises(NotOfHere):
        agree(volunteer, what="Bellen", person_id=PersonFactory(organisation=cast.here).pk)
    with pytest.raises(NameInText):
        agree(volunteer, what="Bellen met mevr. D.", who="Allemaal")
    assert not AgreedAction.objects.exists()


def test_another_place_is_told_to_the_whole_group_once(
    cast: Cast, evening: Evening, coordinator: Actor
) -> None:
    plan = EveningPlan(starts_at=at(12), place="De Kring")
    evenings.change_evening(actor=coordinator, evening_id=evening.pk, plan=plan)
    told = Message.objects.filter(kind="evening.changed")
    assert {message.user_id for message in told} == {cast.bea.user_id, cast.nele.user_id}
    assert {message.subject for message in told} == {"terugkomavond"}
    same = EveningPlan(starts_at=at(12), place="De Kring", minutes=60)
    evenings.change_evening(actor=coordinator, evening_id=evening.pk, plan=same)
    assert told.count() == 2


def test_what_was_brought_in_moves_when_an_evening_is_called_off(
    cast: Cast, evening: Evening, coordinator: Actor, volunteer: Actor
) -> None:
    question = QuestionFactory(evening=evening)
    later = EveningFactory(series=evening.series, starts_at=at(14, month=4))
    with pytest.raises(NotAllowed):
        evenings.cancel_evening(actor=volunteer, evening_id=evening.pk)
    evenings.cancel_evening(actor=coordinator, evening_id=evening.pk)
    question.refresh_from_db()
    assert question.evening == later
    assert Message.objects.filter(kind="evening.changed").count() == 2
    with pytest.raises(EveningOver):
        evenings.cancel_evening(actor=coordinator, evening_id=evening.pk)


def test_the_calendar_file_has_the_neutral_title(evening: Evening) -> None:
    evening.series.invitation_title = "Tot binnenkort"
    text = telling.calendar_of(evening)
    assert "SUMMARY:Tot binnenkort" in text
    assert "20260310T190000" in text


def test_mine_shows_the_evenings_of_my_groups_alone(
    cast: Cast, evening: Evening, volunteer: Actor, coordinator: Actor
) -> None:
    EveningFactory(series__organisation=cast.here)
    mine = queries.mine(volunteer, now=at(2))
    assert (mine.coming, mine.led) == ([evening], frozenset({evening.pk}))
    assert queries.mine(coordinator, now=at(2)).coming == []
    coming = queries.coming_for(volunteer, now=at(2), within=timedelta(days=10))
    assert coming == evening
    attendance.sign_off(actor=volunteer, evening_id=evening.pk)
    assert queries.coming_for(volunteer, now=at(2), within=timedelta(days=10)) is None
