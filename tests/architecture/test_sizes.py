"""No file grows until nobody wants to read it."""

from pathlib import Path

import pytest

from tools import house


def test_no_file_of_the_house_is_too_long() -> None:
    found = [line for line in house.complaints() if "it wants to be two" in line]
    assert found == []


@pytest.mark.parametrize(
    ("path", "most"),
    [
        ("naast/people/services.py", 500),
        ("tools/check.py", 500),
        ("tests/people/test_cards.py", 600),
        ("naast/desk/templates/desk/today.html", 120),
        ("naast/people/migrations/0001_initial.py", None),
        ("naast/locale/nl/LC_MESSAGES/django.po", None),
    ],
)
def test_each_kind_of_file_has_its_limit(path: str, most: int | None) -> None:
    assert house.limit(Path(path)) == most


def test_a_file_one_line_over_the_limit_is_named() -> None:
    path = Path("naast/people/services.py")
    assert list(house.too_long(path, "x\n" * 500)) == []
    assert list(house.too_long(path, "x\n" * 501)) == [
        "naast/people/services.py: 501 lines, at most 500: it wants to be two"
    ]
