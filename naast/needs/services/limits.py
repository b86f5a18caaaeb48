"""A limit was reached: asking a service, what to do when it is stuck, and what came of it (S2-10, S2-26)."""

from datetime import timedelta
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from naast.audit import log
from naast.companionship.models import Match
from naast.core import clock
from naast.core.errors import Incomplete
from naast.needs.inputs import AskInput, EndInput, LimitInput, StuckInput
from naast.needs.models import Asking, Limit
from naast.needs.policies import rows as policies
from naast.needs.queries import rows as queries
from naast.needs.services import telling
from naast.needs.services.register import Origin, lock_signal, only_theme, register
from naast.needs.services.taps import just_noted
from naast.needs.states import (
    ASK,
    ENDINGS,
    LIMIT,
    NOT_POSSIBLE,
    STICK,
    Agreed,
    LimitState,
    Source,
    StuckWhy,
    Theme,
)
from naast.organisations.actors import Actor
from naast.signals.models import Signal
from naast.signals.states import LimitReason

# Further back, or further ahead, is a mistake in the year.
FURTHEST = timedelta(days=366)


@transaction.atomic
def note_limit(*, actor: Actor, given: LimitInput) -> Limit:
    """A limit was reached: from a signal, once for each, or told by phone about a match. Raises NotAllowed,
    Signal.DoesNotExist, Match.DoesNotExist or Incomplete."""
    policies.can_follow_up(actor).require()
    signal = lock_signal(actor, given.signal_id)
    before = Limit.objects.filter(signal=signal).first() if signal is not None else None
    if before is not None:
        return before
    if given.reason not in LimitReason.values:
        raise Incomplete({"reason": _("Choose why it is more than a volunteer can do.")})
    match = _match_of(actor, signal, given)
    if signal is None:
        same = Limit.objects.filter(signal__isnull=True, match=match, reason=given.reason)
        before = just_noted(actor, same, {"words": given.words})
        if before is not None:
            return before
    limit = Limit.objects.create(
        organisation_id=actor.organisation_id,
        signal=signal,
        match=match,
        about_id=_about(signal, match),
        told_by_id=signal.reporter_id if signal else (match.volunteer_id if match else None),
        reason=given.reason,
        words=given.words.strip(),
        noted_on=signal.seen_on if signal else clock.today(),
        noted_by_id=actor.membership_id,
        state_since=clock.now(),
    )
    log.record("limit.noted", actor=actor, target=limit, changes={"reason": given.reason})
    return limit


def _match_of(actor: Actor, signal: Signal | None, given: LimitInput) -> Match | None:
    if given.match_id is not None:
        return policies.matches_to_name(actor).get(pk=given.match_id)
    return signal.match if signal is not None else None


def _about(signal: Signal | None, match: Match | None) -> UUID | None:
    if signal is not None and signal.about_id is not None:
        return signal.about_id
    return match.participant_id if match is not None else None


@transaction.atomic
def ask_service(*, actor: Actor, limit_id: UUID, given: AskInput) -> Limit:
    """A service was asked, with the day before which it answers and who calls; the volunteer reads what happens.
    Once it is stuck, asking again is the step further. Raises Limit.DoesNotExist, NotAllowed, StateConflict or
    Incomplete."""
    limit = _lock(actor, limit_id)
    was_stuck = limit.state == LimitState.STUCK
    target = LIMIT.target(ASK, source=limit.state)
    _check_asking(actor, given)
    Asking.objects.filter(limit=limit, answered_on__isnull=True).update(answered_on=given.asked_on)
    Asking.objects.create(
        organisation_id=limit.organisation_id,
        limit=limit,
        service=given.service.strip(),
        contact=given.contact.strip(),
        caller_id=given.caller_id or actor.membership_id,
        asked_on=given.asked_on,
        answer_due_on=given.answer_due_on,
        agreed=given.agreed,
        is_escalation=was_stuck,
    )
    limit.first_asked_on = limit.first_asked_on or given.asked_on
    limit.answer_due_on = given.answer_due_on
    limit.for_volunteer = given.for_volunteer.strip()
    _go(actor, limit, ASK, target)
    return limit


