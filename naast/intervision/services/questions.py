"""What people bring in beforehand: a learning question, or a place to tell something (S1-143, S2-30)."""

from typing import Literal
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from naast.audit import log
from naast.core import clock
from naast.core.errors import StateConflict
from naast.intervision import themes
from naast.intervision.errors import NotOfHere
from naast.intervision.inputs import QuestionNote
from naast.intervision.models import Evening, LearningQuestion
from naast.intervision.policies import evenings as policies
from naast.intervision.policies.series import person_of
from naast.intervision.queries import evenings as queries
from naast.intervision.services.checking import check_text
from naast.intervision.services.evenings import refuse_over
from naast.intervision.states import QuestionKind, QuestionState
from naast.organisations.actors import Actor


@transaction.atomic
def ask_question(*, actor: Actor, evening_id: UUID, note: QuestionNote) -> LearningQuestion:
    """A question for an evening to come, without names. Raises Evening.DoesNotExist, NotAllowed,
    SomethingMissing, NameInText or NameDoubtful."""
    evening = _evening(actor, evening_id)
    question = LearningQuestion.objects.create(
        organisation_id=evening.organisation_id,
        evening=evening,
        asker_id=person_of(actor),
        **_columns(actor, evening, note),
    )
    log.record("evening.question-asked", actor=actor, target=evening)
    return question


@transaction.atomic
def ask_place(*, actor: Actor, evening_id: UUID) -> LearningQuestion:
    """A place to tell something on this evening, with one tap and no words. Twice is the same as once.
    Raises Evening.DoesNotExist or NotAllowed."""
    evening = _evening(actor, evening_id)
    question, is_new = LearningQuestion.objects.get_or_create(
        organisation_id=evening.organisation_id,
        evening=evening,
        asker_id=person_of(actor),
        kind=QuestionKind.EXPERIENCE,
        state=QuestionState.OPEN,
    )
    if is_new:
        log.record("evening.place-asked", actor=actor, target=evening)
    return question


@transaction.atomic
def bring_in_for(
    *, actor: Actor, evening_id: UUID, person_id: UUID, note: QuestionNote
) -> LearningQuestion:
    """Who leads, or a coordinator, writes down what somebody without an account would like to talk over; with
    no words, it is a place to tell something (S1-143, S2-30). Raises Evening.DoesNotExist, NotAllowed,
    EveningOver, NotOfHere, NameInText or NameDoubtful."""
    evening = queries.lock_evening(policies.led_by(actor), evening_id)
    policies.can_lead(actor, evening).require()
    refuse_over(evening)
    if not queries.without_account(evening).filter(pk=person_id).exists():
        raise NotOfHere(_("Choose somebody of the group."))
    has_words = bool(note.text.strip())
    question = LearningQuestion.objects.create(
        organisation_id=evening.organisation_id,
        evening=evening,
        asker_id=person_id,
        kind=QuestionKind.QUESTION if has_words else QuestionKind.EXPERIENCE,
        **(_columns(actor, evening, note) if has_words else {}),
    )
    log.record("evening.brought-in-for", actor=actor, target=evening)
    return question


@transaction.atomic
def change_question(*, actor: Actor, question_id: UUID, note: QuestionNote) -> LearningQuestion:
    """Other words. Raises LearningQuestion.DoesNotExist, NotAllowed, EveningOver, SomethingMissing,
    NameInText or NameDoubtful."""
    question = _lock(actor, question_id)
    policies.can_change_question(actor, question).require()
    refuse_over(question.evening)
    for name, value in _columns(actor, question.evening, note).items():
        setattr(question, name, value)
    question.save()
    log.record("evening.question-changed", actor=actor, target=question.evening)
    return question


@transaction.atomic
def withdraw_question(*, actor: Actor, question_id: UUID) -> None:
    """Taken back: it is gone at once. Raises LearningQuestion.DoesNotExist or NotAllowed."""
    question = _lock(actor, question_id)
    policies.can_change_question(actor, question).require()
    log.record("evening.question-withdrawn", actor=actor, target=question.evening)
    question.delete()


@transaction.atomic
def choose_question(
    *, actor: Actor, question_id: UUID, choice: Literal["pick", "later"]
) -> LearningQuestion:
    """At the table: this one now, or another time. Raises LearningQuestion.DoesNotExist, NotAllowed, or
    StateConflict once it was held."""
    question = _lock(actor, question_id)
    policies.can_lead(actor, question.evening).require()
    if question.evening.closed_on is not None:
        raise StateConflict(_("This evening was held already."))
    question.state = QuestionState.PICKED if choice == "pick" else QuestionState.OPEN
    question.save(update_fields=["state"])
    log.record("evening.question-chosen", actor=actor, target=question.evening)
    return question


def _evening(actor: Actor, evening_id: UUID) -> Evening:
    evening = queries.lock_evening(policies.own(actor), evening_id)
    policies.can_answer(actor, evening, now=clock.now()).require()
    return evening


def _lock(actor: Actor, question_id: UUID) -> LearningQuestion:
    rows = policies.questions_visible_to(actor).select_related("evening__series")
    return rows.select_for_update(of=("self",)).get(pk=question_id)


def _columns(actor: Actor, evening: Evening, note: QuestionNote) -> dict[str, object]:
    text = check_text(
        actor=actor, text=note.text, is_checked=note.is_checked, series_id=evening.series_id
    )
    return {
        "text": text,
        "theme": note.theme if note.theme in themes.THEMES else "",
        "is_shared": note.is_shared,
    }
