"""Who welcomes, mentors, answers and leads: line by line."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from naast.belonging.models import Mentoring, OutsideGuide, Question
from naast.belonging.policies import first_days, ideas, mentoring, questions, wishes
from naast.belonging.states import HOUSE, IDEA, LEAD, OPEN_IDEAS, QuestionKind
from naast.core import clock
from naast.organisations.models import Function
from naast.people.models import VolunteerProfile
from tests.conftest import Cast
from tests.eyes import also, night, only
from tests.factories import VolunteerFactory
from tests.welcoming import (
    ContactFactory,
    FirstDayFactory,
    GuideFactory,
    IdeaFactory,
    MentoringFactory,
    QuestionFactory,
    WishFactory,
    engaged,
    led_by,
    person_of,
)


def test_a_first_day_is_known_to_the_host_the_volunteer_and_coordinators(cast: Cast) -> None:
    day = FirstDayFactory(organisation=cast.here, engagement=engaged(cast), host=cast.nele)
    FirstDayFactory(organisation=cast.elsewhere)
    bea, nele = cast.actor("bea"), cast.actor("nele")
    for reader in (cast.actor("amal"), night(cast), nele, bea):
        assert first_days.visible_to(reader).get() == day
    for reader in (cast.actor("piet"), only(bea, Function.BOARD)):
        assert not first_days.visible_to(reader).exists()
    assert first_days.hosted_by(nele).get() == day
    assert not first_days.hosted_by(cast.actor("amal")).exists()
    assert not first_days.hosted_by(night(cast)).exists()
    assert first_days.own_of(bea).get() == day
    for reader in (nele, only(bea, Function.BOARD), replace(bea, person_id=None)):
        assert not first_days.own_of(reader).exists()
    day.engagement.ended_on = clock.today()
    day.engagement.save()
    assert not first_days.hosted_by(nele).exists()
    assert not first_days.own_of(bea).exists()


def test_who_is_nobodys_person_knows_of_no_first_day(cast: Cast) -> None:
    FirstDayFactory(organisation=cast.here, engagement=engaged(cast), host=cast.nele)
    FirstDayFactory(organisation=cast.here, host=None)
    nobodys = replace(cast.actor("bea"), person_id=None)
    for reader in (nobodys, replace(nobodys, membership_id=None)):
        assert not first_days.visible_to(reader).exists()
    assert not first_days.visible_to(replace(cast.actor("nele"), membership_id=None)).exists()


def test_the_host_or_a_coordinator_says_that_somebody_was_received(cast: Cast) -> None:
    day = FirstDayFactory(organisation=cast.here, engagement=engaged(cast), host=cast.nele)
    for reader in (cast.actor("amal"), cast.actor("nele"), night(cast)):
        assert first_days.can_receive(reader, day)
    for name in ("bea", "piet", "chris"):
        assert not first_days.can_receive(cast.actor(name), day)
    assert not first_days.can_receive(also(cast.actor("bea"), Function.COORDINATOR), day)
    day.host = None
    assert not first_days.can_receive(replace(cast.actor("piet"), membership_id=None), day)
    assert first_days.can_plan(cast.actor("amal"))
    assert not first_days.can_plan(cast.actor("nele"))


def test_every_volunteer_reads_ideas_and_who_leads_changes_them(cast: Cast) -> None:
    idea = IdeaFactory(organisation=cast.here)
    bea = cast.actor("bea")
    for reader in (cast.actor("amal"), bea):
        assert ideas.visible_to(reader).get() == idea
    for name in ("nele", "piet", "chris"):
        assert not ideas.visible_to(cast.actor(name)).exists()
    assert not ideas.leads(bea, idea)
    led_by(idea, VolunteerFactory(organisation=cast.here).person)
    led_by(idea, person_of(cast, "bea"), leads=False)
    assert not ideas.can_change(bea, idea)
    found = ideas.visible_to(bea)
    assert ideas.with_part(found, bea).filter(is_mine=True).exists()
    assert not ideas.with_part(found, cast.actor("amal")).filter(is_mine=True).exists()
    idea.members.filter(leads=True).delete()
    assert ideas.can_change(bea, idea)
    assert not ideas.can_change(cast.actor("amal"), idea)
    assert not ideas.leads(replace(bea, person_id=None), idea)


def test_a_coordinator_who_leads_an_idea_asks_a_colleague(cast: Cast) -> None:
    idea = IdeaFactory(organisation=cast.here)
    led_by(idea, person_of(cast, "bea"))
    house = [step for step, row in IDEA.steps.items() if row.by == HOUSE]
    lead = [step for step, row in IDEA.steps.items() if row.by == LEAD]
    assert house
    assert lead
    bea, amal = cast.actor("bea"), cast.actor("amal")
    both = also(bea, Function.COORDINATOR)
    assert ideas.hats_on(both, idea) == HOUSE | LEAD
    for step in house:
        assert ideas.can_take(amal, idea, step)
        assert not ideas.can_take(bea, idea, step)
        assert not ideas.can_take(both, idea, step)
    for step in lead:
        assert ideas.can_take(bea, idea, step)
        assert not ideas.can_take(amal, idea, step)


def test_volunteers_start_and_join_what_is_open(cast: Cast) -> None:
    idea = IdeaFactory(organisation=cast.here, state=sorted(OPEN_IDEAS)[0])
    bea = cast.actor("bea")
    assert ideas.can_start(bea)
    assert ideas.can_join(bea, idea)
    for reader in (cast.actor("amal"), replace(bea, person_id=None)):
        assert not ideas.can_start(reader)
        assert not ideas.can_join(reader, idea)
    idea.state = "no longer open"
    assert not ideas.can_join(bea, idea)


@pytest.mark.parametrize("side", ["mentor", "newcomer"])
def test_each_of_the_two_knows_of_a_mentoring_while_it_is_open(cast: Cast, side: str) -> None:
    fields: dict[str, Any] = {side: person_of(cast, "bea")}
    if side == "newcomer":
        fields["engagement"] = engaged(cast)
    row = MentoringFactory(organisation=cast.here, **fields)
    MentoringFactory(organisation=cast.here)
    bea = cast.actor("bea")
    assert mentoring.own_of(bea).get() == row
    assert mentoring.visible_to(bea).get() == row
    assert mentoring.visible_to(cast.actor("amal")).count() == 2
    assert mentoring.can_answer(bea, row)
    assert not mentoring.can_answer(cast.actor("amal"), row)
    for reader in (cast.actor("nele"), only(bea, Function.BOARD), cast.actor("chris")):
        assert not mentoring.own_of(reader).exists()
        assert not mentoring.visible_to(reader).exists()
    Mentoring.objects.update(state="ended")
    assert not mentoring.own_of(bea).exists()
    Mentoring.objects.update(state=row.state)
    row.engagement.ended_on = clock.today()
    row.engagement.save()
    assert not mentoring.own_of(bea).exists()


def test_a_mentor_is_another_volunteer_of_the_house_who_is_active(cast: Cast) -> None:
    engagement, amal = engaged(cast), cast.actor("amal")
    active = {"status": VolunteerProfile.Status.ACTIVE}
    mentor = VolunteerFactory(organisation=cast.here, **active).person
    assert mentoring.can_link(amal, engagement, mentor)
    assert not mentoring.can_link(cast.actor("nele"), engagement, mentor)
    assert not mentoring.can_link(cast.actor("chris"), engagement, mentor)
    abroad = VolunteerFactory(organisation=cast.elsewhere, **active).person
    assert not mentoring.can_link(amal, engagement, abroad)
    VolunteerProfile.objects.update(**active)
    assert not mentoring.can_link(amal, engagement, person_of(cast, "bea"))
    assert not mentoring.can_link(amal, engagement, person_of(cast, "piet"))
    mentor.volunteer.status = VolunteerProfile.Status.FORMER
    assert not mentoring.can_link(amal, engagement, mentor)
    assert mentoring.can_arrange(amal)
    assert not mentoring.can_arrange(cast.actor("nele"))


def test_the_mentor_or_a_coordinator_notes_a_moment(cast: Cast) -> None:
    row = MentoringFactory(organisation=cast.here, mentor=person_of(cast, "bea"))
    assert mentoring.can_note(cast.actor("bea"), row)
    assert mentoring.can_note(cast.actor("amal"), row)
    assert not mentoring.can_note(cast.actor("nele"), row)
    row.newcomer = person_of(cast, "amal")
    assert not mentoring.can_note(cast.actor("amal"), row)


def test_what_was_asked_is_read_and_answered_by_whom_it_was_asked(cast: Cast) -> None:
    question = QuestionFactory(organisation=cast.here, engagement=engaged(cast))
    bea = cast.actor("bea")
    assert questions.own_of(bea).get() == question
    assert questions.can_answer(bea, question)
    for reader in (cast.actor("amal"), bea):
        assert questions.visible_to(reader).get() == question
    assert questions.can_answer(cast.actor("amal"), question)
    assert questions.can_settle(cast.actor("amal"), question)
    assert questions.can_settle(night(cast), question)
    assert not questions.can_settle(also(bea, Function.COORDINATOR), question)
    for name in ("nele", "piet", "chris"):
        assert not questions.visible_to(cast.actor(name)).exists()
        assert not questions.own_of(cast.actor(name)).exists()
        assert not questions.can_answer(cast.actor(name), question)
        assert not questions.can_settle(cast.actor(name), question)
    assert not questions.own_of(only(bea, Function.BOARD)).exists()


def test_a_check_is_shared_with_the_host_who_received_them(cast: Cast) -> None:
    engagement = engaged(cast)
    FirstDayFactory(organisation=cast.here, engagement=engagement, host=cast.nele)
    shared = {"answered_on": clock.today(), "shares_with_host": True, "kind": QuestionKind.CHECK}
    question = QuestionFactory(organisation=cast.here, engagement=engagement, **shared)
    nele = cast.actor("nele")
    assert questions.shared_with_host(nele).get() == question
    for reader in (cast.actor("amal"), cast.actor("bea"), replace(nele, membership_id=None)):
        assert not questions.shared_with_host(reader).exists()
    for changed in (
        {"answered_on": None},
        {"shares_with_host": False},
        {"kind": QuestionKind.LOOK},
    ):
        Question.objects.update(**(shared | changed))
        assert not questions.shared_with_host(nele).exists()
    Question.objects.update(**shared)
    engagement.ended_on = clock.today()
    engagement.save()
    assert not questions.shared_with_host(nele).exists()


def test_a_fresh_look_is_shared_without_a_name_once_there_is_an_answer(cast: Cast) -> None:
    shared = {
        "kind": QuestionKind.LOOK,
        "shares_unnamed": True,
        "answered_on": clock.today(),
        "settled_on": clock.today(),
    }
    question = QuestionFactory(organisation=cast.here, engagement=engaged(cast), **shared)
    assert questions.shared_unnamed(cast.actor("nele")).get() == question
    assert not questions.shared_unnamed(cast.actor("chris")).exists()
    for changed in (
        {"kind": QuestionKind.CHECK},
        {"shares_unnamed": False},
        {"settled_on": None},
    ):
        Question.objects.update(**(shared | changed))
        assert not questions.shared_unnamed(cast.actor("nele")).exists()


def test_wishes_and_contact_are_read_by_their_person_and_coordinators(cast: Cast) -> None:
    theirs = {"organisation": cast.here, "person": person_of(cast, "bea")}
    found = {
        wishes.visible_to: WishFactory(**theirs),
        wishes.contacts_visible_to: ContactFactory(**theirs),
    }
    bea = cast.actor("bea")
    for visible_to, row in found.items():
        for reader in (cast.actor("amal"), bea):
            assert visible_to(reader).get() == row
        for name in ("nele", "piet", "chris"):
            assert not visible_to(cast.actor(name)).exists()
    assert wishes.own_of(bea).get() == found[wishes.visible_to]
    for reader in (cast.actor("amal"), only(bea, Function.BOARD)):
        assert not wishes.own_of(reader).exists()
        assert not wishes.is_volunteer(reader)
    assert wishes.is_volunteer(bea)
    assert not wishes.is_volunteer(replace(bea, person_id=None))


def test_a_guide_from_outside_is_known_to_coordinators_while_the_yes_holds(cast: Cast) -> None:
    guide = GuideFactory(organisation=cast.here, person=person_of(cast, "bea"))
    amal, bea = cast.actor("amal"), cast.actor("bea")
    for reader in (amal, bea):
        assert wishes.guides_visible_to(reader).get() == guide
    for name in ("nele", "piet", "chris"):
        assert not wishes.guides_visible_to(cast.actor(name)).exists()
    assert wishes.own_guides(bea).get() == guide
    assert not wishes.own_guides(amal).exists()
    OutsideGuide.objects.update(until_on=clock.today())
    assert wishes.guides_visible_to(amal).get() == guide
    over = guide.agreed_on - timedelta(days=30)
    OutsideGuide.objects.update(agreed_on=over, until_on=clock.today() - timedelta(days=1))
    assert not wishes.guides_visible_to(amal).exists()
    OutsideGuide.objects.update(until_on=guide.until_on, revoked_on=clock.today())
    assert not wishes.guides_visible_to(amal).exists()
    assert wishes.guides_visible_to(bea).get() == wishes.own_guides(bea).get() == guide


def test_the_volunteer_or_a_coordinator_writes_and_a_colleague_answers(cast: Cast) -> None:
    bea = person_of(cast, "bea")
    for name in ("amal", "bea"):
        assert wishes.can_write_for(cast.actor(name), bea)
    for reader in (
        cast.actor("nele"),
        cast.actor("piet"),
        cast.actor("chris"),
        only(cast.actor("bea"), Function.BOARD),
    ):
        assert not wishes.can_write_for(reader, bea)
        assert not wishes.can_answer(reader, bea)
    assert wishes.can_answer(cast.actor("amal"), bea)
    assert wishes.can_answer(night(cast), bea)
    assert not wishes.can_answer(also(cast.actor("bea"), Function.COORDINATOR), bea)
