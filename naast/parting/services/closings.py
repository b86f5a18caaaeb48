"""Writes at the end of a match: the talks, what is arranged, what each would like next (S2-9, B12)."""

from collections.abc import Mapping
from datetime import date
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from naast.audit import log
from naast.companionship.models import Match, MatchState, Request
from naast.companionship.services import matches
from naast.companionship.services import requests as wishes
from naast.companionship.services.steps import lock
from naast.companionship.states import EndReason
from naast.companionship.wishes import NewRequest, Particulars, Wishes
from naast.core import clock
from naast.core.errors import DomainError, Incomplete, StateConflict
from naast.organisations.actors import Actor
from naast.parting.errors import NotTalked
from naast.parting.inputs import TalkInput
from naast.parting.models import Closing, ClosingTalk
from naast.parting.policies import closings as policies
from naast.parting.services.care import plan_calls, plan_calls_after_death
from naast.parting.states import (
    DONE_TALKING,
    Check,
    ParticipantNext,
    Side,
    TalkOutcome,
    VolunteerNext,
)

NEXT_OF = {
    Side.PARTICIPANT.value: ParticipantNext.values,
    Side.VOLUNTEER.value: VolunteerNext.values,
}
ANSWERS = ("done", "not_needed")


def lock_to_close(actor: Actor, match_id: UUID) -> Match:
    """A match that winds down or has ended, locked. Raises Match.DoesNotExist or NotAllowed."""
    policies.matches_visible_to(actor).get(pk=match_id)
    match = lock(actor, match_id)
    policies.can_close(actor, match).require()
    return match


def _closing_of(match: Match) -> Closing:
    made, _is_new = Closing.objects.get_or_create(
        match=match, defaults={"organisation_id": match.organisation_id}
    )
    return made


@transaction.atomic
def write_talk(*, actor: Actor, match_id: UUID, side: str, talk: TalkInput) -> ClosingTalk:
    """Plan the closing talk with one of the two, or write down what they said in their own words; or that they
    did not want one, or that none was possible.

    Raises Match.DoesNotExist, NotAllowed or Incomplete.
    """
    match = lock_to_close(actor, match_id)
    _check_talk(side, talk)
    row, _is_new = ClosingTalk.objects.update_or_create(
        closing=_closing_of(match),
        side=side,
        defaults={
            "organisation_id": match.organisation_id,
            "outcome": talk.outcome,
            "talk_on": talk.talk_on,
            "brought": talk.brought.strip(),
            "in_touch": talk.in_touch.strip(),
            "goodbye": talk.goodbye.strip(),
            "next": talk.next,
            "next_words": talk.next_words.strip(),
            "written_by_id": actor.membership_id,
        },
    )
    log.record(
        "match.closing-talk",
        actor=actor,
        target=match,
        changes={"side": side, "outcome": talk.outcome},
    )
    return row


def _check_talk(side: str, talk: TalkInput) -> None:
    missing = {}
    is_talked = talk.outcome == TalkOutcome.TALKED
    if talk.outcome in (TalkOutcome.PLANNED, TalkOutcome.TALKED) and talk.talk_on is None:
        missing["talk_on"] = _("Choose the day.")
    elif is_talked and talk.talk_on is not None and talk.talk_on > clock.today():
        missing["talk_on"] = _("Choose today or a day in the past.")
    if is_talked and not talk.brought.strip():
        missing["brought"] = _("Write in their own words what it brought: a few are enough.")
    if talk.next and talk.next not in NEXT_OF[side]:
        missing["next"] = _("Choose one of the answers.")
    if missing:
        raise Incomplete(missing)


