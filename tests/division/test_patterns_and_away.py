"""The pattern of a match moves; somebody takes over when the volunteer can't come."""

from datetime import timedelta

import pytest

from naast.companionship.models import Match, MatchState
from naast.core import clock
from naast.core.errors import DomainError, NotAllowed, StateConflict
from naast.division.errors import WordsMissing
from naast.division.models import HandOver, PatternMove, RoomWish, StandIn
from naast.division.queries import handovers as queries
from naast.division.services import handovers, patterns
from naast.messaging.models import Message
from naast.organisations.actors import Actor
from naast.organisations.models import Function
from naast.people.models import Person
from naast.programmes.models import Pattern
from tests.conftest import Cast
from tests.dividing import HandOverFactory, cannot_come, in_days, match_of
from tests.factories import EngagementFactory, VolunteerFactory, actor_of, member

TODAY = clock.today


def colleague_of(match: Match) -> Person:
    """Another volunteer who takes part in the programme of this match."""
    person: Person = VolunteerFactory(organisation=match.organisation).person
    EngagementFactory(organisation=match.organisation, person=person, programme=match.programme)
    return person


def move(actor: Actor, match: Match, pattern: Pattern, reason: str = "Zo past het beter.") -> None:
    """Move a match today."""
    patterns.move_pattern(
        actor=actor, match_id=match.pk, pattern=pattern, reason=reason, moved_on=TODAY()
    )


@pytest.mark.covers("S1-101")
def test_a_pattern_moves_with_a_reason_and_a_day_and_keeps_its_history(
    cast: Cast, coordinator: Actor
) -> None:
    match = match_of(cast)
    move(coordinator, match, Pattern.OWNER, "Bea kent Piet nu goed.")
    match.refresh_from_db()
    assert (match.pattern, match.pattern_reason) == (Pattern.OWNER, "Bea kent Piet nu goed.")
    # Back to the pattern of the programme: nothing differs any more.
    move(coordinator, match, Pattern.PEER)
    match.refresh_from_db()
    assert (match.pattern, match.pattern_reason) == ("", "")
    moves = PatternMove.objects.order_by("id").values_list("from_pattern", "to_pattern")
    assert list(moves) == [("peer", "owner"), ("owner", "peer")]
    assert set(Message.objects.values_list("user", flat=True)) == {
        cast.bea.user_id,
        cast.nele.user_id,
    }


def test_a_move_needs_words_and_a_day_that_came(cast: Cast, coordinator: Actor) -> None:
    match = match_of(cast)
    with pytest.raises(WordsMissing):
        move(coordinator, match, Pattern.OWNER, " ")
    with pytest.raises(StateConflict):
        move(coordinator, match, Pattern.PEER)
    with pytest.raises(DomainError):
        patterns.move_pattern(
            actor=coordinator,
            match_id=match.pk,
            pattern=Pattern.OWNER,
            reason="Later",
            moved_on=in_days(1),
        )
    assert not PatternMove.objects.exists()


@pytest.mark.parametrize("name", ["bea", "nele", "piet"])
def test_only_a_coordinator_moves_a_pattern(cast: Cast, name: str) -> None:
    match = match_of(cast)
    with pytest.raises(NotAllowed):
        move(cast.actor(name), match, Pattern.OWNER)


def test_the_volunteer_says_how_much_they_like_to_decide(cast: Cast, volunteer: Actor) -> None:
    match = match_of(cast)
    for wants in (RoomWish.Wants.OWN, RoomWish.Wants.TOGETHER):
        patterns.say_room(actor=volunteer, match_id=match.pk, wants=wants)
    assert RoomWish.objects.get().wants == RoomWish.Wants.TOGETHER
    with pytest.raises(NotAllowed):
        patterns.say_room(actor=cast.actor("nele"), match_id=match.pk, wants=RoomWish.Wants.GUIDED)


