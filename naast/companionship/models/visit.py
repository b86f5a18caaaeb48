"""Being there: short and human, no file, no progress score (S1-3, S1-96)."""

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from naast.companionship.models.match import Match
from naast.core.fields import EncryptedTextField
from naast.organisations.models import Membership, Owned
from naast.programmes.models import Task


class Visit(Owned):
    """One contact of two people, told by the volunteer."""

    class Mode(models.TextChoices):
        """How they met (S2-28)."""

        HOME = "home", _("at home")
        OUTING = "outing", _("going out")
        PHONE = "phone", _("by phone")
        ONLINE = "online", _("online")

    class Mood(models.TextChoices):
        """How it was, in a tap."""

        GOOD = "good", _("good")
        MIXED = "mixed", _("so-so")
        HARD = "hard", _("hard")

    class PartOfDay(models.TextChoices):
        """When they met: an evening or a night asks more of somebody than a morning (S0-60)."""

        MORNING = "morning", _("in the morning")
        AFTERNOON = "afternoon", _("in the afternoon")
        EVENING = "evening", _("in the evening")
        NIGHT = "night", _("at night")

    match = models.ForeignKey(Match, models.CASCADE, related_name="visits")
    visited_on = models.DateField(_("when"))
    mode = models.CharField(_("how"), max_length=8, choices=Mode, default=Mode.HOME)
    minutes = models.PositiveSmallIntegerField(_("how long"), null=True, blank=True)
    part_of_day = models.CharField(
        _("part of the day"), max_length=9, choices=PartOfDay, blank=True
    )
    # Somebody was called out, or came by because it was needed. An old visit was as agreed.
    is_unplanned = models.BooleanField(_("not planned beforehand"), default=False)
    mood = models.CharField(_("how was it"), max_length=6, choices=Mood, blank=True)
    good_moment = EncryptedTextField(_("a moment that was good"), blank=True)
    pass_on = EncryptedTextField(_("anything to pass on to the coordinator"), blank=True)
    tasks = models.ManyToManyField(Task, blank=True, related_name="visits")
    # Something that is not in the task package: counted and shown as a possible shift (S1-89).
    other_activity = models.CharField(_("something else"), max_length=120, blank=True)
    user_id = models.UUIDField(null=True)
    external_id = models.CharField(max_length=60, blank=True)
    # When a coordinator read what was passed on.
    seen_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering: ClassVar[list[str]] = ["-visited_on", "-id"]
        indexes = [
            models.Index(fields=["match", "-visited_on", "-id"]),
            models.Index(fields=["organisation", "visited_on", "id"]),
            models.Index(
                fields=["organisation", "id"],
                condition=Q(seen_at__isnull=True) & ~Q(pass_on=""),
                name="visit_to_read",
            ),
        ]

    class Tenancy:
        """Guarded in the database: see core.tenancy."""

        same_organisation = ("match",)

    class Privacy:
        """Every field is in exactly one of these: a test counts them."""

        plain = frozenset(
            {"id", "created_at", "organisation", "match", "user_id", "external_id", "seen_at"}
        )
        personal = frozenset(
            {
                "visited_on",
                "mode",
                "minutes",
                "part_of_day",
                "is_unplanned",
                "mood",
                "other_activity",
            }
        )
        sensitive = frozenset({"good_moment", "pass_on"})


class DutyLine(Owned):
    """«For who is on duty next»: one line after an activity, to somebody by name (S1-128).

    Not for the care file. The participant may read it too: it is about them.
    """

    visit = models.OneToOneField(Visit, models.CASCADE, related_name="duty_line")
    match = models.ForeignKey(Match, models.CASCADE, related_name="duty_lines")
    to = models.ForeignKey(Membership, models.CASCADE, related_name="duty_lines")
    text = EncryptedTextField(_("for who is on duty next"))
    read_at = models.DateTimeField(null=True, blank=True)
    read_by = models.ForeignKey(
        Membership, models.SET_NULL, null=True, blank=True, related_name="+"
    )

    class Meta:
        ordering: ClassVar[list[str]] = ["-id"]
        indexes = [
            models.Index(
                fields=["organisation", "to"],
                condition=Q(read_at__isnull=True),
                name="duty_line_to_read",
            )
        ]

    class Tenancy:
        """Guarded in the database: see core.tenancy."""

        same_organisation = ("visit", "match", "to", "read_by")

    class Privacy:
        """Every field is in exactly one of these: a test counts them."""

        plain = frozenset(
            {"id", "created_at", "organisation", "visit", "match", "to", "read_at", "read_by"}
        )
        personal: frozenset[str] = frozenset()
        sensitive = frozenset({"text"})


class QuietQuestion(Owned):
    """A friendly question after silence; an answer is welcome, none is fine too (S2-16)."""

    class Answer(models.TextChoices):
        """What the volunteer taps."""

        ALL_WELL = "all_well", _("All is well, I forgot to tell")
        LATER = "later", _("We’ll see each other soon")
        AWAY = "away", _("One of us is ill or away for a while")
        TALK = "talk", _("I’d like to talk")

    match = models.ForeignKey(Match, models.CASCADE, related_name="quiet_questions")
    asked_at = models.DateTimeField()
    answer = models.CharField(max_length=10, choices=Answer, blank=True)
    answered_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering: ClassVar[list[str]] = ["-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["match"],
                condition=Q(answered_at__isnull=True),
                name="one_open_question_a_match",
            )
        ]

    class Tenancy:
        """Guarded in the database: see core.tenancy."""

        same_organisation = ("match",)

    class Privacy:
        """Every field is in exactly one of these: a test counts them."""

        plain = frozenset({"id", "created_at", "organisation", "match"})
        personal = frozenset({"asked_at", "answer", "answered_at"})
        sensitive: frozenset[str] = frozenset()
