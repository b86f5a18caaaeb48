"""The organisation's own settings, and what recruiting asks of them."""

from typing import Any

import pytest

from tests.conftest import Cast

SENT: dict[str, Any] = {
    "name": "Het Huis",
    "country": "BE",
    "language": "nl",
    "phone": "",
    "email": "",
    "candidate_months": 9,
    "groups_a_quarter": 0,
    "check_renewal_months": 36,
}


def test_a_coordinator_says_how_long_candidates_are_kept_and_how_many_groups_are_welcome(
    cast: Cast,
) -> None:
    amal, address = cast.client("amal"), cast.url("organisation/")
    form = amal.get(address).context["form"]
    assert (form["candidate_months"].value(), form["groups_a_quarter"].value()) == (6, 2)

    assert amal.post(address, SENT).status_code == 303

    cast.here.refresh_from_db()
    assert (cast.here.candidate_months, cast.here.groups_a_quarter) == (9, 0)


@pytest.mark.parametrize(
    "changes",
    [
        {"candidate_months": 0},
        {"candidate_months": 25},
        {"groups_a_quarter": 21},
        {"groups_a_quarter": -1},
    ],
)
def test_a_term_or_number_out_of_bounds_is_refused(cast: Cast, changes: dict[str, int]) -> None:
    answer = cast.client("amal").post(cast.url("organisation/"), SENT | changes)
    assert answer.status_code == 422
    assert set(answer.context["form"].errors) == set(changes)
    cast.here.refresh_from_db()
    assert (cast.here.candidate_months, cast.here.groups_a_quarter) == (6, 2)


def test_the_page_leads_to_our_words(cast: Cast) -> None:
    page = cast.client("amal").get(cast.url("organisation/")).content.decode()
    assert cast.url("messages/texts/") in page
