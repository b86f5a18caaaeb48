"""Whose plan, talks and agreements somebody reads, and who writes them: line by line."""

from dataclasses import replace

import pytest

from naast.companionship.models import Match, MatchState
from naast.organisations.actors import Actor
from naast.organisations.models import Function
from naast.support.models import Action
from naast.support.policies import talks, volunteers
from tests.conftest import Cast
from tests.eyes import also, night, only
from tests.factories import VolunteerFactory, actor_of, member
from tests.supporting import (
    action_for,
    bea_of,
    check_in_for,
    coach_of,
    guidance_for,
    plan_for,
    running,
    talk_for,
)


def coach_elsewhere(cast: Cast) -> Actor:
    """A coach of nobody."""
    return actor_of(member(cast.here, Function.COACH, name="Otto Ander"))


def test_coordinators_guide_everybody_but_themselves(cast: Cast) -> None:
    bea = bea_of(cast)
    for reader in (cast.actor("amal"), night(cast)):
        assert volunteers.guided_by(reader).get() == bea
        assert volunteers.beside(reader).get() == bea
    assert not volunteers.guided_by(also(cast.actor("bea"), Function.COORDINATOR)).exists()
    for name in ("bea", "nele", "piet", "chris"):
        assert not volunteers.guided_by(cast.actor(name)).exists()


def test_a_coach_guides_who_is_in_a_living_match_or_programme_they_coach(cast: Cast) -> None:
    match = running(cast)
    coach = coach_of(cast, match)
    assert volunteers.guided_by(actor_of(coach)).get() == bea_of(cast)
    assert not volunteers.guided_by(coach_elsewhere(cast)).exists()
    assert not volunteers.guided_by(only(actor_of(coach), Function.BOARD)).exists()
    assert not volunteers.guided_by(replace(actor_of(coach), membership_id=None)).exists()
    match.state = MatchState.ENDED
    match.save()
    assert not volunteers.guided_by(actor_of(coach)).exists()
    match.programme.coach = coach
    match.programme.save()
    assert volunteers.guided_by(actor_of(coach)).get() == bea_of(cast)
    match.programme.engagements.update(ended_on="2026-01-02")
    assert not volunteers.guided_by(actor_of(coach)).exists()


@pytest.mark.parametrize("place", ["guide", "backup"])
@pytest.mark.parametrize("function", [Function.COACH, Function.PROFESSIONAL])
def test_the_guide_and_the_backup_of_a_plan_guide(
    cast: Cast, place: str, function: Function
) -> None:
    colleague = member(cast.here, function, name="Gil Gids")
    plan = plan_for(bea_of(cast))
    assert not volunteers.plans_visible_to(actor_of(colleague)).exists()
    setattr(plan, place, colleague)
    plan.save()
    assert volunteers.guided_by(actor_of(colleague)).get() == bea_of(cast)
    assert volunteers.plans_visible_to(actor_of(colleague)).get() == plan


def test_a_professional_works_with_who_stands_beside_their_participant(cast: Cast) -> None:
    match = running(cast)
    bea, nele = bea_of(cast), cast.actor("nele")
    assert volunteers.beside(nele).get() == bea
    assert volunteers.can_say(nele, bea)
    other = actor_of(member(cast.here, Function.PROFESSIONAL, name="Otto Ander"))
    assert not volunteers.beside(other).exists()
    assert not volunteers.can_say(other, bea)
    assert not volunteers.beside(only(nele, Function.COACH)).exists()
    Match.objects.update(professional=None)
    assert volunteers.beside(nele).get() == bea
    match.participant.participant.professional = None
    match.participant.participant.save()
    assert not volunteers.beside(nele).exists()
    Match.objects.update(professional=cast.nele)
    assert volunteers.beside(nele).get() == bea
    Match.objects.update(state=MatchState.ENDED)
    assert not volunteers.beside(nele).exists()


def test_plans_are_read_by_who_guides_and_by_the_volunteer_themselves(cast: Cast) -> None:
    plan = plan_for(bea_of(cast))
    bea_too = also(cast.actor("bea"), Function.COORDINATOR)
    for reader in (cast.actor("amal"), night(cast)):
        assert volunteers.plans_visible_to(reader).get() == plan
    for reader in (bea_too, cast.actor("bea"), cast.actor("nele"), cast.actor("chris")):
        assert not volunteers.plans_visible_to(reader).exists()
    assert volunteers.own_plan(cast.actor("bea")).get() == plan
    assert not volunteers.own_plan(only(cast.actor("piet"), Function.VOLUNTEER)).exists()
    assert not volunteers.own_plan(only(cast.actor("bea"), Function.BOARD)).exists()


def test_guiding_is_of_somebody_else_who_volunteers_here_and_by_name(cast: Cast) -> None:
    bea, amal = bea_of(cast), cast.actor("amal")
    assert volunteers.can_guide(amal, bea)
    assert volunteers.can_guide_by_name(amal, bea)
    assert volunteers.can_set_guidance(amal, bea)
    assert volunteers.can_say(amal, bea)
    assert volunteers.can_guide(night(cast), bea)
    assert not volunteers.can_guide_by_name(night(cast), bea)
    assert not volunteers.can_say(night(cast), bea)
    assert not volunteers.can_guide(also(cast.actor("bea"), Function.COORDINATOR), bea)
    for name in ("nele", "bea", "chris"):
        assert not volunteers.can_guide(cast.actor(name), bea)
        assert not volunteers.can_say(cast.actor(name), bea)
    bea.volunteer.delete()
    assert not volunteers.can_guide(amal, bea)
    assert not volunteers.can_say(amal, bea)


