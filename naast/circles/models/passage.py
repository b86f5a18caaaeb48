"""What passes the coordinator's screen: passages with their log, signals, summaries, reviews, hard events."""

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from naast.circles.models.circle import Circle, OuterMember
from naast.circles.states import Basis, Level
from naast.core.fields import EncryptedJSONField, EncryptedTextField
from naast.organisations.models import Membership, Owned
from naast.people.models import Person


class Passage(Owned):
    """Something on its way between the inner and the outer circle (S1-161). It is a draft of the coordinator
    until they release it; then it never changes. The released ones are the log of what was told to whom."""

    class Direction(models.TextChoices):
        """Which way."""

        OUT = "out", _("To the outer circle")
        IN = "in", _("To the inner circle")

    circle = models.ForeignKey(Circle, models.CASCADE, related_name="passages")
    direction = models.CharField(max_length=3, choices=Direction)
    # What came in from outside, as it came: only the coordinator reads it.
    came_from = models.ForeignKey(
        OuterMember, models.SET_NULL, null=True, blank=True, related_name="told"
    )
    raw = EncryptedTextField(_("what came in"), blank=True)
    # They wrote it themselves; what a coordinator noted of a call is the coordinator's.
    was_on_screen = models.BooleanField(default=False)
    # What is passed on, in the coordinator's words. Code of states.Subject.
    words = EncryptedTextField(_("what is passed on"), blank=True)
    subject = models.CharField(_("what it is about"), max_length=12, blank=True)
    basis = models.CharField(_("on which basis"), max_length=10, choices=Basis, blank=True)
    why = EncryptedTextField(_("why, in a sentence"), blank=True)
    # The core member sees that something was passed on, unless danger says otherwise.
    is_hidden = models.BooleanField(_("the core member does not see this"), default=False)
    hidden_why = EncryptedTextField(_("why not"), blank=True)
    released_at = models.DateTimeField(null=True, blank=True)
    released_by = models.ForeignKey(
        Membership, models.SET_NULL, null=True, blank=True, related_name="+"
    )
    # Read and not passed on.
    kept_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering: ClassVar[list[str]] = ["-id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(is_hidden=False) | Q(basis="danger"), name="hidden_only_for_danger"
            ),
            models.CheckConstraint(
                condition=Q(released_at__isnull=True) | Q(kept_at__isnull=True),
                name="released_or_kept",
            ),
        ]
        indexes = [
            models.Index(fields=["circle", "-id"]),
            models.Index(
                fields=["organisation", "created_at"],
                condition=Q(released_at__isnull=True, kept_at__isnull=True),
                name="circle_passages_waiting",
            ),
        ]

    class Tenancy:
        """Guarded in the database: see core.tenancy."""

        same_organisation = ("circle", "came_from", "released_by")

    class Privacy:
        """Every field is in exactly one of these: a test counts them."""

        plain = frozenset(
            {
                "id",
                "created_at",
                "organisation",
                "circle",
                "direction",
                "was_on_screen",
                "came_from",
                "released_at",
                "released_by",
                "kept_at",
            }
        )
        personal = frozenset({"subject", "basis", "is_hidden"})
        sensitive = frozenset({"raw", "words", "why", "hidden_why"})


class PassageTo(Owned):
    """To whom of the outer circle something goes."""

    passage = models.ForeignKey(Passage, models.CASCADE, related_name="to")
    outer = models.ForeignKey(OuterMember, models.CASCADE, related_name="received")
    # Only with an account; everybody else is called.
    read_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering: ClassVar[list[str]] = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["passage", "outer"], name="passage_once_a_person")
        ]

    class Tenancy:
        """Guarded in the database: see core.tenancy."""

        same_organisation = ("passage", "outer")

    class Privacy:
        """Every field is in exactly one of these: a test counts them."""

        plain = frozenset({"id", "created_at", "organisation", "passage", "outer", "read_at"})
        personal: frozenset[str] = frozenset()
        sensitive: frozenset[str] = frozenset()


