"""Who reads, signs and writes about agreements: line by line."""

from dataclasses import replace

import pytest

from naast.agreements.models import NotKept, Question
from naast.agreements.models.document import Asks
from naast.agreements.policies import copies, staff, steps
from naast.agreements.states import CopyState
from naast.agreements.states_steps import AGREE, SHOWN_TO_VOLUNTEER
from naast.core import clock
from naast.core.errors import NotAllowed
from naast.organisations.models import Function
from naast.people.models import Person
from tests.agreeing import CopyFactory, DocumentFactory, VersionFactory
from tests.conftest import Cast
from tests.eyes import also, night, only
from tests.factories import actor_of, member
from tests.programmes.ready import bea
from tests.talking import engaged, noted, taken


@pytest.fixture
def person(cast: Cast) -> Person:
    """Bea."""
    return bea(cast)


def test_a_copy_is_read_by_its_person_and_coordinators(cast: Cast, person: Person) -> None:
    copy = CopyFactory(organisation=cast.here, person=person)
    asked = Question.objects.create(organisation=cast.here, copy=copy, words="Wat is dit?")
    own, amal = cast.actor("bea"), cast.actor("amal")
    for reader in (amal, night(cast), own):
        assert copies.visible_to(reader).get() == copy
        assert copies.questions_visible_to(reader).get() == asked
    for name in ("nele", "piet", "chris"):
        assert not copies.visible_to(cast.actor(name)).exists()
        assert not copies.questions_visible_to(cast.actor(name)).exists()
    assert copies.own(own).get() == copy
    assert not copies.own(amal).exists()
    assert not copies.own(night(cast)).exists()
    copy.state = CopyState.WITHDRAWN
    copy.save()
    assert not copies.visible_to(own).exists()
    assert copies.visible_to(amal).get() == copy


def test_signing_for_oneself_for_us_and_writing_it_down(cast: Cast, person: Person) -> None:
    copy = CopyFactory(organisation=cast.here, person=person)
    copy.version.document.asks = Asks.SIGNATURE
    own, amal = cast.actor("bea"), cast.actor("amal")
    assert copies.can_sign_own(own, copy)
    assert not copies.can_sign_own(amal, copy)
    assert not copies.can_sign_own(replace(own, organisation_id=cast.elsewhere.pk), copy)
    for can in (copies.can_sign_for_us, copies.can_write_down):
        assert can(amal, copy)
        for reader in (
            night(cast),
            cast.actor("nele"),
            cast.actor("chris"),
            also(own, Function.COORDINATOR),
        ):
            assert not can(reader, copy)
    copy.version.document.asks = Asks.ACKNOWLEDGEMENT
    assert not copies.can_sign_for_us(amal, copy)
    assert copies.can_sign_own(own, copy)
    copy.version.document.asks = Asks.NOTHING
    assert not copies.can_sign_own(own, copy)
    copy.version.document.asks, copy.state = Asks.SIGNATURE, CopyState.SIGNED
    for decision in (
        copies.can_sign_own(own, copy),
        copies.can_sign_for_us(amal, copy),
        copies.can_write_down(amal, copy),
    ):
        assert not decision


def test_papers_are_made_and_changed_by_coordinators_while_nobody_signed(
    cast: Cast, person: Person
) -> None:
    copy = CopyFactory(organisation=cast.here, person=person)
    own, amal = cast.actor("bea"), cast.actor("amal")
    assert copies.can_prepare(amal)
    assert copies.can_answer(amal)
    assert not copies.can_prepare(own)
    assert not copies.can_answer(own)
    assert copies.can_change(amal, copy)
    assert copies.can_set_limits(amal, copy)
    assert copies.can_set_limits(own, copy)
    assert not copies.can_change(own, copy)
    for name in ("nele", "chris"):
        assert not copies.can_change(cast.actor(name), copy)
        assert not copies.can_set_limits(cast.actor(name), copy)
    copy.frozen_at = clock.now()
    assert not copies.can_change(amal, copy)
    assert not copies.can_set_limits(own, copy)
    copy.frozen_at, copy.state = None, CopyState.WITHDRAWN
    assert not copies.can_set_limits(own, copy)


def test_asking_and_renewing_is_of_the_person(cast: Cast, person: Person) -> None:
    copy = CopyFactory(organisation=cast.here, person=person)
    own, amal = cast.actor("bea"), cast.actor("amal")
    assert copies.can_ask(own, copy)
    assert not copies.can_ask(amal, copy)
    assert copies.can_renew(own, copy)
    assert copies.can_renew(amal, copy)
    assert copies.can_write_renewal(amal, copy)
    for reader in (night(cast), cast.actor("nele"), cast.actor("chris")):
        assert not copies.can_renew(reader, copy)
    for reader in (night(cast), own, also(own, Function.COORDINATOR)):
        assert not copies.can_write_renewal(reader, copy)
    copy.state = CopyState.SIGNED
    assert copies.can_ask(own, copy)
    copy.state = CopyState.WITHDRAWN
    assert not copies.can_ask(own, copy)


