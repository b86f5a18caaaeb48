"""What the house asks somebody at a fixed moment, and what it did with the answer (S1-218, S1-93, S1-73)."""

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from naast.belonging.states import Choice, How, Outcome, QuestionKind
from naast.core.fields import EncryptedJSONField, EncryptedTextField
from naast.organisations.models import Membership, Owned
from naast.people.models import Person
from naast.programmes.models import Engagement

# Asked, and neither answered nor let go: what stands on somebody's home.
WAITING = Q(answered_on__isnull=True, dropped_on__isnull=True)


class Question(Owned):
    """A welcome check, «what strikes you here?», or «extend, change or stop?». A row is made on the day it is
    asked; no answer is fine too, and then it goes by itself."""

    engagement = models.ForeignKey(Engagement, models.CASCADE, related_name="questions")
    person = models.ForeignKey(Person, models.CASCADE, related_name="belonging_questions")
    kind = models.CharField(max_length=10, choices=QuestionKind)
    # The week of a welcome check; 0 otherwise.
    week = models.PositiveSmallIntegerField(default=0)
    # Of «extend, change or stop?»: the agreed end; empty when it is asked once a year.
    end_on = models.DateField(null=True, blank=True)
    asked_on = models.DateField()
    dropped_on = models.DateField(null=True, blank=True)
    answered_on = models.DateField(_("answered on"), null=True, blank=True)
    how = models.CharField(_("how"), max_length=10, choices=How, blank=True)
    written_by = models.ForeignKey(
        Membership, models.SET_NULL, null=True, blank=True, related_name="+"
    )
    # Of a welcome check: {statement: word} (belonging.checks).
    taps = EncryptedJSONField(default=dict, blank=True)
    words = EncryptedTextField(_("in your own words"), blank=True)
    shares_with_host = models.BooleanField(_("my host may read this too"), default=False)
    # Of a fresh look: others may read it, without a name, with what was done.
    shares_unnamed = models.BooleanField(_("others may read this, without my name"), default=False)
    choice = models.CharField(max_length=10, choices=Choice, blank=True)
    # «Not at home yet»: somebody calls before this day.
    call_by = models.DateField(null=True, blank=True)
    called_on = models.DateField(_("we spoke on"), null=True, blank=True)
    # What the house answers; the person reads it.
    reply = EncryptedTextField(_("our answer"), blank=True)
    outcome = models.CharField(max_length=12, choices=Outcome, blank=True)
    settled_on = models.DateField(null=True, blank=True)
    settled_by = models.ForeignKey(
        Membership, models.SET_NULL, null=True, blank=True, related_name="+"
    )

    class Meta:
        ordering: ClassVar[list[str]] = ["-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["engagement", "kind", "week", "asked_on"], name="question_asked_once_a_day"
            ),
            models.UniqueConstraint(
                fields=["engagement", "kind", "week"],
                condition=Q(kind=QuestionKind.CHECK),
                name="welcome_check_once",
            ),
            models.UniqueConstraint(
                fields=["engagement"],
                condition=Q(kind=QuestionKind.LOOK),
                name="fresh_look_once",
            ),
            models.UniqueConstraint(
                fields=["engagement", "end_on"],
                condition=Q(kind=QuestionKind.GOING_ON),
                name="end_asked_once",
            ),
        ]
        indexes = [
            models.Index(fields=["organisation", "person", "asked_on"]),
            models.Index(fields=["organisation", "kind", "answered_on"]),
            models.Index(
                fields=["organisation", "asked_on"], condition=WAITING, name="question_waiting"
            ),
            models.Index(
                fields=["organisation", "kind"],
                condition=Q(answered_on__isnull=False, settled_on__isnull=True),
                name="question_to_settle",
            ),
            models.Index(
                fields=["organisation", "call_by"],
                condition=Q(call_by__isnull=False, called_on__isnull=True),
                name="question_to_call",
            ),
        ]

    class Tenancy:
        """Guarded in the database: see core.tenancy."""

        same_organisation = ("engagement", "person", "written_by", "settled_by")

    class Privacy:
        """Every field is in exactly one of these: a test counts them."""

        plain = frozenset(
            {
                "id",
                "created_at",
                "organisation",
                "engagement",
                "person",
                "kind",
                "week",
                "asked_on",
                "dropped_on",
                "written_by",
                "settled_by",
            }
        )
        personal = frozenset(
            {
                "end_on",
                "answered_on",
                "how",
                "shares_with_host",
                "shares_unnamed",
                "choice",
                "call_by",
                "called_on",
                "outcome",
                "settled_on",
            }
        )
        sensitive = frozenset({"taps", "words", "reply"})

    @property
    def is_waiting(self) -> bool:
        """Asked, and neither answered nor let go."""
        return self.answered_on is None and self.dropped_on is None
