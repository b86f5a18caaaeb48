"""One text for one person: what was shown, what was asked about it, who signed, when and how."""

from datetime import date
from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from naast.agreements.models.document import Version
from naast.agreements.states import CopyState
from naast.core.fields import EncryptedJSONField, EncryptedTextField
from naast.organisations.models import Membership, Owned
from naast.people.models import Person
from naast.programmes.models import Engagement


class Copy(Owned):
    """A document filled in for one person, for one engagement when it is about a programme.

    `content` is the exact text (`contents.Content` as JSON) and `checksum` its SHA-256. Both stand still from
    `frozen_at` on, the moment at which the first of both signs: the database refuses a change (guards.py).
    """

    version = models.ForeignKey(Version, models.PROTECT, related_name="copies")
    person = models.ForeignKey(Person, models.CASCADE, related_name="copies")
    engagement = models.ForeignKey(
        Engagement, models.CASCADE, null=True, blank=True, related_name="copies"
    )
    language = models.CharField(max_length=5)
    content = EncryptedJSONField()
    checksum = models.CharField(max_length=64)
    # The volunteer's own limits, beside those of the organisation (S2-33).
    own_limits = EncryptedTextField(_("my own limits"), blank=True, default="")
    state = models.CharField(max_length=10, choices=CopyState, default=CopyState.OPEN)
    made_by = models.ForeignKey(Membership, models.PROTECT, null=True, blank=True, related_name="+")
    first_read_at = models.DateTimeField(null=True, blank=True)
    frozen_at = models.DateTimeField(null=True, blank=True)
    # Point back at both signatures, so that none can disappear while the copy stands (guards.py).
    own_signature = models.ForeignKey(
        "Signature", models.DO_NOTHING, null=True, blank=True, related_name="+"
    )
    our_signature = models.ForeignKey(
        "Signature", models.DO_NOTHING, null=True, blank=True, related_name="+"
    )
    # The day on which it holds for both, and the last day before it is asked again.
    signed_on = models.DateField(null=True, blank=True)
    holds_until = models.DateField(null=True, blank=True)

    class Meta:
        ordering: ClassVar[list[str]] = ["-id"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(state=CopyState.SIGNED)
                | Q(signed_on__isnull=False, frozen_at__isnull=False),
                name="signed_copy_is_frozen",
            ),
            models.UniqueConstraint(
                fields=["person", "version"],
                condition=Q(engagement__isnull=True, state=CopyState.OPEN),
                name="one_open_copy",
            ),
            models.UniqueConstraint(
                fields=["engagement", "version"],
                condition=Q(engagement__isnull=False, state=CopyState.OPEN),
                name="one_open_copy_an_engagement",
            ),
        ]
        indexes = [
            models.Index(fields=["organisation", "person", "state"]),
            # Verifying a text by the first characters of its checksum.
            models.Index(fields=["organisation", "checksum"]),
            # The overdue list and the reminders of the night.
            models.Index(
                fields=["organisation", "holds_until", "id"],
                condition=Q(state=CopyState.SIGNED),
                name="copy_to_renew",
            ),
            models.Index(
                fields=["organisation", "id"],
                condition=Q(state=CopyState.OPEN, own_signature__isnull=True),
                name="copy_waits_for_person",
            ),
            models.Index(
                fields=["organisation", "id"],
                condition=Q(state=CopyState.OPEN, own_signature__isnull=False),
                name="copy_waits_for_us",
            ),
        ]

    class Tenancy:
        """Guarded in the database: see core.tenancy."""

        same_organisation = (
            "version",
            "person",
            "engagement",
            "made_by",
            "own_signature",
            "our_signature",
        )

    class Privacy:
        """Every field is in exactly one of these: a test counts them."""

        plain = frozenset(
            {
                "id",
                "created_at",
                "organisation",
                "version",
                "person",
                "engagement",
                "language",
                "made_by",
                "checksum",
                "own_signature",
                "our_signature",
            }
        )
        personal = frozenset({"state", "first_read_at", "frozen_at", "signed_on", "holds_until"})
        sensitive = frozenset({"content", "own_limits"})

    def holds_on(self, day: date) -> bool:
        """Whether it is signed and need not be asked again yet."""
        return self.state == CopyState.SIGNED and (
            self.holds_until is None or day <= self.holds_until
        )


