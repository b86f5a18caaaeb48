"""What somebody chose after a heavy visit (S0-55). Nothing of the visit itself is copied here."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from naast.companionship.models import CallBack, Visit
from naast.organisations.models import Owned
from naast.people.models import Person


class Debrief(Owned):
    """An offer that was taken, or kindly left. Never compulsory, and never asked twice."""

    class Choice(models.TextChoices):
        """What helps now."""

        TODAY = "today", _("Talk today")
        TOMORROW = "tomorrow", _("Talk tomorrow")
        PEER = "peer", _("Talk with somebody who does the same")
        TIPS = "tips", _("Read a few tips")
        NO = "no", _("Not needed, thank you")

    visit = models.OneToOneField(Visit, models.CASCADE, related_name="debrief")
    person = models.ForeignKey(Person, models.CASCADE, related_name="debriefs")
    choice = models.CharField(max_length=10, choices=Choice)
    chosen_on = models.DateField()
    call_back = models.ForeignKey(
        CallBack, models.SET_NULL, null=True, blank=True, related_name="+"
    )

    class Meta:
        ordering: ClassVar[list[str]] = ["-id"]
        indexes = [models.Index(fields=["organisation", "chosen_on"])]

    class Tenancy:
        """Guarded in the database: see core.tenancy."""

        same_organisation = ("visit", "person", "call_back")

    class Privacy:
        """Every field is in exactly one of these: a test counts them."""

        plain = frozenset({"id", "created_at", "organisation", "visit", "person", "call_back"})
        personal = frozenset({"choice", "chosen_on"})
        sensitive: frozenset[str] = frozenset()
