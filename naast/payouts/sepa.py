"""A batch as the file that banks take: an ISO 20022 credit transfer (pain.001.001.09), checked against its schema.

The same batch gives the same bytes for ever, also the same name of the file: a bank that gets it twice sees that it
has it already (ADR 0024).
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from xml.etree.ElementTree import SubElement

from sepaxml import SepaTransfer
from stdnum import iban as iban_numbers

SCHEMA = "pain.001.001.09"
# What every bank of the euro area can read (EPC217-08).
UNREADABLE = re.compile(r"[^A-Za-z0-9/\-?:().,'+ ]")


# How a file says that something is not told.
NO_NAME = "NOTPROVIDED"


@dataclass(frozen=True, slots=True)
class Payer:
    """The account of the house."""

    name: str
    iban: str
    bic: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """One transfer; `cents` above zero, `words` is what the one who is paid reads on their statement."""

    name: str
    iban: str
    cents: int
    end_to_end: str
    words: str


@dataclass(frozen=True, slots=True)
class Order:
    """What the bank is asked: on which day, under which name, made when (local time)."""

    message_id: str
    made_at: datetime
    pay_on: date
    payer: Payer


def _readable(text: str | None) -> str:
    """Text with nothing in it that a bank can't read, and never nothing: one name of signs alone would stop the file
    for everybody. The package has taken the accents off by then."""
    return " ".join(UNREADABLE.sub(" ", text or "").split()) or NO_NAME


def is_account(iban: str) -> bool:
    """Whether this can be an account number: length, country and check digits."""
    return bool(iban_numbers.is_valid(iban, check_country=False))


def compact(iban: str) -> str:
    """«BE71096123456769»: as it stands in the file."""
    return str(iban_numbers.compact(iban))


def grouped(iban: str) -> str:
    """«BE71 0961 2345 6769»: as people read it."""
    return str(iban_numbers.format(iban))


def credit_transfer(order: Order, lines: Iterable[Line]) -> bytes:
    """The file. Raises sepaxml.validation.ValidationError when the schema does not let it through."""
    made = _File(order)
    for line in lines:
        made.add_payment(
            {
                "name": line.name,
                "IBAN": compact(line.iban),
                "amount": line.cents,
                "execution_date": order.pay_on,
                "description": line.words,
                "endtoend_id": line.end_to_end,
            }
        )
    written: bytes = made.export(validate=True)
    return written


class _File(SepaTransfer):  # type: ignore[misc]  # the package has no types
    """The package gives each file a new name and the moment of today; ours keeps those of the batch."""

    def __init__(self, order: Order) -> None:
        self.order = order
        payer = order.payer
        config = {
            "name": payer.name,
            "IBAN": compact(payer.iban),
            "currency": "EUR",
            "batch": True,
        }
        super().__init__(config | ({"BIC": payer.bic} if payer.bic else {}), schema=SCHEMA)

    def _create_header(self) -> None:
        self.msg_id = self.order.message_id
        super()._create_header()
        for moment in self._xml.iter("CreDtTm"):
            moment.text = self.order.made_at.replace(tzinfo=None, microsecond=0).isoformat()

    def _finalize_batch(self) -> None:
        super()._finalize_batch()
        for node in self._xml.iter("PmtInfId"):
            node.text = self.order.message_id
        for name in ("Nm", "Ustrd"):
            for node in self._xml.iter(name):
                node.text = _readable(node.text)
        for agent in self._xml.iter("FinInstnId"):
            # How a file says that the number of the account is enough.
            if not len(agent):
                SubElement(SubElement(agent, "Othr"), "Id").text = NO_NAME
