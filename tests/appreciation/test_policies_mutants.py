"""Who thanks whom, who sees the board, and who writes letters: line by line."""

from dataclasses import replace
from datetime import timedelta

import pytest

from naast.appreciation import policies
from naast.appreciation.models import DaysToRemember, PostState, YearLook
from naast.companionship.models import MatchState
from naast.core import clock
from naast.organisations.models import Function
from tests.companionship.pair import pair, person_of
from tests.conftest import Cast
from tests.eyes import also, night, only
from tests.factories import VolunteerFactory, actor_of, member
from tests.thanking import GatheringFactory, LetterFactory, PostFactory, ThanksFactory


def test_coordinators_and_coaches_thank_everybody_but_themselves(cast: Cast) -> None:
    bea = person_of(cast.bea)
    coach = actor_of(member(cast.here, Function.COACH, name="Cleo Coach"))
    for reader in (cast.actor("amal"), night(cast), coach):
        assert policies.thankable(reader).get() == bea
    assert not policies.thankable(also(cast.actor("bea"), Function.COORDINATOR)).exists()
    for name in ("bea", "nele", "piet", "chris"):
        assert not policies.thankable(cast.actor(name)).exists()


def test_a_professional_thanks_who_stands_beside_their_participant(cast: Cast) -> None:
    match = pair(cast, MatchState.RUNNING)
    VolunteerFactory(organisation=cast.here)
    assert policies.thankable(cast.actor("nele")).get() == match.volunteer
    match.state = MatchState.ENDED
    match.save()
    assert not policies.thankable(cast.actor("nele")).exists()


def test_thanks_are_read_by_who_gave_them_who_got_them_and_coordinators(cast: Cast) -> None:
    thanks = ThanksFactory(given_by=cast.nele, person=person_of(cast.bea))
    for name in ("amal", "nele", "bea"):
        assert policies.visible_thanks(cast.actor(name)).get() == thanks
    for name in ("piet", "chris"):
        assert not policies.visible_thanks(cast.actor(name)).exists()
    assert policies.own_thanks(cast.actor("bea")).get() == thanks
    for reader in (cast.actor("nele"), cast.actor("amal"), night(cast)):
        assert not policies.own_thanks(reader).exists()


def test_everybody_who_works_here_sees_the_cards_of_today(cast: Cast) -> None:
    post = PostFactory(organisation=cast.here)
    coach = actor_of(member(cast.here, Function.COACH, name="Cleo Coach"))
    for reader in (cast.actor("amal"), cast.actor("nele"), cast.actor("bea"), coach):
        assert policies.on_board(reader).get() == post
        assert policies.visible_posts(reader).get() == post
    for name in ("piet", "chris"):
        assert not policies.on_board(cast.actor(name)).exists()
        assert not policies.visible_posts(cast.actor(name)).exists()
    post.until_on = clock.today()
    post.save()
    assert policies.on_board(cast.actor("bea")).exists()
    post.until_on = clock.today() - timedelta(days=1)
    post.save()
    assert not policies.on_board(cast.actor("bea")).exists()


def test_a_card_that_waits_is_seen_by_its_person_and_coordinators(cast: Cast) -> None:
    waiting = next(each for each in PostState if each != PostState.SHOWN)
    post = PostFactory(organisation=cast.here, person=person_of(cast.bea), state=waiting)
    for name in ("amal", "bea"):
        assert policies.visible_posts(cast.actor(name)).get() == post
        assert not policies.on_board(cast.actor(name)).exists()
    assert not policies.visible_posts(cast.actor("nele")).exists()
    assert policies.can_place(cast.actor("amal"), post)
    assert policies.can_place(night(cast), post)
    assert policies.can_take_back(cast.actor("bea"), post)
    for reader in (
        cast.actor("nele"),
        cast.actor("chris"),
        also(cast.actor("bea"), Function.COORDINATOR),
    ):
        assert not policies.can_place(reader, post)
    for name in ("amal", "chris"):
        assert not policies.can_take_back(cast.actor(name), post)


def test_moments_together_are_for_who_works_here(cast: Cast) -> None:
    moment = GatheringFactory(host=cast.amal)
    for reader in (cast.actor("amal"), cast.actor("nele"), cast.actor("bea"), night(cast)):
        assert policies.gatherings(reader).get() == moment
    for reader in (
        cast.actor("piet"),
        cast.actor("chris"),
        only(cast.actor("bea"), Function.BOARD),
    ):
        assert not policies.gatherings(reader).exists()


def test_a_letter_is_read_by_its_person_and_written_by_a_coordinator(cast: Cast) -> None:
    letter = LetterFactory(organisation=cast.here, person=person_of(cast.bea))
    for name in ("amal", "bea"):
        assert policies.visible_letters(cast.actor(name)).get() == letter
    for name in ("nele", "piet", "chris"):
        assert not policies.visible_letters(cast.actor(name)).exists()
        assert not policies.can_write_letter(cast.actor(name), letter)
    assert not policies.visible_letters(replace(cast.actor("bea"), person_id=None)).exists()
    assert policies.can_write_letter(cast.actor("amal"), letter)
    assert not policies.can_write_letter(cast.actor("bea"), letter)
    assert not policies.can_write_letter(also(cast.actor("bea"), Function.COORDINATOR), letter)


@pytest.mark.parametrize("is_shared", [True, False])
def test_a_look_back_is_ones_own_and_coordinators_read_what_was_shared(
    cast: Cast, is_shared: bool
) -> None:
    look = YearLook.objects.create(
        organisation=cast.here,
        person=person_of(cast.bea),
        year=clock.today().year,
        is_shared=is_shared,
        written_on=clock.today(),
    )
    assert policies.own_looks(cast.actor("bea")).get() == look
    assert not policies.own_looks(cast.actor("amal")).exists()
    assert policies.shared_looks(cast.actor("amal")).exists() is is_shared
    for name in ("bea", "nele", "chris"):
        assert not policies.shared_looks(cast.actor(name)).exists()


def test_whose_days_are_remembered_is_for_coordinators_and_coaches(cast: Cast) -> None:
    days = DaysToRemember.objects.create(
        organisation=cast.here, person=person_of(cast.bea), birthday=True
    )
    coach = actor_of(member(cast.here, Function.COACH, name="Cleo Coach"))
    for reader in (cast.actor("amal"), night(cast), coach):
        assert policies.days_of(reader).get() == days
    for reader in (
        cast.actor("nele"),
        cast.actor("bea"),
        cast.actor("chris"),
        also(cast.actor("bea"), Function.COORDINATOR),
    ):
        assert not policies.days_of(reader).exists()
