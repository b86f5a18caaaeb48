"""The table of tasks: who does, decides, knows and steps in (S1-108, S1-181, S3-20)."""

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from naast.companionship.models import Match
from naast.core.fields import EncryptedJSONField
from naast.organisations.models import Membership, Owned
from naast.programmes.models import Programme


class Division(Owned):
    """The table of one match; without a match it is the example of a programme, from which tables begin."""

    programme = models.ForeignKey(Programme, models.CASCADE, related_name="divisions")
    match = models.OneToOneField(
        Match, models.CASCADE, null=True, blank=True, related_name="division"
    )
    # The version that counts now.
    number = models.PositiveSmallIntegerField(default=1)
    # Since when this version waits for a yes, and when both had said it.
    waits_since = models.DateTimeField()
    agreed_on = models.DateField(null=True, blank=True)
    talked_on = models.DateField(_("talked through on"), null=True, blank=True)
    review_on = models.DateField(_("talk it through again on"), null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["programme"],
                condition=Q(match__isnull=True),
                name="one_example_a_programme",
            )
        ]
        indexes = [
            models.Index(
                fields=["organisation", "waits_since"],
                condition=Q(match__isnull=False, agreed_on__isnull=True),
                name="division_waits",
            ),
            models.Index(
                fields=["organisation", "review_on"],
                condition=Q(match__isnull=False, review_on__isnull=False),
                name="division_to_review",
            ),
        ]

    class Tenancy:
        """Guarded in the database: see core.tenancy."""

        same_organisation = ("programme", "match")

    class Privacy:
        """Every field is in exactly one of these: a test counts them."""

        plain = frozenset(
            {
                "id",
                "created_at",
                "organisation",
                "programme",
                "match",
                "number",
                "waits_since",
                "agreed_on",
                "talked_on",
                "review_on",
            }
        )
        personal: frozenset[str] = frozenset()
        sensitive: frozenset[str] = frozenset()


class DivisionVersion(Owned):
    """The rows as they stood: what somebody said yes to never changes afterwards."""

    division = models.ForeignKey(Division, models.CASCADE, related_name="versions")
    number = models.PositiveSmallIntegerField()
    # {"rows": [the fields of table.Row]}
    content = EncryptedJSONField(default=dict)
    made_by = models.ForeignKey(Membership, models.PROTECT, null=True, related_name="+")

    class Meta:
        ordering: ClassVar[list[str]] = ["-number"]
        constraints = [
            models.UniqueConstraint(fields=["division", "number"], name="one_version_a_number")
        ]

    class Tenancy:
        """Guarded in the database: see core.tenancy."""

        same_organisation = ("division", "made_by")

    class Privacy:
        """Every field is in exactly one of these: a test counts them."""

        plain = frozenset({"id", "created_at", "organisation", "division", "number", "made_by"})
        personal: frozenset[str] = frozenset()
        sensitive = frozenset({"content"})


class DivisionYes(Owned):
    """«I agree», of one side to one version."""

    class Side(models.TextChoices):
        """Who says yes."""

        VOLUNTEER = "volunteer", _("The volunteer")
        PROFESSIONAL = "professional", _("The professional")

    version = models.ForeignKey(DivisionVersion, models.CASCADE, related_name="yeses")
    side = models.CharField(max_length=12, choices=Side)
    said_on = models.DateField(_("on"))
    # Who said it here, or who wrote down that it was said on paper or in a talk.
    said_by = models.ForeignKey(Membership, models.PROTECT, related_name="+")
    is_on_paper = models.BooleanField(default=False)

    class Meta:
        ordering: ClassVar[list[str]] = ["side"]
        constraints = [
            models.UniqueConstraint(fields=["version", "side"], name="one_yes_a_side"),
        ]

    class Tenancy:
        """Guarded in the database: see core.tenancy."""

        same_organisation = ("version", "said_by")

    class Privacy:
        """Every field is in exactly one of these: a test counts them."""

        plain = frozenset(
            {"id", "created_at", "organisation", "version", "side", "said_by", "is_on_paper"}
        )
        personal = frozenset({"said_on"})
        sensitive: frozenset[str] = frozenset()
