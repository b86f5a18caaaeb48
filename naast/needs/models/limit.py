"""A limit of volunteering was reached: who was asked instead, and what came of it (S2-10, S2-26)."""

from datetime import date
from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from naast.companionship.models import Match
from naast.core.fields import EncryptedTextField
from naast.needs.models.register import Need
from naast.needs.states import OPEN_LIMITS, Agreed, LimitState, StuckWhy
from naast.organisations.models import Membership, Owned
from naast.people.models import Person
from naast.signals.models import Signal
from naast.signals.states import LimitReason


class Limit(Owned):
    """Something that is more than a volunteer can do, until somebody takes it up."""

    signal = models.OneToOneField(
        Signal, models.SET_NULL, null=True, blank=True, related_name="limit"
    )
    match = models.ForeignKey(Match, models.SET_NULL, null=True, blank=True, related_name="limits")
    about = models.ForeignKey(
        Person, models.CASCADE, null=True, blank=True, related_name="limits_about"
    )
    # The volunteer who reached the limit.
    told_by = models.ForeignKey(
        Person, models.SET_NULL, null=True, blank=True, related_name="limits_told"
    )
    reason = models.CharField(_("why"), max_length=20, choices=LimitReason)
    words = EncryptedTextField(_("what it is about"), blank=True)
    noted_on = models.DateField(_("reached on"))
    noted_by = models.ForeignKey(
        Membership, models.SET_NULL, null=True, blank=True, related_name="+"
    )
    state = models.CharField(max_length=12, choices=LimitState, default=LimitState.NOTED)
    state_since = models.DateTimeField()
    # Of the first time somebody was asked: days of waiting count from it.
    first_asked_on = models.DateField(null=True, blank=True)
    # Of the last time somebody was asked; NULL while nobody was.
    answer_due_on = models.DateField(_("answer before"), null=True, blank=True)
    stuck_on = models.DateField(_("stuck since"), null=True, blank=True)
    stuck_why = models.CharField(_("what holds it up"), max_length=12, choices=StuckWhy, blank=True)
    # Whom we turn to when it is stuck, what we do there, and when (S2-26).
    escalate_to = EncryptedTextField(_("whom we turn to next"), blank=True)
    escalation = EncryptedTextField(_("what we ask there"), blank=True)
    escalate_on = models.DateField(_("on which day"), null=True, blank=True)
    # What the volunteer reads: what happens with it, in plain words.
    for_volunteer = EncryptedTextField(_("what the volunteer reads"), blank=True)
    outcome = EncryptedTextField(_("what came of it"), blank=True)
    closed_on = models.DateField(null=True, blank=True)
    need = models.OneToOneField(Need, models.SET_NULL, null=True, blank=True, related_name="limit")

    class Meta:
        ordering: ClassVar[list[str]] = ["-id"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(state=LimitState.STUCK.value)
                | Q(stuck_on__isnull=False, escalate_on__isnull=False),
                name="a_stuck_limit_has_a_next_step",
            ),
            models.CheckConstraint(
                condition=~Q(state=LimitState.ASKED.value) | Q(answer_due_on__isnull=False),
                name="an_asked_limit_has_a_term",
            ),
            models.CheckConstraint(
                condition=Q(state__in=[each.value for each in OPEN_LIMITS])
                | Q(closed_on__isnull=False),
                name="an_ended_limit_has_its_day",
            ),
        ]
        indexes = [
            models.Index(fields=["organisation", "state", "id"]),
            models.Index(fields=["organisation", "told_by", "-id"]),
            models.Index(fields=["organisation", "about", "-id"]),
            models.Index(
                fields=["organisation", "answer_due_on"],
                condition=Q(state=LimitState.ASKED.value),
                name="limit_asked",
            ),
            models.Index(
                fields=["organisation", "escalate_on"],
                condition=Q(state=LimitState.STUCK.value),
                name="limit_stuck",
            ),
            models.Index(
                fields=["organisation", "first_asked_on", "id"],
                condition=Q(state=LimitState.STUCK.value),
                name="limit_stuck_longest",
            ),
            models.Index(fields=["organisation", "closed_on"]),
        ]

    class Tenancy:
        """Guarded in the database: see core.tenancy."""

        same_organisation = ("signal", "match", "about", "told_by", "noted_by", "need")

    class Privacy:
        """Every field is in exactly one of these: a test counts them."""

        plain = frozenset(
            {
                "id",
                "created_at",
                "organisation",
                "signal",
                "match",
                "about",
                "told_by",
                "noted_by",
                "need",
            }
        )
        personal = frozenset(
            {
                "reason",
                "noted_on",
                "state",
                "state_since",
                "first_asked_on",
                "answer_due_on",
                "stuck_on",
                "stuck_why",
                "escalate_on",
                "closed_on",
            }
        )
        sensitive = frozenset({"words", "escalate_to", "escalation", "for_volunteer", "outcome"})

    @property
    def is_open(self) -> bool:
        """Whether somebody still waits."""
        return self.state in OPEN_LIMITS

    def days_waiting(self, day: date) -> int:
        """How long somebody has waited: since a service was first asked, or since the limit was reached."""
        return ((self.closed_on or day) - (self.first_asked_on or self.noted_on)).days


class Asking(Owned):
    """One time that a service was asked: who, when, before when they answer, and who calls."""

    limit = models.ForeignKey(Limit, models.CASCADE, related_name="askings")
    service = models.CharField(_("which service"), max_length=120)
    contact = EncryptedTextField(_("whom we spoke there"), blank=True)
    caller = models.ForeignKey(
        Membership, models.SET_NULL, null=True, blank=True, related_name="askings"
    )
    asked_on = models.DateField(_("asked on"))
    answer_due_on = models.DateField(_("answer before"))
    agreed = models.CharField(_("does the person agree?"), max_length=12, choices=Agreed)
    is_escalation = models.BooleanField(default=False)
    answered_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering: ClassVar[list[str]] = ["asked_on", "id"]
        indexes = [models.Index(fields=["organisation", "limit"])]
        constraints = [
            models.CheckConstraint(
                condition=Q(answer_due_on__gte=models.F("asked_on")),
                name="an_answer_comes_after_the_question",
            )
        ]

    class Tenancy:
        """Guarded in the database: see core.tenancy."""

        same_organisation = ("limit", "caller")

    class Privacy:
        """Every field is in exactly one of these: a test counts them."""

        plain = frozenset({"id", "created_at", "organisation", "limit", "caller", "is_escalation"})
        personal = frozenset({"asked_on", "answer_due_on", "agreed", "answered_on"})
        sensitive = frozenset({"service", "contact"})
