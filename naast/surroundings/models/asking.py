"""What somebody says themselves: in own words, at an early check, or about what changed."""

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from naast.companionship.models import Match, Milestone, Side
from naast.core.fields import EncryptedTextField
from naast.organisations.models import Membership, Owned
from naast.people.models import Person
from naast.programmes.models import Programme


class How(models.TextChoices):
    """How an answer came in."""

    HERE = "here", _("on this screen")
    PHONE = "phone", _("by phone or in a talk")
    PAPER = "paper", _("on paper")


class Agrees(models.IntegerChoices):
    """How far somebody goes along with a sentence (instruments B24)."""

    NOT_AT_ALL = 1, _("Not at all")
    A_LITTLE = 2, _("A little")
    HALF = 3, _("Half")
    MOSTLY = 4, _("Mostly")
    FULLY = 5, _("Fully")


class Saying(Owned):
    """Somebody's own words, on their own initiative or after an invitation, and what was answered.

    A participant says how it goes (S2-14). Without `said_at` it is an invitation that is open still.
    """

    class Audience(models.TextChoices):
        """Who reads it, chosen by who says it."""

        COORDINATOR = "coordinator", _("the coordinator")
        PROFESSIONAL = "professional", _("the coordinator and my professional")

    person = models.ForeignKey(Person, models.CASCADE, related_name="sayings")
    invited_on = models.DateField(null=True, blank=True)
    not_now_on = models.DateField(null=True, blank=True)
    text = EncryptedTextField(_("in your own words"), blank=True)
    audience = models.CharField(
        _("who may read it"), max_length=12, choices=Audience, default=Audience.COORDINATOR
    )
    how = models.CharField(_("how it came in"), max_length=5, choices=How, default=How.HERE)
    said_at = models.DateTimeField(null=True, blank=True)
    user_id = models.UUIDField(null=True)
    answer = EncryptedTextField(_("our answer, or what we do with it"), blank=True)
    answered_at = models.DateTimeField(null=True, blank=True)
    answered_by = models.ForeignKey(
        Membership, models.SET_NULL, null=True, blank=True, related_name="+"
    )

    class Meta:
        ordering: ClassVar[list[str]] = ["-id"]
        indexes = [
            models.Index(fields=["organisation", "person"]),
            models.Index(
                fields=["organisation", "said_at"],
                condition=Q(said_at__isnull=False) & Q(answered_at__isnull=True),
                name="saying_to_answer",
            ),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["person"],
                condition=Q(said_at__isnull=True) & Q(not_now_on__isnull=True),
                name="one_open_invitation",
            )
        ]

    class Tenancy:
        """Guarded in the database: see core.tenancy."""

        same_organisation = ("person", "answered_by")

    class Privacy:
        """Every field is in exactly one of these: a test counts them."""

        plain = frozenset({"id", "created_at", "organisation", "person", "user_id", "answered_by"})
        personal = frozenset(
            {"invited_on", "not_now_on", "audience", "how", "said_at", "answered_at"}
        )
        sensitive = frozenset({"text", "answer"})


