"""Who reads yeses, letters, holds, runs and questions about data, and who changes them: line by line."""

from dataclasses import replace
from uuid import uuid4

import pytest

from naast.core import clock
from naast.organisations.models import Function
from naast.people.models import Consent, Person
from naast.privacy.models import AttendanceLetter, Erasure, Published, RetentionRun
from naast.privacy.policies import consents, keeping, rights
from tests.asking_rights import asked
from tests.companionship.pair import consent, person_of
from tests.conftest import Cast
from tests.eyes import also, night
from tests.factories import actor_of, member
from tests.guarding import held, letter, photo_yes


@pytest.fixture
def bea(cast: Cast) -> Person:
    """Bea's person."""
    return person_of(cast.bea)


@pytest.fixture
def piet(cast: Cast) -> Person:
    """Piet's person."""
    return person_of(cast.piet)


def test_a_yes_is_read_by_its_person_and_coordinators(cast: Cast, piet: Person) -> None:
    given = consent(piet)
    for reader in (cast.actor("amal"), cast.actor("piet"), night(cast)):
        assert consents.consents_visible_to(reader).get() == given
    for name in ("bea", "nele", "chris"):
        assert not consents.consents_visible_to(cast.actor(name)).exists()
    assert not consents.consents_visible_to(replace(cast.actor("piet"), person_id=None)).exists()
    assert Consent.objects.count() == 1


def test_a_yes_to_a_picture_and_where_it_was_shown_go_together(cast: Cast, bea: Person) -> None:
    given = photo_yes(cast.actor("amal"), bea)
    shown = Published.objects.create(
        organisation=cast.here, photo_yes=given, where="Nieuwsbrief", published_on=clock.today()
    )
    for name in ("amal", "bea"):
        assert consents.photos_visible_to(cast.actor(name)).get() == given
        assert consents.published_visible_to(cast.actor(name)).get() == shown
    for name in ("piet", "nele", "chris"):
        assert not consents.photos_visible_to(cast.actor(name)).exists()
        assert not consents.published_visible_to(cast.actor(name)).exists()
    assert consents.can_note_published(cast.actor("amal"), given)
    assert not consents.can_note_published(cast.actor("bea"), given)
    assert not consents.can_note_published(cast.actor("chris"), given)


def test_what_somebody_made_on_their_own_screen_is_printed_by_them_alone(
    cast: Cast, bea: Person
) -> None:
    on_screen = letter(cast.actor("bea"), bea)
    on_paper = letter(cast.actor("amal"), bea, how=AttendanceLetter.How.ON_PAPER)
    amal, own = cast.actor("amal"), cast.actor("bea")
    assert set(consents.letters_visible_to(amal)) == {on_screen, on_paper}
    assert set(consents.letters_visible_to(own)) == {on_screen, on_paper}
    assert set(consents.letters_to_print(own)) == {on_screen, on_paper}
    assert set(consents.letters_to_print(amal)) == {on_paper}
    for name in ("piet", "nele", "chris"):
        assert not consents.letters_visible_to(cast.actor(name)).exists()
        assert not consents.letters_to_print(cast.actor(name)).exists()


def test_a_yes_is_said_by_the_person_or_written_down_by_a_coordinator(
    cast: Cast, piet: Person
) -> None:
    assert consents.can_say_yes(cast.actor("piet"), piet)
    assert consents.can_say_yes(cast.actor("amal"), piet)
    assert not consents.can_say_yes(cast.actor("nele"), piet)
    assert not consents.can_say_yes(cast.actor("chris"), piet)


def test_a_letter_is_asked_by_the_volunteer_or_written_down_by_a_coordinator(
    cast: Cast, bea: Person, piet: Person
) -> None:
    assert consents.can_ask_letter(cast.actor("bea"), bea)
    assert consents.can_ask_letter(cast.actor("amal"), bea)
    assert not consents.can_ask_letter(cast.actor("nele"), bea)
    assert not consents.can_ask_letter(cast.actor("chris"), bea)
    assert not consents.can_ask_letter(cast.actor("amal"), piet)


def test_coordinators_and_administrators_choose_terms_and_read_the_nights(cast: Cast) -> None:
    run = RetentionRun.objects.create(organisation=cast.here, day=clock.today())
    keeper = actor_of(member(cast.here, Function.ADMINISTRATOR, name="Kim Kabel"))
    for reader in (cast.actor("amal"), keeper):
        assert keeping.guards(reader)
        assert keeping.can_choose_terms(reader)
        assert keeping.runs_visible_to(reader).get() == run
    for name in ("bea", "nele", "piet"):
        assert not keeping.guards(cast.actor(name))
        assert not keeping.can_choose_terms(cast.actor(name))
        assert not keeping.runs_visible_to(cast.actor(name)).exists()
    assert not keeping.runs_visible_to(cast.actor("chris")).exists()


