"""What must be there before people may part on our initiative (S1-215 to S1-217, B21). Pure: no database, no
clock."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from naast.core.errors import DomainError
from naast.parting.states import EarlierKind, GroundKind

# How many earlier steps each ground asks, on different days. A crossed boundary may be one event, but even
# then there was a talk about it before the parting talk.
STEPS_ASKED: dict[str, int] = {
    GroundKind.VISION: 2,
    GroundKind.GUIDANCE: 2,
    GroundKind.BOUNDARY: 1,
    GroundKind.AGREEMENT: 3,
}


class GroundMissing(DomainError):
    """No ground was named."""


class ValueMissing(DomainError):
    """It is not said which core value or norm is concerned."""


class EarlierStepMissing(DomainError):
    """Something has to be tried before this."""


class NotHeard(DomainError):
    """The volunteer’s own view is not known."""


class HearsayOnly(DomainError):
    """Nobody saw it themselves."""


class TalkMissing(DomainError):
    """There is never a parting without the talk."""


class SecondMissing(DomainError):
    """Two colleagues decide together."""


@dataclass(frozen=True, slots=True)
class Step:
    """An earlier step: which, on which day, and whether the volunteer’s view of it is known."""

    kind: str
    taken_on: date
    is_heard: bool


@dataclass(frozen=True, slots=True)
class Case:
    """What there is to show: the grounds, the value concerned, the earlier steps, whether somebody saw it
    themselves."""

    grounds: Sequence[str]
    value: str
    earlier: Sequence[Step]
    is_first_hand: bool


@dataclass(frozen=True, slots=True)
class Talk:
    """What happened since the volunteer could read it: whether they said how they see it (or that they would
    rather not), and when the talk was."""

    is_heard: bool
    held_on: date | None


def check_before_reading(case: Case) -> None:
    """Whether this may be put before the volunteer. Raises GroundMissing, ValueMissing, EarlierStepMissing,
    NotHeard or HearsayOnly."""
    if not case.grounds:
        raise GroundMissing(_("Say first on which ground you want to talk about parting."))
    if not case.value.strip():
        raise ValueMissing(
            _("Say which core value or norm is concerned: without that it is a matter of taste.")
        )
    _check_earlier(case)
    if not case.is_first_hand:
        raise HearsayOnly(
            _(
                "Parting rests on what somebody saw themselves: who, when and what. What was only heard is marked and does not count."
            )
        )


def _check_earlier(case: Case) -> None:
    if EarlierKind.TALK not in {step.kind for step in case.earlier}:
        raise EarlierStepMissing(_("First there is a talk about it. Note when it was."))
    asked = max(STEPS_ASKED[ground] for ground in case.grounds)
    if len({step.taken_on for step in case.earlier}) < asked:
        raise EarlierStepMissing(
            _("This ground asks at least %(count)s earlier steps, each on a day of its own.")
            % {"count": asked}
        )
    kinds = {step.kind for step in case.earlier}
    if GroundKind.AGREEMENT in case.grounds and not kinds >= {*EarlierKind}:
        raise EarlierStepMissing(
            _(
                "An agreement that was not kept goes by its steps: a talk, an agreement on paper, a pause."
            )
        )
    if not all(step.is_heard for step in case.earlier):
        raise NotHeard(
            _(
                "Write at each earlier step how the volunteer saw it, or that they did not want to say."
            )
        )


def check_before_parting(
    case: Case, talk: Talk, *, proposed_by: object, second: object, day: date
) -> None:
    """Whether a second colleague may agree to part. Raises as `check_before_reading`, and NotHeard,
    TalkMissing or SecondMissing."""
    check_before_reading(case)
    if not talk.is_heard:
        raise NotHeard(
            _(
                "The volunteer reads it all first and says how they see it, or that they would rather not."
            )
        )
    if talk.held_on is None or talk.held_on > day:
        raise TalkMissing(
            _("There is never a parting without the talk. A pause for safety may come before it.")
        )
    if any(step.taken_on >= talk.held_on for step in case.earlier):
        raise EarlierStepMissing(_("The earlier steps come before the day of the talk."))
    if second is None or second == proposed_by:
        raise SecondMissing(_("A second colleague looks along: somebody else than who started it."))
