"""Where a claim stands, and which step leads where (S1-44, S2-38)."""

from typing import Final

from django.db import models
from django.utils.translation import gettext_lazy as _

from naast.core.states import StateTable, Step
from naast.law.costs import payments


class Kind(models.TextChoices):
    """What is paid back. The values are those of the law (law.costs.payments.Kind)."""

    TRAVEL = payments.Kind.TRAVEL.value, _("Travel")
    REAL_COST = payments.Kind.REAL_COST.value, _("A cost I paid")
    FLAT = payments.Kind.FLAT.value, _("A fixed amount")
    GIFT = payments.Kind.GIFT.value, _("A gift")


class Vehicle(models.TextChoices):
    """With what somebody travelled."""

    CAR = payments.Vehicle.CAR.value, _("By car")
    BICYCLE = payments.Vehicle.BICYCLE.value, _("By bicycle")
    PUBLIC = payments.Vehicle.PUBLIC.value, _("By bus, tram or train")
    MOTORBIKE = payments.Vehicle.MOTORBIKE.value, _("By motorbike")


class Task(models.TextChoices):
    """Tasks that mean something to the law; all others are ordinary (law.costs.payments.Task)."""

    ORDINARY = "ordinary", _("An ordinary task")
    NIGHT_GUARD = payments.Task.NIGHT_GUARD.value, _("Sleeping over with somebody who needs help")
    DAY_GUARD = payments.Task.DAY_GUARD.value, _("Being with somebody who needs help by day")
    LYING_TRANSPORT = payments.Task.LYING_TRANSPORT.value, _("Transport of a patient lying down")
    REGULAR_TRANSPORT = payments.Task.REGULAR_TRANSPORT.value, _("Driving people regularly")
    SPORT = payments.Task.SPORT.value, _("Sport, as the decree names it")

    @property
    def of_the_law(self) -> payments.Task:
        """The task as the law knows it."""
        return payments.Task.ORDINARY if self == Task.ORDINARY else payments.Task(self.value)


class ClaimState(models.TextChoices):
    """How far a claim is."""

    SENT = "sent", _("Sent: somebody looks at it")
    ASKED_BACK = "asked_back", _("There is a question about it")
    SECOND = "second", _("Looked at once; a second colleague looks too")
    APPROVED = "approved", _("Agreed: it will be paid")
    BATCHED = "batched", _("Being paid")
    PAID = "paid", _("Paid")
    WITHDRAWN = "withdrawn", _("Taken back")
    NOT_PAID = "not_paid", _("Not paid, with a reason")


# These hold their place under the ceilings; what was taken back or is not paid leaves it free.
COUNTING: Final = (
    ClaimState.SENT,
    ClaimState.ASKED_BACK,
    ClaimState.SECOND,
    ClaimState.APPROVED,
    ClaimState.BATCHED,
    ClaimState.PAID,
)
# Finance has to do something with these.
TO_LOOK_AT: Final = (ClaimState.SENT, ClaimState.SECOND)

ANSWER, ASK_BACK, APPROVE, LOOK_ONCE, DECLINE = (
    "answer",
    "ask-back",
    "approve",
    "look-once",
    "decline",
)
WITHDRAW, BATCH, UNBATCH, PAY = "withdraw", "batch", "unbatch", "pay"
CLAIM: Final = StateTable(
    [
        Step(ANSWER, frozenset({"asked_back"}), "sent", _("Send it again")),
        Step(WITHDRAW, frozenset({"sent", "asked_back"}), "withdrawn", _("Take it back")),
        Step(ASK_BACK, frozenset({"sent", "second"}), "asked_back", _("Ask something")),
        Step(LOOK_ONCE, frozenset({"sent"}), "second", _("Agree; a colleague looks too")),
        Step(APPROVE, frozenset({"sent", "second"}), "approved", _("Agree")),
        Step(DECLINE, frozenset({"sent", "second", "approved"}), "not_paid", _("Don’t pay this")),
        Step(BATCH, frozenset({"approved"}), "batched"),
        Step(UNBATCH, frozenset({"batched"}), "approved"),
        Step(PAY, frozenset({"approved", "batched"}), "paid"),
    ]
)