def test_nobody_reads_or_sets_a_hold_about_themselves(cast: Cast, bea: Person) -> None:
    hold = held(cast.actor("amal"), bea)
    for reader in (cast.actor("amal"), night(cast)):
        assert keeping.holds_visible_to(reader).get() == hold
        assert keeping.can_hold(reader, bea)
        assert keeping.can_change_hold(reader, hold)
    bea_too = also(cast.actor("bea"), Function.COORDINATOR)
    for reader in (cast.actor("nele"), cast.actor("chris"), cast.actor("bea"), bea_too):
        assert not keeping.holds_visible_to(reader).exists()
        assert not keeping.can_hold(reader, bea)
        assert not keeping.can_change_hold(reader, hold)


def test_who_looked_is_read_by_the_person_and_coordinators(cast: Cast, bea: Person) -> None:
    assert keeping.can_read_looks(cast.actor("bea"), bea)
    assert keeping.can_read_looks(cast.actor("amal"), bea)
    assert not keeping.can_read_looks(cast.actor("nele"), bea)
    assert not keeping.can_read_looks(cast.actor("chris"), bea)
    assert keeping.can_read_own_looks(cast.actor("bea"), bea)
    for name in ("amal", "piet", "chris"):
        assert not keeping.can_read_own_looks(cast.actor(name), bea)
    moved = replace(cast.actor("bea"), organisation_id=cast.elsewhere.pk)
    assert not keeping.can_read_own_looks(moved, bea)


def test_everybody_reads_their_own_questions_and_coordinators_all(cast: Cast, bea: Person) -> None:
    request = asked(cast.actor("bea"), bea, "access")
    assert rights.visible_to(cast.actor("amal")).get() == request
    assert rights.visible_to(cast.actor("bea")).get() == request
    assert rights.own_of(cast.actor("bea")).get() == request
    for name in ("amal", "nele", "chris"):
        assert not rights.own_of(cast.actor(name)).exists()
    assert not rights.visible_to(cast.actor("nele")).exists()
    # A question of somebody whom we don't know is nobody's own.
    unknown = asked(cast.actor("amal"), None, "access", who="Een buur")
    assert unknown not in rights.own_of(night(cast))
    assert rights.can_answer(cast.actor("amal"), unknown)
    assert rights.can_answer(night(cast), unknown)


def test_a_coordinator_answers_a_question_of_somebody_else(cast: Cast, bea: Person) -> None:
    request = asked(cast.actor("bea"), bea, "access")
    assert rights.can_answer(cast.actor("amal"), request)
    assert not rights.can_answer(cast.actor("nele"), request)
    assert not rights.can_answer(cast.actor("chris"), request)
    assert not rights.can_answer(also(cast.actor("bea"), Function.COORDINATOR), request)


def test_a_question_is_taken_back_by_who_asked_it(cast: Cast, bea: Person, piet: Person) -> None:
    request = asked(cast.actor("bea"), bea, "access")
    asked(cast.actor("piet"), piet, "access")
    assert rights.can_take_back(cast.actor("bea"), request)
    assert rights.can_take_back(cast.actor("amal"), request)
    assert not rights.can_take_back(cast.actor("piet"), request)


def test_everybody_asks_for_themselves_and_a_coordinator_for_anybody(
    cast: Cast, bea: Person
) -> None:
    assert rights.can_ask(cast.actor("bea"), bea)
    assert rights.can_ask(cast.actor("amal"), bea)
    assert rights.can_ask(cast.actor("amal"), None)
    for name in ("piet", "nele", "chris"):
        assert not rights.can_ask(cast.actor(name), bea)
    assert not rights.can_ask(cast.actor("piet"), None)


def test_what_was_erased_is_read_by_coordinators(cast: Cast) -> None:
    gone = Erasure.objects.create(organisation=cast.here, person_id=uuid4())
    assert rights.erasures_visible_to(cast.actor("amal")).get() == gone
    for name in ("bea", "nele", "chris"):
        assert not rights.erasures_visible_to(cast.actor(name)).exists()


def test_a_copy_goes_to_its_person_or_by_a_coordinator_of_the_house(
    cast: Cast, bea: Person
) -> None:
    amal = cast.actor("amal")
    assert rights.can_hand_out(cast.actor("bea"), bea)
    assert rights.can_hand_out(amal, bea)
    for reader in (cast.actor("nele"), cast.actor("chris"), amal.reading_along(uuid4())):
        assert not rights.can_hand_out(reader, bea)


def test_a_coordinator_erases_and_marks_somebody_else(cast: Cast, bea: Person) -> None:
    assert rights.can_erase(cast.actor("amal"), bea)
    assert rights.can_restrict(cast.actor("amal"), bea)
    for name in ("bea", "nele", "chris"):
        assert not rights.can_erase(cast.actor(name), bea)
        assert not rights.can_restrict(cast.actor(name), bea)
    assert not rights.can_erase(also(cast.actor("bea"), Function.COORDINATOR), bea)