def test_confidential_notes_and_the_order_of_talks_are_for_coordinators(cast: Cast) -> None:
    assert volunteers.can_keep_secret_notes(cast.actor("amal"))
    assert not volunteers.can_keep_secret_notes(night(cast))
    assert not volunteers.can_keep_secret_notes(cast.actor("nele"))
    assert volunteers.can_plan_talks(cast.actor("amal"))
    assert not volunteers.can_plan_talks(cast.actor("nele"))


def test_a_talk_is_read_by_who_guides_and_by_the_team_with_a_yes(cast: Cast) -> None:
    match = running(cast)
    coach = actor_of(coach_of(cast, match))
    talk = talk_for(cast)
    for reader in (cast.actor("amal"), night(cast), coach):
        assert talks.visible_to(reader).get() == talk
    bea_too = also(cast.actor("bea"), Function.COORDINATOR)
    for reader in (cast.actor("nele"), cast.actor("bea"), bea_too, cast.actor("chris")):
        assert not talks.visible_to(reader).exists()
    talk.team_may_read = True
    talk.save()
    assert talks.visible_to(cast.actor("nele")).get() == talk
    other = actor_of(member(cast.here, Function.PROFESSIONAL, name="Otto Ander"))
    for reader in (other, only(cast.actor("nele"), Function.BOARD), cast.actor("bea")):
        assert not talks.visible_to(reader).exists()


def test_a_talk_is_written_by_who_guides_with_a_name(cast: Cast) -> None:
    talk = talk_for(cast)
    assert talks.can_write(cast.actor("amal"), talk)
    assert not talks.can_write(night(cast), talk)
    assert not talks.can_write(cast.actor("nele"), talk)
    assert not talks.can_write(also(cast.actor("bea"), Function.COORDINATOR), talk)


def test_volunteers_read_what_is_their_own(cast: Cast) -> None:
    match = running(cast)
    talk = talk_for(cast)
    action, check_in, guidance = (
        action_for(talk),
        check_in_for(bea_of(cast)),
        guidance_for(match),
    )
    own = {
        talks.own: talk,
        talks.own_actions: action,
        talks.own_check_ins: check_in,
        talks.own_guidances: guidance,
    }
    for visible_to, row in own.items():
        assert visible_to(cast.actor("bea")).get() == row
        for reader in (
            cast.actor("amal"),
            only(cast.actor("piet"), Function.VOLUNTEER),
            only(cast.actor("bea"), Function.BOARD),
            replace(cast.actor("bea"), person_id=None),
        ):
            assert not visible_to(reader).exists()


def test_what_was_agreed_is_read_by_both_and_ticked_by_whose_it_is(cast: Cast) -> None:
    action = action_for(talk_for(cast))
    for name in ("amal", "bea"):
        assert talks.actions_visible_to(cast.actor(name)).get() == action
    for reader in (
        cast.actor("nele"),
        cast.actor("piet"),
        cast.actor("chris"),
        only(cast.actor("bea"), Function.BOARD),
    ):
        assert not talks.actions_visible_to(reader).exists()
    action.who = Action.Who.VOLUNTEER
    assert talks.can_tick(cast.actor("bea"), action)
    assert talks.can_tick(cast.actor("amal"), action)
    assert not talks.can_tick(cast.actor("nele"), action)
    action.who = Action.Who.US
    assert not talks.can_tick(cast.actor("bea"), action)
    assert talks.can_tick(cast.actor("amal"), action)


def test_check_ins_are_read_by_who_guides(cast: Cast) -> None:
    check_in = check_in_for(bea_of(cast))
    for reader in (cast.actor("amal"), night(cast)):
        assert talks.check_ins_visible_to(reader).get() == check_in
    bea_too = also(cast.actor("bea"), Function.COORDINATOR)
    for reader in (bea_too, cast.actor("bea"), cast.actor("nele"), cast.actor("chris")):
        assert not talks.check_ins_visible_to(reader).exists()


def test_guiding_one_volunteer_opens_no_other(cast: Cast) -> None:
    bea, other = bea_of(cast), VolunteerFactory(organisation=cast.here).person
    coach = member(cast.here, Function.COACH, name="Cleo Coach")
    plan = plan_for(other)
    plan.guide = coach
    plan.save()
    reader, talk = actor_of(coach), talk_for(cast)
    action, check_in = action_for(talk), check_in_for(bea)
    action.who = Action.Who.VOLUNTEER
    assert volunteers.can_guide(reader, other)
    assert volunteers.can_say(reader, other)
    assert not volunteers.can_guide(reader, bea)
    assert not volunteers.can_say(reader, bea)
    assert not talks.can_write(reader, talk)
    assert not talks.can_tick(reader, action)
    assert talk not in talks.visible_to(reader)
    assert action not in talks.actions_visible_to(reader)
    assert check_in not in talks.check_ins_visible_to(reader)
