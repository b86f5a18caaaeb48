"""An address that only takes a form shows a kind page to whoever opens it, and leads back."""

import pytest
from django.test import Client

from naast.core.middleware import page_above
from tests.conftest import Cast
from tests.factories import EngagementFactory


def test_the_page_of_the_form_is_one_step_back_and_the_status_stays(cast: Cast) -> None:
    engagement = EngagementFactory(organisation=cast.here)
    above = cast.url(f"programmes/taking-part/{engagement.pk}/")

    answer = cast.client("amal").get(above + "wait/")

    assert answer.status_code == 405
    assert answer["Allow"] == "POST"
    assert f'href="{above}"' in answer.content.decode()
    assert cast.client("amal").get(above).status_code == 200


@pytest.mark.parametrize(
    ("path", "above"),
    [
        ("/v/hier/mine/token/ask/", "/v/hier/mine/token/"),
        ("/o/hier/nowhere/at/all/", "/o/hier/"),
        ("/nowhere/", "/"),
    ],
)
def test_the_nearest_address_that_exists_is_found(path: str, above: str) -> None:
    assert page_above(path) == above


def test_a_method_nobody_uses_gets_no_page(cast: Cast) -> None:
    answer = Client().put(cast.url("today/"))
    assert answer.status_code in (302, 405)
    assert b"<h1>" not in answer.content
