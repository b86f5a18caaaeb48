"""What we told somebody by letter, and when (S0-43)."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from naast.core.fields import EncryptedTextField
from naast.organisations.models import Membership, Owned
from naast.people.models import Person
from naast.programmes.models import Programme


class InformationLetter(Owned):
    """One letter with information to a volunteer or participant: the words as they went out. After two years
    the words are emptied; that and when it was sent stays."""

    class Way(models.TextChoices):
        """How it went."""

        MAIL = "mail", _("by mail")
        POST = "post", _("on paper")

    person = models.ForeignKey(Person, models.CASCADE, related_name="information_letters")
    programme = models.ForeignKey(Programme, models.PROTECT, related_name="+")
    kind = models.CharField(max_length=40)
    way = models.CharField(_("how"), max_length=5, choices=Way)
    language = models.CharField(max_length=5)
    subject = models.CharField(max_length=150)
    body = EncryptedTextField()
    sent_on = models.DateField()
    emptied_on = models.DateField(null=True, blank=True)
    sent_by = models.ForeignKey(Membership, models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        ordering: ClassVar[list[str]] = ["-id"]
        indexes = [
            models.Index(fields=["organisation", "person", "id"]),
            # The night: whose words may go.
            models.Index(
                fields=["organisation", "sent_on"],
                condition=models.Q(emptied_on__isnull=True),
                name="information_letter_full",
            ),
        ]

    class Tenancy:
        """Guarded in the database: see core.tenancy."""

        same_organisation = ("person", "programme", "sent_by")

    class Privacy:
        """Every field is in exactly one of these: a test counts them."""

        plain = frozenset(
            {
                "id",
                "created_at",
                "organisation",
                "person",
                "programme",
                "kind",
                "language",
                "sent_by",
            }
        )
        personal = frozenset({"way", "subject", "sent_on", "emptied_on"})
        sensitive = frozenset({"body"})
