"""Inviting somebody to a talk, planning, moving and cancelling it, and saying how it went (S1-238)."""

from copy import copy
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from naast.audit import log
from naast.core import clock, night
from naast.core.errors import DomainError
from naast.messaging import services as messaging
from naast.messaging.texts import Words
from naast.organisations.actors import Actor
from naast.programmes.models import StageKind
from naast.recruitment.models import Application, Talk, TalkOption, Waits
from naast.recruitment.policies import talks as policies
from naast.recruitment.queries import applications
from naast.recruitment.queries import talks as queries
from naast.recruitment.services import gates, talk_letters
from naast.recruitment.services.moving import OWED, enter_stage, owe
from naast.recruitment.states import Status

MOST_MOMENTS = 5
# A talk that did not take place: a kind call, the next day at the latest.
CALL_AFTER = timedelta(days=1)
# The stage that a talk of this kind belongs to; a talk in between moves nothing.
STAGE_OF: dict[str, StageKind] = {
    Talk.Kind.FIRST: StageKind.FIRST_TALK,
    Talk.Kind.TOUR: StageKind.TOUR,
    Talk.Kind.SECOND: StageKind.SECOND_TALK,
    Talk.Kind.TRIAL: StageKind.TRIAL,
}


class MomentsMissing(DomainError):
    """An invitation offers between one and five moments that are still to come."""


class NoAddress(DomainError):
    """Without an address no letter can be sent: agree by phone."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What a talk is for, who leads it, where, how long, and at which moment or moments."""

    kind: str
    host_id: UUID | None
    where: str
    minutes: int
    moments: tuple[datetime, ...]


@dataclass(frozen=True, slots=True)
class Moved:
    """Another moment and place of a talk."""

    starts_at: datetime
    where: str


def preview(*, actor: Actor, application: Application, plan: Plan) -> Words:
    """The invitation as the candidate would read it: their language, the organisation's words. Writes
    nothing. Raises NotAllowed, MomentsMissing or NoAddress."""
    policies.can_plan(actor, application).require()
    _require_moments(plan)
    if not application.email:
        raise NoAddress(_("There is no e-mail address. Agree on a moment by phone."))
    talk = _unsaved(actor, application, plan)
    letter = talk_letters.letter_of(actor, talk, "talk.invitation", moments=plan.moments)
    return messaging.compose(actor=actor, letter=letter)


@transaction.atomic
def invite(*, actor: Actor, application_id: UUID, plan: Plan, words: Words | None = None) -> Talk:
    """Offer a few moments by letter; the application moves to this stage and the candidate chooses.

    `words` are those the sender read and changed. Raises Application.DoesNotExist, NotAllowed,
    MomentsMissing, NoAddress or texts.SubjectUnfit.
    """
    application = applications.lock_application(actor, application_id)
    policies.can_plan(actor, application).require()
    _require_moments(plan)
    if not application.email:
        raise NoAddress(_("There is no e-mail address. Agree on a moment by phone."))
    talk = _unsaved(actor, application, plan)
    _make_room(talk)
    talk.save()
    TalkOption.objects.bulk_create(
        TalkOption(organisation_id=actor.organisation_id, talk=talk, starts_at=moment)
        for moment in sorted(set(plan.moments))
    )
    _go_along(actor, application, talk)
    owe(application, Waits.CANDIDATE)
    application.save(update_fields=OWED)
    log.record("talk.invited", actor=actor, target=application, changes={"talk": str(talk.pk)})
    talk_letters.send(
        actor, talk, "talk.invitation", moments=sorted(set(plan.moments)), words=words
    )
    return talk


@transaction.atomic
def plan_by_phone(*, actor: Actor, application_id: UUID, plan: Plan) -> Talk:
    """A moment was agreed in a call: planned at once. Who has an address gets it in writing.

    Raises Application.DoesNotExist, NotAllowed, or MomentsMissing unless there is one moment to come.
    """
    application = applications.lock_application(actor, application_id)
    policies.can_plan(actor, application).require()
    _require_moments(plan, most=1)
    talk = _unsaved(actor, application, plan)
    talk.status, talk.starts_at = Talk.Status.PLANNED, plan.moments[0]
    _make_room(talk)
    talk.save()
    _go_along(actor, application, talk)
    become_planned(actor, application, talk)
    return talk


