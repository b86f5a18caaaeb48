"""Rows of this room."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from naast.core.fields import EncryptedTextField
from naast.lending.states import Condition, ItemKind
from naast.organisations.models import Membership, Owned
from naast.people.models import Person
from naast.programmes.models import Programme


class Item(Owned):
    """Something that the organisation lends."""

    kind = models.CharField(_("what"), max_length=7, choices=ItemKind)
    label = models.CharField(_("how you call it"), max_length=100)
    number = models.CharField(_("number on it"), max_length=60, blank=True)
    has_data = models.BooleanField(_("personal data may be on it"), default=False)
    note = models.CharField(_("what belongs to it"), max_length=300, blank=True)
    # No longer lent: worn, lost, sold.
    retired_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering: ClassVar[list[str]] = ["label", "id"]
        indexes = [models.Index(fields=["organisation", "label", "id"])]

    class Privacy:
        """Every field is in exactly one of these: a test counts them."""

        plain = frozenset(
            {
                "id",
                "created_at",
                "organisation",
                "kind",
                "label",
                "number",
                "has_data",
                "note",
                "retired_on",
            }
        )
        personal: frozenset[str] = frozenset()
        sensitive: frozenset[str] = frozenset()


class Loan(Owned):
    """Who has it, since when, and back on which day."""

    item = models.ForeignKey(Item, models.CASCADE, related_name="loans")
    person = models.ForeignKey(Person, models.PROTECT, related_name="loans")
    since_on = models.DateField(_("since"))
    due_on = models.DateField(_("back on"), null=True, blank=True)
    lent_by = models.ForeignKey(Membership, models.SET_NULL, null=True, related_name="+")
    # The borrower says that they have it, and that they know the rules.
    confirmed_on = models.DateField(null=True, blank=True)
    back_on = models.DateField(_("came back on"), null=True, blank=True)
    condition = models.CharField(_("how it came back"), max_length=6, choices=Condition, blank=True)
    # Data on it was erased when it came back.
    is_wiped = models.BooleanField(_("data on it is erased"), null=True)
    taken_by = models.ForeignKey(
        Membership, models.SET_NULL, null=True, blank=True, related_name="+"
    )
    note = EncryptedTextField(_("anything to know"), blank=True)
    # What the borrower tells while they have it: broken or lost; and when a colleague settled it with them.
    told = models.CharField(_("what happened"), max_length=6, choices=Condition, blank=True)
    told_on = models.DateField(null=True, blank=True)
    told_words = EncryptedTextField(_("in their own words"), blank=True)
    heard_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering: ClassVar[list[str]] = ["-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["item"], condition=Q(back_on__isnull=True), name="lent_once_at_a_time"
            ),
            models.CheckConstraint(
                condition=Q(back_on__isnull=True) | Q(back_on__gte=F("since_on")),
                name="back_after_it_left",
            ),
            models.CheckConstraint(
                condition=Q(back_on__isnull=True) | ~Q(condition=""),
                name="back_says_how",
            ),
        ]
        indexes = [
            models.Index(
                fields=["organisation", "due_on", "id"],
                condition=Q(back_on__isnull=True),
                name="loan_open",
            ),
            models.Index(
                fields=["organisation", "id"],
                condition=Q(back_on__isnull=True, told_on__isnull=False, heard_on__isnull=True),
                name="loan_told",
            ),
            models.Index(
                fields=["organisation", "id"], condition=Q(is_wiped=False), name="loan_unwiped"
            ),
            # For the term after which a loan is forgotten.
            models.Index(
                fields=["organisation", "back_on"],
                condition=Q(back_on__isnull=False),
                name="loan_over",
            ),
            models.Index(fields=["person", "-id"]),
        ]

    class Tenancy:
        """Guarded in the database: see core.tenancy."""

        same_organisation = ("item", "person", "lent_by", "taken_by")

    class Privacy:
        """Every field is in exactly one of these: a test counts them."""

        plain = frozenset(
            {"id", "created_at", "organisation", "item", "person", "lent_by", "taken_by"}
        )
        personal = frozenset(
            {
                "since_on",
                "due_on",
                "confirmed_on",
                "back_on",
                "condition",
                "is_wiped",
                "told",
                "told_on",
                "heard_on",
            }
        )
        sensitive = frozenset({"note", "told_words"})

    @property
    def is_out(self) -> bool:
        """Whether somebody still has it."""
        return self.back_on is None

    @property
    def waits_for_answer(self) -> bool:
        """Whether the borrower told something that nobody settled with them yet."""
        return self.is_out and self.told_on is not None and self.heard_on is None

    @property
    def waits_for_wipe(self) -> bool:
        """Whether it is here, with what the last borrower left on it; what is lost is not, until it is found."""
        is_gone = self.condition == Condition.LOST and self.item.retired_on is not None
        return not self.is_out and self.is_wiped is False and not is_gone

    @property
    def may_have_leaked(self) -> bool:
        """Whether personal data may have gone with what is lost; what was found again came back."""
        last_word = self.told if self.is_out else self.condition
        return self.item.has_data and last_word == Condition.LOST


class OwnDevices(Owned):
    """The rule of a programme on own devices: may a volunteer take their own laptop on a home visit? (S3-27)"""

    class Rule(models.TextChoices):
        """What holds."""

        NEVER = "never", _("Leave your own device at home")
        ASK = "ask", _("Ask your coordinator first")
        FINE = "fine", _("Your own device is fine, without papers of somebody on it")

    programme = models.OneToOneField(Programme, models.CASCADE, related_name="own_devices")
    rule = models.CharField(_("the rule"), max_length=5, choices=Rule)
    why = models.CharField(_("why"), max_length=300, blank=True)

    class Tenancy:
        """Guarded in the database: see core.tenancy."""

        same_organisation = ("programme",)

    class Privacy:
        """Every field is in exactly one of these: a test counts them."""

        plain = frozenset({"id", "created_at", "organisation", "programme", "rule", "why"})
        personal: frozenset[str] = frozenset()
        sensitive: frozenset[str] = frozenset()


__all__ = ["Item", "Loan", "OwnDevices"]
