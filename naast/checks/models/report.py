"""What a volunteer reports to an office, and what the organisation files for everybody (spec/law 1.6, 2.2)."""

from datetime import date
from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from naast.core.fields import EncryptedTextField
from naast.organisations.models import Membership, Owned
from naast.people.models import Person
from naast.programmes.models import Programme

# Answers beside the offices of law.reporting.
NO, RATHER_NOT = "no", "rather_not"


class Report(Owned):
    """What one person answered to the one question, and the day it was done. Never an amount, an illness or
    a reason."""

    class State(models.TextChoices):
        """Whether there is something to do: all that lists need to know."""

        NOTHING = "nothing", _("Nothing to report")
        TO_DO = "to_do", _("Still to report")
        DONE = "done", _("Reported")

    class Shown(models.TextChoices):
        """Whether a legal residence document was shown; never which, never a nationality."""

        YES = "yes", _("Shown")
        NO = "no", _("Not shown")
        NOT_APPLICABLE = "not_applicable", _("Not applicable")

    person = models.OneToOneField(Person, models.CASCADE, related_name="report")
    # The office, or NO; kept only while the consent to it stands. RATHER_NOT is kept as empty.
    answer = EncryptedTextField(_("where I report"), blank=True)
    state = models.CharField(max_length=8, choices=State, default=State.NOTHING)
    answered_on = models.DateField(_("answered on"), null=True, blank=True)
    done_on = models.DateField(_("reported on"), null=True, blank=True)
    # Where silence means yes: from this day on.
    silent_on = models.DateField(_("silence means yes from"), null=True, blank=True)
    limits_set = models.BooleanField(_("the office set limits"), null=True, blank=True)
    residence = models.CharField(
        _("legal residence document"), max_length=15, choices=Shown, blank=True
    )
    residence_on = models.DateField(_("noted on"), null=True, blank=True)
    noted_by = models.ForeignKey(Membership, models.PROTECT, null=True, related_name="+")

    class Meta:
        indexes = [
            models.Index(fields=["organisation", "state", "answered_on", "id"]),
            models.Index(
                fields=["organisation", "silent_on", "id"],
                condition=Q(silent_on__isnull=False, limits_set__isnull=True),
                name="report_limits_to_ask",
            ),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(done_on__isnull=True) | Q(state="done"),
                name="what_is_reported_is_done",
            )
        ]

    class Tenancy:
        """Guarded in the database: see core.tenancy."""

        same_organisation = ("person", "noted_by")

    class Privacy:
        """Every field is in exactly one of these: a test counts them."""

        plain = frozenset({"id", "created_at", "organisation", "person", "noted_by"})
        personal = frozenset({"answered_on", "done_on", "silent_on", "limits_set", "residence_on"})
        sensitive = frozenset({"answer", "state", "residence"})


class Statement(Owned):
    """What the organisation filed for all its volunteers: for one kind of work, until a day."""

    class Decision(models.TextChoices):
        """What the office said. A start need not wait for it; a no stops at once."""

        WAITING = "waiting", _("Filed, no answer yet")
        GRANTED = "granted", _("The answer is yes")
        NO = "no", _("The answer is no")

    # The form of law.reporting: «vrijwilligersverklaring», «C45F».
    form = models.CharField(_("what was filed"), max_length=30)
    work = models.CharField(_("for which kind of work"), max_length=200)
    filed_on = models.DateField(_("filed on"))
    decision = models.CharField(
        _("answer"), max_length=8, choices=Decision, default=Decision.WAITING
    )
    valid_until = models.DateField(_("valid until"), null=True, blank=True)
    # Where the law looks at the kind of work: it counts in these alone.
    programmes: models.ManyToManyField[Programme, "StatementProgramme"] = models.ManyToManyField(
        Programme, through="StatementProgramme", related_name="+"
    )

    class Meta:
        ordering: ClassVar[list[str]] = ["-filed_on", "-id"]
        indexes = [models.Index(fields=["organisation", "valid_until"])]

    class Privacy:
        """About work, not about persons."""

        plain = frozenset(
            {
                "id",
                "created_at",
                "organisation",
                "form",
                "work",
                "filed_on",
                "decision",
                "valid_until",
            }
        )
        personal: frozenset[str] = frozenset()
        sensitive: frozenset[str] = frozenset()

    def holds_on(self, day: date) -> bool:
        """Whether people may start because of it: it was filed, not answered with no, and did not end."""
        if self.decision == self.Decision.NO or self.filed_on > day:
            return False
        return self.valid_until is None or day <= self.valid_until


class StatementProgramme(Owned):
    """That a statement is about the work of a programme."""

    statement = models.ForeignKey(Statement, models.CASCADE, related_name="links")
    programme = models.ForeignKey(Programme, models.CASCADE, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["statement", "programme"], name="statement_names_a_programme_once"
            )
        ]

    class Tenancy:
        """Guarded in the database: see core.tenancy."""

        same_organisation = ("statement", "programme")

    class Privacy:
        """About work, not about persons."""

        plain = frozenset({"id", "created_at", "organisation", "statement", "programme"})
        personal: frozenset[str] = frozenset()
        sensitive: frozenset[str] = frozenset()
