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
from naast.messaging.texts import Kind, Words
from naast.organisations.actors import Actor
from naast.organisations.models import Function, Membership
from naast.organisations.queries import colleagues
from naast.programmes.models import StageKind
from naast.programmes.path import Stage, path_of
from naast.recruitment import letters
from naast.recruitment.inputs_path import GoOn
from naast.recruitment.models import Application, Waits
from naast.recruitment.policies import applications as policies
from naast.recruitment.services import gates, moving, writing
from naast.recruitment.services.outcomes import erase_day
from naast.recruitment.states import STAGES_OF_THE_CANDIDATE


class NotOnThePath(DomainError):
    """This stage is not part of the way in this programme."""


@transaction.atomic
def go_on(*, actor: Actor, application_id: UUID, where: GoOn) -> Application:
    """To the next stage of the programme's path, or to the one that was chosen (S1-236).

    Leaving stages out, and a second talk before the thinking time is over, need a reason. Trying out needs
    an insurance that runs, and the agreement behind it where the programme says so (S1-237). Thinking time
    lasts until a day within its advice, and the candidate owes the next step (S1-248).

    The start is a step of its own (starting.start). Raises Application.DoesNotExist, NotAllowed,
    StateConflict, NotOnThePath, ReasonMissing, NotInsured, AgreementFirst or DayMissing.
    """
    application = moving.lock(actor, application_id)
    policies.can_take(actor, application, "go-on").require()
    if where.stage == StageKind.START:
        raise NotOnThePath(_("The start has its own page: there you see what must be in place."))
    stages = path_of(application.programme)
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
    *, actor: Actor, application_id: UUID, day: date | None, words: Words | None = None
) -> Application:
    """Wait until an agreed day, when we call once and warmly (S1-244). Why is not kept.

    `words` are those of a short letter, if one goes out. Raises Application.DoesNotExist, NotAllowed,
    StateConflict, DayMissing, or as messaging.services.compose.
    """
    application = moving.lock(actor, application_id)
    until = moving.require_coming(day)
    _rest(actor, application, "later", until)
    _send(actor, application, letters.LATER, words, day=until)
    return application


@transaction.atomic
def pause(
    *, actor: Actor, application_id: UUID, day: date | None = None, words: Words | None = None
) -> Application:
    """Rest without being chased; on `day`, if there is one, we look at it again (S1-250). Without a day it
    is kept for the organisation's term, and told before it is erased.

    `words` are those of a short letter with a pointer to help, if one goes out. Raises as `later`.
    """
    application = moving.lock(actor, application_id)
    until = None if day is None else moving.require_coming(day)
    _rest(actor, application, "pause", until)
    _send(actor, application, letters.REST, words)
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
        erase_on=None if until else erase_day(actor, clock.today()),
        erase_told_on=None,
    )


def usual_words(actor: Actor, application: Application, kind: Kind) -> Words:
    """The short letter as the coordinator reads it first, with an open place for the day."""
    return writing.words_to_change(actor, application, kind, *kind.fills)


def preview(
    actor: Actor, application: Application, kind: Kind, *, words: Words, day: date | None
) -> Words:
    """The short letter as it would go out now. Raises as messaging.services.compose."""
    return messaging.compose(actor=actor, letter=_letter(actor, application, kind, words, day=day))


def _send(
    actor: Actor,
    application: Application,
    kind: Kind,
    words: Words | None,
    *,
    day: date | None = None,
) -> None:
    """The short letter, when there is one; nothing without an address."""
    if words is not None and application.email:
        letter = _letter(actor, application, kind, words, day=day)
        messaging.write(actor=actor, letter=letter)


def _letter(
    actor: Actor, application: Application, kind: Kind, words: Words, *, day: date | None
) -> messaging.Letter:
    with override(application.language):
        values = {"day": date_format(day, "j F Y")} if day is not None else {}
    return writing.letter_to(actor, application, kind, values=values, words=words)


@transaction.atomic
def come_back(*, actor: Actor, application_id: UUID) -> Application:
    """Go on after «later» or a pause: we owe the next step. Raises as `later`."""
    application = moving.lock(actor, application_id)
    policies.can_take(actor, application, "come-back").require()
    moving.wake(application, actor=actor)
    return application


@transaction.atomic
def note_contact(
    *, actor: Actor, application_id: UUID, waits_for: Waits, due_on: date | None = None
) -> Application:
    """We were in contact: who owes the next step, and by when. Who has no address to read an answer at
    heard it now.

    Raises Application.DoesNotExist, NotAllowed, StateConflict or DayMissing.
    """
    application = moving.lock(actor, application_id)
    policies.can_touch(actor, application).require()
    if due_on is not None:
        due_on = moving.require_coming(due_on)
    moving.owe(application, waits_for, due_on=due_on)
    application.save(update_fields=moving.OWED)
    if not application.email:
        application.questions.filter(is_by_candidate=True, answered_at__isnull=True).update(
            answered_at=clock.now()
        )
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
