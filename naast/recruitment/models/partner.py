"""Where somebody may go instead: organisations and leisure offers nearby that we know (S1-19)."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from naast.organisations.models import Owned


class Partner(Owned):
    """One place that takes people in warmly, for who finds something else than a role here."""

    class What(models.TextChoices):
        """For which outcome it is an answer."""

        ORGANISATION = "organisation", _("Another organisation that looks for volunteers")
        LEISURE = "leisure", _("Something to take part in, in one’s free time")

    name = models.CharField(_("name"), max_length=100)
    what = models.CharField(_("what it offers"), max_length=15, choices=What)
    contact = models.CharField(_("whom to call or write"), max_length=140, blank=True)
    note = models.CharField(_("good to know"), max_length=250, blank=True)
    is_used = models.BooleanField(_("we use it now"), default=True)

    class Meta:
        ordering: ClassVar[list[str]] = ["name", "id"]
        indexes = [models.Index(fields=["organisation", "name", "id"])]

    class Privacy:
        """Every field is in exactly one of these: a test counts them."""

        plain = frozenset({"id", "created_at", "organisation", "name", "what", "note", "is_used"})
        personal = frozenset({"contact"})
        sensitive: frozenset[str] = frozenset()

    @property
    def as_alternative(self) -> str:
        """As it stands in a letter: the name, and whom to call or write."""
        return f"{self.name}: {self.contact}" if self.contact else self.name
