"""The rules of the house catch what they are for, and the house keeps them."""

from pathlib import Path

import pytest

from tools import house
from tools.machine import ROOT

CODE, PAGE = Path("naast/people/services.py"), Path("naast/people/templates/people/card.html")


def test_the_house_keeps_its_rules() -> None:
    assert house.complaints() == []


@pytest.mark.parametrize(
    "line",
    [
        "x = 1  # noqa",
        "x = 1  # noqa: S608",
        "x = 1  # noqa: S608 --",
        "x = 1  # type: ignore",
        "x = 1  # type: ignore[misc]",
        "x = 1  # type: ignore  # a reason does not replace the code",
        "x = 1  # pragma: no cover",
    ],
)
def test_a_check_switched_off_without_code_or_reason_is_named(line: str) -> None:
    assert len(list(house.unreasoned(CODE, line + "\n"))) == 1


@pytest.mark.parametrize(
    "line",
    [
        "x = 1  # noqa: S608 -- names come from the models",
        "x = 1  # noqa: E402, F403 -- settings build on each other",
        "x = 1  # type: ignore[misc]  # the base has none",
        'x = "text with # noqa in it"',
        "x = 1  # an ordinary comment",
    ],
)
def test_a_check_switched_off_with_its_reason_is_fine(line: str) -> None:
    assert list(house.unreasoned(CODE, line + "\n")) == []


@pytest.mark.parametrize(
    "line",
    [
        '<p style="color: red">',
        "<style>p { color: red }</style>",
        '<button onclick="go()">',
        '<div hx-on::after-swap="go()">',
        "<script>go()</script>",
        '<script type="module">go()</script>',
    ],
)
def test_style_and_script_in_a_page_are_named(line: str) -> None:
    assert [text.split(": ")[0] for text in house.inline(PAGE, f"<main>\n{line}")] == [f"{PAGE}:2"]


@pytest.mark.parametrize(
    "line",
    [
        "<script src=\"{% static 'core/app.js' %}\" defer></script>",
        '<script type="application/json">{}</script>',
        '{# <p style="x"> #}',
        "<p>a style of its own</p>",
        '<input name="money" data-style="quiet">',
    ],
)
def test_what_the_security_policy_allows_is_fine(line: str) -> None:
    assert list(house.inline(PAGE, line)) == []


def test_a_path_of_a_machine_is_named() -> None:
    for place in ("home/amal", "Users/amal", "root/naast"):
        assert len(list(house.misplaced(CODE, f"see /{place}/notes"))) == 1
    assert len(list(house.misplaced(CODE, f"see {ROOT}/naast"))) == 1


def test_an_address_with_a_word_like_a_folder_is_fine() -> None:
    assert list(house.misplaced(CODE, "https://example.org/home/amal and /o/hier/home/")) == []


def test_an_address_of_a_package_registry_is_named() -> None:
    address = "https://pypi.example.org/" + "simple"
    assert len(list(house.misplaced(Path("requirements/base.txt"), f"--index-url {address}"))) == 1


def test_the_day_of_a_moment_is_that_of_who_uses_the_house() -> None:
    taken = "day = visit.created_at" + ".date()"
    assert list(house.days_elsewhere(CODE, f"\n{taken}\n")) == [
        f"{CODE}:2: the day in UTC: use localdate or localtime"
    ]
    assert list(house.days_elsewhere(CODE, "day = localdate(visit.created_at)")) == []
