"""Amounts, kilometres and rates in templates; an empty value gives no text."""

from django import template

from naast.expenses import money
from naast.law.costs.payments import Thousandths

register = template.Library()


@register.filter
def euro(cents: int | None) -> str:
    """«€ 12,50» for 1250 cents."""
    return "" if cents is None else money.euro(cents)


@register.filter
def euro_a_km(rate: int | None) -> str:
    """«€ 0,4326» for 4326 ten-thousandths of a euro."""
    return "" if rate is None else money.euro_a_km(rate)


@register.filter
def kilometres(km: Thousandths | None) -> str:
    """«12,5 km» for 12500 thousandths."""
    return "" if km is None else money.kilometres(km)


@register.filter
def hours(value: int | None) -> str:
    """«2,5» for 2500 thousandths of an hour."""
    return "" if value is None else money.number(value)


@register.filter
def account(iban: str) -> str:
    """«BE71 0961 2345 6769»: in groups of four, as it stands on paper."""
    return " ".join(iban[place : place + 4] for place in range(0, len(iban), 4))