def _check_asking(actor: Actor, given: AskInput) -> None:
    wrong = _told(given.for_volunteer)
    today = clock.today()
    if not given.service.strip():
        wrong["service"] = _("Write which service you asked.")
    if not today - FURTHEST <= given.asked_on <= today:
        wrong["asked_on"] = _("Choose today or a day in the past year.")
    if not given.asked_on <= given.answer_due_on <= today + FURTHEST:
        wrong["answer_due_on"] = _("Choose a day after you asked: then somebody calls.")
    if given.agreed not in Agreed.values:
        wrong["agreed"] = _("Ask the person first, or ask the service without a name.")
    if given.caller_id and not queries.staff(actor).filter(pk=given.caller_id).exists():
        wrong["caller"] = _("Choose a colleague who is there.")
    if wrong:
        raise Incomplete(wrong)


@transaction.atomic
def note_stuck(*, actor: Actor, limit_id: UUID, given: StuckInput) -> Limit:
    """There is no good answer: why, whom we turn to next, for what and when. With a theme it counts in the register
    of needs. Raises Limit.DoesNotExist, NotAllowed, StateConflict or Incomplete."""
    limit = _lock(actor, limit_id)
    target = LIMIT.target(STICK, source=limit.state)
    _check_stuck(given)
    limit.stuck_on = limit.stuck_on or clock.today()
    limit.stuck_why = given.why
    limit.escalate_to, limit.escalation = given.escalate_to.strip(), given.escalation.strip()
    limit.escalate_on = given.escalate_on
    limit.for_volunteer = given.for_volunteer.strip()
    _count(actor, limit, given.theme)
    _go(actor, limit, STICK, target)
    return limit


def _check_stuck(given: StuckInput) -> None:
    wrong = _told(given.for_volunteer) | _themed(given.theme)
    if given.why not in StuckWhy.values:
        wrong["why"] = _("Choose what holds it up.")
    if not given.escalate_to.strip():
        wrong["escalate_to"] = _("Name somebody whom we turn to next.")
    if not given.escalation.strip():
        wrong["escalation"] = _("Write what we ask there.")
    if not clock.today() <= given.escalate_on <= clock.today() + FURTHEST:
        wrong["escalate_on"] = _("Choose a day that is still to come.")
    if wrong:
        raise Incomplete(wrong)


@transaction.atomic
def end_limit(*, actor: Actor, limit_id: UUID, step: str, given: EndInput) -> Limit:
    """Somebody takes it up, we take it over, or it is not possible now: the last needs a theme, so that the need
    counts. Raises Limit.DoesNotExist, NotAllowed, StateConflict or Incomplete, KeyError for an unknown step."""
    limit = _lock(actor, limit_id)
    if step not in ENDINGS:
        raise KeyError(step)
    target = LIMIT.target(step, source=limit.state)
    wrong = _told(given.for_volunteer) | _themed(given.theme)
    if not given.outcome.strip():
        wrong["outcome"] = _("Write in a few words what came of it.")
    if step == NOT_POSSIBLE and not given.theme and limit.need_id is None:
        wrong["theme"] = _("Choose a theme: nobody answers this need, so it counts.")
    if wrong:
        raise Incomplete(wrong)
    limit.outcome, limit.for_volunteer = given.outcome.strip(), given.for_volunteer.strip()
    limit.closed_on = clock.today()
    _count(actor, limit, given.theme)
    Asking.objects.filter(limit=limit, answered_on__isnull=True).update(answered_on=clock.today())
    _go(actor, limit, step, target)
    return limit


def _lock(actor: Actor, limit_id: UUID) -> Limit:
    rows = policies.limits_visible_to(actor).select_related("told_by__user", "match")
    limit = rows.select_for_update(of=("self",)).get(pk=limit_id)
    policies.can_change(actor, limit).require()
    return limit


def _told(words: str) -> dict[str, str]:
    """The volunteer always reads what happens with it."""
    if words.strip():
        return {}
    return {"for_volunteer": _("Write what the volunteer may know: they wait for it.")}


def _themed(theme: str) -> dict[str, str]:
    known = not theme or theme in Theme.values
    return {} if known else {"theme": _("Choose one of the themes.")}


def _count(actor: Actor, limit: Limit, theme: str) -> None:
    """A need that nobody answers stands in the register once."""
    if not theme or limit.need_id is not None:
        return
    programme_id = limit.match.programme_id if limit.match is not None else None
    origin = Origin(Source.LIMIT, limit.signal, limit.told_by_id, programme_id)
    limit.need = register(actor, origin, only_theme(theme))


def _go(actor: Actor, limit: Limit, step: str, target: str) -> None:
    limit.state, limit.state_since = target, clock.now()
    limit.save()
    log.record(f"limit.{step}", actor=actor, target=limit, changes={"state": target})
    telling.tell_person(actor, limit.told_by, telling.MOVED, kind="needs.limit")
