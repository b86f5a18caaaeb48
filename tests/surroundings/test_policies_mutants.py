"""Who looks around a participant, who reads what was said, and who answers: line by line."""

from dataclasses import replace

from naast.companionship.models import MatchState
from naast.core import clock
from naast.organisations.models import Function
from naast.people.models import ParticipantProfile, Person
from naast.surroundings.models import LedToHelp, Outcome, Saying
from naast.surroundings.policies import asking, people
from tests.companionship.pair import person_of
from tests.conftest import Cast
from tests.eyes import also, night, only
from tests.factories import actor_of, member
from tests.surrounding import early_check, line, new_map, piet, running, share


def test_coordinators_and_the_professional_look_around_a_participant(cast: Cast) -> None:
    other = actor_of(member(cast.here, Function.PROFESSIONAL, name="Otto Ander"))
    for reader in (cast.actor("amal"), cast.actor("nele"), night(cast)):
        assert people.participants(reader).get() == piet(cast)
        assert people.can_write(reader, piet(cast))
        assert people.can_decide(reader, piet(cast))
    former = only(cast.actor("nele"), Function.COACH)
    for reader in (other, former, cast.actor("bea"), cast.actor("chris")):
        assert not people.participants(reader).exists()
        assert not people.can_write(reader, piet(cast))
        assert not people.can_decide(reader, piet(cast))
    assert not people.can_write(cast.actor("amal"), person_of(cast.bea))


def test_a_participant_decides_and_does_not_write(cast: Cast) -> None:
    own = cast.actor("piet")
    assert people.themselves(own).get() == piet(cast)
    assert people.can_decide(own, piet(cast))
    assert not people.can_write(own, piet(cast))
    assert not people.themselves(only(own, Function.VOLUNTEER)).exists()
    assert not people.themselves(cast.actor("bea")).exists()
    assert not people.can_decide(own, person_of(cast.bea))
    ParticipantProfile.objects.all().delete()
    assert not people.themselves(own).exists()


def test_lines_maps_and_help_are_read_by_the_same_people(cast: Cast) -> None:
    rows = {
        people.lines_visible_to: line(cast),
        people.maps_visible_to: new_map(cast),
        people.led_visible_to: LedToHelp.objects.create(
            organisation=cast.here, person=piet(cast), led_on=clock.today()
        ),
    }
    for visible_to, row in rows.items():
        for name in ("amal", "nele", "piet"):
            assert row in visible_to(cast.actor(name))
        for name in ("bea", "chris"):
            assert not visible_to(cast.actor(name)).exists()


def test_a_volunteer_sees_who_does_what_in_a_living_match_that_shares_it(cast: Cast) -> None:
    match = running(cast)
    assert not _shown(cast, "bea")
    share(cast)
    assert _shown(cast, "bea")
    assert not _shown(cast, "amal")
    match.state = MatchState.ENDED
    match.save()
    assert not _shown(cast, "bea")


def _shown(cast: Cast, name: str) -> bool:
    shared = people.volunteers_may_see(cast.actor(name))
    return Person.objects.filter(shared, pk=piet(cast).pk).exists()


def said(cast: Cast, **fields: object) -> Saying:
    """Piet said something."""
    usual: dict[str, object] = {"said_at": clock.now(), "audience": Saying.Audience.COORDINATOR}
    return Saying.objects.create(organisation=cast.here, person=piet(cast), **(usual | fields))


def test_what_was_said_is_read_by_coordinators_and_whom_it_was_said_to(cast: Cast) -> None:
    saying = said(cast)
    assert asking.sayings_visible_to(cast.actor("piet")).get() == saying
    assert asking.sayings_visible_to(cast.actor("amal")).get() == saying
    assert asking.can_answer(cast.actor("amal"), saying)
    for name in ("nele", "bea", "chris"):
        assert not asking.sayings_visible_to(cast.actor(name)).exists()
        assert not asking.can_answer(cast.actor(name), saying)
    assert not asking.can_answer(cast.actor("piet"), saying)


