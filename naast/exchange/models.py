"""Rows about imports: the job, what each of its rows became, and what was decided once."""

from typing import ClassVar
from uuid import uuid4

from django.db import models
from django.utils.translation import gettext_lazy as _

from naast.core.fields import EncryptedTextField
from naast.exchange.states import JobState
from naast.organisations.models import Owned


class Kind(models.TextChoices):
    """What stands in a list."""

    VOLUNTEERS = "volunteers", _("Volunteers")
    PARTICIPANTS = "participants", _("Participants")
    MATCHES = "matches", _("Matches")
    VISITS = "visits", _("Visits")


def kept_at(job: "ImportJob", _name: str) -> str:
    """Where the file waits: under a name that says nothing about who stands in it."""
    return f"imports/{job.organisation_id}/{uuid4().hex}"


class ImportJob(Owned):
    """One list that comes in, from the file to what became of its rows."""

    class Rule(models.TextChoices):
        """What to do when some rows can't be taken."""

        GOOD_ROWS = "good_rows", _("Take the good rows")
        ALL_OR_NOTHING = "all_or_nothing", _("All rows, or nothing at all")

    kind = models.CharField(_("what stands in it"), max_length=12, choices=Kind)
    state = models.CharField(max_length=8, choices=JobState, default=JobState.UPLOADED)
    file_name = models.CharField(_("file"), max_length=200)
    # Goes as soon as the load is done or dropped: the list itself is not ours to keep.
    file = models.FileField(upload_to=kept_at, blank=True, max_length=200)
    sheet = models.CharField(_("sheet"), max_length=120, blank=True)
    heading_row = models.PositiveIntegerField(_("row of the headings"), default=0)
    mapping = models.JSONField(default=dict)  # column number (text) -> field code
    decisions = models.JSONField(default=dict)  # row number (text) -> new, skip, or the person's id
    rule = models.CharField(max_length=14, choices=Rule, default=Rule.GOOD_ROWS)
    rows = models.PositiveIntegerField(default=0)
    created = models.PositiveIntegerField(default=0)
    updated = models.PositiveIntegerField(default=0)
    unchanged = models.PositiveIntegerField(default=0)
    left_out = models.PositiveIntegerField(default=0)
    progress = models.PositiveSmallIntegerField(default=0)  # per cent
    # What the check found, as JSON: it quotes cells, so it is kept like any note about a person.
    report = EncryptedTextField(blank=True)
    # The rows that were left out, as JSON: to give back as a spreadsheet.
    leftovers = EncryptedTextField(blank=True)
    failure = models.CharField(max_length=300, blank=True)
    user_id = models.UUIDField(null=True)
    membership_id = models.UUIDField(null=True)
    finished_at = models.DateTimeField(null=True)

    class Meta:
        ordering: ClassVar[list[str]] = ["-id"]
        indexes = [models.Index(fields=["organisation", "state", "-id"])]

    class Privacy:
        """Every field is in exactly one of these: a test counts them."""

        plain = frozenset(
            {
                "id",
                "created_at",
                "organisation",
                "kind",
                "state",
                "file_name",
                "sheet",
                "heading_row",
                "mapping",
                "decisions",
                "rule",
                "rows",
                "created",
                "updated",
                "unchanged",
                "left_out",
                "progress",
                "failure",
                "user_id",
                "membership_id",
                "finished_at",
            }
        )
        personal: frozenset[str] = frozenset()
        sensitive = frozenset({"file", "report", "leftovers"})


class ImportedRow(models.Model):
    """What one row of the list became, with what stood there before, so that it can be undone."""

    class Outcome(models.TextChoices):
        """What was done."""

        CREATED = "created", _("New")
        UPDATED = "updated", _("Changed")

    organisation = models.ForeignKey(
        "organisations.Organisation", models.PROTECT, related_name="+", db_index=False
    )
    job = models.ForeignKey(ImportJob, models.CASCADE, related_name="imported")
    row = models.PositiveIntegerField()
    outcome = models.CharField(max_length=8, choices=Outcome)
    # No foreign key: it may be a person, a match or a visit, and they may be erased.
    target_id = models.UUIDField()
    # JSON of what this row changed; empty for what was new.
    before = EncryptedTextField(blank=True)
    # What the target looked like right after: when it differs later, somebody worked on it.
    digest = models.CharField(max_length=32)

    class Meta:
        indexes = [models.Index(fields=["organisation", "target_id"])]

    class Tenancy:
        """Guarded in the database: see core.tenancy."""

        same_organisation = ("job",)

    class Privacy:
        """Every field is in exactly one of these: a test counts them."""

        plain = frozenset({"id", "organisation", "job", "row", "outcome", "target_id", "digest"})
        personal: frozenset[str] = frozenset()
        sensitive = frozenset({"before"})

    def __str__(self) -> str:
        return f"imported row {self.pk}"


class RememberedMapping(Owned):
    """How the columns of a list with these headings were set the last time."""

    kind = models.CharField(max_length=12, choices=Kind)
    fingerprint = models.CharField(max_length=32)
    mapping = models.JSONField(default=dict)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["organisation", "kind", "fingerprint"], name="mapping_remembered_once"
            )
        ]

    class Privacy:
        """Every field is in exactly one of these: a test counts them."""

        plain = frozenset({"id", "created_at", "organisation", "kind", "fingerprint", "mapping"})
        personal: frozenset[str] = frozenset()
        sensitive: frozenset[str] = frozenset()


class RememberedDecision(Owned):
    """«These two are one person», or «are not»: decided once, and not asked again."""

    # A keyed hash of the row's name, mail, phone and birth date: it recognises, it does not tell.
    fingerprint = models.CharField(max_length=32)
    person_id = models.UUIDField(null=True)
    is_same = models.BooleanField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["organisation", "fingerprint"], name="decision_remembered_once"
            )
        ]

    class Privacy:
        """Every field is in exactly one of these: a test counts them."""

        plain = frozenset({"id", "created_at", "organisation", "person_id", "is_same"})
        personal = frozenset({"fingerprint"})
        sensitive: frozenset[str] = frozenset()