@transaction.atomic
def arrange(
    *,
    actor: Actor,
    match_id: UUID,
    checks: Mapping[str, str],
    stay_in_touch: str,
    wants_together: bool | None,
    together_on: date | None,
) -> Closing:
    """What is arranged: the list of the end, staying in touch, a moment together if both wish.

    Raises Match.DoesNotExist, NotAllowed or Incomplete.
    """
    match = lock_to_close(actor, match_id)
    if together_on is not None and not wants_together:
        raise Incomplete(
            {"together_on": _("A day is only needed when both wish a moment together.")}
        )
    closing = _closing_of(match)
    closing.checks = {
        code: answer
        for code, answer in checks.items()
        if code in Check.values and answer in ANSWERS
    }
    closing.stay_in_touch = stay_in_touch.strip()
    closing.wants_together, closing.together_on = wants_together, together_on
    closing.save(update_fields=["checks", "stay_in_touch", "wants_together", "together_on"])
    log.record(
        "match.end-arranged",
        actor=actor,
        target=match,
        changes={"checks": len(closing.checks), "together": bool(wants_together)},
    )
    return closing


@transaction.atomic
def end_after_talks(
    *, actor: Actor, match_id: UUID, reason: str, initiative: str, note: str = ""
) -> Match:
    """The match ends, now that both were heard; the day of the last talk goes along.

    Raises Match.DoesNotExist, NotAllowed, StateConflict, or NotTalked while one of the two was not heard.
    """
    match = lock_to_close(actor, match_id)
    closing = _closing_of(match)
    talks = {talk.side: talk for talk in closing.talks.all()}
    missing = [
        side for side in Side if side not in talks or talks[side].outcome not in DONE_TALKING
    ]
    days = [
        talk.talk_on
        for talk in talks.values()
        if talk.outcome == TalkOutcome.TALKED and talk.talk_on
    ]
    if missing or not days:
        raise NotTalked(
            _(
                "First talk with both, each apart. When one of them does not want a talk, write that down."
            )
        )
    ending = matches.Ending(
        closing_talk_on=max(days),
        reason=reason,
        initiative=initiative,
        stay_in_touch=closing.stay_in_touch,
        note=note,
    )
    return matches.end_match(actor=actor, match_id=match.pk, ending=ending)


def after_end(actor: Actor, match: Match) -> None:
    """Called in the transaction of every end, also an early one: who is called, and when (companionship.ends)."""
    plan_calls(actor, match)


@transaction.atomic
def say_who_died(*, actor: Actor, match_id: UUID, side: str) -> Closing:
    """After an end because somebody died: say who, so that we call the other one, and soon.

    Raises Match.DoesNotExist, NotAllowed, or StateConflict for another end or when it was said already.
    """
    match = lock_to_close(actor, match_id)
    closing = _closing_of(match)
    if match.state != MatchState.ENDED or match.end_reason != EndReason.DIED or closing.died:
        raise StateConflict(_("This was written down already, or the match ended otherwise."))
    closing.died = side
    closing.save(update_fields=["died"])
    ClosingTalk.objects.update_or_create(
        closing=closing,
        side=side,
        defaults={
            "organisation_id": match.organisation_id,
            "outcome": TalkOutcome.NOT_POSSIBLE,
            "written_by_id": actor.membership_id,
        },
    )
    other = Side.VOLUNTEER if side == Side.PARTICIPANT else Side.PARTICIPANT
    plan_calls_after_death(actor, match, other)
    log.record("match.somebody-died", actor=actor, target=match, changes={"side": side})
    return closing


@transaction.atomic
def write_next_wish(*, actor: Actor, match_id: UUID) -> Request:
    """Open a new wish of the participant, in the words of the closing talk; it is explored first.

    Raises Match.DoesNotExist, DomainError without such words or when it was done already, or as
    `companionship.services.requests.ask`.
    """
    match = lock_to_close(actor, match_id)
    talk = (
        ClosingTalk.objects.select_for_update()
        .filter(closing__match=match, side=Side.PARTICIPANT)
        .first()
    )
    if talk is None or talk.next != ParticipantNext.NEW_WISH or not talk.next_words.strip():
        raise DomainError(_("Write the new wish down first, in the participant’s own words."))
    if talk.request_id is not None:
        raise StateConflict(_("This wish is written down already."))
    new = NewRequest(
        participant_id=match.participant_id,
        programme_id=match.programme_id,
        particulars=Particulars(wishes=Wishes(own_words=talk.next_words)),
        asked_on=talk.talk_on or clock.today(),
        is_exploring=True,
    )
    talk.request = wishes.ask(actor=actor, new=new)
    talk.save(update_fields=["request"])
    return talk.request
