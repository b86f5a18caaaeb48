"""Money, kilometres and rates as they are read and written: from the whole numbers of the rows to words, and back."""

from decimal import Decimal
from fractions import Fraction

from django.utils.formats import number_format
from django.utils.translation import gettext as _

from naast.law.costs.figures import RATE_PARTS
from naast.law.costs.payments import THOUSANDTHS, Thousandths

MINUS = "\u2212"


def euro(cents: int) -> str:
    """«€ 1.760,83» for 176083 cents, in the language of the reader."""
    return _with_sign(_euros(Decimal(abs(cents)) / 100, 2), below_zero=cents < 0)


def euro_a_km(rate: int) -> str:
    """«€ 0,4326» for 4326 ten-thousandths of a euro."""
    return _euros(Decimal(rate) / RATE_PARTS, 4)


def kilometres(km: Thousandths) -> str:
    """«12,5 km» for 12500 thousandths; at most one decimal."""
    return _unbroken(_("%(number)s km") % {"number": number(km)})


def number(thousandths: Thousandths) -> str:
    """«12,5» for 12500 thousandths of a kilometre or an hour: at most one decimal, and none when it is whole."""
    tenths = round(abs(Fraction(thousandths)) * 10 / THOUSANDTHS)
    places = 0 if tenths % 10 == 0 else 1
    shown = number_format(
        Decimal(tenths) / 10, decimal_pos=places, use_l10n=True, force_grouping=True
    )
    return _with_sign(shown, below_zero=thousandths < 0)


def typed_euros(cents: int) -> str:
    """«1760,83»: as it stands in a field, with the decimal sign of the reader and without groups."""
    return number_format(Decimal(cents) / 100, decimal_pos=2, use_l10n=True, force_grouping=False)


def typed_number(thousandths: int) -> str:
    """«1200,5»: as it stands in a field, with as many decimals as there are and without groups."""
    shown = Decimal(thousandths) / THOUSANDTHS
    places = max(0, -int(shown.normalize().as_tuple().exponent))
    return number_format(shown, decimal_pos=places, use_l10n=True, force_grouping=False)


def _euros(amount: Decimal, places: int) -> str:
    shown = number_format(amount, decimal_pos=places, use_l10n=True, force_grouping=True)
    return _unbroken(_("€ %(amount)s") % {"amount": shown})


def _unbroken(text: str) -> str:
    """An amount stays on one line with its unit."""
    return text.replace(" ", "\u00a0")


def _with_sign(text: str, *, below_zero: bool) -> str:
    return f"{MINUS}{text}" if below_zero else text
