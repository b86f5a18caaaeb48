"""What a volunteer wants at most, and what a house sets for everybody."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from naast.organisations.models import Owned
from naast.people.models import Person

ALL_DAYS = 0b111_1111


class OwnLimits(Owned):
    """The volunteer's own limits beside those on their card (the number of matches, a time without new asks).
    They change them themselves, whenever they like (S0-16)."""

    person = models.OneToOneField(Person, models.CASCADE, related_name="own_limits")
    hours_month = models.PositiveSmallIntegerField(
        _("at most this many hours a month"), null=True, blank=True
    )
    evenings_month = models.PositiveSmallIntegerField(
        _("at most this many evenings a month"), null=True, blank=True
    )
    # Seven bits: Monday is bit 0.
    days_off = models.PositiveSmallIntegerField(_("no visits on"), default=0)
    changed_on = models.DateField(_("changed on"))

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(days_off__lte=ALL_DAYS), name="limits_know_seven_days"
            )
        ]

    class Tenancy:
        """Guarded in the database: see core.tenancy."""

        same_organisation = ("person",)

    class Privacy:
        """Every field is in exactly one of these: a test counts them."""

        plain = frozenset({"id", "created_at", "organisation", "person"})
        personal = frozenset({"hours_month", "evenings_month", "days_off", "changed_on"})
        sensitive: frozenset[str] = frozenset()

    def is_off(self, weekday: int) -> bool:
        """Whether this day is kept free (Monday is 0)."""
        return bool(self.days_off >> weekday & 1)


class HouseTerms(Owned):
    """What the house sets: how often the self-check comes back, and a soft ceiling for who coordinates
    (S1-22). Without a row the usual terms hold."""

    check_months = models.PositiveSmallIntegerField(_("self-check every (months)"), default=3)
    most_matches = models.PositiveSmallIntegerField(
        _("matches one coordinator can look after well"), null=True, blank=True
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["organisation"], name="load_terms_once_a_house"),
            models.CheckConstraint(
                condition=Q(check_months__gte=1), name="self_check_not_every_day"
            ),
        ]

    class Privacy:
        """Every field is in exactly one of these: a test counts them."""

        plain = frozenset({"id", "created_at", "organisation", "check_months", "most_matches"})
        personal: frozenset[str] = frozenset()
        sensitive: frozenset[str] = frozenset()
