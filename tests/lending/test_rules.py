"""When a thing can be lent."""

import pytest

from naast.lending.rules import Standing, why_not


def test_what_is_here_and_clean_can_be_lent() -> None:
    assert not why_not(Standing())


@pytest.mark.parametrize(
    "standing", [Standing(is_retired=True), Standing(is_out=True), Standing(waits_for_wipe=True)]
)
def test_everything_else_says_why_not(standing: Standing) -> None:
    assert why_not(standing)


def test_each_reason_has_its_own_sentence() -> None:
    reasons = {
        str(why_not(Standing(**{name: True})))
        for name in ("is_retired", "is_out", "waits_for_wipe")
    }
    assert len(reasons) == 3
