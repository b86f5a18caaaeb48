"""A letter of reference: from what is recorded, agreed by both before it leaves (S1-176, S1-75)."""

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from naast.appreciation.states import LetterState
from naast.core.fields import EncryptedTextField
from naast.organisations.models import Membership, Owned
from naast.people.models import Person


class Letter(Owned):
    """One letter of reference or certificate of volunteering. The volunteer asks, a coordinator writes, the
    volunteer agrees; after that its words stand."""

    class Kind(models.TextChoices):
        """What somebody asks for."""

        REFERENCE = "reference", _("A letter of reference, in words")
        CERTIFICATE = "certificate", _("A certificate: what I did, and since when")

    person = models.ForeignKey(Person, models.CASCADE, related_name="reference_letters")
    kind = models.CharField(_("what"), max_length=12, choices=Kind)
    state = models.CharField(max_length=10, choices=LetterState, default=LetterState.ASKED)
    # S1-75: what somebody is working towards, when they like to say so.
    aim = EncryptedTextField(_("what it is for"), blank=True, default="")
    language = models.CharField(max_length=5, default="nl")
    text = EncryptedTextField(_("the letter"), blank=True, default="")
    # What the volunteer would like to be different.
    wish = EncryptedTextField(blank=True, default="")
    written_by = models.ForeignKey(
        Membership, models.SET_NULL, null=True, blank=True, related_name="+"
    )
    asked_on = models.DateField()
    agreed_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering: ClassVar[list[str]] = ["-id"]
        indexes = [
            models.Index(fields=["organisation", "person", "-id"]),
            models.Index(
                fields=["organisation", "asked_on"],
                condition=Q(state=LetterState.ASKED),
                name="letter_to_write",
            ),
        ]

    class Tenancy:
        """Guarded in the database: see core.tenancy."""

        same_organisation = ("person", "written_by")

    class Privacy:
        """Every field is in exactly one of these: a test counts them."""

        plain = frozenset(
            {
                "id",
                "created_at",
                "organisation",
                "person",
                "kind",
                "state",
                "language",
                "written_by",
            }
        )
        personal = frozenset({"asked_on", "agreed_on"})
        sensitive = frozenset({"aim", "text", "wish"})
