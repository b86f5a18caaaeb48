"""From many signals to policy: what management reads each quarter, and what it answers (S1-277)."""

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from naast.needs.models.register import Need
from naast.needs.states import AnswerKind, Theme
from naast.organisations.models import Membership, Owned


class PolicyLetter(Owned):
    """The letter of one quarter to management: sent once, answered before a day."""

    year = models.PositiveSmallIntegerField()
    quarter = models.PositiveSmallIntegerField()
    opening = models.TextField(_("a few words to begin with"), blank=True)
    # The counts as they stood, with small numbers hidden: queries.figures.Figures.kept().
    figures = models.JSONField(default=dict)
    sent_on = models.DateField()
    sent_by = models.ForeignKey(
        Membership, models.SET_NULL, null=True, blank=True, related_name="+"
    )
    answer_due_on = models.DateField(_("answer before"))
    # The day on which the last of its signals was answered.
    answered_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering: ClassVar[list[str]] = ["-year", "-quarter", "-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["organisation", "year", "quarter"], name="one_letter_a_quarter"
            ),
            models.CheckConstraint(
                condition=Q(quarter__gte=1, quarter__lte=4), name="a_year_has_four_quarters"
            ),
        ]
        indexes = [
            models.Index(
                fields=["organisation", "answer_due_on"],
                condition=Q(answered_on__isnull=True),
                name="letter_to_answer",
            )
        ]

    class Tenancy:
        """Guarded in the database: see core.tenancy."""

        same_organisation = ("sent_by",)

    class Privacy:
        """Themes and counts, never about persons."""

        plain = frozenset(
            {
                "id",
                "created_at",
                "organisation",
                "year",
                "quarter",
                "opening",
                "figures",
                "sent_on",
                "sent_by",
                "answer_due_on",
                "answered_on",
            }
        )
        personal: frozenset[str] = frozenset()
        sensitive: frozenset[str] = frozenset()


class PolicySignal(Owned):
    """One thing that management can change: what we see, and what we ask. Never about a person."""

    title = models.CharField(_("in one line"), max_length=160)
    theme = models.CharField(_("theme"), max_length=12, choices=Theme)
    sees = models.TextField(_("what we see"))
    asks = models.TextField(_("what we ask"))
    noted_on = models.DateField()
    noted_by = models.ForeignKey(
        Membership, models.SET_NULL, null=True, blank=True, related_name="+"
    )
    needs: models.ManyToManyField[Need, "PolicyNeed"] = models.ManyToManyField(
        Need, through="PolicyNeed", related_name="policies"
    )
    letter = models.ForeignKey(
        PolicyLetter, models.PROTECT, null=True, blank=True, related_name="signals"
    )
    answer_kind = models.CharField(_("answer"), max_length=7, choices=AnswerKind, blank=True)
    answer = models.TextField(_("in words that everybody may read"), blank=True)
    answered_on = models.DateField(null=True, blank=True)
    answered_by = models.ForeignKey(
        Membership, models.SET_NULL, null=True, blank=True, related_name="+"
    )

    class Meta:
        ordering: ClassVar[list[str]] = ["-id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(answered_on__isnull=True) | ~Q(answer="") & Q(letter__isnull=False),
                name="an_answer_has_words",
            )
        ]
        indexes = [
            models.Index(
                fields=["organisation", "noted_on"],
                condition=Q(letter__isnull=True),
                name="policy_to_send",
            ),
            models.Index(fields=["organisation", "letter"]),
        ]

    class Tenancy:
        """Guarded in the database: see core.tenancy."""

        same_organisation = ("noted_by", "letter", "answered_by")

    class Privacy:
        """About policy, never about persons."""

        plain = frozenset(
            {
                "id",
                "created_at",
                "organisation",
                "title",
                "theme",
                "sees",
                "asks",
                "noted_on",
                "noted_by",
                "letter",
                "answer_kind",
                "answer",
                "answered_on",
                "answered_by",
            }
        )
        personal: frozenset[str] = frozenset()
        sensitive: frozenset[str] = frozenset()


class PolicyNeed(Owned):
    """That a policy signal leans on a line of the register: whoever told that line reads the answer."""

    policy = models.ForeignKey(PolicySignal, models.CASCADE, related_name="links")
    need = models.ForeignKey(Need, models.CASCADE, related_name="links")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["policy", "need"], name="policy_names_a_need_once")
        ]
        indexes = [models.Index(fields=["need"])]

    class Tenancy:
        """Guarded in the database: see core.tenancy."""

        same_organisation = ("policy", "need")

    class Privacy:
        """Two ids."""

        plain = frozenset({"id", "created_at", "organisation", "policy", "need"})
        personal: frozenset[str] = frozenset()
        sensitive: frozenset[str] = frozenset()
