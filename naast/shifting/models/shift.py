"""A task that shifted in one match: what was told of, how it was settled, and what belongs to it since."""

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from naast.companionship.models import Match
from naast.core.fields import EncryptedTextField
from naast.organisations.models import Membership, Owned
from naast.programmes.models import Task
from naast.shifting.states import OPEN, ShiftState

OPEN_VALUES = [state.value for state in OPEN]
LONGEST_NAME = 120


class TaskShift(Owned):
    """Something that is done in a match and was not agreed, or that somebody would like to add (S1-89)."""

    class Reach(models.TextChoices):
        """For whom it is agreed."""

        MATCH = "match", _("For these two")
        PROGRAMME = "programme", _("For the whole programme")

    match = models.ForeignKey(Match, models.CASCADE, related_name="task_shifts")
    # The words of the volunteer, and how they are compared (shifting.words).
    words = models.CharField(_("what it is"), max_length=LONGEST_NAME)
    key = models.CharField(max_length=LONGEST_NAME)
    is_added = models.BooleanField(_("put forward, not told of"), default=False)
    state = models.CharField(
        _("state"), max_length=10, choices=ShiftState, default=ShiftState.NOTICED
    )
    state_since = models.DateTimeField()
    first_on = models.DateField(_("told of first"))
    last_on = models.DateField(_("told of last"))
    reach = models.CharField(_("for whom"), max_length=10, choices=Reach, default=Reach.MATCH)
    who = models.CharField(_("who"), max_length=20, choices=Task.Who, default=Task.Who.VOLUNTEER)
    talk_on = models.DateField(_("we talk about it on"), null=True, blank=True)
    # Told to the volunteer when it goes back to what was agreed.
    reason = EncryptedTextField(_("why"), blank=True)
    from_now_on = EncryptedTextField(_("from now on"), blank=True)
    look_back_on = models.DateField(_("we look back on"), null=True, blank=True)
    looked_back_on = models.DateField(null=True, blank=True)
    settled_by = models.ForeignKey(
        Membership, models.SET_NULL, null=True, blank=True, related_name="+"
    )

    class Meta:
        ordering: ClassVar[list[str]] = ["-id"]
        constraints = [
            models.UniqueConstraint(fields=["match", "key"], name="one_shift_a_thing"),
        ]
        indexes = [
            models.Index(
                fields=["organisation", "match"],
                condition=Q(state__in=OPEN_VALUES),
                name="shift_to_settle",
            ),
            models.Index(
                fields=["organisation", "look_back_on"],
                condition=Q(looked_back_on__isnull=True, look_back_on__isnull=False),
                name="shift_to_look_back_on",
            ),
        ]

    class Tenancy:
        """Guarded in the database: see core.tenancy."""

        same_organisation = ("match", "settled_by")

    class Privacy:
        """Every field is in exactly one of these: a test counts them."""

        plain = frozenset(
            {"id", "created_at", "organisation", "match", "is_added", "reach", "settled_by"}
        )
        personal = frozenset(
            {
                "words",
                "key",
                "state",
                "state_since",
                "first_on",
                "last_on",
                "who",
                "talk_on",
                "look_back_on",
                "looked_back_on",
            }
        )
        sensitive = frozenset({"reason", "from_now_on"})

    @property
    def is_open(self) -> bool:
        """Whether it still has to be settled."""
        return self.state in OPEN


