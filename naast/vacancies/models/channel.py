"""Where people hear of us, and what that costs."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from naast.organisations.models import Owned


class Channel(Owned):
    """One way in which people hear of us. Its code stands in links and QR posters (`?via=code`), so that
    the source of each candidate is known without following anybody (S1-231, S1-232)."""

    class Circle(models.TextChoices):
        """Which circle of people a channel reaches: asking around reaches people like us (S1-64)."""

        ACQUAINTANCES = "acquaintances", _("People we know: word of mouth")
        ONLINE = "online", _("Online: own site, social media, sites with vacancies")
        NEIGHBOURHOOD = "neighbourhood", _("In the neighbourhood: posters, shops, bread bags")
        EVENTS = "events", _("Meetings and fairs")
        PARTNERS = "partners", _("Partners: referrers, schools, firms, associations")
        OTHER = "other", _("Something else")

    name = models.CharField(_("name"), max_length=80)
    code = models.SlugField(_("short name in links"), max_length=40)
    circle = models.CharField(_("whom it reaches"), max_length=15, choices=Circle)
    cost = models.DecimalField(
        _("what it costs a year (euro)"), max_digits=9, decimal_places=2, default=0
    )
    note = models.CharField(_("good to know"), max_length=200, blank=True)
    is_used = models.BooleanField(_("we use it now"), default=True)

    class Meta:
        ordering: ClassVar[list[str]] = ["name", "id"]
        constraints = [
            models.UniqueConstraint(fields=["organisation", "code"], name="channel_code_once")
        ]

    class Privacy:
        """A channel is about places, not about persons."""

        plain = frozenset(
            {
                "id",
                "created_at",
                "organisation",
                "name",
                "code",
                "circle",
                "cost",
                "note",
                "is_used",
            }
        )
        personal: frozenset[str] = frozenset()
        sensitive: frozenset[str] = frozenset()
