"""Saying goodbye to a volunteer: on their own wish, on our initiative, or after a long silence (B21)."""

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from naast.agreements.models import NotKept
from naast.core.fields import EncryptedTextField
from naast.organisations.models import Membership, Owned
from naast.parting.states import (
    OPEN_STATES,
    EarlierKind,
    PartingKind,
    PartingState,
    Reason,
)
from naast.people.models import Person


class Heard(models.TextChoices):
    """Whether the volunteer’s own view is known, and how."""

    AWAITED = "awaited", _("not asked yet")
    OWN = "own", _("written by the volunteer")
    WRITTEN_DOWN = "written_down", _("in their words, written down by us")
    DID_NOT_WANT = "did_not_want", _("did not want to say")


class Parting(Owned):
    """One goodbye: the talk, why, what could be better, and thanks. The volunteer reads it all."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="partings")
    kind = models.CharField(max_length=12, choices=PartingKind)
    state = models.CharField(max_length=8, choices=PartingState, default=PartingState.OPEN)
    state_since = models.DateTimeField()
    talk_planned_on = models.DateField(_("the talk is on"), null=True, blank=True)
    talk_on = models.DateField(_("we talked on"), null=True, blank=True)
    talk_words = EncryptedTextField(_("what was said"), blank=True)
    reason_words = EncryptedTextField(_("why, in their own words"), blank=True)
    # Codes of states.Better. The words go to the coordinator alone.
    better = models.JSONField(_("what we could do better"), default=list, blank=True)
    better_words = EncryptedTextField(_("what we could do better, in their words"), blank=True)
    thanks = EncryptedTextField(_("what we thank for"), blank=True)
    wants_letter = models.BooleanField(_("would like a letter of reference"), default=False)
    wants_certificate = models.BooleanField(_("would like a certificate"), default=False)
    # On our initiative (S1-215 to S1-217).
    grounds = models.JSONField(_("grounds"), default=list, blank=True)
    not_kept = models.ForeignKey(
        NotKept, models.SET_NULL, null=True, blank=True, related_name="partings"
    )
    value = EncryptedTextField(_("core value or norm"), blank=True)
    reaction = EncryptedTextField(_("how the volunteer reacted"), blank=True)
    heard = models.CharField(max_length=12, choices=Heard, default=Heard.AWAITED)
    own_view = EncryptedTextField(_("how the volunteer sees it"), blank=True)
    companion = EncryptedTextField(_("who comes along"), blank=True)
    opened_by = models.ForeignKey(Membership, models.SET_NULL, null=True, related_name="+")
    second = models.ForeignKey(Membership, models.SET_NULL, null=True, blank=True, related_name="+")
    decision = EncryptedTextField(_("what was decided, and why"), blank=True)
    closed_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering: ClassVar[list[str]] = ["-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["person"],
                condition=Q(state__in=[state.value for state in OPEN_STATES]),
                name="one_open_parting_a_person",
            )
        ]
        indexes = [
            models.Index(fields=["organisation", "state", "closed_on"]),
            models.Index(
                fields=["organisation", "state_since", "id"],
                condition=Q(state__in=[state.value for state in OPEN_STATES]),
                name="parting_open",
            ),
        ]

    class Tenancy:
        """Guarded in the database: see core.tenancy."""

        same_organisation = ("person", "not_kept", "opened_by", "second")

    class Privacy:
        """Every field is in exactly one of these: a test counts them."""

        plain = frozenset(
            {
                "id",
                "created_at",
                "organisation",
                "person",
                "not_kept",
                "opened_by",
                "second",
            }
        )
        personal = frozenset(
            {
                "kind",
                "state",
                "state_since",
                "talk_planned_on",
                "talk_on",
                "better",
                "wants_letter",
                "wants_certificate",
                "grounds",
                "heard",
                "closed_on",
            }
        )
        sensitive = frozenset(
            {
                "talk_words",
                "reason_words",
                "better_words",
                "thanks",
                "value",
                "reaction",
                "own_view",
                "companion",
                "decision",
            }
        )

    @property
    def is_heard(self) -> bool:
        """Whether the volunteer said how they see it, or that they would rather not."""
        return self.heard != Heard.AWAITED

    @property
    def is_ours(self) -> bool:
        """Whether it is on our initiative."""
        return self.kind == PartingKind.ORGANISATION


class PartingReason(Owned):
    """One of the reasons of a goodbye: a row, so that the database counts them."""

    parting = models.ForeignKey(Parting, models.CASCADE, related_name="reasons")
    code = models.CharField(max_length=20, choices=Reason)

    class Meta:
        ordering: ClassVar[list[str]] = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["parting", "code"], name="reason_once_a_parting")
        ]

    class Tenancy:
        """Guarded in the database: see core.tenancy."""

        same_organisation = ("parting",)

    class Privacy:
        """Every field is in exactly one of these: a test counts them."""

        plain = frozenset({"id", "created_at", "organisation", "parting"})
        personal = frozenset({"code"})
        sensitive: frozenset[str] = frozenset()


class EarlierStep(Owned):
    """What was tried before a parting on our initiative, and how the volunteer saw it (S1-215)."""

    parting = models.ForeignKey(Parting, models.CASCADE, related_name="earlier")
    kind = models.CharField(max_length=6, choices=EarlierKind)
    taken_on = models.DateField(_("on which day"))
    words = EncryptedTextField(_("what was said and agreed"))
    heard = models.CharField(max_length=12, choices=Heard, default=Heard.WRITTEN_DOWN)
    own_view = EncryptedTextField(_("how the volunteer saw it"), blank=True)
    # Taken over from the steps of an agreement that was not kept.
    is_from_ladder = models.BooleanField(default=False)
    written_by = models.ForeignKey(Membership, models.SET_NULL, null=True, related_name="+")

    class Meta:
        ordering: ClassVar[list[str]] = ["taken_on", "id"]

    class Tenancy:
        """Guarded in the database: see core.tenancy."""

        same_organisation = ("parting", "written_by")

    class Privacy:
        """Every field is in exactly one of these: a test counts them."""

        plain = frozenset(
            {"id", "created_at", "organisation", "parting", "is_from_ladder", "written_by"}
        )
        personal = frozenset({"kind", "taken_on", "heard"})
        sensitive = frozenset({"words", "own_view"})

    @property
    def is_heard(self) -> bool:
        """Whether the volunteer’s view of it is known."""
        return self.heard != Heard.AWAITED


class Seen(Owned):
    """What somebody saw: who, when, what. What was only heard is marked and does not count (S1-216)."""

    parting = models.ForeignKey(Parting, models.CASCADE, related_name="seen")
    seen_on = models.DateField(_("on which day"))
    is_first_hand = models.BooleanField(_("seen with own eyes"))
    seen_by = EncryptedTextField(_("who saw it"))
    facts = EncryptedTextField(_("what happened"))
    written_by = models.ForeignKey(Membership, models.SET_NULL, null=True, related_name="+")

    class Meta:
        ordering: ClassVar[list[str]] = ["seen_on", "id"]

    class Tenancy:
        """Guarded in the database: see core.tenancy."""

        same_organisation = ("parting", "written_by")

    class Privacy:
        """Every field is in exactly one of these: a test counts them."""

        plain = frozenset({"id", "created_at", "organisation", "parting", "written_by"})
        personal = frozenset({"seen_on", "is_first_hand"})
        sensitive = frozenset({"seen_by", "facts"})
