"""Settling a task that shifted: talk first, make it part of the agreement, or go back to what was agreed."""

from collections.abc import Mapping
from dataclasses import asdict
from datetime import date
from uuid import UUID

from dateutil.relativedelta import relativedelta
from django.db import transaction
from django.utils.translation import gettext as _

from naast.companionship.services.steps import lock as lock_match
from naast.core import clock
from naast.core.text import Text
from naast.messaging.services import mark_read
from naast.organisations.actors import Actor
from naast.programmes.models import Pattern
from naast.shifting import permission
from naast.shifting.errors import AgreedAlready, AnswersMissing, NotYetAble
from naast.shifting.inputs import Answers, Terms
from naast.shifting.models import ShiftAnswers, ShiftView, TaskShift
from naast.shifting.models.shift import LONGEST_NAME
from naast.shifting.policies import shifts as policies
from naast.shifting.queries import shifts as queries
from naast.shifting.services import notices, packages
from naast.shifting.services.steps import take, write_down
from naast.shifting.states import (
    ADDED,
    AGREE,
    LET_BE,
    LOOKED_BACK_ON,
    OPEN,
    PROPOSE,
    RATHER_NOT,
    RESTORE,
    TAKE_BACK,
    TALK,
    VIEWED,
    ShiftState,
)
from naast.shifting.words import key_of

LOOK_BACK_AFTER = relativedelta(months=3)
IN_WORDS = ("safety", "burden", "roles", "best_why")


@transaction.atomic
def add_task(*, actor: Actor, match_id: UUID, words: str) -> TaskShift:
    """Put a new task forward for one match: the same questions come first as for what was told of (S1-133).
    Raises Match.DoesNotExist, NotAllowed, AnswersMissing or AgreedAlready."""
    match = lock_match(actor, match_id)
    policies.can_add(actor, match).require()
    key = key_of(words)[:LONGEST_NAME]
    if not key:
        raise AnswersMissing({"words": _("Write what it is.")})
    present = TaskShift.objects.filter(match=match, key=key).first()
    if key in queries.package_keys(match) or (present and present.state in OPEN):
        raise AgreedAlready(_("This belongs to what was agreed already, or is being settled."))
    today = clock.today()
    values = {"state": ShiftState.NOTICED, "state_since": clock.now(), "is_added": True}
    values |= {"looked_back_on": None, "look_back_on": None}
    shift, _made = TaskShift.objects.update_or_create(
        match=match,
        key=key,
        defaults=values,
        create_defaults={
            **values,
            "organisation_id": match.organisation_id,
            "words": words.strip()[:LONGEST_NAME],
            "first_on": today,
            "last_on": today,
        },
    )
    return write_down(shift, ADDED, actor=actor)


@transaction.atomic
def talk_first(
    *, actor: Actor, shift_id: UUID, note: str, talk_on: date | None = None
) -> TaskShift:
    """Talk before anything is decided; volunteer and professional are asked how they see it. Raises
    TaskShift.DoesNotExist, NotAllowed or StateConflict."""
    shift = _lock(actor, shift_id)
    take(shift, TALK, actor=actor, note=note, changes={"talk_on": talk_on})
    notices.tell_both(actor, shift, notices.TALK_FIRST)
    return shift


@transaction.atomic
def propose(*, actor: Actor, shift_id: UUID, answers: Answers, terms: Terms) -> TaskShift:
    """Make it part of the agreement once the volunteer agrees: after three questions with answers in words, and
    only when it fits (S1-133, S3-17, S2-12). Raises TaskShift.DoesNotExist, NotAllowed, StateConflict,
    AnswersMissing or NotYetAble."""
    shift = _lock(actor, shift_id)
    _require_words(answers)
    obstacles = permission.obstacles(time=answers.time, skill=answers.skill, wish=answers.wish)
    if obstacles:
        raise NotYetAble(obstacles)
    packages.require_free(shift.match.programme, terms)
    ShiftAnswers.objects.update_or_create(
        shift=shift,
        defaults={
            "organisation_id": shift.organisation_id,
            "answered_by_id": actor.membership_id,
            **asdict(answers),
        },
    )
    take(shift, PROPOSE, actor=actor, changes={"reach": terms.reach, "who": terms.who})
    notices.tell_volunteer(actor, shift, notices.ASKED)
    return shift


def _require_words(answers: Answers) -> None:
    missing: dict[str, Text] = {
        name: _("Answer this in your own words: a few are enough.")
        for name in IN_WORDS
        if not getattr(answers, name).strip()
    }
    if missing:
        raise AnswersMissing(missing)


@transaction.atomic
def answer(*, actor: Actor, shift_id: UUID, agrees: bool, note: str = "") -> TaskShift:
    """The volunteer says whether they agree. A yes changes the package. Raises TaskShift.DoesNotExist,
    NotAllowed or StateConflict."""
    shift = queries.lock_shift(actor, shift_id)
    policies.can_answer(actor, shift).require()
    _answered(actor, shift, agrees=agrees, note=note)
    notices.tell_coordinator(actor, shift, notices.ANSWERED)
    return shift


