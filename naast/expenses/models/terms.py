"""What an organisation pays back, and by which rules of its own."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from naast.expenses.states import Task
from naast.organisations.models import Membership, Owned
from naast.programmes.models import Programme


class CostSettings(Owned):
    """One for each organisation; without a row nothing but proven costs and travel is paid back.

    The fixed amount (*forfait*, *vrijwilligersvergoeding*) is off until an administrator says why it is on: there
    is no fee for everybody (S2-43, S4-17).
    """

    flat_is_on = models.BooleanField(_("fixed amounts are given"), default=False)
    flat_reason = models.TextField(_("why, and for whom"), blank=True, max_length=1000)
    flat_decided_on = models.DateField(_("decided on"), null=True, blank=True)
    # Cents. Above it two colleagues look at a claim.
    second_pair_above = models.PositiveIntegerField(
        _("a second colleague looks above"), default=10_000
    )
    account_name = models.CharField(_("name of the account"), max_length=70, blank=True)
    iban = models.CharField(_("account number"), max_length=34, blank=True)
    bic = models.CharField(_("BIC, when your bank asks for it"), max_length=11, blank=True)
    changed_by = models.ForeignKey(
        Membership, models.SET_NULL, null=True, blank=True, related_name="+"
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["organisation"], name="one_cost_settings_a_house"),
            models.CheckConstraint(
                condition=Q(flat_is_on=False)
                | (~Q(flat_reason="") & Q(flat_decided_on__isnull=False)),
                name="a_fixed_amount_was_decided",
            ),
        ]

    class Tenancy:
        """Guarded in the database: see core.tenancy."""

        same_organisation = ("changed_by",)

    class Privacy:
        """Every field is in exactly one of these: a test counts them."""

        plain = frozenset(
            {
                "id",
                "created_at",
                "organisation",
                "flat_is_on",
                "flat_reason",
                "flat_decided_on",
                "second_pair_above",
                "account_name",
                "iban",
                "bic",
                "changed_by",
            }
        )
        personal: frozenset[str] = frozenset()
        sensitive: frozenset[str] = frozenset()


class ProgrammeCosts(Owned):
    """What one programme pays back, where that differs from «travel and proven costs»."""

    programme = models.OneToOneField(Programme, models.CASCADE, related_name="costs")
    pays_travel = models.BooleanField(_("travel"), default=True)
    pays_real = models.BooleanField(_("costs with proof"), default=True)
    pays_flat = models.BooleanField(_("a fixed amount"), default=False)
    # Cents: a day in Belgium, an hour in the Netherlands. Empty: the ceiling of the law.
    flat_amount = models.PositiveIntegerField(_("how much"), null=True, blank=True)
    # Ten-thousandths of a euro a kilometre. In Belgium at most the rate of the law; the Netherlands have none.
    kilometre_rate = models.PositiveIntegerField(_("a kilometre"), null=True, blank=True)
    task = models.CharField(_("kind of task"), max_length=20, choices=Task, default=Task.ORDINARY)

    class Tenancy:
        """Guarded in the database: see core.tenancy."""

        same_organisation = ("programme",)

    class Privacy:
        """Every field is in exactly one of these: a test counts them."""

        plain = frozenset(
            {
                "id",
                "created_at",
                "organisation",
                "programme",
                "pays_travel",
                "pays_real",
                "pays_flat",
                "flat_amount",
                "kilometre_rate",
                "task",
            }
        )
        personal: frozenset[str] = frozenset()
        sensitive: frozenset[str] = frozenset()
