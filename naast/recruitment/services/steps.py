"""Steps on the path: to the next stage, later, a pause, back again, and who owes what (S1-236)."""

from datetime import date, timedelta
from uuid import UUID

from django.db import transaction
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import override

from naast.audit import log
from naast.core import clock
from naast.core.errors import DomainError
from naast.messaging import services as messaging
from naast.organisations.actors import Actor
from naast.organisations.models import Function, Membership
from naast.organisations.queries import colleagues
from naast.programmes.models import StageKind
from naast.programmes.path import Stage
from naast.recruitment import letters, links
from naast.recruitment.inputs_path import GoOn
from naast.recruitment.models import Application, Waits
from naast.recruitment.policies import applications as policies
from naast.recruitment.queries import applications as queries
from naast.recruitment.services import gates, moving
from naast.recruitment.states import STAGES_OF_THE_CANDIDATE


class NotOnThePath(DomainError):
    """This stage is not part of the way in this programme."""


@transaction.atomic
def go_on(*, actor: Actor, application_id: UUID, where: GoOn) -> Application:
    """To the next stage of the programme's path, or to the one that was chosen (S1-236).

    Leaving stages out, and a second talk before the thinking time is over, need a reason. Trying out needs
    an insurance that runs, and the agreement behind it where the programme says so (S1-237). Thinking time
    lasts until a day within its advice, and the candidate owes the next step (S1-248).

    Raises Application.DoesNotExist, NotAllowed, StateConflict, NotOnThePath, ReasonMissing, NotInsured,
    AgreementFirst or DayMissing.
    """
    application = moving.lock(actor, application_id)
    policies.can_take(actor, application, "go-on").require()
    stages = queries.path_of(application.programme)
    stage = next((each for each in stages if each.kind == where.stage), None)
    if stage is None:
        raise NotOnThePath(_("This stage is not part of the way in this programme."))
    if where.insured_on is not None:
        moving.save(application, insured_on=where.insured_on)
    gates.check_order(application, stages, where.stage, reason=where.reason)
    gates.check_trial(application, where.stage)
    due_on = _thinks_until(stage, where.until_on)
    moving.take(application, "go-on", actor=actor)
    moving.enter_stage(actor=actor, application=application, kind=stage.kind, reason=where.reason)
    is_theirs = stage.kind in STAGES_OF_THE_CANDIDATE
    moving.owe(application, Waits.CANDIDATE if is_theirs else Waits.US, due_on=due_on)
    application.save(update_fields=moving.OWED)
    return application


def _thinks_until(stage: Stage, day: date | None) -> date | None:
    """The last day of thinking time, within its advice; None for another stage."""
    if stage.kind != StageKind.THINKING:
        return None
    today = clock.today()
    first, last = (today + timedelta(days=days) for days in (stage.least_days, stage.most_days))
    if day is not None and not first <= day <= last:
        raise moving.DayMissing(
            _("Thinking time lasts from %(least)s to %(most)s days: choose a day in between.")
            % {"least": stage.least_days, "most": stage.most_days}
        )
    return day or last


@transaction.atomic
def later(
    *, actor: Actor, application_id: UUID, day: date | None, write: bool = False
) -> Application:
    """Wait until an agreed day, when we call once and warmly (S1-244). Why is not kept.

    `write` sends a short letter. Raises Application.DoesNotExist, NotAllowed, StateConflict or DayMissing.
    """
    application = moving.lock(actor, application_id)
    until = moving.require_coming(day)
    _rest(actor, application, "later", until)
    if write:
        _send(actor, application, letters.LATER.code, day=until)
    return application


@transaction.atomic
def pause(
    *, actor: Actor, application_id: UUID, day: date | None = None, write: bool = False
) -> Application:
    """Rest without being chased; on `day`, if there is one, we look at it again (S1-250).

    `write` sends a short letter with a pointer to help. Raises as `later`.
    """
    application = moving.lock(actor, application_id)
    until = None if day is None else moving.require_coming(day)
    _rest(actor, application, "pause", until)
    if write:
        _send(actor, application, letters.REST.code)
    return application


def _rest(actor: Actor, application: Application, step: str, until: date | None) -> None:
    moving.take(
        application,
        step,
        actor=actor,
        later_until=until,
        waits_for=Waits.NOBODY,
        touched_on=clock.today(),
        due_on=until or clock.today(),
    )


def _send(actor: Actor, application: Application, kind: str, *, day: date | None = None) -> None:
    """A letter in the candidate's language with their own link; nothing without an address."""
    if not application.email:
        return
    with override(application.language):
        values = {"first_name": application.first_name}
        if day is not None:
            values["day"] = date_format(day, "j F Y")
    messaging.write(
        actor=actor,
        letter=messaging.Letter(
            address=application.email,
            kind=kind,
            language=application.language,
            values=values,
            about_id=application.pk,
            url=links.link_of(application, actor.slug),
        ),
    )


@transaction.atomic
def come_back(*, actor: Actor, application_id: UUID) -> Application:
    """Go on after «later» or a pause: we owe the next step. Raises as `later`."""
    application = moving.lock(actor, application_id)
    moving.take(application, "come-back", actor=actor, later_until=None)
    moving.owe(application, Waits.US)
    application.save(update_fields=moving.OWED)
    return application


@transaction.atomic
def note_contact(
    *, actor: Actor, application_id: UUID, waits_for: Waits, due_on: date | None = None
) -> Application:
    """We were in contact: who owes the next step, and by when.

    Raises Application.DoesNotExist, NotAllowed, StateConflict or DayMissing.
    """
    application = moving.lock(actor, application_id)
    policies.can_touch(actor, application).require()
    if due_on is not None:
        due_on = moving.require_coming(due_on)
    moving.owe(application, waits_for, due_on=due_on)
    application.save(update_fields=moving.OWED)
    log.record(
        "application.contact",
        actor=actor,
        target=application,
        changes={"waits_for": waits_for.value, "due_on": application.due_on.isoformat()},
    )
    return application


@transaction.atomic
def change_coordinator(*, actor: Actor, application_id: UUID, membership_id: UUID) -> Application:
    """Another coordinator looks after this candidate.

    Raises Application.DoesNotExist, NotAllowed or Membership.DoesNotExist.
    """
    application = moving.lock(actor, application_id)
    policies.can_move(actor, application).require()
    coordinator: Membership = colleagues(actor, Function.COORDINATOR).get(pk=membership_id)
    moving.save(application, coordinator_id=coordinator.pk)
    log.record(
        "application.coordinator-changed",
        actor=actor,
        target=application,
        changes={"coordinator": str(coordinator.pk)},
    )
    return application


@transaction.atomic
def reopen(*, actor: Actor, application_id: UUID) -> Application:
    """Somebody who was rounded off comes back: the way goes on where it stopped, and nothing is erased.

    Raises Application.DoesNotExist, NotAllowed or StateConflict.
    """
    application = moving.lock(actor, application_id)
    moving.take(
        application,
        "reopen",
        actor=actor,
        outcome="",
        alternative="",
        stop_reason="",
        chose_on=None,
        closed_on=None,
        erase_on=None,
        erase_told_on=None,
    )
    moving.reopen_journey(application)
    moving.owe(application, Waits.US)
    application.save(update_fields=moving.OWED)
    return application
