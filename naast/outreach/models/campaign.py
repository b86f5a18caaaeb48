"""The 2+ method: within three months two new volunteers, with the help of those who are there (S1-152)."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from naast.organisations.models import Membership, Owned
from naast.people.models import Person
from naast.programmes.models import Programme


class Campaign(Owned):
    """One campaign of one programme: for which tasks, and until when."""

    programme = models.ForeignKey(Programme, models.PROTECT, related_name="campaigns")
    starts_on = models.DateField(_("starts"))
    ends_on = models.DateField(_("ends"))
    aims_at = models.PositiveSmallIntegerField(_("how many people we hope for"), default=2)
    # Sentences.
    tasks = models.JSONField(_("for which tasks"), default=list)
    # Where the newcomers are welcomed.
    welcome_on = models.DateField(
        _("next meeting, where newcomers are welcomed"), null=True, blank=True
    )
    closed_on = models.DateField(null=True, blank=True)
    # What stays when the first names are gone.
    leads_count = models.PositiveSmallIntegerField(default=0)
    asked_count = models.PositiveSmallIntegerField(default=0)
    yes_count = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering: ClassVar[list[str]] = ["-starts_on", "id"]
        indexes = [models.Index(fields=["organisation", "closed_on", "ends_on"])]
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_on__gt=F("starts_on")),
                name="campaign_ends_after_it_starts",
                violation_error_message=_("A campaign ends after it starts."),
            )
        ]

    class Tenancy:
        """Guarded in the database: see core.tenancy."""

        same_organisation = ("programme",)

    class Privacy:
        """A campaign is about tasks; people are in its leads, for as long as it lasts."""

        plain = frozenset(
            {
                "id",
                "created_at",
                "organisation",
                "programme",
                "starts_on",
                "ends_on",
                "aims_at",
                "tasks",
                "welcome_on",
                "closed_on",
                "leads_count",
                "asked_count",
                "yes_count",
            }
        )
        personal: frozenset[str] = frozenset()
        sensitive: frozenset[str] = frozenset()


class Lead(Owned):
    """Somebody to ask: a first name or initials and nothing more, until they say yes themselves."""

    class Outcome(models.TextChoices):
        """What came of asking."""

        NOT_ASKED = "not_asked", _("Not asked yet")
        YES = "yes", _("Yes")
        TRY = "try", _("Would like to try")
        LATER = "later", _("Later")
        NO = "no", _("No")

    campaign = models.ForeignKey(Campaign, models.CASCADE, related_name="leads")
    first_name = models.CharField(_("first name or initials"), max_length=30)
    task = models.CharField(_("for which task"), max_length=160, blank=True)
    # Who asks: a volunteer (or anybody we know as a person), or a colleague.
    asker = models.ForeignKey(
        Person, models.CASCADE, null=True, blank=True, related_name="people_to_ask"
    )
    colleague = models.ForeignKey(
        Membership, models.CASCADE, null=True, blank=True, related_name="people_to_ask"
    )
    ask_before = models.DateField(_("ask before"))
    outcome = models.CharField(
        _("what came of it"), max_length=10, choices=Outcome, default=Outcome.NOT_ASKED
    )
    try_on = models.DateField(_("tries on"), null=True, blank=True)
    # Codes of outreach.tips.WELCOME that are done.
    welcomed = models.JSONField(_("welcome"), default=list, blank=True)
    reminded_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering: ClassVar[list[str]] = ["ask_before", "id"]
        indexes = [models.Index(fields=["organisation", "outcome", "ask_before"])]
        constraints = [
            models.CheckConstraint(
                condition=Q(asker__isnull=False, colleague__isnull=True)
                | Q(asker__isnull=True, colleague__isnull=False),
                name="one_asker_a_lead",
            )
        ]

    class Tenancy:
        """Guarded in the database: see core.tenancy."""

        same_organisation = ("campaign", "asker", "colleague")

    class Privacy:
        """Every field is in exactly one of these: a test counts them."""

        plain = frozenset(
            {"id", "created_at", "organisation", "campaign", "task", "asker", "colleague"}
            | {"ask_before", "reminded_on"}
        )
        personal = frozenset({"first_name", "outcome", "try_on", "welcomed"})
        sensitive: frozenset[str] = frozenset()

    @property
    def asked_by(self) -> str:
        """The name of who asks; read with select_related."""
        if self.asker is not None:
            return self.asker.name
        return self.colleague.user.name if self.colleague is not None else ""
