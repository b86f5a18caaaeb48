"""The network map: who stands around somebody, drawn with them (S1-36, S1-47, S3-1).

No count and no comparison of numbers is made of it: the network is an aim, and this is a way to talk about it.
"""

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from naast.core.fields import EncryptedTextField
from naast.organisations.models import Owned
from naast.people.models import Person
from naast.surroundings.models.around import Category


class NetworkMap(Owned):
    """The people around a participant at one moment, drawn with them and with their consent."""

    class Moment(models.TextChoices):
        """When it was drawn."""

        START = "start", _("At the start")
        HALF_YEAR = "half_year", _("After six months")
        YEAR = "year", _("After a year")
        BETWEEN = "between", _("In between")

    class How(models.TextChoices):
        """How the participant said that it may be kept."""

        IN_PERSON = "in_person", _("in a talk")
        BY_PHONE = "by_phone", _("by phone")
        ON_PAPER = "on_paper", _("on paper")

    person = models.ForeignKey(Person, models.CASCADE, related_name="network_maps")
    moment = models.CharField(_("moment"), max_length=9, choices=Moment)
    drawn_on = models.DateField(_("drawn together on"))
    agreed_how = models.CharField(_("how they agreed"), max_length=9, choices=How)
    own_strength = EncryptedTextField(_("what goes well by myself"), blank=True)
    own_solutions = EncryptedTextField(_("what I or people around me can do about it"), blank=True)
    wish = EncryptedTextField(_("whom I would like to see more"), blank=True)
    # When to draw again; empty on every map but the last.
    next_on = models.DateField(_("draw again on"), null=True, blank=True)
    user_id = models.UUIDField(null=True)

    class Meta:
        ordering: ClassVar[list[str]] = ["-drawn_on", "-id"]
        indexes = [
            models.Index(fields=["organisation", "person"]),
            models.Index(
                fields=["organisation", "next_on"],
                condition=Q(next_on__isnull=False),
                name="map_to_draw_again",
            ),
        ]

    class Tenancy:
        """Guarded in the database: see core.tenancy."""

        same_organisation = ("person",)

    class Privacy:
        """Every field is in exactly one of these: a test counts them."""

        plain = frozenset({"id", "created_at", "organisation", "person", "moment", "user_id"})
        personal = frozenset({"drawn_on", "agreed_how", "next_on"})
        sensitive = frozenset({"own_strength", "own_solutions", "wish"})


class MapPerson(Owned):
    """One person on a map: how near, what kind of help, and what they mean."""

    class Ring(models.IntegerChoices):
        """How near somebody stands."""

        NEAR = 1, _("close to me")
        MIDDLE = 2, _("I can count on them")
        OUTER = 3, _("I know them")

    network_map = models.ForeignKey(NetworkMap, models.CASCADE, related_name="people")
    name = EncryptedTextField(_("name, or what you call them"))
    ring = models.PositiveSmallIntegerField(_("how near"), choices=Ring)
    category = models.CharField(_("what kind of help"), max_length=13, choices=Category)
    means = EncryptedTextField(_("what they mean to me"), blank=True)

    class Meta:
        ordering: ClassVar[list[str]] = ["ring", "id"]

    class Tenancy:
        """Guarded in the database: see core.tenancy."""

        same_organisation = ("network_map",)

    class Privacy:
        """Every field is in exactly one of these: a test counts them."""

        plain = frozenset({"id", "created_at", "organisation", "network_map"})
        personal = frozenset({"ring", "category"})
        sensitive = frozenset({"name", "means"})
