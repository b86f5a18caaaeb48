"""Who reads tables, notes and tensions of which match: line by line."""

from dataclasses import replace
from datetime import timedelta

from naast.companionship.models import MatchState
from naast.core import clock
from naast.division.policies import handovers, matches, passing, tables, tensions
from naast.organisations.models import Function
from tests.companionship.pair import person_of
from tests.conftest import Cast
from tests.dividing import (
    DivisionFactory,
    HandOverFactory,
    PassedOnFactory,
    TensionFactory,
    cannot_come,
    match_of,
)
from tests.eyes import also, night, only
from tests.factories import actor_of, member


def test_a_match_before_both_said_yes_is_known_to_coordinators_alone(cast: Cast) -> None:
    match = match_of(cast)
    for name in ("amal", "bea", "nele", "piet"):
        assert matches.visible_to(cast.actor(name)).get() == match
    for state in matches.NOT_YET:
        match.state = state
        match.save()
        assert matches.visible_to(cast.actor("amal")).get() == match
        for name in ("bea", "nele", "piet"):
            assert not matches.visible_to(cast.actor(name)).exists()


def test_a_table_is_read_by_who_reads_the_match(cast: Cast) -> None:
    match = match_of(cast)
    table = DivisionFactory(match=match)
    example = DivisionFactory(match=None, programme=match.programme)
    other = actor_of(member(cast.here, Function.PROFESSIONAL, name="Otto Ander"))
    assert set(tables.visible_to(cast.actor("amal"))) == {table, example}
    for name in ("bea", "nele"):
        assert set(tables.visible_to(cast.actor(name))) == {table}
        assert tables.can_change(cast.actor(name), table)
        assert not tables.can_change(cast.actor(name), example)
    for reader in (other, cast.actor("chris")):
        assert not tables.visible_to(reader).exists()
        assert not tables.can_change(reader, table)
        assert not tables.can_change(reader, example)
    assert tables.can_change(cast.actor("amal"), example)


def test_the_stand_in_reads_the_note_until_the_day_is_past(cast: Cast) -> None:
    match = match_of(cast)
    stand_in = member(cast.here, Function.VOLUNTEER, name="Ilse Invalt")
    note = HandOverFactory(match=match, stand_in=person_of(stand_in))
    ilse, today = actor_of(stand_in), clock.today()
    assert handovers.read_by_stand_in(ilse, day=today).get() == note
    assert handovers.read_by_stand_in(ilse, day=note.until_on).get() == note
    assert not handovers.read_by_stand_in(ilse, day=note.until_on + timedelta(days=1)).exists()
    for reader in (cast.actor("bea"), only(ilse, Function.BOARD), replace(ilse, person_id=None)):
        assert not handovers.read_by_stand_in(reader, day=today).exists()
    match.state = MatchState.ENDED
    match.save()
    assert not handovers.read_by_stand_in(ilse, day=today).exists()


def test_who_can_not_come_is_known_to_both_and_coordinators(cast: Cast) -> None:
    step = cannot_come(match_of(cast))
    for name in ("amal", "bea", "nele"):
        assert handovers.steps_visible_to(cast.actor(name)).get() == step
    for reader in (
        cast.actor("piet"),
        cast.actor("chris"),
        only(cast.actor("bea"), Function.BOARD),
    ):
        assert not handovers.steps_visible_to(reader).exists()
    step.name = "pause"
    step.save()
    assert not handovers.steps_visible_to(cast.actor("amal")).exists()


def test_what_was_passed_on_is_read_by_both_and_taken_up_by_the_professional(cast: Cast) -> None:
    passed = PassedOnFactory(match=match_of(cast))
    for name in ("amal", "bea", "nele"):
        assert passing.visible_to(cast.actor(name)).get() == passed
    for reader in (
        cast.actor("piet"),
        cast.actor("chris"),
        only(cast.actor("bea"), Function.BOARD),
    ):
        assert not passing.visible_to(reader).exists()
    assert passing.can_answer(cast.actor("nele"), passed)
    assert passing.can_answer(cast.actor("amal"), passed)
    for reader in (
        cast.actor("bea"),
        also(cast.actor("bea"), Function.COORDINATOR),
        cast.actor("piet"),
    ):
        assert not passing.can_answer(reader, passed)


def test_a_tension_is_known_to_the_two_and_led_by_a_coordinator_outside_it(cast: Cast) -> None:
    tension = TensionFactory(match=match_of(cast))
    bea, nele, amal = (cast.actor(name) for name in ("bea", "nele", "amal"))
    for reader in (amal, bea, nele, night(cast)):
        assert tensions.visible_to(reader).get() == tension
    for reader in (amal, night(cast)):
        assert tensions.led_by(reader).get() == tension
        assert tensions.can_lead(reader, tension)
        assert tensions.can_write_down(reader, tension)
        assert not tensions.can_say(reader, tension)
    for one in (bea, nele):
        assert tensions.can_say(one, tension)
        for reader in (one, also(one, Function.COORDINATOR)):
            assert not tensions.led_by(reader).exists()
            assert not tensions.can_lead(reader, tension)
    for reader in (cast.actor("piet"), cast.actor("chris"), only(bea, Function.BOARD)):
        assert not tensions.visible_to(reader).exists()
        assert not tensions.led_by(reader).exists()
        assert not tensions.can_say(reader, tension)
        assert not tensions.can_lead(reader, tension)
