"""What rubs between a volunteer and a professional, openly on the table (S1-129)."""

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from naast.companionship.models import Match
from naast.core.fields import EncryptedTextField
from naast.division.states import TensionState
from naast.organisations.models import Membership, Owned
from naast.people.models import Person
from naast.programmes.models import Programme


class Tension(Owned):
    """What happened, how both see it in their own words, what was agreed, and when we look back. It counts
    nowhere; erased two years after it was closed."""

    class View(models.TextChoices):
        """Whether somebody's view is known, and how."""

        AWAITED = "awaited", _("not written yet")
        OWN = "own", _("in their own words")
        WRITTEN_DOWN = "written_down", _("in their words, written down by the coordinator")
        DID_NOT_WANT = "did_not_want", _("rather did not say")

    programme = models.ForeignKey(Programme, models.PROTECT, related_name="tensions")
    match = models.ForeignKey(
        Match, models.SET_NULL, null=True, blank=True, related_name="tensions"
    )
    volunteer = models.ForeignKey(Person, models.CASCADE, related_name="tensions")
    professional = models.ForeignKey(Membership, models.PROTECT, related_name="tensions")
    state = models.CharField(max_length=12, choices=TensionState, default=TensionState.OPEN)
    state_since = models.DateTimeField()
    happened = EncryptedTextField(_("what happened"))
    told_by = models.ForeignKey(Membership, models.PROTECT, null=True, related_name="+")
    volunteer_view = EncryptedTextField(_("how the volunteer sees it"), blank=True)
    volunteer_how = models.CharField(max_length=12, choices=View, default=View.AWAITED)
    professional_view = EncryptedTextField(_("how the professional sees it"), blank=True)
    professional_how = models.CharField(max_length=12, choices=View, default=View.AWAITED)
    agreed = EncryptedTextField(_("what we agreed"), blank=True)
    looked_back = EncryptedTextField(_("how it went"), blank=True)
    review_on = models.DateField(_("we look back on"), null=True, blank=True)
    closed_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering: ClassVar[list[str]] = ["-id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(state=TensionState.CLOSED.value, closed_on__isnull=False)
                | (~Q(state=TensionState.CLOSED.value) & Q(closed_on__isnull=True)),
                name="closed_tension_has_a_day",
            )
        ]
        indexes = [
            models.Index(
                fields=["organisation", "created_at"],
                condition=Q(closed_on__isnull=True),
                name="tension_open",
            ),
            models.Index(
                fields=["organisation", "closed_on"],
                condition=Q(closed_on__isnull=False),
                name="tension_closed",
            ),
        ]

    class Tenancy:
        """Guarded in the database: see core.tenancy."""

        same_organisation = ("programme", "match", "volunteer", "professional", "told_by")

    class Privacy:
        """Every field is in exactly one of these: a test counts them."""

        plain = frozenset(
            {
                "id",
                "created_at",
                "organisation",
                "programme",
                "match",
                "volunteer",
                "professional",
                "told_by",
            }
        )
        personal = frozenset(
            {
                "state",
                "state_since",
                "volunteer_how",
                "professional_how",
                "review_on",
                "closed_on",
            }
        )
        sensitive = frozenset(
            {"happened", "volunteer_view", "professional_view", "agreed", "looked_back"}
        )

    @property
    def is_heard(self) -> bool:
        """Whether both sides said how they see it, or that they would rather not."""
        return self.View.AWAITED not in (self.volunteer_how, self.professional_how)
