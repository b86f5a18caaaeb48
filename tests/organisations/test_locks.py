"""Two people who give the same colleague functions at the same moment."""

import pytest

from naast.organisations import services
from naast.organisations.actors import Actor
from naast.organisations.models import Function, Membership
from tests.at_once import at_once
from tests.conftest import Cast
from tests.factories import PersonFactory, UserFactory

pytestmark = [pytest.mark.postgres, pytest.mark.django_db(transaction=True)]


@pytest.mark.parametrize("is_known", [False, True])
def test_functions_given_at_once_are_all_held_and_the_person_stays_known(
    cast: Cast, coordinator: Actor, is_known: bool
) -> None:
    user, person = UserFactory(), PersonFactory(organisation=cast.here)
    if is_known:
        Membership.objects.create(organisation=cast.here, user=user)
    at_once(
        lambda: services.add_member(
            actor=coordinator,
            user=user,
            functions=frozenset({Function.COACH}),
            person_id=person.pk,
        ),
        lambda: services.add_member(
            actor=coordinator, user=user, functions=frozenset({Function.VOLUNTEER, Function.COACH})
        ),
    )
    membership = Membership.objects.get(user=user)
    assert membership.person_id == person.pk
    assert set(membership.roles.values_list("function", flat=True)) == {"coach", "volunteer"}
