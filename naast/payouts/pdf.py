"""A receipt for cash as an accessible PDF (PDF/UA-1), to sign on paper; made by typst from data."""

from pathlib import Path

from django.utils.formats import date_format
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from naast.core.pdf import pdf_of
from naast.expenses.money import euro
from naast.payouts.models import CashPayment

TEMPLATE = Path(__file__).parent / "sheets" / "receipt.typ"


def receipt_pdf(receipt: CashPayment) -> bytes:
    """The receipt in the language of the page: who got how much for what, from whom, and room to sign."""
    content = {
        "title": _("Receipt %(number)s") % {"number": receipt.number},
        "organisation": receipt.organisation.name,
        "language": (get_language() or "nl")[:2],
        "lead": _("%(name)s got %(amount)s back in cash, for costs made as a volunteer.")
        % {"name": receipt.person.name, "amount": euro(receipt.cents)},
        "columns": [_("Day"), _("What"), _("Amount")],
        "rows": [
            [
                date_format(claim.day, "DATE_FORMAT"),
                _("Taken back") if claim.cents < 0 else claim.get_kind_display(),
                euro(claim.cents),
            ]
            for claim in receipt.claims.order_by("day", "id")
        ],
        "total": [_("Together"), euro(receipt.cents)],
        "given": _("Given on %(day)s by %(name)s")
        % {"day": date_format(receipt.given_on, "DATE_FORMAT"), "name": _giver(receipt)},
        "signed": _signature(receipt),
        "to_sign": [_("Day"), _("Signature of %(name)s") % {"name": receipt.person.name}]
        if receipt.is_open
        else [],
    }
    return pdf_of(TEMPLATE, content)


def _giver(receipt: CashPayment) -> str:
    return receipt.given_by.user.name if receipt.given_by else receipt.organisation.name


def _signature(receipt: CashPayment) -> str:
    if receipt.cancelled_at is not None:
        return _("Given up: this money was not given.")
    if receipt.signed_on is None:
        return ""
    return _("Signed %(how)s on %(day)s.") % {
        "how": receipt.get_signed_display(),
        "day": date_format(receipt.signed_on, "DATE_FORMAT"),
    }