def test_the_professional_reads_what_was_also_said_to_them(cast: Cast) -> None:
    saying = said(cast, audience=Saying.Audience.PROFESSIONAL)
    other = actor_of(member(cast.here, Function.PROFESSIONAL, name="Otto Ander"))
    assert asking.sayings_visible_to(cast.actor("nele")).get() == saying
    assert not asking.sayings_visible_to(other).exists()
    assert not asking.sayings_visible_to(only(cast.actor("nele"), Function.COACH)).exists()
    Saying.objects.update(said_at=None)
    assert not asking.sayings_visible_to(cast.actor("nele")).exists()
    assert not asking.sayings_visible_to(cast.actor("amal")).exists()
    assert asking.sayings_visible_to(cast.actor("piet")).get() == saying


def test_a_check_is_read_by_who_gave_it_and_never_by_the_other_one(cast: Cast) -> None:
    of_bea, of_piet = early_check(running(cast))
    for reader in (cast.actor("amal"), night(cast)):
        assert set(asking.checks_visible_to(reader)) == {of_bea, of_piet}
    for reader in (cast.actor("bea"), also(cast.actor("bea"), Function.COORDINATOR)):
        assert set(asking.checks_visible_to(reader)) == {of_bea}
    for reader in (cast.actor("piet"), also(cast.actor("piet"), Function.COORDINATOR)):
        assert set(asking.checks_visible_to(reader)) == {of_piet}
    assert not asking.checks_visible_to(cast.actor("nele")).exists()
    assert not asking.checks_visible_to(cast.actor("chris")).exists()


def test_a_check_is_filled_in_by_each_or_written_down_by_a_coordinator_outside_it(
    cast: Cast,
) -> None:
    match = running(cast)
    of_bea, of_piet = early_check(match)
    assert asking.can_fill_in(cast.actor("bea"), of_bea)
    assert asking.can_fill_in(cast.actor("amal"), of_bea)
    assert not asking.can_fill_in(cast.actor("bea"), of_piet)
    assert not asking.can_fill_in(also(cast.actor("bea"), Function.COORDINATOR), of_piet)
    assert not asking.can_fill_in(cast.actor("nele"), of_piet)
    assert not asking.can_fill_in(cast.actor("chris"), of_piet)
    assert asking.can_see_to(cast.actor("amal"), of_bea)
    assert not asking.can_see_to(cast.actor("nele"), of_bea)
    assert not asking.can_see_to(also(cast.actor("bea"), Function.COORDINATOR), of_bea)
    of_bea.match.state = MatchState.ENDED
    assert not asking.can_fill_in(cast.actor("bea"), of_bea)


def test_what_changed_is_told_by_the_participant_or_written_down(cast: Cast) -> None:
    outcome = Outcome.objects.create(
        organisation=cast.here, person=piet(cast), match=running(cast), asked_on=clock.today()
    )
    for name in ("piet", "amal"):
        assert asking.outcomes_visible_to(cast.actor(name)).get() == outcome
        assert asking.can_tell_outcome(cast.actor(name), outcome)
    for name in ("bea", "nele", "chris"):
        assert not asking.outcomes_visible_to(cast.actor(name)).exists()
        assert not asking.can_tell_outcome(cast.actor(name), outcome)
    assert asking.outcomes_put_to(cast.actor("piet")).get() == outcome
    assert not asking.outcomes_put_to(cast.actor("amal")).exists()


def test_what_was_put_to_somebody_is_theirs_alone(cast: Cast) -> None:
    saying = said(cast)
    of_bea, of_piet = early_check(running(cast))
    assert asking.sayings_put_to(cast.actor("piet")).get() == saying
    assert asking.checks_put_to(cast.actor("piet")).get() == of_piet
    assert asking.checks_put_to(cast.actor("bea")).get() == of_bea
    for reader in (cast.actor("amal"), replace(cast.actor("piet"), person_id=None)):
        assert not asking.sayings_put_to(reader).exists()
        assert not asking.checks_put_to(reader).exists()


def test_only_coordinators_choose_the_questions(cast: Cast) -> None:
    assert asking.can_switch(cast.actor("amal"))
    assert not asking.can_switch(cast.actor("nele"))
