"""«This belongs to my professional»."""

from datetime import timedelta

import pytest

from naast.companionship.models import Match, MatchState
from naast.core import clock
from naast.core.errors import NotAllowed, StateConflict
from naast.division.errors import WordsMissing
from naast.division.models import PassedOn
from naast.division.queries import passing as queries
from naast.division.services import passing as services
from naast.messaging.models import Message
from naast.organisations.actors import Actor
from naast.people.models import Person
from tests.conftest import Cast
from tests.dividing import PassedOnFactory, match_of

SECRET = "Er ligt een brief van de deurwaarder."


@pytest.mark.covers("S1-111")
def test_what_is_passed_on_reaches_the_professional_and_a_line_comes_back(
    cast: Cast, volunteer: Actor, professional: Actor
) -> None:
    match = match_of(cast)
    passed = services.pass_on(actor=volunteer, match_id=match.pk, about="Geld", text=SECRET)
    told = Message.objects.get()
    assert told.user == cast.nele.user
    assert SECRET not in told.subject + told.body
    assert list(queries.waiting_for(professional)) == [passed]
    services.take_up(actor=professional, passed_id=passed.pk, answer="Ik bel morgen.")
    assert not queries.waiting_for(professional)
    (read,) = queries.of_match(volunteer, match)
    assert (read.answer, read.taken_up_by) == ("Ik bel morgen.", cast.nele)
    assert Message.objects.filter(user=cast.bea.user, kind="division.taken-up").exists()


def test_without_a_professional_who_looks_after_the_match_hears_of_it(
    cast: Cast, volunteer: Actor
) -> None:
    match = match_of(cast, professional=None)
    services.pass_on(actor=volunteer, match_id=match.pk, about="", text=SECRET)
    assert Message.objects.get().user == cast.amal.user


def test_only_the_volunteer_passes_on_and_with_words(cast: Cast, volunteer: Actor) -> None:
    match = match_of(cast)
    for name in ("amal", "nele", "piet"):
        with pytest.raises(NotAllowed):
            services.pass_on(actor=cast.actor(name), match_id=match.pk, about="", text=SECRET)
    with pytest.raises(Match.DoesNotExist):
        services.pass_on(actor=cast.actor("chris"), match_id=match.pk, about="", text=SECRET)
    with pytest.raises(WordsMissing):
        services.pass_on(actor=volunteer, match_id=match.pk, about="", text="  ")


def test_who_takes_it_up(cast: Cast, volunteer: Actor, professional: Actor) -> None:
    passed = PassedOnFactory(match=match_of(cast))
    with pytest.raises(NotAllowed):
        services.take_up(actor=volunteer, passed_id=passed.pk, answer="Zelf gedaan")
    for name in ("piet", "chris"):
        with pytest.raises(PassedOn.DoesNotExist):
            services.take_up(actor=cast.actor(name), passed_id=passed.pk, answer="Ik")
    with pytest.raises(WordsMissing):
        services.take_up(actor=professional, passed_id=passed.pk, answer="")
    services.take_up(actor=cast.actor("amal"), passed_id=passed.pk, answer="Ik bel.")
    with pytest.raises(StateConflict):
        services.take_up(actor=professional, passed_id=passed.pk, answer="Ik ook.")


def test_what_is_left_lying_comes_to_the_coordinator(cast: Cast, coordinator: Actor) -> None:
    passed = PassedOnFactory(match=match_of(cast))
    assert not queries.left_lying(coordinator, now=clock.now())
    later = clock.now() + timedelta(days=4)
    assert list(queries.left_lying(coordinator, now=later)) == [passed]


def test_two_taps_pass_on_once(cast: Cast, volunteer: Actor) -> None:
    match = match_of(cast)
    for _tap in range(2):
        services.pass_on(actor=volunteer, match_id=match.pk, about="Geld", text=SECRET)
    assert PassedOn.objects.count() == Message.objects.count() == 1


def test_after_the_end_a_volunteer_reads_nothing_of_it(cast: Cast, volunteer: Actor) -> None:
    passed = PassedOnFactory(match=match_of(cast))
    assert queries.get_passed(volunteer, passed.pk) == passed
    Match.objects.update(state=MatchState.ENDED)
    assert queries.get_passed(volunteer, passed.pk) is None


def test_nobody_is_asked_to_take_up_what_they_passed_on_themselves(
    cast: Cast, coordinator: Actor
) -> None:
    amal = Person.objects.get(pk=cast.person_id("amal"))
    PassedOnFactory(match=match_of(cast, volunteer=amal))
    assert not queries.left_lying(coordinator, now=clock.now() + timedelta(days=4))
