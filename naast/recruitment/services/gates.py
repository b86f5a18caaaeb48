"""What keeps a stage shut: an order that asks for a reason, thinking time, insurance, an agreement."""

from datetime import timedelta

from django.utils.translation import gettext as _

from naast.core import clock
from naast.core.errors import DomainError
from naast.programmes.models import StageKind
from naast.programmes.path import FIXED, Stage, path_of
from naast.recruitment.models import Application
from naast.recruitment.queries import applications as queries


class ReasonMissing(DomainError):
    """Leaving a stage out, or hurrying thinking time, asks for a word of why."""


class NotInsured(DomainError):
    """Nobody tries out before the insurance runs (S1-237)."""


class AgreementFirst(DomainError):
    """This programme signs before somebody tries out (S1-237)."""


def left_out(application: Application, stages: list[Stage], to: StageKind) -> list[Stage]:
    """The stages on the way to `to` that somebody was never in; none for a way back."""
    kinds = [stage.kind for stage in stages]
    if to not in kinds:
        return []
    been = queries.passed_kinds(application) | {StageKind(application.stage), *FIXED}
    return [stage for stage in stages[: kinds.index(to)] if stage.kind not in been]


def is_hurried(application: Application, stages: list[Stage], to: StageKind) -> bool:
    """Whether the thinking time would end before its shortest advice by going on to the second talk."""
    if application.stage != StageKind.THINKING or to != StageKind.SECOND_TALK:
        return False
    least = next((each.least_days for each in stages if each.kind == StageKind.THINKING), 0)
    return clock.today() < application.stage_since + timedelta(days=least)


def check_order(
    application: Application, stages: list[Stage], to: StageKind, *, reason: str
) -> None:
    """Raises ReasonMissing when stages are left out or thinking time is cut short, and nobody says why."""
    if reason:
        return
    skipped = left_out(application, stages, to)
    if skipped:
        raise ReasonMissing(
            _("On the way there: %(stages)s. Say why that is not needed now.")
            % {"stages": ", ".join(str(stage.label) for stage in skipped)}
        )
    if is_hurried(application, stages, to):
        raise ReasonMissing(
            _("The thinking time is not over yet. Say why the second talk comes sooner.")
        )


def check_trial(application: Application, to: StageKind) -> None:
    """Trying out needs an insurance that runs, and the agreement where the programme says so (S1-237).
    Raises NotInsured or AgreementFirst; another stage has nothing to do with it."""
    today = clock.today()
    if to != StageKind.TRIAL:
        return
    if application.insured_on is None or application.insured_on > today:
        raise NotInsured(
            _("Nobody tries out without insurance. From which day is this person insured?")
        )
    if (
        application.programme.agreement_before_trial
        and application.stage != StageKind.AGREEMENT
        and StageKind.AGREEMENT not in queries.passed_kinds(application)
    ):
        raise AgreementFirst(
            _("In this programme the agreement is signed before somebody tries out.")
        )


def is_open(application: Application, to: StageKind) -> bool:
    """Whether somebody may go along to this stage by itself, as with an invitation to a talk; otherwise the
    stage waits until a coordinator takes the step."""
    try:
        check_trial(application, to)
    except DomainError:
        return False
    return not is_hurried(application, path_of(application.programme), to)
