"""A batch on its way out: the lines of the file for the bank and of the list. Names and accounts of one batch."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from django.db.models import Max, Min, QuerySet
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import override

from naast.payouts import sepa
from naast.payouts.models import Batch, Transfer
from naast.payouts.queries.paying import months_of


def with_months(batch: Batch) -> QuerySet[Transfer]:
    """The transfers that go to the bank, with `first_on` and `last_on` of the days of their costs."""
    rows = batch.transfers.filter(left_out_on__isnull=True)
    return rows.annotate(first_on=Min("claims__day"), last_on=Max("claims__day")).order_by(
        "end_to_end"
    )


def bank_file(batch: Batch) -> bytes:
    """The file for the bank, in the language of the house. What somebody reads on their statement says the months
    and nothing else. Raises sepaxml.validation.ValidationError."""
    order = sepa.Order(
        message_id=batch.message_id,
        made_at=localtime(batch.created_at),
        pay_on=batch.pay_on,
        payer=sepa.Payer(batch.from_name, batch.from_iban, batch.from_bic),
    )
    with override(batch.organisation.language):
        return sepa.credit_transfer(order, map(_line, with_months(batch)))


def _line(row: Transfer) -> sepa.Line:
    return sepa.Line(
        name=row.holder,
        iban=row.iban,
        cents=row.cents,
        end_to_end=row.end_to_end,
        words=words_of(row),
    )


def words_of(row: Transfer) -> str:
    """What stands on the statement of who is paid; `row` comes from `with_months`."""
    months = months_of(row.first_on, row.last_on)  # type: ignore[attr-defined]  # annotated by with_months
    return _("expenses %(months)s") % {"months": months}


def headings() -> list[str]:
    """The first line of the list."""
    return [
        _("Name"),
        _("Name on the account"),
        _("Account number"),
        _("Amount"),
        _("Message"),
        _("Reference"),
    ]


def rows_of(batch: Batch) -> Iterator[list[Any]]:
    """The list, for a bank without files: one line a transfer."""
    for row in with_months(batch).select_related("person").iterator():
        yield [
            row.person.name,
            row.holder,
            sepa.grouped(row.iban),
            Decimal(row.cents) / 100,
            words_of(row),
            row.end_to_end,
        ]
