"""What every step does to the row that is locked: the stage, its passage, and who owes what next."""

from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from naast.audit import log
from naast.core import clock
from naast.core.errors import DomainError, StateConflict
from naast.organisations.actors import Actor
from naast.programmes.models import StageKind
from naast.recruitment.models import Application, Passage, Waits
from naast.recruitment.policies import applications as policies
from naast.recruitment.queries import applications as queries
from naast.recruitment.states import APPLICATION, OURS_DAYS, SILENCE_DAYS

OWED = ("waits_for", "touched_on", "due_on")


class DayMissing(DomainError):
    """An agreement needs a day, and one that is still to come."""


def lock(actor: Actor, application_id: UUID) -> Application:
    """The application, locked until the transaction ends: one that the actor may see, or that of a
    candidate behind their own link. Raises Application.DoesNotExist."""
    if policies.is_candidate(actor):
        return queries.lock_any(actor, application_id)
    return queries.lock_application(actor, application_id)


def take(application: Application, step: str, *, actor: Actor, **changes: Any) -> None:
    """Take one step of the state table on a locked application, with these other changes, and write it
    down. Raises NotAllowed or StateConflict."""
    policies.can_take(actor, application, step).require()
    _step(application, step, actor=actor, **changes)


def wake(application: Application, *, actor: Actor) -> None:
    """Somebody who rested lets us know that they would like to go on: the locked application is on the
    way again, nothing is about to be erased, and we owe the next step. The caller checked who may say so."""
    _step(
        application,
        "come-back",
        actor=actor,
        later_until=None,
        erase_on=None,
        erase_told_on=None,
    )
    owe(application, Waits.US)
    application.save(update_fields=OWED)


def _step(application: Application, step: str, *, actor: Actor, **changes: Any) -> None:
    source = application.status
    application.status = APPLICATION.target(step, source=source)
    save(application, status=application.status, **changes)
    log.record(
        f"application.{step}",
        actor=actor,
        target=application,
        changes={"from": source, "to": application.status},
    )


def conflict() -> StateConflict:
    """Something changed since the page was shown."""
    return StateConflict(
        _("This is no longer possible: something changed in the meantime. Look again.")
    )


def save(application: Application, **changes: Any) -> None:
    """Change these columns and nothing else."""
    for name, value in changes.items():
        setattr(application, name, value)
    application.save(update_fields=list(changes))


def owe(application: Application, waits_for: Waits, *, due_on: date | None = None) -> None:
    """There was contact today: from now on `waits_for` owes the next step, by `due_on` (in two days when
    it is us, in five when it is the candidate). Sets columns of a locked row and saves nothing."""
    today = clock.today()
    days = SILENCE_DAYS if waits_for == Waits.CANDIDATE else OURS_DAYS
    application.waits_for = waits_for
    application.touched_on = today
    application.due_on = due_on or today + timedelta(days=days)


def require_coming(day: date | None) -> date:
    """This day, when it is still to come. Raises DayMissing."""
    if day is None or day <= clock.today():
        raise DayMissing(_("Agree on a day that is still to come."))
    return day


def enter_stage(
    *, actor: Actor, application: Application, kind: StageKind, reason: str = ""
) -> None:
    """Put a locked application in this stage: its passage ends and a new one begins; somebody who comes
    back to a stage gets a new passage. Already there: nothing happens. `reason` is a code (SkipReason).
    Saves the stage alone."""
    if application.stage == kind:
        return
    today = clock.today()
    leave_stage(application, today)
    Passage.objects.create(
        organisation_id=application.organisation_id,
        journey_id=application.journey_id,
        kind=kind,
        entered_on=today,
    )
    log.record(
        "application.stage-entered",
        actor=actor,
        target=application,
        changes={"from": application.stage, "to": kind.value, "reason": reason},
    )
    save(application, stage=kind, stage_since=today)
    journey = application.journey
    journey.stage = kind
    journey.save(update_fields=["stage"])


def leave_stage(application: Application, day: date) -> None:
    """The stage an application is in ends on this day."""
    Passage.objects.filter(journey_id=application.journey_id, left_on__isnull=True).update(
        left_on=day
    )


def reopen_journey(application: Application) -> None:
    """The way goes on: the last passage is open again, and nothing says that it stopped."""
    journey = application.journey
    journey.stopped_on, journey.outcome, journey.stop_reason = None, "", ""
    journey.save(update_fields=["stopped_on", "outcome", "stop_reason"])
    last = journey.passages.filter(kind=application.stage).order_by("-entered_on", "-id").first()
    if last is not None:
        last.left_on = None
        last.save(update_fields=["left_on"])


def end_journey(application: Application, *, started_on: date | None = None) -> None:
    """The way ends today, with a start (`started_on`: the first day) or with another outcome; what stays
    of it holds codes alone."""
    today = clock.today()
    leave_stage(application, today)
    journey = application.journey
    journey.started_on = started_on
    journey.stopped_on = None if started_on else today
    journey.outcome, journey.stop_reason = application.outcome, application.stop_reason
    journey.save(update_fields=["started_on", "stopped_on", "outcome", "stop_reason"])
