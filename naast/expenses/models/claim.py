"""A claim: one payment that a volunteer asks for, on one day. Amounts are cents, kilometres and hours thousandths."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from naast.companionship.models import Visit
from naast.core.fields import EncryptedTextField
from naast.expenses.models.year import CostYear
from naast.expenses.states import COUNTING, TO_LOOK_AT, ClaimState, Kind, Task, Vehicle
from naast.organisations.models import Membership, Owned
from naast.programmes.models import Programme


class Claim(Owned):
    """One line of a year. It is never edited once it is paid: what was wrong is taken back by a claim of the same
    amount below zero (`reverses`)."""

    cost_year = models.ForeignKey(CostYear, models.PROTECT, related_name="claims")
    programme = models.ForeignKey(
        Programme, models.PROTECT, null=True, blank=True, related_name="claims"
    )
    # Travel of a visit that is already logged.
    visit = models.ForeignKey(Visit, models.SET_NULL, null=True, blank=True, related_name="claims")
    kind = models.CharField(_("what"), max_length=10, choices=Kind)
    day = models.DateField(_("on which day"))
    # Always filled in: the law's rate gave it when the volunteer said kilometres only.
    cents = models.IntegerField(_("amount"))
    km = models.IntegerField(_("kilometres"), null=True, blank=True)
    hours = models.PositiveIntegerField(_("hours"), null=True, blank=True)
    vehicle = models.CharField(_("with what"), max_length=10, choices=Vehicle, blank=True)
    task = models.CharField(max_length=20, choices=Task, default=Task.ORDINARY)
    # The trip sheet (spec/law 1.7.8). First names and streets stay out: «home», «the visit».
    from_place = EncryptedTextField(_("from"), blank=True)
    to_place = EncryptedTextField(_("to"), blank=True)
    purpose = EncryptedTextField(_("what for"), blank=True)
    state = models.CharField(max_length=10, choices=ClaimState, default=ClaimState.SENT)
    # Codes of the law that somebody should know, such as near_ceiling, at the moment it was judged.
    warnings = models.JSONField(default=list)
    # Finance's question and the volunteer's answer; or why it is not paid.
    question = EncryptedTextField(_("question"), blank=True)
    answer = EncryptedTextField(_("answer"), blank=True)
    entered_by = models.ForeignKey(
        Membership, models.SET_NULL, null=True, blank=True, related_name="+"
    )
    first_look_by = models.ForeignKey(
        Membership, models.SET_NULL, null=True, blank=True, related_name="+"
    )
    second_look_by = models.ForeignKey(
        Membership, models.SET_NULL, null=True, blank=True, related_name="+"
    )
    paid_on = models.DateField(null=True, blank=True)
    reverses = models.OneToOneField(
        "self", models.PROTECT, null=True, blank=True, related_name="reversed_by"
    )

    class Meta:
        ordering: ClassVar[list[str]] = ["id"]
        constraints = [
            models.CheckConstraint(
                condition=(Q(reverses__isnull=True) & Q(cents__gt=0))
                | (Q(reverses__isnull=False) & Q(cents__lt=0)),
                name="only_a_reversal_is_below_zero",
            ),
            models.CheckConstraint(
                condition=~Q(second_look_by=F("first_look_by")) | Q(second_look_by__isnull=True),
                name="two_pairs_of_eyes",
            ),
            models.CheckConstraint(
                condition=Q(paid_on__isnull=False) | ~Q(state=ClaimState.PAID),
                name="what_is_paid_has_a_day",
            ),
            # A visit is paid back once.
            models.UniqueConstraint(
                fields=["visit", "kind"],
                condition=Q(visit__isnull=False, reverses__isnull=True, state__in=COUNTING),
                name="one_claim_a_visit_and_kind",
            ),
        ]
        indexes = [
            models.Index(fields=["cost_year", "id"]),
            models.Index(fields=["organisation", "state", "day", "id"]),
            models.Index(
                fields=["organisation", "day", "id"],
                condition=Q(state__in=TO_LOOK_AT),
                name="claims_to_look_at",
            ),
        ]

    class Tenancy:
        """Guarded in the database: see core.tenancy."""

        same_organisation = (
            "cost_year",
            "programme",
            "visit",
            "entered_by",
            "first_look_by",
            "second_look_by",
            "reverses",
        )

    class Privacy:
        """Every field is in exactly one of these: a test counts them."""

        plain = frozenset(
            {
                "id",
                "created_at",
                "organisation",
                "cost_year",
                "programme",
                "visit",
                "state",
                "warnings",
                "entered_by",
                "first_look_by",
                "second_look_by",
                "paid_on",
                "reverses",
            }
        )
        personal = frozenset({"kind", "day", "cents", "km", "hours", "vehicle", "task"})
        sensitive = frozenset({"from_place", "to_place", "purpose", "question", "answer"})


class Proof(Owned):
    """The bill or ticket: a photo, made small and silent (ADR 0019), in the database, so that nothing is left in a
    folder; or the number under which finance keeps it on paper."""

    claim = models.OneToOneField(Claim, models.CASCADE, related_name="proof")
    jpeg = models.BinaryField(default=bytes, blank=True)
    paper = models.CharField(_("number of the paper in your folder"), max_length=40, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=~Q(jpeg=b"") | ~Q(paper=""), name="a_proof_is_a_photo_or_a_paper"
            )
        ]

    class Tenancy:
        """Guarded in the database: see core.tenancy."""

        same_organisation = ("claim",)

    class Privacy:
        """Every field is in exactly one of these: a test counts them."""

        plain = frozenset({"id", "created_at", "organisation", "claim", "paper"})
        personal = frozenset({"jpeg"})
        sensitive: frozenset[str] = frozenset()