def test_what_was_not_kept_is_read_by_coordinators_and_the_coach_of_the_programme(
    cast: Cast,
) -> None:
    coach = member(cast.here, Function.COACH, name="Cleo Coach")
    row, own = noted(cast, coach=coach), cast.actor("bea")
    other = actor_of(member(cast.here, Function.COACH, name="Otto Ander"))
    for reader in (cast.actor("amal"), night(cast), actor_of(coach)):
        assert steps.visible_to(reader).get() == row
        assert steps.engagements_of(reader).get() == row.engagement
    for reader in (
        other,
        only(actor_of(coach), Function.BOARD),
        replace(actor_of(coach), membership_id=None),
        own,
        also(own, Function.COORDINATOR),
        cast.actor("nele"),
        cast.actor("chris"),
    ):
        assert not steps.visible_to(reader).exists()
        assert not steps.engagements_of(reader).exists()
    row.engagement.ended_on = clock.today()
    row.engagement.save()
    assert not steps.engagements_of(cast.actor("amal")).exists()
    assert not steps.engagements_of(actor_of(coach)).exists()


def test_the_volunteer_reads_it_from_the_first_talk_and_gives_their_view(cast: Cast) -> None:
    row, own = noted(cast), cast.actor("bea")
    assert steps.about_me(own).get() == row
    assert not steps.own_of(own).exists()
    assert not steps.can_give_view(own, row)
    NotKept.objects.update(state=SHOWN_TO_VOLUNTEER[0])
    row.refresh_from_db()
    assert steps.own_of(own).get() == row
    assert steps.can_give_view(own, row)
    for reader in (cast.actor("amal"), cast.actor("piet"), only(own, Function.BOARD)):
        assert not steps.about_me(reader).exists()
        assert not steps.own_of(reader).exists()
        assert not steps.can_give_view(reader, row)


def test_a_note_is_written_by_name_about_somebody_else(cast: Cast) -> None:
    coach = member(cast.here, Function.COACH, name="Cleo Coach")
    engagement = engaged(cast, coach=coach)
    for reader in (cast.actor("amal"), actor_of(coach)):
        assert steps.can_note(reader, engagement)
    assert steps.coaches(actor_of(coach), engagement)
    own = cast.actor("bea")
    other = actor_of(member(cast.here, Function.COACH, name="Otto Ander"))
    for reader in (
        other,
        night(cast),
        own,
        also(own, Function.COORDINATOR),
        only(actor_of(coach), Function.BOARD),
        cast.actor("nele"),
        cast.actor("chris"),
    ):
        assert not steps.can_note(reader, engagement)
        assert not steps.coaches(reader, engagement)
    engagement.programme.coach = None
    assert not steps.coaches(replace(actor_of(coach), membership_id=None), engagement)
    assert steps.can_change_terms(cast.actor("amal"))
    assert not steps.can_change_terms(actor_of(coach))


def test_a_parting_is_agreed_by_another_colleague_than_who_asked_it_last(cast: Cast) -> None:
    row = noted(cast)
    omar = member(cast.here, Function.COORDINATOR, name="Omar Ookhier")
    # Nobody asked it: then nobody agrees.
    assert not steps.can_take(actor_of(omar), row, AGREE)
    assert steps.can_take(actor_of(omar), row, "talk")
    taken(row, "talk", days_ago=30, by=omar)
    taken(row, "ask-parting", days_ago=20, by=cast.amal)
    assert steps.can_take(actor_of(omar), row, AGREE)
    assert not steps.can_take(cast.actor("amal"), row, AGREE)
    with pytest.raises(NotAllowed):
        steps.can_take(cast.actor("nele"), row, "talk")


@pytest.mark.parametrize("name", ["amal", "nele"])
def test_colleagues_acknowledge_what_is_for_them_and_in_force(cast: Cast, name: str) -> None:
    document = DocumentFactory(organisation=cast.here, for_staff=True)
    version = VersionFactory(document=document)
    reader = cast.actor(name)
    assert staff.can_acknowledge(reader, version)
    for other in (cast.actor("bea"), cast.actor("chris"), replace(reader, membership_id=None)):
        assert not staff.can_acknowledge(other, version)
    version.published_on = None
    assert not staff.can_acknowledge(reader, version)
    version.published_on, version.document.for_staff = clock.today(), False
    assert not staff.can_acknowledge(reader, version)


def test_coordinators_follow_write_letters_and_look_back(cast: Cast, person: Person) -> None:
    amal = cast.actor("amal")
    assert staff.can_follow(amal)
    assert staff.can_look_back(amal)
    assert staff.can_write_letters(amal, person)
    for name in ("nele", "bea"):
        assert not staff.can_follow(cast.actor(name))
        assert not staff.can_look_back(cast.actor(name))
        assert not staff.can_write_letters(cast.actor(name), person)
    assert not staff.can_write_letters(cast.actor("chris"), person)
