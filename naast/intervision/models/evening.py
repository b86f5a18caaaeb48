"""One evening of a group: when and where, what stands on the agenda, who was there, what was agreed.

There is no field for what was said: that stays in the room. Questions brought beforehand are erased ninety
days after the evening (services.nightly)."""

from datetime import datetime, timedelta
from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from naast.casebook.models import Case
from naast.core.fields import EncryptedTextField
from naast.intervision.models.series import Series
from naast.intervision.states import (
    EveningKind,
    FollowUpOutcome,
    FollowUpReason,
    PresenceState,
    QuestionKind,
    QuestionState,
)
from naast.organisations.models import Membership, Owned
from naast.people.models import Person


class Evening(Owned):
    """One meeting of a group."""

    series = models.ForeignKey(Series, models.CASCADE, related_name="evenings")
    kind = models.CharField(
        _("what it is"), max_length=10, choices=EveningKind, default=EveningKind.EVENING
    )
    # The day the rhythm gave; NULL when somebody planned it by hand.
    rhythm_on = models.DateField(null=True, blank=True)
    # Empty: the word the group uses.
    title = models.CharField(_("title"), max_length=60, blank=True)
    starts_at = models.DateTimeField(_("starts"))
    minutes = models.PositiveSmallIntegerField(_("how long (minutes)"), default=120)
    place = models.CharField(_("where"), max_length=160, blank=True)
    online_url = models.URLField(_("link to take part online"), blank=True)
    method = models.CharField(_("method"), max_length=20, blank=True)
    # Who leads this one, where it is not the leader of the group; and who brings something in.
    led_by = models.ForeignKey(
        Person, models.SET_NULL, null=True, blank=True, related_name="evenings_led"
    )
    brought_by = models.ForeignKey(
        Person, models.SET_NULL, null=True, blank=True, related_name="evenings_brought"
    )
    # The article of the charter that stood on the agenda (S1-208): its code and heading.
    article = models.CharField(max_length=40, blank=True)
    article_heading = models.CharField(max_length=200, blank=True)
    # A case of the case bank, for who wants one.
    case = models.ForeignKey(Case, models.SET_NULL, null=True, blank=True, related_name="+")
    # Codes of themes.THEMES: all that stays of what it was about.
    themes = models.JSONField(_("themes"), default=list, blank=True)
    cancelled_at = models.DateTimeField(null=True, blank=True)
    # Calendars take a change only when its number is higher than what they have (RFC 5545 SEQUENCE).
    revision = models.PositiveSmallIntegerField(default=0)
    # Who was there is filled in.
    closed_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering: ClassVar[list[str]] = ["starts_at", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["series", "rhythm_on"],
                condition=Q(rhythm_on__isnull=False),
                name="evening_once_a_date",
            )
        ]
        indexes = [
            models.Index(fields=["organisation", "starts_at", "id"]),
            models.Index(fields=["series", "starts_at", "id"]),
        ]

    class Tenancy:
        """Guarded in the database: see core.tenancy."""

        same_organisation = ("series", "led_by", "brought_by", "case")

    class Privacy:
        """Every field is in exactly one of these: a test counts them."""

        plain = frozenset(
            {
                "id",
                "created_at",
                "organisation",
                "series",
                "kind",
                "rhythm_on",
                "title",
                "starts_at",
                "minutes",
                "place",
                "online_url",
                "method",
                "led_by",
                "brought_by",
                "article",
                "article_heading",
                "case",
                "themes",
                "cancelled_at",
                "revision",
                "closed_on",
            }
        )
        personal: frozenset[str] = frozenset()
        sensitive: frozenset[str] = frozenset()

    @property
    def ends_at(self) -> datetime:
        """When it is over."""
        return self.starts_at + timedelta(minutes=self.minutes)

    @property
    def is_talk(self) -> bool:
        """The yearly group talk."""
        return self.kind == EveningKind.GROUP_TALK

    @property
    def name(self) -> str:
        """What it is called: its own title, or the word of the group. Needs the series."""
        if self.title:
            return self.title
        return (self.series.talk_label if self.is_talk else "") or self.series.label


