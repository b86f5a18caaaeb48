"""Days on which somebody likes to be thought of: theirs to choose, and none by default (S1-123)."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from naast.organisations.models import Owned
from naast.people.models import Person


class DaysToRemember(Owned):
    """Which of their days may be remembered, as they said it themselves or in a talk."""

    person = models.OneToOneField(Person, models.CASCADE, related_name="days_to_remember")
    birthday = models.BooleanField(_("my birthday"), default=False)
    anniversary = models.BooleanField(_("the day on which I began here"), default=False)

    class Meta:
        indexes = [models.Index(fields=["organisation"])]

    class Tenancy:
        """Guarded in the database: see core.tenancy."""

        same_organisation = ("person",)

    class Privacy:
        """Every field is in exactly one of these: a test counts them."""

        plain = frozenset({"id", "created_at", "organisation", "person"})
        personal = frozenset({"birthday", "anniversary"})
        sensitive: frozenset[str] = frozenset()
