"""What each step asks before it may be taken (S0-59). Pure: no database, no clock."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from naast.agreements.states_steps import (
    AGREE,
    ASK_PARTING,
    BEFORE_PARTING,
    FURTHER,
    PAUSE_AT_ONCE,
)
from naast.core.errors import DomainError


class TooSoon(DomainError):
    """People get time to do it differently."""


class ViewMissing(DomainError):
    """The volunteer has not been heard about the step before."""


class EarlierStepMissing(DomainError):
    """Something must happen before this."""


class HearsayOnly(DomainError):
    """Nobody saw it themselves."""


class SafetyReasonMissing(DomainError):
    """Only safety skips the waiting, and it says why."""


@dataclass(frozen=True, slots=True)
class Taken:
    """A step that was taken: which, when, and whether the volunteer's own view of it is known (their words,
    or that they did not want to say)."""

    step: str
    taken_on: date
    is_heard: bool


@dataclass(frozen=True, slots=True)
class Ground:
    """What a next step is measured against: the steps so far (oldest first), the days between two steps,
    and whether somebody saw it themselves."""

    taken: Sequence[Taken]
    days_between: int
    is_first_hand: bool

    @property
    def last(self) -> Taken | None:
        """The last step that went further."""
        further = [each for each in self.taken if each.step in FURTHER]
        return further[-1] if further else None

    @property
    def free_from(self) -> date | None:
        """The first day on which a next step may be taken; None when there was none yet."""
        return self.last.taken_on + timedelta(days=self.days_between) if self.last else None


def check(step: str, *, ground: Ground, day: date, safety_reason: str = "") -> None:
    """Whether the step may be taken on that day. Steps that do not go further are always possible.

    Raises SafetyReasonMissing, ViewMissing, TooSoon, EarlierStepMissing or HearsayOnly.
    """
    if step not in FURTHER:
        return
    if step == PAUSE_AT_ONCE and not safety_reason.strip():
        raise SafetyReasonMissing(
            _("A pause at once is only for safety: say who was not safe, and why.")
        )
    if step in (ASK_PARTING, AGREE):
        _check_parting(ground)
    if ground.last is not None and step != PAUSE_AT_ONCE:
        _check_heard(ground.last)
    if step != AGREE and not safety_reason.strip():
        _check_time(ground, day)


def _check_heard(last: Taken) -> None:
    if not last.is_heard:
        raise ViewMissing(
            _(
                "First write down how the volunteer sees it, in their words, or that they did not want to say."
            )
        )


def _check_time(ground: Ground, day: date) -> None:
    free = ground.free_from
    if free is not None and day < free:
        raise TooSoon(
            _(
                "People get time to do it differently: a next step is possible from %(day)s. Only safety goes before that."
            )
            % {"day": date_format(free, "j F Y")}
        )


def _check_parting(ground: Ground) -> None:
    if not {each.step for each in ground.taken} >= BEFORE_PARTING:
        raise EarlierStepMissing(
            _(
                "Parting comes after a talk, an agreement on paper and a pause. One of these did not happen yet."
            )
        )
    if not ground.is_first_hand:
        raise HearsayOnly(
            _("Parting rests on what somebody saw themselves. What was only heard does not count.")
        )