class Presence(Owned):
    """That somebody was there, or could not come."""

    evening = models.ForeignKey(Evening, models.CASCADE, related_name="presences")
    person = models.ForeignKey(Person, models.CASCADE, related_name="+")
    state = models.CharField(max_length=10, choices=PresenceState)
    # For the leader; erased with the questions of the evening.
    words = EncryptedTextField(_("a few words for the leader"), blank=True)

    class Meta:
        ordering: ClassVar[list[str]] = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["evening", "person"], name="presence_once_an_evening")
        ]

    class Tenancy:
        """Guarded in the database: see core.tenancy."""

        same_organisation = ("evening", "person")

    class Privacy:
        """Every field is in exactly one of these: a test counts them."""

        plain = frozenset({"id", "created_at", "organisation", "evening", "person"})
        personal = frozenset({"state"})
        sensitive = frozenset({"words"})


class LearningQuestion(Owned):
    """Something somebody would like to talk over (S1-143, S2-30), without names. For the leader, and for
    the group when the asker wants so. Erased ninety days after the evening: only its theme stays there."""

    evening = models.ForeignKey(Evening, models.CASCADE, related_name="questions")
    asker = models.ForeignKey(Person, models.CASCADE, related_name="+")
    kind = models.CharField(max_length=10, choices=QuestionKind, default=QuestionKind.QUESTION)
    state = models.CharField(max_length=10, choices=QuestionState, default=QuestionState.OPEN)
    text = EncryptedTextField(_("what would you like to talk over?"), blank=True)
    theme = models.CharField(_("theme"), max_length=12, blank=True)
    is_shared = models.BooleanField(_("the group may read it beforehand"), default=False)

    class Meta:
        ordering: ClassVar[list[str]] = ["id"]
        indexes = [models.Index(fields=["organisation", "asker", "id"])]

    class Tenancy:
        """Guarded in the database: see core.tenancy."""

        same_organisation = ("evening", "asker")

    class Privacy:
        """Every field is in exactly one of these: a test counts them."""

        plain = frozenset(
            {"id", "created_at", "organisation", "evening", "asker", "kind", "state", "theme"}
        )
        personal = frozenset({"is_shared"})
        sensitive = frozenset({"text"})


class AgreedAction(Owned):
    """What somebody will do, agreed on an evening: shown again on the next one."""

    evening = models.ForeignKey(Evening, models.CASCADE, related_name="actions")
    what = EncryptedTextField(_("what"))
    # A member of the group, or a first name.
    person = models.ForeignKey(
        Person, models.SET_NULL, null=True, blank=True, related_name="agreed_actions"
    )
    who = models.CharField(_("who"), max_length=60, blank=True)
    due_on = models.DateField(_("by when"), null=True, blank=True)
    done_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering: ClassVar[list[str]] = ["due_on", "id"]
        indexes = [models.Index(fields=["organisation", "person", "done_on"])]

    class Tenancy:
        """Guarded in the database: see core.tenancy."""

        same_organisation = ("evening", "person")

    class Privacy:
        """Every field is in exactly one of these: a test counts them."""

        plain = frozenset(
            {"id", "created_at", "organisation", "evening", "person", "due_on", "done_on"}
        )
        personal = frozenset({"who"})
        sensitive = frozenset({"what"})

    @property
    def whose(self) -> str:
        """Who does it, as people call each other. Needs the person."""
        return self.person.first_name if self.person else self.who


class FollowUp(Owned):
    """Somebody asks a person how they are, because the group missed them (S1-188). Only that they talked
    and a choice of kind words is kept, and for a year."""

    series = models.ForeignKey(Series, models.CASCADE, related_name="follow_ups")
    person = models.ForeignKey(Person, models.CASCADE, related_name="+")
    reason = models.CharField(max_length=10, choices=FollowUpReason)
    noticed_on = models.DateField()
    talked_on = models.DateField(_("talked on"), null=True, blank=True)
    outcome = models.CharField(
        _("how it stands"), max_length=12, choices=FollowUpOutcome, blank=True
    )
    talked_by = models.ForeignKey(
        Membership, models.SET_NULL, null=True, blank=True, related_name="+"
    )

    class Meta:
        ordering: ClassVar[list[str]] = ["noticed_on", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["series", "person"],
                condition=Q(talked_on__isnull=True),
                name="follow_up_open_once",
            )
        ]
        indexes = [models.Index(fields=["organisation", "talked_on", "noticed_on", "id"])]

    class Tenancy:
        """Guarded in the database: see core.tenancy."""

        same_organisation = ("series", "person", "talked_by")

    class Privacy:
        """Every field is in exactly one of these: a test counts them."""

        plain = frozenset({"id", "created_at", "organisation", "series", "person", "talked_by"})
        personal = frozenset({"reason", "noticed_on", "talked_on", "outcome"})
        sensitive: frozenset[str] = frozenset()
