"""How often one visitor may send: who counts as one."""

import pytest
from django.test import RequestFactory
from pytest_django.fixtures import Settings

from naast.core.limits import visitor


def came_from(address: str, forwarded: str = "") -> str:
    headers = {"X-Forwarded-For": forwarded} if forwarded else {}
    return visitor(RequestFactory().post("/", REMOTE_ADDR=address, headers=headers))


def test_without_a_proxy_of_ours_nobody_chooses_their_own_address(settings: Settings) -> None:
    settings.BEHIND_PROXY = False
    assert came_from("192.0.2.1", "198.51.100.7") == "192.0.2.1"


def test_behind_our_proxy_the_address_counts_that_it_saw_itself(settings: Settings) -> None:
    settings.BEHIND_PROXY = True
    assert came_from("127.0.0.1", "203.0.113.9, 198.51.100.7") == "198.51.100.7"
    assert came_from("127.0.0.1") == "127.0.0.1"


@pytest.mark.parametrize(
    ("one", "other", "is_same"),
    [
        ("2001:db8:1:2::1", "2001:db8:1:2:ffff::9", True),
        ("2001:db8:1:2::1", "2001:db8:1:3::1", False),
        ("192.0.2.1", "192.0.2.2", False),
        ("::ffff:192.0.2.1", "::ffff:192.0.2.2", False),
        ("unix:", "unix:", True),
    ],
)
def test_one_home_is_one_visitor(one: str, other: str, is_same: bool) -> None:
    assert (came_from(one) == came_from(other)) is is_same