@transaction.atomic
def move(*, actor: Actor, talk_id: UUID, new: Moved, words: Words | None = None) -> Talk:
    """Another moment for a talk that is ahead; both are told, with a file that replaces the earlier one.

    `words` are those the sender read and changed. Raises Talk.DoesNotExist, NotAllowed, MomentsMissing for
    a moment that is past, or as messaging.services.compose.
    """
    application, talk = _locked(actor, talk_id)
    policies.can_change(actor, talk).require()
    _require_ahead((new.starts_at,))
    kind = moved_kind(talk)
    talk.status, talk.starts_at, talk.where = Talk.Status.PLANNED, new.starts_at, new.where
    talk.asked_call_on, talk.reminded_on = None, None
    talk.revision += 1
    talk.save()
    become_planned(actor, application, talk, kind=kind, words=words)
    return talk


def moved_kind(talk: Talk) -> str:
    """Which letter says the new moment: a talk that was only offered so far is planned by it."""
    return "talk.moved" if talk.status == Talk.Status.PLANNED else "talk.planned"


def preview_moved(actor: Actor, talk: Talk, new: Moved, words: Words) -> Words:
    """The letter about another moment as it would go out now. Raises as messaging.services.compose."""
    kind, after = moved_kind(talk), copy(talk)
    after.status, after.starts_at, after.where = Talk.Status.PLANNED, new.starts_at, new.where
    letter = talk_letters.letter_of(actor, after, kind, words=words)
    return messaging.compose(actor=actor, letter=letter)


def preview_cancelled(actor: Actor, talk: Talk, words: Words) -> Words:
    """The letter about a talk that does not go on, as it would go out now. Raises as `preview_moved`."""
    letter = talk_letters.letter_of(actor, talk, "talk.cancelled", words=words)
    return messaging.compose(actor=actor, letter=letter)


@transaction.atomic
def cancel(*, actor: Actor, talk_id: UUID, words: Words | None = None) -> Talk:
    """A talk does not go on: both are told, and we owe the candidate what comes next.

    `words` are those the sender read and changed. Raises Talk.DoesNotExist, NotAllowed, or as
    messaging.services.compose.
    """
    application, talk = _locked(actor, talk_id)
    policies.can_change(actor, talk).require()
    was_planned = talk.status == Talk.Status.PLANNED
    talk.status = Talk.Status.CANCELLED
    talk.revision += 1
    talk.save(update_fields=["status", "revision"])
    owe(application, Waits.US)
    application.save(update_fields=OWED)
    log.record("talk.cancelled", actor=actor, target=application, changes={"talk": str(talk.pk)})
    talk_letters.send(actor, talk, "talk.cancelled", words=words)
    if was_planned:
        talk_letters.tell_host(actor, talk, kind="talk.cancelled")
    return talk


@transaction.atomic
def mark_held(*, actor: Actor, talk_id: UUID) -> Talk:
    """The talk took place: from now on we owe the next step. Raises Talk.DoesNotExist or NotAllowed."""
    application, talk = _locked(actor, talk_id)
    policies.can_round_off(actor, talk).require()
    talk.status, talk.held_on = Talk.Status.HELD, clock.today()
    talk.save(update_fields=["status", "held_on"])
    owe(application, Waits.US)
    application.save(update_fields=OWED)
    log.record("talk.held", actor=actor, target=application, changes={"talk": str(talk.pk)})
    return talk


@transaction.atomic
def mark_missed(*, actor: Actor, talk_id: UUID) -> Talk:
    """The talk did not take place: we owe a kind call, for anything may have happened.

    Raises Talk.DoesNotExist or NotAllowed.
    """
    application, talk = _locked(actor, talk_id)
    policies.can_round_off(actor, talk).require()
    talk.status = Talk.Status.MISSED
    talk.save(update_fields=["status"])
    owe(application, Waits.US, due_on=clock.today() + CALL_AFTER)
    application.save(update_fields=OWED)
    log.record("talk.missed", actor=actor, target=application, changes={"talk": str(talk.pk)})
    return talk


def remind(now: datetime) -> int:
    """Write to everybody who has a talk tomorrow, in every organisation; once a talk, however often the
    night runs. Returns how many letters were written."""
    tomorrow = timezone.localtime(now).date() + timedelta(days=1)
    waiting = queries.to_remind(
        starts_from=clock.morning(tomorrow),
        starts_before=clock.morning(tomorrow + timedelta(days=1)),
    )
    return night.each(waiting.values_list("pk", flat=True), _remind)


