"""Answers to what was asked, and what the house does with them (S1-218, S1-93, S1-73)."""

from datetime import date, timedelta
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from naast.audit import log
from naast.belonging import checks
from naast.belonging.errors import AlreadyAnswered, DayRefused
from naast.belonging.inputs import Answered, Settled
from naast.belonging.models import Question, Wish
from naast.belonging.policies import questions as policies
from naast.belonging.services.wishes import heard
from naast.belonging.states import (
    OUTCOMES_OF_ENDS,
    OUTCOMES_OF_LOOKS,
    Choice,
    How,
    Outcome,
    QuestionKind,
)
from naast.core import clock
from naast.core.errors import DomainError, StateConflict
from naast.core.working_days import add_working_days
from naast.messaging.services import tell
from naast.organisations.actors import Actor
from naast.organisations.models import Organisation
from naast.programmes.services import extend_engagement

CALL_WORKING_DAYS = 2
# «Change» opens a wish that comes back when the talk should have been there.
WISH_COMES_BACK = timedelta(days=28)
OUTCOMES = {QuestionKind.GOING_ON: OUTCOMES_OF_ENDS, QuestionKind.LOOK: OUTCOMES_OF_LOOKS}


def lock_question(actor: Actor, question_id: UUID) -> Question:
    """The question, locked. Raises Question.DoesNotExist."""
    rows = policies.visible_to(actor).select_related("person__user", "engagement__programme")
    return rows.select_for_update(of=("self",)).get(pk=question_id)


@transaction.atomic
def answer(*, actor: Actor, question_id: UUID, given: Answered) -> Question:
    """Somebody answers, or a coordinator writes down what they said. «Not at home yet» promises a call; «change»
    opens a wish. Raises Question.DoesNotExist, NotAllowed, AlreadyAnswered, or DomainError for an answer that lacks
    its taps, its choice or its words."""
    question = lock_question(actor, question_id)
    policies.can_answer(actor, question).require()
    if not question.is_waiting:
        raise AlreadyAnswered(_("This was answered already, or it is over. Thank you."))
    _require_complete(question, given)
    is_own = actor.person_id == question.person_id
    question.answered_on = clock.today()
    question.how = How.SCREEN if is_own else given.how
    question.written_by_id = None if is_own else actor.membership_id
    question.words, question.taps, question.choice = given.words, dict(given.taps), given.choice
    question.shares_with_host = given.shares_with_host
    question.shares_unnamed = given.shares_unnamed
    if checks.asks_for_a_call(given.taps):
        question.call_by = _call_by(actor)
    question.save()
    log.record("question.answered", actor=actor, target=question, changes={"kind": question.kind})
    if question.choice == Choice.CHANGE:
        _open_wish(question)
    return question


def _require_complete(question: Question, given: Answered) -> None:
    if question.kind == QuestionKind.CHECK and set(given.taps) != set(checks.STATEMENTS):
        raise DomainError(_("Tap one answer at each of the four sentences."))
    if question.kind == QuestionKind.LOOK and not given.words.strip():
        raise DomainError(_("A few words are enough."))
    if question.kind == QuestionKind.GOING_ON and given.choice not in Choice.values:
        raise DomainError(_("Choose one of the three: all are fine."))


def _call_by(actor: Actor) -> date:
    house = Organisation.objects.get(pk=actor.organisation_id)
    return add_working_days(clock.today(), CALL_WORKING_DAYS, house.country)


def _open_wish(question: Question) -> None:
    """What should change, in their own words, on their card (S0-27)."""
    if question.words.strip():
        Wish.objects.create(
            organisation_id=question.organisation_id,
            person_id=question.person_id,
            words=question.words,
            written_by_id=question.written_by_id,
            follow_up_on=clock.today() + WISH_COMES_BACK,
        )


@transaction.atomic
def note_called(*, actor: Actor, question_id: UUID, reply: str) -> Question:
    """We spoke after «not at home yet», and agreed something; the volunteer reads it. Raises Question.DoesNotExist,
    NotAllowed or StateConflict."""
    question = lock_question(actor, question_id)
    policies.can_settle(actor, question).require()
    if question.call_by is None or question.called_on is not None:
        raise StateConflict(_("A colleague wrote this down already."))
    question.called_on, question.reply = clock.today(), reply
    question.save(update_fields=["called_on", "reply"])
    heard([question.person_id], day=clock.today())
    log.record("question.called", actor=actor, target=question)
    return question


@transaction.atomic
def settle(*, actor: Actor, question_id: UUID, settled: Settled) -> Question:
    """The house answers a fresh look, or agrees how somebody goes on: «goes on» and «something
    changes» set the new end, once the coordinator agrees. Raises Question.DoesNotExist, NotAllowed, StateConflict, DayRefused or DomainError."""
    question = lock_question(actor, question_id)
    policies.can_settle(actor, question).require()
    if question.settled_on is not None:
        raise StateConflict(_("A colleague wrote this down already."))
    if question.answered_on is None:
        raise StateConflict(_("First the answer of the volunteer, then ours."))
    if settled.outcome not in OUTCOMES.get(QuestionKind(question.kind), ()):
        raise DomainError(_("Choose what comes of it."))
    if settled.outcome in (Outcome.EXTENDED, Outcome.CHANGED):
        _extend(actor, question, settled)
    question.outcome, question.reply = settled.outcome, settled.reply
    question.settled_on, question.settled_by_id = clock.today(), actor.membership_id
    question.save(update_fields=["outcome", "reply", "settled_on", "settled_by"])
    log.record(
        "question.settled", actor=actor, target=question, changes={"outcome": settled.outcome}
    )
    if question.person.user is not None:
        tell(
            actor=actor,
            user=question.person.user,
            kind="belonging.reply",
            subject=gettext_lazy("We read your answer"),
            body=gettext_lazy("Thank you. Your page tells what we do with it."),
            url=actor.url("belonging:question", question_id=question.pk),
        )
    return question


def _extend(actor: Actor, question: Question, settled: Settled) -> None:
    """A new end; without one where there was none either, it simply goes on."""
    if settled.until_on is None and question.end_on is None:
        return
    if settled.until_on is None or settled.until_on <= max(
        clock.today(), question.end_on or clock.today()
    ):
        raise DayRefused("until_on", _("Choose a day after the present end."))
    extend_engagement(actor=actor, engagement_id=question.engagement_id, until_on=settled.until_on)
