"""What the house adds to the register of processing, the impact assessments, and who processes data for us."""

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from naast.accountability.states import AssessmentState, Basis
from naast.organisations.models import Membership, Owned


class Activity(Owned):
    """The house's own words about one kind of processing: beside what the software knows, or a line of its own."""

    # One of data/activities.toml, or nothing for a line of the house alone.
    code = models.CharField(max_length=20, blank=True)
    title = models.CharField(max_length=120, blank=True)
    purpose = models.TextField(blank=True)
    basis = models.CharField(max_length=10, choices=Basis, blank=True, default=Basis.UNKNOWN)
    basis_words = models.TextField(blank=True)
    people = models.TextField(blank=True)
    receivers = models.TextField(blank=True)
    transfers = models.TextField(blank=True)
    security = models.TextField(blank=True)
    term = models.TextField(blank=True)
    changed_at = models.DateTimeField()

    class Meta:
        ordering: ClassVar[list[str]] = ["id"]
        indexes = [models.Index(fields=["organisation", "id"])]
        constraints = [
            models.UniqueConstraint(
                fields=["organisation", "code"],
                condition=~Q(code=""),
                name="own_words_once_an_activity",
            )
        ]

    class Privacy:
        """Words about processing, never about a person."""

        plain = frozenset(
            {
                "id",
                "created_at",
                "organisation",
                "code",
                "title",
                "purpose",
                "basis",
                "basis_words",
                "people",
                "receivers",
                "transfers",
                "security",
                "term",
                "changed_at",
            }
        )
        personal: frozenset[str] = frozenset()
        sensitive: frozenset[str] = frozenset()


class Assessment(Owned):
    """One version of the impact assessment: the house's answers and, once signed, the facts of that day."""

    number = models.PositiveSmallIntegerField()
    state = models.CharField(max_length=8, choices=AssessmentState, default=AssessmentState.DRAFT)
    # Code of a question → the answer, in the house's own words.
    answers = models.JSONField(default=dict, blank=True)
    # What the software knew on the day it was signed off.
    facts = models.JSONField(default=list, blank=True)
    signed_by = models.ForeignKey(Membership, models.SET_NULL, null=True, related_name="+")
    signed_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering: ClassVar[list[str]] = ["-number"]
        constraints = [
            models.UniqueConstraint(
                fields=["organisation", "number"], name="assessment_number_once"
            ),
            models.UniqueConstraint(
                fields=["organisation"],
                condition=Q(state=AssessmentState.DRAFT.value),
                name="one_assessment_being_written",
            ),
        ]

    class Tenancy:
        """Guarded in the database: see core.tenancy."""

        same_organisation = ("signed_by",)

    class Privacy:
        """Words about processing, never about a person."""

        plain = frozenset(
            {
                "id",
                "created_at",
                "organisation",
                "number",
                "state",
                "answers",
                "facts",
                "signed_by",
                "signed_on",
            }
        )
        personal: frozenset[str] = frozenset()
        sensitive: frozenset[str] = frozenset()


class Processor(Owned):
    """A firm that holds or handles data for us, or for one of those (a sub-processor)."""

    name = models.CharField(max_length=120)
    does = models.TextField()
    gets = models.TextField(blank=True)
    place = models.CharField(max_length=120)
    is_in_eea = models.BooleanField(default=True)
    through = models.ForeignKey(
        "self", models.CASCADE, null=True, blank=True, related_name="sub_processors"
    )
    agreed_on = models.DateField(null=True, blank=True)
    kept_where = models.CharField(max_length=200, blank=True)
    looked_on = models.DateField()
    ended_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering: ClassVar[list[str]] = ["name", "id"]
        indexes = [
            models.Index(
                fields=["organisation", "looked_on", "id"],
                condition=Q(ended_on__isnull=True),
                name="processor_present",
            )
        ]

    class Tenancy:
        """Guarded in the database: see core.tenancy."""

        same_organisation = ("through",)

    class Privacy:
        """Firms, not persons."""

        plain = frozenset(
            {
                "id",
                "created_at",
                "organisation",
                "name",
                "does",
                "gets",
                "place",
                "is_in_eea",
                "through",
                "agreed_on",
                "kept_where",
                "looked_on",
                "ended_on",
            }
        )
        personal: frozenset[str] = frozenset()
        sensitive: frozenset[str] = frozenset()


class FieldChoice(Owned):
    """What was decided about a field that hardly anybody fills in (S4-31)."""

    class Decision(models.TextChoices):
        """What happens with the field."""

        LEAVE_OUT = "leave_out", _("We leave it out from now on")
        KEEP = "keep", _("We keep it, and we know why")

    field = models.CharField(max_length=120)
    decision = models.CharField(max_length=10, choices=Decision)
    why = models.TextField(blank=True)
    decided_by = models.ForeignKey(Membership, models.SET_NULL, null=True, related_name="+")
    decided_on = models.DateField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["organisation", "field"], name="one_choice_a_field")
        ]

    class Tenancy:
        """Guarded in the database: see core.tenancy."""

        same_organisation = ("decided_by",)

    class Privacy:
        """About fields, never about a person."""

        plain = frozenset(
            {
                "id",
                "created_at",
                "organisation",
                "field",
                "decision",
                "why",
                "decided_by",
                "decided_on",
            }
        )
        personal: frozenset[str] = frozenset()
        sensitive: frozenset[str] = frozenset()


class CleanUp(Owned):
    """Once a year somebody looked at all fields and decided which ones stay (S4-26)."""

    looked_by = models.ForeignKey(Membership, models.SET_NULL, null=True, related_name="+")
    looked_on = models.DateField()

    class Meta:
        indexes = [models.Index(fields=["organisation", "looked_on"])]

    class Tenancy:
        """Guarded in the database: see core.tenancy."""

        same_organisation = ("looked_by",)

    class Privacy:
        """About fields, never about a person."""

        plain = frozenset({"id", "created_at", "organisation", "looked_by", "looked_on"})
        personal: frozenset[str] = frozenset()
        sensitive: frozenset[str] = frozenset()