@transaction.atomic
def _remind(talk_id: UUID) -> int:
    talk = (
        Talk.objects.select_related("application", "host__user", "organisation")
        .select_for_update(of=("self",), no_key=True)
        .get(pk=talk_id)
    )
    goes_on = talk.status == Talk.Status.PLANNED and talk.application.status == Status.OPEN
    if talk.reminded_on is not None or not goes_on:
        return 0
    house = Actor.system(talk.organisation, reason="the day before a talk")
    talk.reminded_on = clock.today()
    talk.save(update_fields=["reminded_on"])
    log.record(
        "talk.reminded", actor=house, target=talk.application, changes={"talk": str(talk.pk)}
    )
    talk_letters.send(house, talk, "talk.reminder")
    return 1


def let_go(*, actor: Actor, application: Application) -> None:
    """Somebody goes another way: what was ahead is cancelled and its host told. The candidate gets no
    letter of it; whoever rounds off writes one. Call with the application locked."""
    ahead = Talk.objects.select_related("host__user").filter(
        organisation_id=application.organisation_id,
        application=application,
        status__in=policies.STILL_AHEAD,
    )
    for talk in ahead.select_for_update(of=("self",), no_key=True):
        was_planned = talk.status == Talk.Status.PLANNED
        talk.status = Talk.Status.CANCELLED
        talk.revision += 1
        talk.save(update_fields=["status", "revision"])
        if was_planned:
            talk_letters.tell_host(actor, talk, kind="talk.cancelled")


def become_planned(
    actor: Actor,
    application: Application,
    talk: Talk,
    *,
    kind: str = "talk.planned",
    words: Words | None = None,
) -> None:
    """The moment is certain: until then nobody owes anything, that day we do; both are told. The
    application is locked and the talk saved."""
    if talk.starts_at is None:
        raise ValueError("a planned talk has a moment")
    owe(application, Waits.US, due_on=timezone.localtime(talk.starts_at).date())
    application.save(update_fields=OWED)
    log.record(kind, actor=actor, target=application, changes={"talk": str(talk.pk)})
    talk_letters.send(actor, talk, kind, words=words)
    talk_letters.tell_host(actor, talk, kind=kind)


def _locked(actor: Actor, talk_id: UUID) -> tuple[Application, Talk]:
    """The application and then its talk: everybody locks in this order."""
    seen = policies.visible_to(actor).get(pk=talk_id)
    application = applications.lock_application(actor, seen.application_id)
    talk = queries.lock_talk(actor, talk_id)
    talk.application = application
    return application, talk


def _go_along(actor: Actor, application: Application, talk: Talk) -> None:
    stage = STAGE_OF.get(talk.kind)
    if stage is not None and gates.is_open(application, stage):
        enter_stage(actor=actor, application=application, kind=stage)


def _make_room(talk: Talk) -> None:
    """An earlier invitation of this kind that was not answered makes room for the new one."""
    earlier = Talk.objects.filter(
        organisation_id=talk.organisation_id, application=talk.application, kind=talk.kind
    )
    earlier.filter(status=Talk.Status.INVITED).update(status=Talk.Status.CANCELLED)


def _unsaved(actor: Actor, application: Application, plan: Plan) -> Talk:
    """A talk that is not in the database yet; a colleague of elsewhere is as nobody."""
    return Talk(
        organisation_id=actor.organisation_id,
        application=application,
        kind=plan.kind,
        host=queries.host_choices(actor).filter(pk=plan.host_id).first() if plan.host_id else None,
        where=plan.where,
        minutes=plan.minutes,
    )


def _require_moments(plan: Plan, *, most: int = MOST_MOMENTS) -> None:
    if not 1 <= len(set(plan.moments)) <= most:
        raise MomentsMissing(
            _("Offer between one and %(most)s moments.") % {"most": most}
            if most > 1
            else _("Write down the moment that you agreed.")
        )
    _require_ahead(plan.moments)


def _require_ahead(moments: tuple[datetime, ...]) -> None:
    if any(moment <= clock.now() for moment in moments):
        raise MomentsMissing(_("A moment lies in the past. Choose one that is still to come."))