class ShiftAnswers(Owned):
    """The three questions before a task is added to a match, and whether it fits this person (S1-133, S3-17)."""

    class Time(models.TextChoices):
        """Whether it fits in the time somebody has."""

        YES = "yes", _("Yes, easily")
        INSTEAD = "instead", _("Yes, and something else is left out")
        NO = "no", _("No, that becomes too much")

    class Skill(models.TextChoices):
        """What shows that somebody can do this: a permission follows that, not pay (S2-12)."""

        SHOWN = "shown", _("Somebody saw them do it well")
        LEARNED = "learned", _("They learned it: a course, training, a job")
        EXPERIENCE = "experience", _("They know it from their own life")
        LEARN_FIRST = "learn_first", _("Not yet: they learn it first")

    class Wish(models.TextChoices):
        """Whether somebody wants it."""

        YES = "yes", _("Yes, gladly")
        TRY = "try", _("Would like to try it")
        NO = "no", _("Rather not")

    class Best(models.TextChoices):
        """Who adds most for the participant (S2-23)."""

        VOLUNTEER = "volunteer", _("The volunteer")
        TOGETHER = "together", _("Both together")
        PROFESSIONAL = "professional", _("The professional")

    shift = models.OneToOneField(TaskShift, models.CASCADE, related_name="answers")
    safety = EncryptedTextField(_("safe and able"))
    burden = EncryptedTextField(_("what it asks of the volunteer"))
    roles = EncryptedTextField(_("the part of professional and participant"))
    time = models.CharField(_("time"), max_length=10, choices=Time)
    skill = models.CharField(_("skill"), max_length=12, choices=Skill)
    wish = models.CharField(_("wish"), max_length=5, choices=Wish)
    connects = EncryptedTextField(_("strength or wish of the volunteer"), blank=True)
    best = models.CharField(_("who adds most for the participant"), max_length=12, choices=Best)
    best_why = EncryptedTextField(_("why"))
    answered_by = models.ForeignKey(
        Membership, models.SET_NULL, null=True, blank=True, related_name="+"
    )

    class Tenancy:
        """Guarded in the database: see core.tenancy."""

        same_organisation = ("shift", "answered_by")

    class Privacy:
        """Every field is in exactly one of these: a test counts them."""

        plain = frozenset({"id", "created_at", "organisation", "shift", "answered_by"})
        personal = frozenset({"time", "skill", "wish", "best"})
        sensitive = frozenset({"safety", "burden", "roles", "connects", "best_why"})


class ShiftStep(Owned):
    """One line of the history of a shift."""

    shift = models.ForeignKey(TaskShift, models.CASCADE, related_name="steps")
    name = models.CharField(max_length=12)
    user_id = models.UUIDField(null=True)
    note = EncryptedTextField(_("note"), blank=True)

    class Meta:
        ordering: ClassVar[list[str]] = ["id"]

    class Tenancy:
        """Guarded in the database: see core.tenancy."""

        same_organisation = ("shift",)

    class Privacy:
        """Every field is in exactly one of these: a test counts them."""

        plain = frozenset({"id", "created_at", "organisation", "shift", "name", "user_id"})
        personal: frozenset[str] = frozenset()
        sensitive = frozenset({"note"})


class ShiftView(Owned):
    """How the volunteer or the professional sees it, in their own words."""

    class Side(models.TextChoices):
        """Whose view it is."""

        VOLUNTEER = "volunteer", _("The volunteer")
        PROFESSIONAL = "professional", _("The professional")

    shift = models.ForeignKey(TaskShift, models.CASCADE, related_name="views")
    side = models.CharField(max_length=12, choices=Side)
    words = EncryptedTextField(_("how I see it"))
    given_on = models.DateField()

    class Meta:
        ordering: ClassVar[list[str]] = ["-side"]
        constraints = [
            models.UniqueConstraint(fields=["shift", "side"], name="one_view_a_side"),
        ]

    class Tenancy:
        """Guarded in the database: see core.tenancy."""

        same_organisation = ("shift",)

    class Privacy:
        """Every field is in exactly one of these: a test counts them."""

        plain = frozenset({"id", "created_at", "organisation", "shift", "side"})
        personal = frozenset({"given_on"})
        sensitive = frozenset({"words"})


class AgreedTask(Owned):
    """A task that was agreed for one match, on top of the package of the programme."""

    match = models.ForeignKey(Match, models.CASCADE, related_name="agreed_tasks")
    shift = models.ForeignKey(
        TaskShift, models.SET_NULL, null=True, blank=True, related_name="agreed_tasks"
    )
    words = models.CharField(_("what it is"), max_length=LONGEST_NAME)
    key = models.CharField(max_length=LONGEST_NAME)
    who = models.CharField(_("who"), max_length=20, choices=Task.Who)
    agreed_on = models.DateField(_("agreed on"))
    ended_on = models.DateField(_("until"), null=True, blank=True)

    class Meta:
        ordering: ClassVar[list[str]] = ["agreed_on", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["match", "key"],
                condition=Q(ended_on__isnull=True),
                name="agreed_once_a_match",
            ),
        ]

    class Tenancy:
        """Guarded in the database: see core.tenancy."""

        same_organisation = ("match", "shift")

    class Privacy:
        """Every field is in exactly one of these: a test counts them."""

        plain = frozenset({"id", "created_at", "organisation", "match", "shift"})
        personal = frozenset({"words", "key", "who", "agreed_on", "ended_on"})
        sensitive: frozenset[str] = frozenset()
