"""The short list of partners: where somebody may go instead of a role here."""

from http import HTTPStatus

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from naast.core.errors import NotAllowed
from naast.organisations.actors import Actor
from naast.recruitment.models import Application, Partner
from naast.recruitment.policies import partners as policies
from naast.recruitment.services import partners
from tests.conftest import Cast
from tests.recruitment.way import candidate

LIST = "candidates/partners/"
CHOIR = {"name": "Het Koor", "what": "leisure", "contact": "Mia, 09 123 45 67", "is_used": "on"}


def partner(cast: Cast, **fields: object) -> Partner:
    values = {"name": "Het Koor", "what": "leisure", "contact": "Mia, 09 123 45 67", **fields}
    return Partner.objects.create(organisation=cast.here, **values)


@pytest.mark.covers("S1-19")
def test_a_partner_of_that_kind_is_chosen_and_becomes_the_alternative(cast: Cast) -> None:
    choir = partner(cast)
    partner(cast, name="Vroeger", is_used=False)
    partner(cast, name="De Buren", what="organisation")
    Partner.objects.create(organisation=cast.elsewhere, name="Elders", what="leisure")
    application = candidate(cast, email="")
    amal = cast.client("amal")
    address = cast.url(f"candidates/{application.pk}/round-off/leisure/")
    choices = amal.get(address).context["form"].fields["partner"].choices
    assert [key for key, _name in choices] == ["", str(choir.pk)]

    assert amal.post(address, {"stop_reason": "other_fit"}).status_code == 422
    sent = {"stop_reason": "other_fit", "partner": str(choir.pk)}
    assert amal.post(address, sent).status_code == HTTPStatus.SEE_OTHER

    application.refresh_from_db()
    assert application.alternative == "Het Koor: Mia, 09 123 45 67"


def test_what_is_written_counts_more_than_the_partner(cast: Cast) -> None:
    choir = partner(cast)
    application = candidate(cast, email="")
    cast.client("amal").post(
        cast.url(f"candidates/{application.pk}/round-off/leisure/"),
        {"stop_reason": "other_fit", "partner": str(choir.pk), "alternative": "Samen gaan kijken"},
    )
    assert Application.objects.get().alternative == "Samen gaan kijken"


@pytest.mark.parametrize("outcome", ["not_now", "other_organisation"])
def test_without_a_partner_of_that_kind_one_writes_it(cast: Cast, outcome: str) -> None:
    partner(cast)
    application = candidate(cast, email="")
    address = cast.url(f"candidates/{application.pk}/round-off/{outcome}/")
    assert "partner" not in cast.client("amal").get(address).context["form"].fields
    answer = cast.client("amal").post(address, {"stop_reason": "other_fit"})
    assert (answer.status_code, "alternative" in answer.context["form"].errors) == (422, True)


def test_the_list_is_kept_and_leads_back_to_the_candidate(cast: Cast) -> None:
    application, amal = candidate(cast), cast.client("amal")
    ending = cast.url(f"candidates/{application.pk}/round-off/")
    from_there = f"{cast.url(LIST)}?candidate={application.pk}"
    assert from_there in amal.get(ending).content.decode()
    assert ending in amal.get(from_there).content.decode()

    new = f"{cast.url(LIST)}new/?candidate={application.pk}"
    assert amal.post(new, CHOIR)["Location"] == from_there
    made = Partner.objects.get()
    assert (made.name, made.is_used) == ("Het Koor", True)
    change = cast.url(f"{LIST}{made.pk}/")
    assert amal.get(change).context["form"].initial["contact"] == CHOIR["contact"]
    assert amal.post(change, CHOIR | {"name": "Koor"})["Location"] == cast.url(LIST)
    assert amal.post(change, CHOIR | {"what": "anders"}).status_code == 422
    assert "Koor" in amal.get(f"{cast.url(LIST)}?candidate=x").content.decode()


def test_the_list_is_for_coordinators_of_this_house(
    cast: Cast, professional: Actor, stranger: Actor, coordinator: Actor
) -> None:
    choir = partner(cast)
    for actor in (professional, stranger):
        assert not policies.visible_to(actor).exists()
    with pytest.raises(NotAllowed):
        partners.save_partner(actor=professional, values=CHOIR)
    with pytest.raises(Partner.DoesNotExist):
        partners.save_partner(actor=stranger, values={"name": "x"}, partner_id=choir.pk)
    with pytest.raises(KeyError):
        partners.save_partner(actor=coordinator, values={"organisation": "x"})
    assert cast.client("chris").get(f"/o/elders/{LIST}{choir.pk}/").status_code == 404


def test_the_list_costs_the_same_for_one_and_three(cast: Cast) -> None:
    client, costs = cast.client("amal"), []
    partner(cast)
    client.get(cast.url(LIST))
    for _number in (1, 3):
        with CaptureQueriesContext(connection) as seen:
            assert client.get(cast.url(LIST)).status_code == 200
        costs.append(len(seen))
        partner(cast, name="Tweede")
        partner(cast, name="Derde")
    assert costs[0] == costs[1] <= 12
