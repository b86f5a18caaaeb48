"""One calendar year of one volunteer: what they declared, and the row that is locked while a claim is judged."""

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from naast.core.fields import EncryptedTextField
from naast.organisations.models import Membership, Owned
from naast.people.models import Person


class CostYear(Owned):
    """Locked while somebody's claim is judged, so that two at once can't pass a ceiling together."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="cost_years")
    year = models.PositiveSmallIntegerField(_("year"))
    # Since when a total stands at 80 % of its ceiling or more; looked at again every night (statements).
    nears_since = models.DateField(null=True, blank=True, editable=False)
    # Written when the person is erased before the term of the list is over: the tax office asks for the name.
    name = EncryptedTextField(_("name on the list of the year"), blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["person", "year"], name="one_cost_year_a_person")
        ]
        indexes = [
            models.Index(fields=["organisation", "year", "person"]),
            models.Index(
                fields=["organisation", "year"],
                condition=Q(nears_since__isnull=False),
                name="nears_a_ceiling",
            ),
        ]

    class Tenancy:
        """Guarded in the database: see core.tenancy."""

        same_organisation = ("person",)

    class Privacy:
        """Every field is in exactly one of these: a test counts them."""

        plain = frozenset({"id", "created_at", "organisation", "person", "year", "nears_since"})
        personal: frozenset[str] = frozenset()
        sensitive = frozenset({"name"})

    @property
    def listed_name(self) -> str:
        """The name for the list of the year, also of who was erased since (spec/law 1.7.8)."""
        return self.name or self.person.name


class Declaration(Owned):
    """What a volunteer says on their honour about one year (spec/law 1.7.8): what other organisations pay them,
    and, for the raised ceiling, that they have no allowance in that period. A new one ends the one before it."""

    class How(models.TextChoices):
        """How somebody said it."""

        SCREEN = "screen", _("on the screen")
        PAPER = "paper", _("signed on paper")

    cost_year = models.ForeignKey(CostYear, models.CASCADE, related_name="declarations")
    has_others = models.BooleanField(_("another organisation pays me something too"))
    # Cents of fixed amounts elsewhere in this year; in the Netherlands everything that counts there.
    other_flat = models.PositiveIntegerField(_("fixed amounts elsewhere this year"), default=0)
    # The Netherlands: cents that other organisations pay in one month, at most.
    other_month = models.PositiveIntegerField(_("elsewhere in one month, at most"), default=0)
    # Belgium: proven costs elsewhere set the way of the whole year.
    other_real = models.BooleanField(_("proven costs elsewhere"), default=False)
    # Thousandths of a kilometre.
    other_km = models.PositiveIntegerField(_("kilometres elsewhere this year"), default=0)
    no_allowance = models.BooleanField(
        _("I have no social security or assistance allowance in this period"), default=False
    )
    declared_on = models.DateField(_("declared on"))
    how = models.CharField(max_length=6, choices=How, default=How.SCREEN)
    entered_by = models.ForeignKey(
        Membership, models.SET_NULL, null=True, blank=True, related_name="+"
    )
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering: ClassVar[list[str]] = ["-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["cost_year"],
                condition=Q(ended_at__isnull=True),
                name="one_living_declaration_a_year",
            )
        ]

    class Tenancy:
        """Guarded in the database: see core.tenancy."""

        same_organisation = ("cost_year", "entered_by")

    class Privacy:
        """Every field is in exactly one of these: a test counts them."""

        plain = frozenset(
            {"id", "created_at", "organisation", "cost_year", "how", "entered_by", "ended_at"}
        )
        personal = frozenset(
            {
                "has_others",
                "other_flat",
                "other_month",
                "other_real",
                "other_km",
                "no_allowance",
                "declared_on",
            }
        )
        sensitive: frozenset[str] = frozenset()


class PayAccount(Owned):
    """Where a volunteer is paid: an account, or cash with a signed receipt."""

    person = models.OneToOneField(Person, models.CASCADE, related_name="pay_account")
    holder = EncryptedTextField(_("name on the account"), blank=True)
    iban = EncryptedTextField(_("account number"), blank=True)
    wants_cash = models.BooleanField(_("rather in cash"), default=False)

    class Tenancy:
        """Guarded in the database: see core.tenancy."""

        same_organisation = ("person",)

    class Privacy:
        """Every field is in exactly one of these: a test counts them."""

        plain = frozenset({"id", "created_at", "organisation", "person"})
        personal = frozenset({"wants_cash"})
        sensitive = frozenset({"holder", "iban"})
