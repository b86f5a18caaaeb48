"""The end of a match: two talks, what is arranged, and what each would like next (S2-9, B12)."""

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from naast.companionship.models import Match, Request
from naast.core.fields import EncryptedTextField
from naast.organisations.models import Membership, Owned
from naast.parting.states import CareKind, Side, TalkOutcome
from naast.people.models import Person


class Closing(Owned):
    """What belongs to the end of one match, beside the two talks."""

    match = models.OneToOneField(Match, models.CASCADE, related_name="closing")
    wants_together = models.BooleanField(_("a moment together to say goodbye"), null=True)
    together_on = models.DateField(_("the moment together"), null=True, blank=True)
    # Code of states.Check → «done» or «not_needed».
    checks = models.JSONField(default=dict)
    stay_in_touch = EncryptedTextField(_("what they agreed for afterwards"), blank=True)
    # Said by a person, after an end because somebody died: whom we don't call.
    died = models.CharField(_("who died"), max_length=11, choices=Side, blank=True)

    class Tenancy:
        """Guarded in the database: see core.tenancy."""

        same_organisation = ("match",)

    class Privacy:
        """Every field is in exactly one of these: a test counts them."""

        plain = frozenset({"id", "created_at", "organisation", "match"})
        personal = frozenset({"wants_together", "together_on", "checks", "died"})
        sensitive = frozenset({"stay_in_touch"})


class ClosingTalk(Owned):
    """The talk with one of the two, in their own words. The other one doesn't read it."""

    closing = models.ForeignKey(Closing, models.CASCADE, related_name="talks")
    side = models.CharField(max_length=11, choices=Side)
    outcome = models.CharField(max_length=12, choices=TalkOutcome, default=TalkOutcome.PLANNED)
    talk_on = models.DateField(_("on which day"), null=True, blank=True)
    brought = EncryptedTextField(_("what it brought"), blank=True)
    in_touch = EncryptedTextField(_("what to stay in touch about"), blank=True)
    goodbye = EncryptedTextField(_("what to say goodbye with"), blank=True)
    next = models.CharField(_("what next"), max_length=15, blank=True)
    next_words = EncryptedTextField(_("in their own words"), blank=True)
    # The new wish of the participant, once it is written down.
    request = models.ForeignKey(Request, models.SET_NULL, null=True, blank=True, related_name="+")
    written_by = models.ForeignKey(Membership, models.SET_NULL, null=True, related_name="+")

    class Meta:
        ordering: ClassVar[list[str]] = ["side"]
        constraints = [
            models.UniqueConstraint(fields=["closing", "side"], name="one_closing_talk_a_side")
        ]

    class Tenancy:
        """Guarded in the database: see core.tenancy."""

        same_organisation = ("closing", "request", "written_by")

    class Privacy:
        """Every field is in exactly one of these: a test counts them."""

        plain = frozenset(
            {"id", "created_at", "organisation", "closing", "side", "request", "written_by"}
        )
        personal = frozenset({"outcome", "talk_on", "next"})
        sensitive = frozenset({"brought", "in_touch", "goodbye", "next_words"})


class Care(Owned):
    """A call to one of the two after the end."""

    match = models.ForeignKey(Match, models.CASCADE, related_name="aftercare")
    side = models.CharField(max_length=11, choices=Side)
    kind = models.CharField(max_length=10, choices=CareKind)
    due_on = models.DateField(_("around"))
    done_on = models.DateField(_("called on"), null=True, blank=True)
    note = EncryptedTextField(_("how it is now"), blank=True)
    noted_by = models.ForeignKey(
        Membership, models.SET_NULL, null=True, blank=True, related_name="+"
    )

    class Meta:
        ordering: ClassVar[list[str]] = ["due_on", "id"]
        constraints = [
            models.UniqueConstraint(fields=["match", "side", "kind"], name="one_call_a_kind")
        ]
        indexes = [
            models.Index(
                fields=["organisation", "due_on", "id"],
                condition=Q(done_on__isnull=True),
                name="care_open",
            )
        ]

    class Tenancy:
        """Guarded in the database: see core.tenancy."""

        same_organisation = ("match", "noted_by")

    class Privacy:
        """Every field is in exactly one of these: a test counts them."""

        plain = frozenset({"id", "created_at", "organisation", "match", "side", "kind", "noted_by"})
        personal = frozenset({"due_on", "done_on"})
        sensitive = frozenset({"note"})

    @property
    def person(self) -> Person:
        """Whom we call."""
        return self.match.participant if self.side == Side.PARTICIPANT else self.match.volunteer