class Signature(Owned):
    """That one of both signed or acknowledged the exact text with this checksum. Never changed or erased
    on its own; it goes with the copy."""

    class Party(models.TextChoices):
        """Whose signature."""

        PERSON = "person", _("the person it is about")
        ORGANISATION = "organisation", _("the organisation")

    class How(models.TextChoices):
        """How it was given."""

        ON_SCREEN = "on_screen", _("on their own screen")
        TOGETHER = "together", _("together, on a screen of ours")
        READ_ALOUD = "read_aloud", _("after it was read aloud")
        ON_PAPER = "on_paper", _("on paper")

    copy = models.ForeignKey(Copy, models.CASCADE, related_name="signatures")
    party = models.CharField(max_length=12, choices=Party)
    how = models.CharField(_("how"), max_length=12, choices=How)
    name = models.CharField(max_length=255)
    signed_on = models.DateField(_("signed on"))
    checksum = models.CharField(max_length=64)
    # Paper: where it is kept. Read aloud: who read it is `written_by`.
    kept_at = models.CharField(_("where the paper is kept"), max_length=200, blank=True)
    written_by = models.ForeignKey(
        Membership, models.PROTECT, null=True, blank=True, related_name="+"
    )

    class Meta:
        ordering: ClassVar[list[str]] = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["copy", "party"], name="signed_once_a_party"),
            models.CheckConstraint(
                condition=~Q(how="on_paper") | ~Q(kept_at=""), name="paper_is_kept_somewhere"
            ),
        ]

    class Tenancy:
        """Guarded in the database: see core.tenancy."""

        same_organisation = ("copy", "written_by")

    class Privacy:
        """Every field is in exactly one of these: a test counts them."""

        plain = frozenset(
            {"id", "created_at", "organisation", "copy", "party", "written_by", "checksum"}
        )
        personal = frozenset({"how", "name", "signed_on", "kept_at"})
        sensitive: frozenset[str] = frozenset()


class Question(Owned):
    """What somebody asked about a copy before signing, and the answer."""

    copy = models.ForeignKey(Copy, models.CASCADE, related_name="questions")
    clause = models.CharField(max_length=40, blank=True)
    words = EncryptedTextField(_("your question"))
    answer = EncryptedTextField(_("our answer"), blank=True, default="")
    answered_by = models.ForeignKey(
        Membership, models.PROTECT, null=True, blank=True, related_name="+"
    )
    answered_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering: ClassVar[list[str]] = ["id"]
        indexes = [
            models.Index(
                fields=["organisation", "id"],
                condition=Q(answered_at__isnull=True),
                name="question_to_answer",
            )
        ]

    class Tenancy:
        """Guarded in the database: see core.tenancy."""

        same_organisation = ("copy", "answered_by")

    class Privacy:
        """Every field is in exactly one of these: a test counts them."""

        plain = frozenset({"id", "created_at", "organisation", "copy", "answered_by", "clause"})
        personal = frozenset({"answered_at"})
        sensitive = frozenset({"words", "answer"})


class Issued(Owned):
    """A PDF that was handed out, by its checksum, so that it can be verified later."""

    copy = models.ForeignKey(Copy, models.CASCADE, related_name="issued")
    pdf_checksum = models.CharField(max_length=64)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["copy", "pdf_checksum"], name="pdf_issued_once")
        ]
        indexes = [models.Index(fields=["organisation", "pdf_checksum"])]

    class Tenancy:
        """Guarded in the database: see core.tenancy."""

        same_organisation = ("copy",)

    class Privacy:
        """Every field is in exactly one of these: a test counts them."""

        plain = frozenset({"id", "created_at", "organisation", "copy", "pdf_checksum"})
        personal: frozenset[str] = frozenset()
        sensitive: frozenset[str] = frozenset()


class Renewal(Owned):
    """That a signed copy was read again and still holds: by the person, or written down for them (S0-51)."""

    copy = models.ForeignKey(Copy, models.CASCADE, related_name="renewals")
    done_on = models.DateField(_("done on"))
    written_by = models.ForeignKey(
        Membership, models.PROTECT, null=True, blank=True, related_name="+"
    )

    class Meta:
        ordering: ClassVar[list[str]] = ["done_on", "id"]

    class Tenancy:
        """Guarded in the database: see core.tenancy."""

        same_organisation = ("copy", "written_by")

    class Privacy:
        """Every field is in exactly one of these: a test counts them."""

        plain = frozenset({"id", "created_at", "organisation", "copy", "written_by"})
        personal = frozenset({"done_on"})
        sensitive: frozenset[str] = frozenset()
