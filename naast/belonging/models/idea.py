"""Ideas of volunteers: what they would like to organise themselves, and with whom (S2-1, S1-26)."""

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from naast.belonging.states import IdeaState, NotNow
from naast.organisations.models import Membership, Owned
from naast.people.models import Person


class Idea(Owned):
    """Something volunteers start themselves. It is about an activity, never about a person."""

    title = models.CharField(_("what you would like to do"), max_length=120)
    what = models.TextField(_("tell a bit more"), max_length=2000, blank=True)
    for_whom = models.CharField(_("for whom"), max_length=200)
    when = models.CharField(_("when, about"), max_length=200, blank=True)
    needs = models.TextField(_("what is needed"), max_length=1000, blank=True)
    state = models.CharField(max_length=10, choices=IdeaState, default=IdeaState.IDEA)
    # The group's own: how we keep it light, and who takes over from whom, when (S1-26).
    pace = models.CharField(_("our pace"), max_length=200, blank=True)
    hand_over_on = models.DateField(_("handed over on"), null=True, blank=True)
    hand_over_words = models.CharField(
        _("who takes over, and what goes along"), max_length=300, blank=True
    )
    asked_on = models.DateField(_("support asked on"), null=True, blank=True)
    asked_words = models.TextField(_("what you ask"), max_length=1000, blank=True)
    answer_by = models.DateField(_("answer before"), null=True, blank=True)
    answer = models.TextField(_("what we can do"), max_length=2000, blank=True)
    answered_on = models.DateField(null=True, blank=True)
    answered_by = models.ForeignKey(
        Membership, models.SET_NULL, null=True, blank=True, related_name="+"
    )
    not_now = models.CharField(_("why not now"), max_length=10, choices=NotNow, blank=True)

    class Meta:
        ordering: ClassVar[list[str]] = ["-id"]
        indexes = [
            models.Index(fields=["organisation", "state", "id"]),
            models.Index(
                fields=["organisation", "answer_by"],
                condition=Q(state=IdeaState.TALKING),
                name="idea_to_answer",
            ),
        ]

    class Tenancy:
        """Guarded in the database: see core.tenancy."""

        same_organisation = ("answered_by",)

    class Privacy:
        """About an activity, read by all volunteers of the house."""

        plain = frozenset(
            {
                "id",
                "created_at",
                "organisation",
                "title",
                "what",
                "for_whom",
                "when",
                "needs",
                "state",
                "pace",
                "hand_over_on",
                "asked_on",
                "asked_words",
                "answer_by",
                "answer",
                "answered_on",
                "answered_by",
                "not_now",
            }
        )
        personal = frozenset({"hand_over_words"})
        sensitive: frozenset[str] = frozenset()

    @property
    def is_asked(self) -> bool:
        """Whether the coordinator was asked along, and did not answer yet."""
        return self.state == IdeaState.TALKING


class IdeaMember(Owned):
    """Somebody who does it together with others; who leads, leads together (S1-26)."""

    idea = models.ForeignKey(Idea, models.CASCADE, related_name="members")
    person = models.ForeignKey(Person, models.CASCADE, related_name="ideas")
    leads = models.BooleanField(default=False)
    joined_on = models.DateField()

    class Meta:
        ordering: ClassVar[list[str]] = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["idea", "person"], name="joins_an_idea_once")
        ]
        indexes = [models.Index(fields=["organisation", "person"])]

    class Tenancy:
        """Guarded in the database: see core.tenancy."""

        same_organisation = ("idea", "person")

    class Privacy:
        """Every field is in exactly one of these: a test counts them."""

        plain = frozenset({"id", "created_at", "organisation", "idea", "person"})
        personal = frozenset({"leads", "joined_on"})
        sensitive: frozenset[str] = frozenset()
