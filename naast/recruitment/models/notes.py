"""What is written about a candidate and for whom, what they ask, and how both see a competence."""

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from naast.core.fields import EncryptedTextField
from naast.organisations.models import Membership, Owned
from naast.programmes.models import Competence
from naast.recruitment.models.application import Application
from naast.recruitment.models.talk import Talk


class Audience(models.TextChoices):
    """Who may read a note. The author always may."""

    AUTHOR = "author", _("Only me and the coordinator")
    TEAM = "team", _("Everybody who talks with this candidate")
    CANDIDATE = "candidate", _("Also the candidate")


class Note(Owned):
    """A short note of a talk, or an addition of the candidate (then `author` is empty)."""

    application = models.ForeignKey(Application, models.CASCADE, related_name="notes")
    talk = models.ForeignKey(Talk, models.SET_NULL, null=True, blank=True, related_name="notes")
    author = models.ForeignKey(Membership, models.SET_NULL, null=True, blank=True, related_name="+")
    is_by_candidate = models.BooleanField(default=False)
    audience = models.CharField(_("who may read this"), max_length=10, choices=Audience)
    # Code of a prompt of the conversation guide (recruitment.guide), or empty.
    prompt = models.CharField(max_length=30, blank=True)
    text = EncryptedTextField(_("note"))

    class Meta:
        ordering: ClassVar[list[str]] = ["id"]
        indexes = [models.Index(fields=["organisation", "application", "id"])]

    class Tenancy:
        """Guarded in the database: see core.tenancy."""

        same_organisation = ("application", "talk", "author")

    class Privacy:
        """Every field is in exactly one of these: a test counts them."""

        plain = frozenset(
            {
                "id",
                "created_at",
                "organisation",
                "application",
                "talk",
                "author",
                "is_by_candidate",
                "audience",
                "prompt",
            }
        )
        personal: frozenset[str] = frozenset()
        sensitive = frozenset({"text"})


class Question(Owned):
    """One line of the channel in thinking time and at any other moment: a question or an answer (S1-248)."""

    application = models.ForeignKey(Application, models.CASCADE, related_name="questions")
    is_by_candidate = models.BooleanField()
    author = models.ForeignKey(Membership, models.SET_NULL, null=True, blank=True, related_name="+")
    text = EncryptedTextField(_("question or answer"))
    answered_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering: ClassVar[list[str]] = ["id"]
        indexes = [
            models.Index(fields=["organisation", "application", "id"]),
            # Who waits for an answer: few rows, looked at on every desk.
            models.Index(
                fields=["organisation", "application"],
                condition=Q(is_by_candidate=True, answered_at__isnull=True),
                name="question_without_answer",
            ),
        ]

    class Tenancy:
        """Guarded in the database: see core.tenancy."""

        same_organisation = ("application", "author")

    class Privacy:
        """Every field is in exactly one of these: a test counts them."""

        plain = frozenset(
            {
                "id",
                "created_at",
                "organisation",
                "application",
                "is_by_candidate",
                "author",
                "answered_at",
            }
        )
        personal: frozenset[str] = frozenset()
        sensitive = frozenset({"text"})


class Attitude(models.TextChoices):
    """Three attitudes that every role with people asks, whatever its own list says (S0-30)."""

    DISCREET = "discreet", _("Keeps to themselves what they hear")
    EMPATHIC = "empathic", _("Feels how somebody else is doing")
    OPEN = "open", _("Lets people be who they are")


class CompetenceView(Owned):
    """How the candidate and the coordinator see one thing that the role asks. No total, no score: «not
    yet» leads to a training, a mentor or another role (S1-239, S0-30, instruments B22)."""

    class Seen(models.TextChoices):
        """Three words, and not knowing."""

        NOT_YET = "not_yet", _("not yet")
        GROWING = "growing", _("is growing")
        SHOWS = "shows", _("shows it")
        UNKNOWN = "unknown", _("we don’t know yet")

    class Moment(models.TextChoices):
        """When it was looked at."""

        TALK = "talk", _("At the talks")
        AFTER_TRIAL = "after_trial", _("After trying out")

    application = models.ForeignKey(Application, models.CASCADE, related_name="competence_views")
    # One of these two: a line of the programme, or one of the three attitudes.
    competence = models.ForeignKey(
        Competence, models.CASCADE, null=True, blank=True, related_name="+"
    )
    attitude = models.CharField(max_length=10, choices=Attitude, blank=True)
    moment = models.CharField(max_length=12, choices=Moment, default=Moment.TALK)
    own_view = models.CharField(
        _("the candidate says"), max_length=10, choices=Seen, default=Seen.UNKNOWN
    )
    our_view = models.CharField(_("we see"), max_length=10, choices=Seen, default=Seen.UNKNOWN)
    example = EncryptedTextField(_("an example of the candidate"), blank=True)
    our_example = EncryptedTextField(_("an example of ours"), blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["application", "competence", "moment"],
                condition=Q(attitude=""),
                name="competence_seen_once",
            ),
            models.UniqueConstraint(
                fields=["application", "attitude", "moment"],
                condition=~Q(attitude=""),
                name="attitude_seen_once",
            ),
            models.CheckConstraint(
                condition=Q(competence__isnull=True) ^ Q(attitude=""),
                name="seen_is_competence_or_attitude",
            ),
        ]

    class Tenancy:
        """Guarded in the database: see core.tenancy."""

        same_organisation = ("application", "competence")

    class Privacy:
        """Every field is in exactly one of these: a test counts them."""

        plain = frozenset(
            {
                "id",
                "created_at",
                "organisation",
                "application",
                "competence",
                "attitude",
                "moment",
            }
        )
        personal = frozenset({"own_view", "our_view"})
        sensitive = frozenset({"example", "our_example"})
