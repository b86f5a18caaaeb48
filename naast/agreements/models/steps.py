"""An agreement that was not kept: what was seen, and the steps that follow (S0-12, S0-42, S0-59; B21)."""

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from naast.agreements.models.copy import Copy
from naast.agreements.states_steps import OPEN, LadderState
from naast.core.fields import EncryptedTextField
from naast.organisations.models import Membership, Owned
from naast.programmes.models import Engagement, Programme


class StepTerms(Owned):
    """How long people get between two steps, and how long what was solved is kept. The row without a
    programme is that of the organisation; a programme may give more or less time."""

    programme = models.OneToOneField(
        Programme, models.CASCADE, null=True, blank=True, related_name="step_terms"
    )
    days_between = models.PositiveSmallIntegerField(_("days between two steps"))
    # Only for the organisation as a whole.
    months_kept = models.PositiveSmallIntegerField(
        _("keep what was solved (months)"), null=True, blank=True
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["organisation"],
                condition=Q(programme__isnull=True),
                name="one_step_terms_an_organisation",
            )
        ]

    class Tenancy:
        """Guarded in the database: see core.tenancy."""

        same_organisation = ("programme",)

    class Privacy:
        """A setting: nothing about people."""

        plain = frozenset(
            {"id", "created_at", "organisation", "programme", "days_between", "months_kept"}
        )
        personal: frozenset[str] = frozenset()
        sensitive: frozenset[str] = frozenset()


class NotKept(Owned):
    """One agreement that was not kept, by one volunteer in one programme. It counts nowhere, and is erased
    a while after it was solved, or after the engagement ended; a parting after two years."""

    class About(models.TextChoices):
        """Where the agreement stands."""

        COPY = "copy", _("In what was signed")
        TEXT = "text", _("In our texts")
        TASK = "task", _("In the task package")
        NOT_DONE = "not_done", _("What we don’t do")

    engagement = models.ForeignKey(Engagement, models.CASCADE, related_name="not_kept")
    about = models.CharField(max_length=10, choices=About)
    # The code of the clause, the id of the task, or the sentence itself by its checksum.
    reference = models.CharField(max_length=80)
    copy = models.ForeignKey(Copy, models.SET_NULL, null=True, blank=True, related_name="+")
    # The words of the agreement, as they stood then.
    agreement = EncryptedTextField(_("the agreement"))
    state = models.CharField(max_length=15, choices=LadderState, default=LadderState.NOTED)
    state_since = models.DateTimeField()
    look_back_on = models.DateField(_("we look at it again on"), null=True, blank=True)
    closed_on = models.DateField(null=True, blank=True)
    noted_by = models.ForeignKey(Membership, models.PROTECT, related_name="+")

    class Meta:
        ordering: ClassVar[list[str]] = ["-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["engagement", "about", "reference"],
                condition=Q(state__in=[state.value for state in OPEN]),
                name="one_open_talk_an_agreement",
            ),
            models.CheckConstraint(
                condition=Q(closed_on__isnull=True, state__in=[state.value for state in OPEN])
                | Q(
                    closed_on__isnull=False,
                    state__in=[LadderState.PARTED.value, LadderState.SOLVED.value],
                ),
                name="closed_steps_have_a_day",
            ),
        ]
        indexes = [
            models.Index(fields=["organisation", "state", "look_back_on"]),
            # The night: what may be erased.
            models.Index(
                fields=["organisation", "closed_on"],
                condition=Q(closed_on__isnull=False),
                name="not_kept_closed",
            ),
        ]

    class Tenancy:
        """Guarded in the database: see core.tenancy."""

        same_organisation = ("engagement", "copy", "noted_by")

    class Privacy:
        """Every field is in exactly one of these: a test counts them."""

        plain = frozenset({"id", "created_at", "organisation", "engagement", "copy", "noted_by"})
        personal = frozenset(
            {"about", "reference", "state", "state_since", "look_back_on", "closed_on"}
        )
        sensitive = frozenset({"agreement"})


class Observation(Owned):
    """What somebody saw on which day: facts. What was only heard is marked, and carries no parting."""

    not_kept = models.ForeignKey(NotKept, models.CASCADE, related_name="observations")
    seen_on = models.DateField(_("on which day"))
    is_first_hand = models.BooleanField(_("seen with own eyes"))
    seen_by = EncryptedTextField(_("who saw it"))
    facts = EncryptedTextField(_("what happened"))
    written_by = models.ForeignKey(Membership, models.PROTECT, related_name="+")

    class Meta:
        ordering: ClassVar[list[str]] = ["seen_on", "id"]

    class Tenancy:
        """Guarded in the database: see core.tenancy."""

        same_organisation = ("not_kept", "written_by")

    class Privacy:
        """Every field is in exactly one of these: a test counts them."""

        plain = frozenset({"id", "created_at", "organisation", "not_kept", "written_by"})
        personal = frozenset({"seen_on", "is_first_hand"})
        sensitive = frozenset({"seen_by", "facts"})


class StepTaken(Owned):
    """One step: when, why, what was said and agreed, when we look again, and how the volunteer sees it."""

    class View(models.TextChoices):
        """Whether the volunteer's own view is known, and how."""

        AWAITED = "awaited", _("not asked yet")
        OWN = "own", _("written by the volunteer")
        WRITTEN_DOWN = "written_down", _("in their words, written down by us")
        DID_NOT_WANT = "did_not_want", _("did not want to say")

    not_kept = models.ForeignKey(NotKept, models.CASCADE, related_name="steps")
    step = models.CharField(max_length=15)
    taken_on = models.DateField(_("on which day"))
    reason = EncryptedTextField(_("why this step"), blank=True, default="")
    note = EncryptedTextField(_("what was said"), blank=True, default="")
    agreed = EncryptedTextField(_("what we agreed"), blank=True, default="")
    look_back_on = models.DateField(_("we look at it again on"), null=True, blank=True)
    # Why the time between two steps was skipped: only safety, and it stays visible.
    safety_reason = EncryptedTextField(_("why it could not wait"), blank=True, default="")
    view = models.CharField(max_length=12, choices=View, default=View.AWAITED)
    own_view = EncryptedTextField(_("how the volunteer sees it"), blank=True, default="")
    view_on = models.DateField(null=True, blank=True)
    taken_by = models.ForeignKey(Membership, models.PROTECT, related_name="+")

    class Meta:
        ordering: ClassVar[list[str]] = ["taken_on", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(view="awaited", view_on__isnull=True)
                | (~Q(view="awaited") & Q(view_on__isnull=False)),
                name="own_view_has_a_day",
            )
        ]

    class Tenancy:
        """Guarded in the database: see core.tenancy."""

        same_organisation = ("not_kept", "taken_by")

    class Privacy:
        """Every field is in exactly one of these: a test counts them."""

        plain = frozenset({"id", "created_at", "organisation", "not_kept", "taken_by"})
        personal = frozenset({"step", "taken_on", "look_back_on", "view", "view_on"})
        sensitive = frozenset({"reason", "note", "agreed", "safety_reason", "own_view"})

    @property
    def is_heard(self) -> bool:
        """Whether the volunteer was heard about this step."""
        return self.view != self.View.AWAITED
