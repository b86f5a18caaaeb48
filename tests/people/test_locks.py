"""Two people at work on the same person at the same moment."""

from typing import Any

import pytest

from naast.organisations.actors import Actor
from naast.people import services
from naast.people.errors import HatAlreadyOn
from naast.people.models import Consent, Household, Person, VolunteerProfile
from tests.at_once import at_once, refused
from tests.conftest import Cast
from tests.factories import PersonFactory, VolunteerFactory

pytestmark = [pytest.mark.postgres, pytest.mark.django_db(transaction=True)]


def test_a_hat_put_on_twice_at_once_is_put_on_once(cast: Cast, coordinator: Actor) -> None:
    person = PersonFactory(organisation=cast.here)

    def put_on() -> object:
        return services.put_on_hat(actor=coordinator, person_id=person.pk, hat="volunteer")

    results = at_once(put_on, put_on)
    assert sum(isinstance(result, HatAlreadyOn) for result in results) == 1
    assert VolunteerProfile.objects.filter(person=person).count() == 1


def test_two_changes_of_one_card_at_once_both_stay(cast: Cast, coordinator: Actor) -> None:
    person = VolunteerFactory(organisation=cast.here).person

    def change(**changes: Any) -> object:
        return services.change_hat(
            actor=coordinator, person_id=person.pk, hat="volunteer", changes=changes
        )

    assert not refused(at_once(lambda: change(smokes=True), lambda: change(max_matches=3)))
    card = VolunteerProfile.objects.get(person=person)
    assert (card.smokes, card.max_matches) == (True, 3)


def test_a_goodbye_said_twice_at_once_is_one_goodbye(cast: Cast, coordinator: Actor) -> None:
    person = VolunteerFactory(organisation=cast.here).person

    def say_goodbye() -> object:
        return services.take_step(
            actor=coordinator, person_id=person.pk, hat="volunteer", step="say-goodbye"
        )

    assert refused(at_once(say_goodbye, say_goodbye)) == 1


def test_two_yeses_to_the_same_at_once_are_one_yes(cast: Cast, coordinator: Actor) -> None:
    def say_yes() -> object:
        return services.give_consent(
            actor=coordinator,
            person_id=cast.person_id("piet"),
            purpose=Consent.Purpose.LIVED_EXPERIENCE,
            how=Consent.How.IN_PERSON,
        )

    first, second = at_once(say_yes, say_yes)
    assert first == second
    assert Consent.objects.count() == 1


def household_of(cast: Cast, *names: str) -> Household:
    household = Household.objects.create(organisation=cast.here, name="Thuis")
    people = [cast.person_id(name) for name in names]
    Person.objects.filter(pk__in=people).update(household=household)
    return household


def test_the_last_two_who_leave_at_once_leave_no_empty_household(
    cast: Cast, coordinator: Actor
) -> None:
    household_of(cast, "bea", "piet")
    at_once(
        lambda: services.leave_household(actor=coordinator, person_id=cast.person_id("bea")),
        lambda: services.leave_household(actor=coordinator, person_id=cast.person_id("piet")),
    )
    assert not Household.objects.exists()


def test_who_moves_in_while_the_last_one_leaves_has_a_home_or_hears_that_it_is_gone(
    cast: Cast, coordinator: Actor
) -> None:
    household = household_of(cast, "bea")
    piet = cast.person_id("piet")

    def move_in() -> bool:
        try:
            services.join_household(actor=coordinator, person_id=piet, household_id=household.pk)
        except Household.DoesNotExist:
            return False
        return True

    _left, is_in = at_once(
        lambda: services.leave_household(actor=coordinator, person_id=cast.person_id("bea")),
        move_in,
    )
    assert Household.objects.filter(people=piet).exists() is is_in
    assert Household.objects.exists() is is_in


def test_two_who_live_together_said_from_both_sides_at_once_live_in_one_household(
    cast: Cast, coordinator: Actor
) -> None:
    bea, piet = cast.person_id("bea"), cast.person_id("piet")
    at_once(
        lambda: services.live_together(actor=coordinator, person_id=bea, other_id=piet),
        lambda: services.live_together(actor=coordinator, person_id=piet, other_id=bea),
    )
    assert set(Household.objects.get().people.values_list("pk", flat=True)) == {bea, piet}
