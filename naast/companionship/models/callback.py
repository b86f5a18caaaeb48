"""Somebody asked to be called back: a small promise with a day."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from naast.companionship.models.match import Match
from naast.core.fields import EncryptedTextField
from naast.organisations.models import Membership, Owned
from naast.people.models import Person


class CallBack(Owned):
    """«I'd like to talk»: the coordinator calls before the promised day (S0-35)."""

    class Kind(models.TextChoices):
        """Which button was pressed."""

        TALK = "talk", _("I’d like to talk")
        # Of before the room for signals: rows may stand, nobody asks for it any more.
        NOTICED = "noticed", _("I noticed something")
        # S2-29: a support structure to fall back on.
        KNOWLEDGE = "knowledge", _("I would like to know something")
        SUPPORT = "support", _("I would like support in what I do")
        EAR = "ear", _("I would like somebody who listens")

    person = models.ForeignKey(Person, models.CASCADE, related_name="call_backs")
    match = models.ForeignKey(
        Match, models.SET_NULL, null=True, blank=True, related_name="call_backs"
    )
    kind = models.CharField(max_length=10, choices=Kind)
    text = EncryptedTextField(_("what it is about"), blank=True)
    promised_on = models.DateField(_("we call before"))
    handled_on = models.DateField(_("we spoke on"), null=True, blank=True)
    handled_by = models.ForeignKey(
        Membership, models.SET_NULL, null=True, blank=True, related_name="+"
    )
    answer = EncryptedTextField(_("what we agreed"), blank=True)

    class Meta:
        ordering: ClassVar[list[str]] = ["-id"]
        indexes = [
            models.Index(fields=["organisation", "handled_on", "promised_on"]),
            models.Index(fields=["organisation", "person"]),
        ]

    class Tenancy:
        """Guarded in the database: see core.tenancy."""

        same_organisation = ("person", "match", "handled_by")

    class Privacy:
        """Every field is in exactly one of these: a test counts them."""

        plain = frozenset(
            {"id", "created_at", "organisation", "person", "match", "kind", "handled_by"}
        )
        personal = frozenset({"promised_on", "handled_on"})
        sensitive = frozenset({"text", "answer"})
