"""Rows of this room."""

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from naast.core.fields import EncryptedTextField
from naast.expenses.models import Claim
from naast.organisations.models import Membership, Owned
from naast.payouts.states import BatchState
from naast.people.models import Person


class Batch(Owned):
    """Payments that go to the bank in one file."""

    number = models.PositiveIntegerField(_("number"))
    # What the bank sees as the name of the file.
    message_id = models.CharField(max_length=35)
    pay_on = models.DateField(_("to be paid on"))
    # The account of the house as it was that day: the same batch gives the same file for ever.
    from_name = models.CharField(max_length=70)
    from_iban = models.CharField(max_length=34)
    from_bic = models.CharField(max_length=11, blank=True)
    state = models.CharField(max_length=9, choices=BatchState, default=BatchState.MADE)
    made_by = models.ForeignKey(Membership, models.SET_NULL, null=True, related_name="+")
    ended_by = models.ForeignKey(
        Membership, models.SET_NULL, null=True, blank=True, related_name="+"
    )
    # The day on which the money left the account, or on which the batch was given up.
    ended_on = models.DateField(null=True, blank=True)
    reason = models.CharField(_("why not"), max_length=300, blank=True)

    class Meta:
        ordering: ClassVar[list[str]] = ["-number"]
        constraints = [
            models.UniqueConstraint(fields=["organisation", "number"], name="batches_are_numbered")
        ]
        indexes = [
            models.Index(
                fields=["organisation", "pay_on"],
                condition=Q(state=BatchState.MADE),
                name="batch_open",
            )
        ]

    class Tenancy:
        """Guarded in the database: see core.tenancy."""

        same_organisation = ("made_by", "ended_by")

    class Privacy:
        """Every field is in exactly one of these: a test counts them."""

        plain = frozenset(
            {
                "id",
                "created_at",
                "organisation",
                "number",
                "message_id",
                "pay_on",
                "from_name",
                "from_iban",
                "from_bic",
                "state",
                "made_by",
                "ended_by",
                "ended_on",
                "reason",
            }
        )
        personal: frozenset[str] = frozenset()
        sensitive: frozenset[str] = frozenset()


class Transfer(Owned):
    """One line of a batch: what one volunteer gets, with the account as it was that day."""

    batch = models.ForeignKey(Batch, models.CASCADE, related_name="transfers")
    person = models.ForeignKey(Person, models.PROTECT, related_name="transfers")
    holder = EncryptedTextField(_("name on the account"))
    iban = EncryptedTextField(_("account number"))
    cents = models.PositiveIntegerField(_("amount"))
    end_to_end = models.CharField(max_length=35)
    claims = models.ManyToManyField(Claim, related_name="transfers")
    # The bank did not take this one of the batch: its claims wait again.
    left_out_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering: ClassVar[list[str]] = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["batch", "person"], name="one_transfer_a_person"),
            models.CheckConstraint(condition=Q(cents__gt=0), name="a_transfer_brings_something"),
        ]

    class Tenancy:
        """Guarded in the database: see core.tenancy."""

        same_organisation = ("batch", "person")

    class Privacy:
        """Every field is in exactly one of these: a test counts them."""

        plain = frozenset(
            {"id", "created_at", "organisation", "batch", "person", "end_to_end", "left_out_on"}
        )
        personal = frozenset({"cents"})
        sensitive = frozenset({"holder", "iban"})


class CashPayment(Owned):
    """Paid by hand, with a receipt that the volunteer signed (spec/law 1.7.8)."""

    class Signed(models.TextChoices):
        """How it was signed."""

        SCREEN = "screen", _("on the screen")
        PAPER = "paper", _("on paper")

    number = models.PositiveIntegerField(_("number"))
    person = models.ForeignKey(Person, models.PROTECT, related_name="cash_payments")
    cents = models.PositiveIntegerField(_("amount"))
    claims = models.ManyToManyField(Claim, related_name="cash_payments")
    given_by = models.ForeignKey(Membership, models.SET_NULL, null=True, related_name="+")
    given_on = models.DateField(_("given on"))
    # Nothing counts as paid before it is signed.
    signed = models.CharField(max_length=6, choices=Signed, blank=True)
    signed_on = models.DateField(null=True, blank=True)
    cancelled_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering: ClassVar[list[str]] = ["-number"]
        constraints = [
            models.UniqueConstraint(
                fields=["organisation", "number"], name="receipts_are_numbered"
            ),
            models.CheckConstraint(condition=Q(cents__gt=0), name="cash_is_something"),
            models.CheckConstraint(
                condition=Q(signed="", signed_on__isnull=True)
                | (~Q(signed="") & Q(signed_on__isnull=False)),
                name="a_signature_has_a_day",
            ),
        ]
        indexes = [
            models.Index(
                fields=["organisation", "given_on"],
                condition=Q(signed="", cancelled_at__isnull=True),
                name="receipt_to_sign",
            )
        ]

    class Tenancy:
        """Guarded in the database: see core.tenancy."""

        same_organisation = ("person", "given_by")

    class Privacy:
        """Every field is in exactly one of these: a test counts them."""

        plain = frozenset(
            {
                "id",
                "created_at",
                "organisation",
                "number",
                "person",
                "given_by",
                "cancelled_at",
            }
        )
        personal = frozenset({"cents", "given_on", "signed", "signed_on"})
        sensitive: frozenset[str] = frozenset()

    @property
    def is_open(self) -> bool:
        """Whether it still waits for a name under it."""
        return not self.signed and self.cancelled_at is None


__all__ = ["Batch", "CashPayment", "Transfer"]
