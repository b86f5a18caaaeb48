"""Amounts and kilometres are read and typed in the language of the reader, and kept as whole numbers."""

import pytest
from django.core.exceptions import ValidationError
from django.utils import translation

from naast.expenses import money
from naast.expenses.forms.money import EuroField, KilometreField
from naast.expenses.templatetags.money import account, euro


@pytest.mark.parametrize(
    ("cents", "shown"),
    [(1250, "12,50"), (176083, "1.760,83"), (-433, "\u2212€\u00a04,33"), (0, "0,00")],
)
def test_cents_are_shown_as_euros(cents: int, shown: str) -> None:
    with translation.override("nl"):
        assert shown in money.euro(cents)


def test_an_account_number_is_shown_in_groups_of_four() -> None:
    assert account("BE71096123456769") == "BE71 0961 2345 6769"
    assert account("") == ""


def test_nothing_is_shown_for_no_amount() -> None:
    assert euro(None) == ""


@pytest.mark.parametrize(
    ("thousandths", "shown"),
    [(12_500, "12,5"), (12_000, "12"), (2_000_000, "2.000"), (-1_500, "\u22121,5")],
)
def test_kilometres_have_at_most_one_decimal(thousandths: int, shown: str) -> None:
    with translation.override("nl"):
        assert money.number(thousandths) == shown


@pytest.mark.parametrize("text", ["12,50", "12.50", "€ 12,50", "12,5"])
def test_an_amount_may_be_typed_with_a_comma_or_a_point(text: str) -> None:
    assert EuroField().clean(text) == 1250


@pytest.mark.parametrize("text", ["1.659", "12,505", "twaalf", "-3", "0", "10.000,01", ""])
def test_what_nobody_can_know_is_asked_again(text: str) -> None:
    with pytest.raises(ValidationError):
        EuroField().clean(text)


@pytest.mark.parametrize("language", ["nl", "fr", "en"])
@pytest.mark.parametrize("value", [1, 1250, 176083])
def test_what_stands_in_a_field_can_be_read_again(language: str, value: int) -> None:
    with translation.override(language):
        assert EuroField().clean(EuroField().prepare_value(value)) == value
        assert KilometreField().clean(KilometreField().prepare_value(value)) == value


def test_a_field_that_may_stay_empty_gives_none() -> None:
    assert EuroField(required=False).clean(" ") is None
    assert KilometreField(required=False).clean("") is None
