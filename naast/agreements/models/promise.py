"""The organisation's promises, looked back on once a year (S1-226)."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from naast.agreements.models.document import Version
from naast.organisations.models import Membership, Owned


class PromiseReview(Owned):
    """One look back at what we promised."""

    version = models.ForeignKey(Version, models.PROTECT, related_name="promise_reviews")
    reviewed_on = models.DateField(_("looked back on"))
    with_whom = models.CharField(_("with whom"), max_length=200, blank=True)
    reviewed_by = models.ForeignKey(
        Membership, models.PROTECT, null=True, blank=True, related_name="+"
    )

    class Meta:
        ordering: ClassVar[list[str]] = ["-reviewed_on", "-id"]
        indexes = [models.Index(fields=["organisation", "reviewed_on"])]

    class Tenancy:
        """Guarded in the database: see core.tenancy."""

        same_organisation = ("version", "reviewed_by")

    class Privacy:
        """About the organisation, not about people."""

        plain = frozenset(
            {
                "id",
                "created_at",
                "organisation",
                "version",
                "reviewed_on",
                "with_whom",
                "reviewed_by",
            }
        )
        personal: frozenset[str] = frozenset()
        sensitive: frozenset[str] = frozenset()


class PromiseAnswer(Owned):
    """How it went with one promise, in our own words."""

    class Kept(models.TextChoices):
        """Words, no figures."""

        KEPT = "kept", _("Kept")
        PARTLY = "partly", _("Partly")
        NOT_YET = "not_yet", _("Not yet")

    review = models.ForeignKey(PromiseReview, models.CASCADE, related_name="answers")
    # The promise as it stood: its code, and its words as they were read then.
    code = models.CharField(max_length=60)
    promise = models.TextField()
    kept = models.CharField(_("did we keep it?"), max_length=10, choices=Kept)
    words = models.TextField(_("in our own words"))
    what_we_do = models.TextField(_("what we do now"), blank=True)

    class Meta:
        ordering: ClassVar[list[str]] = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["review", "code"], name="promise_answered_once")
        ]

    class Tenancy:
        """Guarded in the database: see core.tenancy."""

        same_organisation = ("review",)

    class Privacy:
        """About the organisation, not about people."""

        plain = frozenset(
            {
                "id",
                "created_at",
                "organisation",
                "review",
                "code",
                "promise",
                "kept",
                "words",
                "what_we_do",
            }
        )
        personal: frozenset[str] = frozenset()
        sensitive: frozenset[str] = frozenset()