@pytest.mark.covers("S1-116")
def test_in_an_owner_role_a_note_is_compulsory_and_the_stand_in_reads_it(
    cast: Cast, volunteer: Actor, coordinator: Actor
) -> None:
    match = match_of(cast, Pattern.OWNER)
    other = member(cast.here, Function.VOLUNTEER, name="Lut Invalt")
    person = Person.objects.get(pk=other.person_id)
    VolunteerFactory(organisation=cast.here, person=person)
    EngagementFactory(organisation=cast.here, person=person, programme=match.programme)
    assert list(queries.hanging_on_one(coordinator)) == [match]
    handovers.name_stand_in(actor=coordinator, match_id=match.pk, person_id=person.pk)
    assert not queries.hanging_on_one(coordinator)
    step = cannot_come(match)
    with pytest.raises(WordsMissing):
        handovers.write_note(actor=volunteer, step_id=step.pk, until_on=in_days(2), note="")
    made = handovers.write_note(
        actor=volunteer, step_id=step.pk, until_on=in_days(2), note="Hij wandelt graag."
    )
    assert made.stand_in == person
    assert queries.get_note(actor_of(other), made.pk, day=TODAY()) == made
    assert queries.get_note(actor_of(other), made.pk, day=in_days(3)) is None
    assert queries.get_note(volunteer, made.pk, day=TODAY()) is None
    assert Message.objects.get(kind="division.stand-in").user == other.user


def test_a_stand_in_takes_part_in_the_same_programme(cast: Cast, coordinator: Actor) -> None:
    match = match_of(cast, Pattern.OWNER)
    stranger = VolunteerFactory(organisation=cast.here).person
    elsewhere = VolunteerFactory(organisation=cast.elsewhere).person
    for person in (stranger, elsewhere, match.volunteer):
        with pytest.raises(DomainError):
            handovers.name_stand_in(actor=coordinator, match_id=match.pk, person_id=person.pk)
    handovers.name_stand_in(actor=coordinator, match_id=match.pk, person_id=colleague_of(match).pk)
    handovers.name_stand_in(actor=coordinator, match_id=match.pk, person_id=None)
    assert not StandIn.objects.exists()


@pytest.mark.covers("S1-103")
def test_in_the_pattern_extra_an_absence_asks_for_nobody(
    cast: Cast, coordinator: Actor, volunteer: Actor, professional: Actor
) -> None:
    cannot_come(match_of(cast, Pattern.EXTRA))
    later = clock.now() + timedelta(days=2)
    assert not queries.to_arrange(coordinator, now=later)
    assert not queries.to_write(volunteer, now=later)
    assert not queries.to_take_over(professional, now=later)


def test_in_the_pattern_peer_the_professional_comes_first(
    cast: Cast, coordinator: Actor, professional: Actor
) -> None:
    step = cannot_come(match_of(cast, Pattern.PEER))
    now = clock.now()
    assert list(queries.to_take_over(professional, now=now)) == [step]
    assert not queries.to_arrange(coordinator, now=now)
    assert list(queries.to_arrange(coordinator, now=now + timedelta(days=2))) == [step]
    handovers.arrange(
        actor=professional,
        step_id=step.pk,
        until_on=in_days(1),
        who=handovers.TakingOver(by_staff=True),
    )
    assert HandOver.objects.get().taken_by == cast.nele
    assert not queries.to_arrange(coordinator, now=now + timedelta(days=2))


def test_in_the_pattern_owner_the_desk_hears_at_once(
    cast: Cast, coordinator: Actor, volunteer: Actor
) -> None:
    match = match_of(cast, Pattern.OWNER)
    step = cannot_come(match)
    assert list(queries.to_arrange(coordinator, now=clock.now())) == [step]
    assert list(queries.to_write(volunteer, now=clock.now())) == [step]
    person = colleague_of(match)
    handovers.arrange(
        actor=coordinator,
        step_id=step.pk,
        until_on=in_days(1),
        who=handovers.TakingOver(person_id=person.pk),
    )
    assert not queries.to_arrange(coordinator, now=clock.now())
    # The stand-in still waits for a few words.
    assert list(queries.to_write(volunteer, now=clock.now())) == [step]


def test_an_absence_that_is_still_to_come_stays_until_somebody_takes_over(
    cast: Cast, coordinator: Actor, volunteer: Actor
) -> None:
    step = cannot_come(match_of(cast, Pattern.OWNER))
    handovers.write_note(actor=volunteer, step_id=step.pk, until_on=in_days(30), note="Bel aan.")
    for days, found in ((15, [step]), (30, [step]), (31, [])):
        later = clock.now() + timedelta(days=days)
        assert list(queries.to_arrange(coordinator, now=later)) == found
    handovers.arrange(
        actor=coordinator,
        step_id=step.pk,
        until_on=in_days(30),
        who=handovers.TakingOver(nobody_needed=True),
    )
    assert not queries.to_arrange(coordinator, now=clock.now() + timedelta(days=15))


