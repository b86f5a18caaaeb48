"""How somebody is reached by a reminder: their account, their address, or neither."""

from naast.people.api import reach_of
from naast.people.models import Person
from tests.conftest import Cast
from tests.factories import PersonFactory


def test_an_account_goes_before_an_address(cast: Cast) -> None:
    bea = Person.objects.select_related("user").get(pk=cast.person_id("bea"))
    assert bea.email
    assert reach_of(bea, language="fr") == {
        "user": cast.bea.user,
        "address": "",
        "language": "fr",
    }


def test_without_an_account_the_address_is_used_in_the_language_of_the_house(cast: Cast) -> None:
    person = PersonFactory(organisation=cast.here, email="iemand@test.example")
    assert reach_of(person, language="nl") == {
        "user": None,
        "address": "iemand@test.example",
        "language": "nl",
    }


def test_who_prefers_paper_or_the_phone_is_left_to_the_coordinator(cast: Cast) -> None:
    bea = Person.objects.select_related("user").get(pk=cast.person_id("bea"))
    bea.prefers_paper = True
    reach = reach_of(bea, language="nl")
    assert (reach["user"], reach["address"]) == (None, "")
