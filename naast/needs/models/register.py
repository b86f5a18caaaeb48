"""Needs that nobody answers, by theme: what many signals together tell (S1-65, S0-10)."""

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from naast.core.fields import EncryptedTextField
from naast.needs.states import Source, Theme
from naast.organisations.models import Membership, Owned
from naast.people.models import Person
from naast.programmes.models import Programme
from naast.signals.models import Signal
from naast.signals.states import OfferSide


class Need(Owned):
    """One line of the register. It counts by theme and quarter; who told it is known only to thank them."""

    signal = models.OneToOneField(
        Signal, models.SET_NULL, null=True, blank=True, related_name="need"
    )
    source = models.CharField(_("how it came to us"), max_length=10, choices=Source)
    theme = models.CharField(_("theme"), max_length=12, choices=Theme)
    # The theme in own words, where none of the list fits.
    own_theme = models.CharField(_("in own words"), max_length=80, blank=True)
    # Which of the three questions about our own offer (S0-10).
    aspect = models.CharField(_("about our offer"), max_length=20, choices=OfferSide, blank=True)
    words = EncryptedTextField(_("what was missing"), blank=True)
    noted_on = models.DateField(_("noted on"))
    programme = models.ForeignKey(
        Programme, models.SET_NULL, null=True, blank=True, related_name="needs"
    )
    told_by = models.ForeignKey(
        Person, models.SET_NULL, null=True, blank=True, related_name="needs_told"
    )
    noted_by = models.ForeignKey(
        Membership, models.SET_NULL, null=True, blank=True, related_name="+"
    )

    class Meta:
        ordering: ClassVar[list[str]] = ["-noted_on", "-id"]
        indexes = [
            models.Index(fields=["organisation", "noted_on", "theme"]),
            models.Index(fields=["organisation", "theme", "-noted_on", "-id"]),
            models.Index(fields=["organisation", "told_by"]),
            models.Index(
                fields=["organisation", "noted_on", "aspect"],
                condition=~Q(aspect=""),
                name="need_of_our_offer",
            ),
        ]

    class Tenancy:
        """Guarded in the database: see core.tenancy."""

        same_organisation = ("signal", "programme", "told_by", "noted_by")

    class Privacy:
        """The theme and the day say nothing about a person; the words may."""

        plain = frozenset(
            {
                "id",
                "created_at",
                "organisation",
                "signal",
                "source",
                "theme",
                "aspect",
                "noted_on",
                "programme",
                "told_by",
                "noted_by",
            }
        )
        personal = frozenset({"own_theme"})
        sensitive = frozenset({"words"})
