"""Stepping back and taking a break: the volunteer says so, somebody calls, and nothing ends without a talk."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from naast.companionship.models import Match
from naast.core.fields import EncryptedTextField
from naast.organisations.models import Membership, Owned
from naast.people.models import Person


class StepBack(Owned):
    """«I would like to do less», or «I need a break until …» (S0-60)."""

    class Kind(models.TextChoices):
        """Less, or nothing for a while."""

        LESS = "less", _("Step back: do less")
        PAUSE = "pause", _("A break")

    person = models.ForeignKey(Person, models.CASCADE, related_name="steps_back")
    kind = models.CharField(max_length=6, choices=Kind)
    from_on = models.DateField(_("from"))
    until_on = models.DateField(_("until"), null=True, blank=True)
    words = EncryptedTextField(_("what the coordinator should know"), blank=True)
    promised_on = models.DateField(_("we call before"))
    talked_on = models.DateField(_("we talked on"), null=True, blank=True)
    talked_by = models.ForeignKey(
        Membership, models.SET_NULL, null=True, blank=True, related_name="+"
    )
    agreed = EncryptedTextField(_("what we agreed"), blank=True)
    taken_back_on = models.DateField(_("taken back on"), null=True, blank=True)
    # The volunteer's card went to «paused»: a break begins once.
    began_on = models.DateField(_("began on"), null=True, blank=True)
    back_on = models.DateField(_("back on"), null=True, blank=True)
    # The number of matches the volunteer had set before, for when they take this back.
    most_before = models.PositiveSmallIntegerField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["person"],
                condition=Q(talked_on__isnull=True, taken_back_on__isnull=True),
                name="one_step_back_at_a_time",
            ),
            models.CheckConstraint(
                condition=~Q(kind="pause") | Q(until_on__isnull=False, until_on__gte=F("from_on")),
                name="break_has_an_end",
                violation_error_message=_("The last day comes after the first."),
            ),
        ]
        indexes = [
            models.Index(
                fields=["organisation", "promised_on", "id"],
                condition=Q(talked_on__isnull=True, taken_back_on__isnull=True),
                name="step_back_open",
            ),
            models.Index(
                fields=["organisation", "until_on", "id"],
                condition=Q(kind="pause", back_on__isnull=True, taken_back_on__isnull=True),
                name="break_going_on",
            ),
            models.Index(fields=["organisation", "person", "from_on"]),
        ]

    class Tenancy:
        """Guarded in the database: see core.tenancy."""

        same_organisation = ("person", "talked_by")

    class Privacy:
        """Every field is in exactly one of these: a test counts them."""

        plain = frozenset({"id", "created_at", "organisation", "person", "kind", "talked_by"})
        personal = frozenset(
            {
                "from_on",
                "until_on",
                "promised_on",
                "talked_on",
                "taken_back_on",
                "began_on",
                "back_on",
                "most_before",
            }
        )
        sensitive = frozenset({"words", "agreed"})

    @property
    def is_open(self) -> bool:
        """Whether the volunteer still waits for the call."""
        return self.talked_on is None and self.taken_back_on is None

    @property
    def is_break(self) -> bool:
        """Whether it is a break rather than less."""
        return self.kind == self.Kind.PAUSE

    @property
    def is_going_on(self) -> bool:
        """Whether it is a break that nobody ended yet."""
        return self.is_break and self.back_on is None and self.taken_back_on is None


class StepBackMatch(Owned):
    """What the volunteer would like for one of their matches. A wish: the talk decides."""

    class Wish(models.TextChoices):
        """Less often, or towards a good end."""

        LESS_OFTEN = "less_often", _("see each other less often")
        WIND_DOWN = "wind_down", _("work towards a good end")

    step_back = models.ForeignKey(StepBack, models.CASCADE, related_name="matches")
    match = models.ForeignKey(Match, models.CASCADE, related_name="+")
    wish = models.CharField(_("what would help"), max_length=10, choices=Wish)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["step_back", "match"], name="one_wish_a_match")
        ]

    class Tenancy:
        """Guarded in the database: see core.tenancy."""

        same_organisation = ("step_back", "match")

    class Privacy:
        """Every field is in exactly one of these: a test counts them."""

        plain = frozenset({"id", "created_at", "organisation", "step_back", "match"})
        personal = frozenset({"wish"})
        sensitive: frozenset[str] = frozenset()