def test_who_may_say_who_takes_over(cast: Cast, professional: Actor, volunteer: Actor) -> None:
    match = match_of(cast)
    step = cannot_come(match)
    chosen = handovers.TakingOver(person_id=colleague_of(match).pk)
    with pytest.raises(NotAllowed):
        handovers.arrange(actor=professional, step_id=step.pk, until_on=in_days(1), who=chosen)
    with pytest.raises(NotAllowed):
        handovers.arrange(
            actor=volunteer, step_id=step.pk, until_on=in_days(1), who=handovers.TakingOver()
        )
    with pytest.raises(NotAllowed):
        handovers.write_note(actor=professional, step_id=step.pk, until_on=in_days(1), note="Hallo")
    with pytest.raises(DomainError):
        handovers.write_note(actor=volunteer, step_id=step.pk, until_on=in_days(-1), note="Hallo")
    assert queries.get_step(cast.actor("piet"), step.pk) is None
    assert queries.get_step(cast.actor("chris"), step.pk) is None


def test_a_note_of_a_match_that_ended_asks_for_nobody(cast: Cast, coordinator: Actor) -> None:
    match = match_of(cast, Pattern.OWNER)
    HandOverFactory(match=match, step=cannot_come(match), note="")
    Match.objects.update(state=MatchState.ENDED)
    assert not queries.to_arrange(coordinator, now=clock.now())


def test_a_note_in_a_peer_role_does_not_take_the_question_away(
    cast: Cast, coordinator: Actor, professional: Actor, volunteer: Actor
) -> None:
    step, now = cannot_come(match_of(cast)), clock.now()
    until = in_days(1)
    handovers.write_note(actor=volunteer, step_id=step.pk, until_on=until, note="Hij wandelt.")
    assert list(queries.to_take_over(professional, now=now)) == [step]
    # The professional would rather have a stand-in: from then on it is the coordinator's, at once.
    asked = handovers.TakingOver()
    handovers.arrange(actor=professional, step_id=step.pk, until_on=until, who=asked)
    assert not queries.to_take_over(professional, now=now)
    assert list(queries.to_arrange(coordinator, now=now)) == [step]


def test_a_stand_in_who_left_the_programme_reads_no_note(
    cast: Cast, coordinator: Actor, volunteer: Actor
) -> None:
    match = match_of(cast, Pattern.OWNER)
    person = colleague_of(match)
    handovers.name_stand_in(actor=coordinator, match_id=match.pk, person_id=person.pk)
    person.engagements.update(ended_on=TODAY())
    assert list(queries.hanging_on_one(coordinator)) == [match]
    made = handovers.write_note(
        actor=volunteer, step_id=cannot_come(match).pk, until_on=in_days(2), note="Thee."
    )
    assert made.stand_in is None


def test_a_stand_in_is_told_once_and_reads_no_further_than_the_match(
    cast: Cast, coordinator: Actor
) -> None:
    other = member(cast.here, Function.VOLUNTEER, name="Lut Invalt")
    match = match_of(cast, volunteer=Person.objects.get(pk=other.person_id))
    VolunteerFactory(organisation=cast.here, person=match.volunteer)
    bea = Person.objects.get(pk=cast.person_id("bea"))
    EngagementFactory(organisation=cast.here, person=bea, programme=match.programme)
    handovers.name_stand_in(actor=coordinator, match_id=match.pk, person_id=bea.pk)
    step = cannot_come(match)
    for _tap in range(2):
        made = handovers.write_note(
            actor=actor_of(other), step_id=step.pk, until_on=in_days(2), note="Thee."
        )
    assert Message.objects.filter(kind="division.stand-in").count() == 1
    assert queries.get_note(cast.actor("bea"), made.pk, day=TODAY()) == made
    Match.objects.update(state=MatchState.ENDED)
    assert queries.get_note(cast.actor("bea"), made.pk, day=TODAY()) is None


def test_nobody_is_away_for_more_than_half_a_year(cast: Cast, volunteer: Actor) -> None:
    step = cannot_come(match_of(cast))
    with pytest.raises(DomainError):
        handovers.write_note(actor=volunteer, step_id=step.pk, until_on=in_days(200), note="Thee.")