class MatchCheck(Owned):
    """How it begins, asked of one of the two, apart and in private (instruments B24-4).

    The coordinator reads it, and who answered; never the other of the two.
    """

    class Often(models.TextChoices):
        """How often they see each other, in the eyes of one."""

        LITTLE = "little", _("too little")
        GOOD = "good", _("good")
        MUCH = "much", _("too much")

    class GoOn(models.TextChoices):
        """Shall we go on?"""

        YES = "yes", _("yes")
        DOUBT = "doubt", _("I am not sure")
        RATHER_NOT = "rather_not", _("rather not")

    match = models.ForeignKey(Match, models.CASCADE, related_name="checks")
    milestone = models.ForeignKey(
        Milestone, models.SET_NULL, null=True, blank=True, related_name="checks"
    )
    side = models.CharField(max_length=11, choices=Side)
    # Whom it was put to: so that «mine» is one look in an index.
    person = models.ForeignKey(Person, models.CASCADE, related_name="match_checks")
    asked_on = models.DateField()
    at_ease = models.PositiveSmallIntegerField(choices=Agrees, null=True, blank=True)
    wants_alike = models.PositiveSmallIntegerField(choices=Agrees, null=True, blank=True)
    often = models.CharField(max_length=6, choices=Often, blank=True)
    keeps_to_it = models.PositiveSmallIntegerField(choices=Agrees, null=True, blank=True)
    wants_to_talk = models.BooleanField(null=True, blank=True)
    go_on = models.CharField(max_length=10, choices=GoOn, blank=True)
    words = EncryptedTextField(_("anything else"), blank=True)
    how = models.CharField(_("how it came in"), max_length=5, choices=How, default=How.HERE)
    answered_at = models.DateTimeField(null=True, blank=True)
    user_id = models.UUIDField(null=True)
    # When a coordinator read an answer that asks for one.
    seen_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering: ClassVar[list[str]] = ["asked_on", "id"]
        indexes = [
            models.Index(
                fields=["organisation", "person"],
                condition=Q(answered_at__isnull=True),
                name="check_to_answer",
            ),
            models.Index(
                fields=["organisation", "answered_at"],
                condition=Q(answered_at__isnull=False) & Q(seen_at__isnull=True),
                name="check_to_read",
            ),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["milestone", "side"], name="one_check_a_moment_and_side"
            )
        ]

    class Tenancy:
        """Guarded in the database: see core.tenancy."""

        same_organisation = ("match", "milestone", "person")

    class Privacy:
        """Every field is in exactly one of these: a test counts them."""

        plain = frozenset(
            {
                "id",
                "created_at",
                "organisation",
                "match",
                "milestone",
                "side",
                "person",
                "user_id",
                "seen_at",
            }
        )
        personal = frozenset(
            {
                "asked_on",
                "at_ease",
                "wants_alike",
                "often",
                "keeps_to_it",
                "wants_to_talk",
                "go_on",
                "how",
                "answered_at",
            }
        )
        sensitive = frozenset({"words"})


class ProgrammeQuestions(Owned):
    """What a programme asks its participants beside their own words: nothing, unless somebody switches it on
    (S1-174, instruments B15)."""

    programme = models.OneToOneField(Programme, models.CASCADE, related_name="questions")
    asks_outcome = models.BooleanField(
        _("ask participants what changed, at the start, after 3 and after 12 months"), default=False
    )

    class Tenancy:
        """Guarded in the database: see core.tenancy."""

        same_organisation = ("programme",)

    class Privacy:
        """About a programme, not about persons."""

        plain = frozenset({"id", "created_at", "organisation", "programme", "asks_outcome"})
        personal: frozenset[str] = frozenset()
        sensitive: frozenset[str] = frozenset()


class Outcome(Owned):
    """What changed, first in own words, then two sentences (instruments B24-5). No figure is made of it."""

    class Moment(models.TextChoices):
        """When it is asked."""

        START = "start", _("At the start")
        THREE = "three", _("After three months")
        YEAR = "year", _("After a year")

    match = models.ForeignKey(Match, models.CASCADE, related_name="outcomes")
    person = models.ForeignKey(Person, models.CASCADE, related_name="outcomes")
    moment = models.CharField(max_length=5, choices=Moment)
    asked_on = models.DateField()
    changed = EncryptedTextField(_("what changed since we began"), blank=True)
    contact = models.PositiveSmallIntegerField(choices=Agrees, null=True, blank=True)
    looks_forward = models.PositiveSmallIntegerField(choices=Agrees, null=True, blank=True)
    how = models.CharField(_("how it came in"), max_length=5, choices=How, default=How.HERE)
    answered_at = models.DateTimeField(null=True, blank=True)
    not_now_on = models.DateField(null=True, blank=True)
    user_id = models.UUIDField(null=True)

    class Meta:
        ordering: ClassVar[list[str]] = ["asked_on", "id"]
        indexes = [
            models.Index(
                fields=["organisation", "person"],
                condition=Q(answered_at__isnull=True) & Q(not_now_on__isnull=True),
                name="outcome_to_answer",
            )
        ]
        constraints = [
            models.UniqueConstraint(fields=["match", "moment"], name="one_outcome_a_moment")
        ]

    class Tenancy:
        """Guarded in the database: see core.tenancy."""

        same_organisation = ("match", "person")

    class Privacy:
        """Every field is in exactly one of these: a test counts them."""

        plain = frozenset(
            {"id", "created_at", "organisation", "match", "person", "moment", "user_id"}
        )
        personal = frozenset({"asked_on", "how", "answered_at", "not_now_on"})
        sensitive = frozenset({"changed", "contact", "looks_forward"})