class Signal(Owned):
    """A volunteer noticed something (S1-162): to talk about, a concern, or danger."""

    circle = models.ForeignKey(Circle, models.CASCADE, related_name="signals")
    person = models.ForeignKey(Person, models.CASCADE, related_name="circle_signals")
    level = models.CharField(_("how soon"), max_length=8, choices=Level)
    words = EncryptedTextField(_("what you saw or heard"))
    # NULL: to talk about at the next meeting, nobody is hurried.
    due_at = models.DateTimeField(null=True, blank=True)
    seen_at = models.DateTimeField(null=True, blank=True)
    seen_by = models.ForeignKey(
        Membership, models.SET_NULL, null=True, blank=True, related_name="+"
    )
    consulted = EncryptedTextField(_("whom you consulted"), blank=True)
    decision = EncryptedTextField(_("what you decided"), blank=True)
    feedback = EncryptedTextField(_("what the circle may know"), blank=True)
    handled_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering: ClassVar[list[str]] = ["-id"]
        indexes = [
            models.Index(fields=["circle", "-id"]),
            models.Index(
                fields=["organisation", "due_at"],
                condition=Q(handled_at__isnull=True),
                name="circle_signals_open",
            ),
        ]

    class Tenancy:
        """Guarded in the database: see core.tenancy."""

        same_organisation = ("circle", "person", "seen_by")

    class Privacy:
        """Every field is in exactly one of these: a test counts them."""

        plain = frozenset(
            {
                "id",
                "created_at",
                "organisation",
                "circle",
                "due_at",
                "seen_at",
                "seen_by",
                "handled_at",
            }
        )
        personal = frozenset({"person", "level"})
        sensitive = frozenset({"words", "consulted", "decision", "feedback"})


class Report(Owned):
    """The coordinator's summary of a month, or the review of a quarter with the outer circle. Words, no figure
    and no prediction (instruments B11)."""

    class Kind(models.TextChoices):
        """Which of the two."""

        SUMMARY = "summary", _("Summary of the month")
        REVIEW = "review", _("Review with the outer circle")

    circle = models.ForeignKey(Circle, models.CASCADE, related_name="reports")
    kind = models.CharField(max_length=8, choices=Kind)
    held_on = models.DateField(_("on"))
    with_whom = EncryptedTextField(_("with whom"), blank=True)
    # Code of reports.QUESTIONS → words.
    answers = EncryptedJSONField(default=dict, blank=True)

    class Meta:
        ordering: ClassVar[list[str]] = ["-held_on", "-id"]
        indexes = [models.Index(fields=["circle", "-held_on"])]

    class Tenancy:
        """Guarded in the database: see core.tenancy."""

        same_organisation = ("circle",)

    class Privacy:
        """Every field is in exactly one of these: a test counts them."""

        plain = frozenset({"id", "created_at", "organisation", "circle", "kind", "held_on"})
        personal: frozenset[str] = frozenset()
        sensitive = frozenset({"with_whom", "answers"})


class HardEvent(Owned):
    """A new offence or another grave event: the circle pauses, volunteers are heard within three days, then it
    is decided together with the outer circle how it goes on (instruments B11)."""

    class Decision(models.TextChoices):
        """How it goes on."""

        GO_ON = "go_on", _("The circle goes on")
        CLOSE = "close", _("The circle works towards an end")
        STOP = "stop", _("The circle stops")

    circle = models.ForeignKey(Circle, models.CASCADE, related_name="hard_events")
    happened_on = models.DateField(_("on"))
    words = EncryptedTextField(_("what the circle needs to know, without details"), blank=True)
    aftercare = EncryptedTextField(_("care for the volunteers"), blank=True)
    decision = models.CharField(_("how it goes on"), max_length=8, choices=Decision, blank=True)
    decided_on = models.DateField(null=True, blank=True)
    consulted = EncryptedTextField(_("whom you consulted"), blank=True)

    class Meta:
        ordering: ClassVar[list[str]] = ["-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["circle"],
                condition=Q(decided_on__isnull=True),
                name="one_hard_event_at_a_time",
            )
        ]

    class Tenancy:
        """Guarded in the database: see core.tenancy."""

        same_organisation = ("circle",)

    class Privacy:
        """Every field is in exactly one of these: a test counts them."""

        plain = frozenset({"id", "created_at", "organisation", "circle", "decided_on"})
        personal = frozenset({"happened_on", "decision"})
        sensitive = frozenset({"words", "aftercare", "consulted"})


class Debrief(Owned):
    """One volunteer is heard after a hard event."""

    event = models.ForeignKey(HardEvent, models.CASCADE, related_name="debriefs")
    person = models.ForeignKey(Person, models.CASCADE, related_name="+")
    due_on = models.DateField()
    heard_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering: ClassVar[list[str]] = ["due_on", "id"]
        constraints = [
            models.UniqueConstraint(fields=["event", "person"], name="debrief_once_a_volunteer")
        ]
        indexes = [
            models.Index(
                fields=["organisation", "due_on"],
                condition=Q(heard_on__isnull=True),
                name="circle_debriefs_open",
            )
        ]

    class Tenancy:
        """Guarded in the database: see core.tenancy."""

        same_organisation = ("event", "person")

    class Privacy:
        """Every field is in exactly one of these: a test counts them."""

        plain = frozenset({"id", "created_at", "organisation", "event", "due_on"})
        personal = frozenset({"person", "heard_on"})
        sensitive: frozenset[str] = frozenset()
