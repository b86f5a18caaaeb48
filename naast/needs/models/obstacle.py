"""What an agency or service made hard, and what a volunteer asks of us there (S2-25, S3-19)."""

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from naast.companionship.models import Match
from naast.core.fields import EncryptedTextField
from naast.needs.models.register import Need
from naast.needs.states import ObstacleState, Wish
from naast.organisations.models import Membership, Owned
from naast.people.models import Person
from naast.signals.models import Signal


class Obstacle(Owned):
    """One line of the log; with a wish that asks something of us it waits for an answer, with its term."""

    signal = models.OneToOneField(
        Signal, models.SET_NULL, null=True, blank=True, related_name="obstacle"
    )
    match = models.ForeignKey(
        Match, models.SET_NULL, null=True, blank=True, related_name="obstacles"
    )
    told_by = models.ForeignKey(
        Person, models.SET_NULL, null=True, blank=True, related_name="obstacles_told"
    )
    noted_by = models.ForeignKey(
        Membership, models.SET_NULL, null=True, blank=True, related_name="+"
    )
    agency = models.CharField(_("which agency or service"), max_length=120)
    subject = models.CharField(_("what it is about"), max_length=160)
    words = EncryptedTextField(_("what happened"), blank=True)
    days_lost = models.PositiveSmallIntegerField(_("days lost"), null=True, blank=True)
    noted_on = models.DateField(_("noted on"))
    wish = models.CharField(_("what is asked of us"), max_length=10, choices=Wish)
    state = models.CharField(max_length=9, choices=ObstacleState)
    state_since = models.DateTimeField()
    # Promised the moment it was asked.
    answer_due_on = models.DateField(_("we answer before"), null=True, blank=True)
    answer = EncryptedTextField(_("our answer"), blank=True)
    answered_on = models.DateField(null=True, blank=True)
    done_by = models.ForeignKey(
        Membership, models.SET_NULL, null=True, blank=True, related_name="obstacles_taken"
    )
    do_on = models.DateField(_("when we do it"), null=True, blank=True)
    closed_on = models.DateField(null=True, blank=True)
    need = models.OneToOneField(
        Need, models.SET_NULL, null=True, blank=True, related_name="obstacle"
    )

    class Meta:
        ordering: ClassVar[list[str]] = ["-id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(wish=Wish.KNOW.value) | Q(answer_due_on__isnull=False),
                name="a_request_to_us_has_a_term",
            ),
            models.CheckConstraint(
                condition=~Q(
                    state__in=[
                        ObstacleState.PROMISED.value,
                        ObstacleState.DONE.value,
                        ObstacleState.OTHERWISE.value,
                    ]
                )
                | Q(answered_on__isnull=False),
                name="a_request_to_us_is_answered",
            ),
        ]
        indexes = [
            models.Index(fields=["organisation", "state", "id"]),
            models.Index(fields=["organisation", "told_by", "-id"]),
            models.Index(fields=["organisation", "agency"]),
            models.Index(
                fields=["organisation", "answer_due_on"],
                condition=Q(state=ObstacleState.ASKED.value),
                name="obstacle_waits",
            ),
            models.Index(
                fields=["organisation", "do_on"],
                condition=Q(state=ObstacleState.PROMISED.value),
                name="obstacle_promised",
            ),
            models.Index(fields=["organisation", "noted_on"]),
        ]

    class Tenancy:
        """Guarded in the database: see core.tenancy."""

        same_organisation = ("signal", "match", "told_by", "noted_by", "done_by", "need")

    class Privacy:
        """Every field is in exactly one of these: a test counts them."""

        plain = frozenset(
            {
                "id",
                "created_at",
                "organisation",
                "signal",
                "match",
                "told_by",
                "noted_by",
                "done_by",
                "need",
            }
        )
        personal = frozenset(
            {
                "days_lost",
                "noted_on",
                "wish",
                "state",
                "state_since",
                "answer_due_on",
                "answered_on",
                "do_on",
                "closed_on",
            }
        )
        sensitive = frozenset({"agency", "subject", "words", "answer"})
