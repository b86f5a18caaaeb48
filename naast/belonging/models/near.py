"""Somebody close by: a closer rhythm of contact by own choice (S1-2), and a guide outside (S1-270)."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from naast.core.fields import EncryptedTextField
from naast.organisations.models import Membership, Owned
from naast.people.models import Person


class CloserContact(Owned):
    """«I know this house from the inside, and would like to hear from you more often»: chosen by the person, who
    may undo it at any time. It shows to the person and to coordinators, and in no list or figure."""

    class Every(models.IntegerChoices):
        """How often somebody would like to hear from us."""

        WEEK = 1, _("every week")
        TWO_WEEKS = 2, _("every two weeks")
        MONTH = 4, _("every month")

    person = models.OneToOneField(Person, models.CASCADE, related_name="closer_contact")
    knows_from_inside = models.BooleanField(
        _("I use this house myself, or did before"), default=False
    )
    every_weeks = models.PositiveSmallIntegerField(_("I’d like to hear from you"), choices=Every)
    words = EncryptedTextField(_("what helps me"), blank=True)
    chosen_on = models.DateField()
    spoke_on = models.DateField(null=True, blank=True)
    next_on = models.DateField()

    class Meta:
        indexes = [models.Index(fields=["organisation", "next_on"])]

    class Tenancy:
        """Guarded in the database: see core.tenancy."""

        same_organisation = ("person",)

    class Privacy:
        """Every field is in exactly one of these: a test counts them."""

        plain = frozenset({"id", "created_at", "organisation", "person"})
        personal = frozenset({"every_weeks", "chosen_on", "spoke_on", "next_on"})
        sensitive = frozenset({"knows_from_inside", "words"})


class OutsideGuide(Owned):
    """Somebody outside who walks along with a volunteer. What may be told them, and until when, is the volunteer's
    own word, taken back with one button (S1-270)."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="outside_guides")
    name = models.CharField(_("name"), max_length=150)
    works_at = models.CharField(_("organisation"), max_length=150, blank=True)
    reach = models.CharField(_("phone or e-mail"), max_length=150, blank=True)
    may_share = EncryptedTextField(_("what we may tell"))
    until_on = models.DateField(_("until"))
    agreed_on = models.DateField()
    # Empty: the volunteer wrote it.
    written_by = models.ForeignKey(
        Membership, models.SET_NULL, null=True, blank=True, related_name="+"
    )
    revoked_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering: ClassVar[list[str]] = ["-id"]
        indexes = [models.Index(fields=["organisation", "person", "until_on"])]

    class Tenancy:
        """Guarded in the database: see core.tenancy."""

        same_organisation = ("person", "written_by")

    class Privacy:
        """Every field is in exactly one of these: a test counts them."""

        plain = frozenset({"id", "created_at", "organisation", "person", "written_by"})
        personal = frozenset({"name", "works_at", "reach", "until_on", "agreed_on", "revoked_on"})
        sensitive = frozenset({"may_share"})


class Shared(Owned):
    """What was told to a guide outside, by whom and when. The volunteer reads it."""

    guide = models.ForeignKey(OutsideGuide, models.CASCADE, related_name="told")
    what = EncryptedTextField(_("what we told"))
    told_on = models.DateField()
    told_by = models.ForeignKey(
        Membership, models.SET_NULL, null=True, blank=True, related_name="+"
    )

    class Meta:
        ordering: ClassVar[list[str]] = ["-id"]

    class Tenancy:
        """Guarded in the database: see core.tenancy."""

        same_organisation = ("guide", "told_by")

    class Privacy:
        """Every field is in exactly one of these: a test counts them."""

        plain = frozenset({"id", "created_at", "organisation", "guide", "told_by"})
        personal = frozenset({"told_on"})
        sensitive = frozenset({"what"})
