"""How somebody starts in a programme: the stages of getting to know each other, and what is asked."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from naast.core.text import Text
from naast.programmes.models.parts import ProgrammePart


class StageKind(models.TextChoices):
    """The stages between a first sign of interest and a start (S1-236, S1-248)."""

    APPLICATION = "application", _("Application")
    FIRST_TALK = "first_talk", _("First talk")
    TOUR = "tour", _("Look around")
    THINKING = "thinking", _("Thinking time")
    SECOND_TALK = "second_talk", _("Second talk")
    TRIAL = "trial", _("Trying out")
    TRAINING = "training", _("Training")
    AGREEMENT = "agreement", _("Agreement")
    START = "start", _("Start")


class PathStage(ProgrammePart):
    """One stage of the way to a start: switched on or off, in the programme's own order (S1-236).

    `least_days` and `most_days` are advice for how long it takes: too slow loses people, too quick
    loses them later (S1-246). Empty texts mean the usual ones (programmes.path).
    """

    kind = models.CharField(_("stage"), max_length=12, choices=StageKind)
    is_on = models.BooleanField(_("part of the way here"), default=True)
    name = models.CharField(_("our own name for it"), max_length=80, blank=True)
    takes = models.CharField(_("how long it takes"), max_length=80, blank=True)
    with_whom = models.CharField(_("with whom"), max_length=120, blank=True)
    least_days = models.PositiveSmallIntegerField(_("rather not shorter than (days)"), default=0)
    most_days = models.PositiveSmallIntegerField(_("rather not longer than (days)"), default=14)

    class Meta:
        ordering: ClassVar[list[str]] = ["position", "id"]
        constraints = [
            models.UniqueConstraint(fields=["programme", "kind"], name="stage_once_a_programme"),
            models.CheckConstraint(
                condition=Q(most_days__gte=F("least_days")),
                name="stage_advice_in_order",
                violation_error_message=_("The longest time is not shorter than the shortest."),
            ),
        ]

    class Privacy:
        """Every field is in exactly one of these: a test counts them."""

        plain = frozenset(
            {
                "id",
                "created_at",
                "organisation",
                "programme",
                "position",
                "kind",
                "is_on",
                "name",
                "takes",
                "with_whom",
                "least_days",
                "most_days",
            }
        )
        personal: frozenset[str] = frozenset()
        sensitive: frozenset[str] = frozenset()

    @property
    def label(self) -> Text:
        """Our own name for this stage, or the usual one."""
        return self.name or StageKind(self.kind).label


class Competence(ProgrammePart):
    """What a role asks of somebody, needed or welcome, with an example of what one sees (S0-18, S1-146)."""

    class Kind(models.TextChoices):
        """Knowing, being able, or how one is with people."""

        KNOWLEDGE = "knowledge", _("Knowledge")
        SKILL = "skill", _("Skill")
        ATTITUDE = "attitude", _("Attitude")

    kind = models.CharField(_("kind"), max_length=10, choices=Kind, default=Kind.ATTITUDE)
    name = models.CharField(_("what"), max_length=160)
    is_needed = models.BooleanField(_("needed (otherwise: welcome)"), default=True)
    example = models.CharField(_("what you see when it is there"), max_length=250, blank=True)

    class Privacy:
        """Every field is in exactly one of these: a test counts them."""

        plain = frozenset(
            {
                "id",
                "created_at",
                "organisation",
                "programme",
                "position",
                "kind",
                "name",
                "is_needed",
                "example",
            }
        )
        personal: frozenset[str] = frozenset()
        sensitive: frozenset[str] = frozenset()