@transaction.atomic
def write_answer(*, actor: Actor, shift_id: UUID, agrees: bool, note: str) -> TaskShift:
    """What the volunteer answered by phone or at the table, written down by a coordinator in their words.
    Raises TaskShift.DoesNotExist, NotAllowed, StateConflict or AnswersMissing."""
    shift = _lock(actor, shift_id)
    if not note.strip():
        raise AnswersMissing({"note": _("Write what the volunteer said, in their words.")})
    return _answered(actor, shift, agrees=agrees, note=note)


def _answered(actor: Actor, shift: TaskShift, *, agrees: bool, note: str) -> TaskShift:
    if not agrees:
        return take(shift, RATHER_NOT, actor=actor, note=note)
    changes = {"settled_by_id": actor.membership_id, **_to_look_back_on()}
    take(shift, AGREE, actor=actor, note=note, changes=changes)
    packages.add(shift)
    notices.tell_both(actor, shift, notices.ACCEPTED)
    return shift


def must_talk_over_division(shift: TaskShift) -> bool:
    """Whether the table of who does what has to be talked through again: beside a professional it always is,
    and when it concerns a whole programme."""
    pattern = shift.match.pattern or shift.match.programme.pattern
    return pattern == Pattern.PEER or shift.reach == TaskShift.Reach.PROGRAMME


@transaction.atomic
def restore(*, actor: Actor, shift_id: UUID, reason: str, from_now_on: str) -> TaskShift:
    """Back to what was agreed, told kindly with the reason and how it goes from now on. Raises
    TaskShift.DoesNotExist, NotAllowed, StateConflict or AnswersMissing."""
    shift = _lock(actor, shift_id)
    _require(reason=reason, from_now_on=from_now_on)
    take(shift, RESTORE, actor=actor, changes=_settled(actor, reason, from_now_on))
    notices.tell_both(actor, shift, notices.RESTORED)
    return shift


@transaction.atomic
def let_be(*, actor: Actor, shift_id: UUID) -> TaskShift:
    """It was just this once: nothing shifts and nobody is told. Raises TaskShift.DoesNotExist, NotAllowed or
    StateConflict."""
    changes = {"settled_by_id": actor.membership_id}
    return take(_lock(actor, shift_id), LET_BE, actor=actor, changes=changes)


@transaction.atomic
def look_back(
    *, actor: Actor, shift_id: UUID, goes_well: bool, note: str, from_now_on: str = ""
) -> TaskShift:
    """After three months: it goes well, or back to what was agreed. Raises TaskShift.DoesNotExist, NotAllowed,
    StateConflict or AnswersMissing."""
    shift = _lock(actor, shift_id)
    _require(note=note)
    today = clock.today()
    if goes_well or shift.state != ShiftState.ACCEPTED:
        if shift.state not in LOOKED_BACK_ON:
            raise AnswersMissing({"note": _("Settle it first, then look back.")})
        shift.looked_back_on = today
        shift.save(update_fields=["looked_back_on"])
        return write_down(shift, "looked_back", actor=actor, note=note)
    _require(from_now_on=from_now_on)
    packages.take_away(shift)
    take(shift, TAKE_BACK, actor=actor, changes=_settled(actor, note, from_now_on))
    notices.tell_both(actor, shift, notices.RESTORED)
    return shift


@transaction.atomic
def give_view(*, actor: Actor, shift_id: UUID, words: str) -> ShiftView:
    """The volunteer or the professional tells how they see it; a second time changes the words. Raises
    TaskShift.DoesNotExist, NotAllowed or AnswersMissing."""
    shift = queries.lock_shift(actor, shift_id)
    policies.can_give_view(actor, shift).require()
    side = policies.side_of(actor, shift.match)
    if side is None or not words.strip():
        raise AnswersMissing({"words": _("Write how you see it, in your own words.")})
    view, _made = ShiftView.objects.update_or_create(
        shift=shift,
        side=side,
        defaults={
            "organisation_id": shift.organisation_id,
            "words": words.strip(),
            "given_on": clock.today(),
        },
    )
    write_down(shift, VIEWED, actor=actor)
    notices.tell_coordinator(actor, shift, notices.VIEW_GIVEN)
    return view


def note_read(actor: Actor, shift: TaskShift) -> None:
    """The message that points at this page was read."""
    mark_read(actor=actor, url=actor.url(notices.OWN, shift_id=shift.pk))


def _lock(actor: Actor, shift_id: UUID) -> TaskShift:
    shift = queries.lock_shift(actor, shift_id)
    policies.can_settle(actor, shift).require()
    return shift


def _require(**words: str) -> None:
    missing: dict[str, Text] = {
        name: _("Write this in a few words: the volunteer reads it.")
        for name, text in words.items()
        if not text.strip()
    }
    if missing:
        raise AnswersMissing(missing)


def _settled(actor: Actor, reason: str, from_now_on: str) -> Mapping[str, object]:
    said = {"reason": reason.strip(), "from_now_on": from_now_on.strip()}
    return {**said, "settled_by_id": actor.membership_id, **_to_look_back_on()}


def _to_look_back_on() -> Mapping[str, object]:
    return {"look_back_on": clock.today() + LOOK_BACK_AFTER, "looked_back_on": None}
