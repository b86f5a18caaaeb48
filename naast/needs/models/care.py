"""People around the duo: a carer with too much to carry (S1-34), and a favour tried through the volunteer (S1-139)."""

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from naast.companionship.models import Match
from naast.core.fields import EncryptedTextField
from naast.needs.models.register import Need
from naast.needs.states import Load
from naast.organisations.models import Membership, Owned
from naast.people.models import Person
from naast.signals.models import Signal
from naast.support.models import Talk
from naast.surroundings.models import AroundLine


class Carer(Owned):
    """Somebody who cares for a participant and has too much to carry: what we offered, and how it went on."""

    signal = models.OneToOneField(
        Signal, models.SET_NULL, null=True, blank=True, related_name="carer"
    )
    person = models.ForeignKey(Person, models.CASCADE, related_name="carers")
    # Who it is: a line of who does what, or somebody of the same home; otherwise only in words.
    line = models.ForeignKey(AroundLine, models.SET_NULL, null=True, blank=True, related_name="+")
    relative = models.ForeignKey(
        Person, models.SET_NULL, null=True, blank=True, related_name="cares_for"
    )
    who = EncryptedTextField(_("who it is"), blank=True)
    told_by = models.ForeignKey(
        Person, models.SET_NULL, null=True, blank=True, related_name="carers_told"
    )
    noted_by = models.ForeignKey(
        Membership, models.SET_NULL, null=True, blank=True, related_name="+"
    )
    words = EncryptedTextField(_("what weighs"), blank=True)
    noted_on = models.DateField(_("noted on"))
    offered = EncryptedTextField(_("what we offered"), blank=True)
    offered_on = models.DateField(_("offered on"), null=True, blank=True)
    # NULL once nobody has to look back any more.
    look_back_on = models.DateField(_("look back on"), null=True, blank=True)
    looked_back_on = models.DateField(null=True, blank=True)
    load = models.CharField(_("how it goes now"), max_length=7, choices=Load, blank=True)
    after = EncryptedTextField(_("in a few words"), blank=True)
    closed_on = models.DateField(null=True, blank=True)
    need = models.OneToOneField(Need, models.SET_NULL, null=True, blank=True, related_name="carer")

    class Meta:
        ordering: ClassVar[list[str]] = ["-id"]
        verbose_name = _("carer with too much to carry")
        indexes = [
            models.Index(fields=["organisation", "person"]),
            models.Index(fields=["organisation", "told_by", "-id"]),
            models.Index(
                fields=["organisation", "look_back_on"],
                condition=Q(closed_on__isnull=True),
                name="carer_to_look_back",
            ),
            models.Index(fields=["organisation", "closed_on"]),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(closed_on__isnull=False) | Q(look_back_on__isnull=False),
                name="an_open_carer_is_looked_back_on",
            )
        ]

    class Tenancy:
        """Guarded in the database: see core.tenancy."""

        same_organisation = (
            "signal",
            "person",
            "line",
            "relative",
            "told_by",
            "noted_by",
            "need",
        )

    class Privacy:
        """Every field is in exactly one of these: a test counts them."""

        plain = frozenset(
            {
                "id",
                "created_at",
                "organisation",
                "signal",
                "person",
                "line",
                "relative",
                "told_by",
                "noted_by",
                "need",
            }
        )
        personal = frozenset(
            {"noted_on", "offered_on", "look_back_on", "looked_back_on", "load", "closed_on"}
        )
        sensitive = frozenset({"who", "words", "offered", "after"})


class Favour(Owned):
    """Somebody tried to get a favour through a volunteer: no fault of theirs, and reason for a talk."""

    signal = models.OneToOneField(
        Signal, models.SET_NULL, null=True, blank=True, related_name="favour"
    )
    person = models.ForeignKey(Person, models.CASCADE, related_name="favours")
    match = models.ForeignKey(Match, models.SET_NULL, null=True, blank=True, related_name="favours")
    noted_by = models.ForeignKey(
        Membership, models.SET_NULL, null=True, blank=True, related_name="+"
    )
    words = EncryptedTextField(_("what was tried"), blank=True)
    tried_on = models.DateField(_("on which day"))
    talk_due_on = models.DateField(_("a talk before"))
    talk = models.OneToOneField(Talk, models.SET_NULL, null=True, blank=True, related_name="favour")
    # The talk took place, or the volunteer would rather not.
    closed_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering: ClassVar[list[str]] = ["-id"]
        indexes = [
            models.Index(fields=["organisation", "person", "-id"]),
            models.Index(
                fields=["organisation", "talk_due_on"],
                condition=Q(closed_on__isnull=True),
                name="favour_to_talk",
            ),
            models.Index(fields=["organisation", "closed_on"]),
        ]

    class Tenancy:
        """Guarded in the database: see core.tenancy."""

        same_organisation = ("signal", "person", "match", "noted_by", "talk")

    class Privacy:
        """Every field is in exactly one of these: a test counts them."""

        plain = frozenset(
            {
                "id",
                "created_at",
                "organisation",
                "signal",
                "person",
                "match",
                "noted_by",
                "talk",
            }
        )
        personal = frozenset({"tried_on", "talk_due_on", "closed_on"})
        sensitive = frozenset({"words"})
