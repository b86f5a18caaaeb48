"""A question before signing, about one clause or about everything, and our answer beside it."""

from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from naast.agreements.models import Question
from naast.agreements.policies import copies as policies
from naast.agreements.queries import copies as queries
from naast.agreements.services import telling
from naast.audit import log
from naast.core import clock
from naast.core.errors import DomainError, StateConflict
from naast.organisations.actors import Actor


class NothingSaid(DomainError):
    """A line without words."""


@transaction.atomic
def ask(*, actor: Actor, copy_id: UUID, clause: str, words: str) -> Question:
    """Ask something about a clause (its code), or about the whole («»). The coordinator hears of it.

    Raises Copy.DoesNotExist, NotAllowed or NothingSaid.
    """
    copy = queries.lock_copy(actor, copy_id)
    policies.can_ask(actor, copy).require()
    question = Question.objects.create(
        organisation_id=actor.organisation_id, copy=copy, clause=clause, words=_said(words)
    )
    log.record("paper.question-asked", actor=actor, target=copy)
    telling.tell_question(actor, question, copy)
    return question


@transaction.atomic
def answer(*, actor: Actor, question_id: UUID, words: str) -> Question:
    """Answer a question, once. Who asked hears that there is an answer, and reads it beside the text.

    Raises Question.DoesNotExist, NotAllowed, StateConflict or NothingSaid.
    """
    rows = policies.questions_visible_to(actor).select_for_update(of=("self",), no_key=True)
    question = rows.get(pk=question_id)
    policies.can_answer(actor).require()
    if question.answered_at is not None:
        raise StateConflict(_("A colleague answered this already. Look again."))
    question.answer = _said(words)
    question.answered_by_id, question.answered_at = actor.membership_id, clock.now()
    question.save(update_fields=["answer", "answered_by", "answered_at"])
    log.record("paper.question-answered", actor=actor, target=question.copy)
    telling.tell_answer(actor, question.copy)
    return question


def _said(words: str) -> str:
    if not words.strip():
        raise NothingSaid(_("Write a few words first."))
    return words.strip()
