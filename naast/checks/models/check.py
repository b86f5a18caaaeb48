"""A check of conduct: asked, seen, and what came of it. Never the paper, never what stands in it (GDPR art. 10)."""

from datetime import date

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from naast.checks.states import CheckState
from naast.core.fields import EncryptedTextField
from naast.organisations.models import Membership, Owned
from naast.people.models import Person


class CheckKind(models.TextChoices):
    """Which paper (spec/law 1.9, 2.3)."""

    EXTRACT = "extract_596_2", _("Extract from the criminal record, for work with minors (596.2)")
    VOG = "vog", _("VOG (certificate of conduct)")
    OTHER = "other", _("Another check of conduct")


class CheckRecord(Owned):
    """One check of one person. At most one that is open and one that was seen of each kind: what is new
    replaces what is old."""

    class Outcome(models.TextChoices):
        """What came of it, in one word."""

        OK = "ok", _("In order")
        TALK = "talk", _("Talk first")
        NOT_OK = "not_ok", _("Not in order")

    person = models.ForeignKey(Person, models.CASCADE, related_name="checks")
    kind = models.CharField(_("which check"), max_length=15, choices=CheckKind)
    state = models.CharField(max_length=8, choices=CheckState, default=CheckState.NEEDED)
    since_on = models.DateField(_("since"))
    # Found by the night because a programme asks it; goes by itself when no programme asks it any more.
    is_automatic = models.BooleanField(default=False)
    asked_on = models.DateField(_("asked on"), null=True, blank=True)
    # Why it is asked where no law gives a ground for it.
    reason = EncryptedTextField(_("why we ask it all the same"), blank=True)
    profile = models.CharField(_("profile of the VOG"), max_length=120, blank=True)
    issued_on = models.DateField(_("date on the paper"), null=True, blank=True)
    seen_on = models.DateField(_("seen on"), null=True, blank=True)
    seen_by = models.ForeignKey(Membership, models.PROTECT, null=True, related_name="+")
    outcome = models.CharField(_("what came of it"), max_length=6, choices=Outcome, blank=True)
    review_on = models.DateField(_("holds until"), null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["person", "kind"],
                condition=Q(state=CheckState.SEEN),
                name="check_seen_once_a_kind",
            ),
            models.UniqueConstraint(
                fields=["person", "kind"],
                condition=~Q(state=CheckState.SEEN),
                name="check_open_once_a_kind",
            ),
            models.CheckConstraint(
                condition=~Q(state=CheckState.SEEN)
                | Q(seen_on__isnull=False, outcome__in=["ok", "talk", "not_ok"]),
                name="what_is_seen_has_day_and_outcome",
            ),
        ]
        indexes = [
            models.Index(fields=["organisation", "state", "since_on", "id"]),
            models.Index(fields=["organisation", "review_on", "id"]),
            models.Index(fields=["organisation", "outcome", "since_on", "id"]),
        ]

    class Tenancy:
        """Guarded in the database: see core.tenancy."""

        same_organisation = ("person", "seen_by")

    class Privacy:
        """Every field is in exactly one of these: a test counts them."""

        plain = frozenset(
            {"id", "created_at", "organisation", "person", "seen_by", "is_automatic", "profile"}
        )
        personal = frozenset(
            {"kind", "state", "since_on", "asked_on", "issued_on", "seen_on", "review_on"}
        )
        sensitive = frozenset({"outcome", "reason"})

    @property
    def is_seen(self) -> bool:
        """Whether somebody looked at it."""
        return self.state == CheckState.SEEN

    @property
    def is_ok(self) -> bool:
        """Whether it was seen and is in order."""
        return self.is_seen and self.outcome == self.Outcome.OK

    def holds_on(self, day: date) -> bool:
        """Whether it is in order on that day."""
        return self.is_ok and (self.review_on is None or day <= self.review_on)

    @property
    def asks_talk(self) -> bool:
        """Whether it was seen and a start has to wait for a talk, or for good."""
        return self.is_seen and not self.is_ok
