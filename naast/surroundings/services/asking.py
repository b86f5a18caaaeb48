"""Own words and their answers, and what changed (S2-14, S1-174)."""

from dataclasses import asdict
from datetime import date, timedelta
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from naast.audit import log
from naast.core import clock
from naast.core.errors import DomainError, NotAllowed, StateConflict
from naast.organisations.actors import Actor
from naast.organisations.models import Function
from naast.people.models import Person
from naast.programmes.models import Programme
from naast.surroundings.inputs import OutcomeAnswers, Words
from naast.surroundings.models import Outcome, ProgrammeQuestions, Saying
from naast.surroundings.policies import asking as policies
from naast.surroundings.policies import people as people_policies
from naast.surroundings.services.telling import tell_answered, tell_professional

A_TAP_AGAIN = timedelta(minutes=10)


@transaction.atomic
def say(*, actor: Actor, words: Words) -> Saying:
    """A participant says how it goes, of their own accord or after an invitation. Raises NotAllowed or DomainError."""
    if actor.person_id is None or not actor.has(Function.PARTICIPANT):
        raise NotAllowed(_("We don’t know yet who says this: ask a coordinator."))
    person = Person.objects.select_related("participant__professional__user").get(
        pk=actor.person_id, organisation_id=actor.organisation_id
    )
    return _write(actor, person, words)


@transaction.atomic
def say_for(*, actor: Actor, person_id: UUID, words: Words) -> Saying:
    """Staff write down what a participant said by phone, in a talk or on paper.

    Raises Person.DoesNotExist, NotAllowed or DomainError.
    """
    person = (
        people_policies.participants(actor)
        .select_related("participant__professional__user")
        .get(pk=person_id)
    )
    people_policies.can_write(actor, person).require()
    return _write(actor, person, words)


def _write(actor: Actor, person: Person, words: Words) -> Saying:
    if not words.text.strip():
        raise DomainError(_("Write a few words first."))
    # Two taps on «Send» are one saying.
    Person.objects.select_for_update(no_key=True).get(pk=person.pk)
    told = Saying.objects.filter(
        person=person, said_at__gt=clock.now() - A_TAP_AGAIN, answered_at__isnull=True
    ).first()
    if told is not None and told.text == words.text.strip():
        return told
    saying = (
        Saying.objects.select_for_update(of=("self",))
        .filter(person=person, said_at__isnull=True, not_now_on__isnull=True)
        .first()
    ) or Saying(organisation_id=person.organisation_id, person=person)
    saying.text, saying.audience, saying.how = words.text.strip(), words.audience, words.how
    saying.said_at, saying.user_id = clock.now(), actor.user_id
    saying.save()
    log.record("saying.said", actor=actor, target=saying, changes={"how": words.how})
    if saying.audience == Saying.Audience.PROFESSIONAL:
        tell_professional(actor, person, saying)
    return saying


@transaction.atomic
def not_now(*, actor: Actor, saying_id: UUID) -> Saying:
    """«Not now» to an invitation: nobody asks again before the next. Raises Saying.DoesNotExist or StateConflict."""
    saying = policies.sayings_put_to(actor).select_for_update(of=("self",)).get(pk=saying_id)
    if saying.said_at is not None or saying.not_now_on is not None:
        raise StateConflict(_("You answered this already. Thank you."))
    saying.not_now_on = clock.today()
    saying.save(update_fields=["not_now_on"])
    log.record("saying.not-now", actor=actor, target=saying)
    return saying


@transaction.atomic
def answer(*, actor: Actor, saying_id: UUID, text: str) -> Saying:
    """Say back what you think of it or do with it; who said it reads it.

    Raises Saying.DoesNotExist, NotAllowed, StateConflict or DomainError.
    """
    saying = (
        policies.sayings_visible_to(actor)
        .select_for_update(of=("self",))
        .select_related("person__user")
        .get(pk=saying_id)
    )
    policies.can_answer(actor, saying).require()
    if saying.answered_at is not None:
        raise StateConflict(_("A colleague answered this already."))
    if not text.strip():
        raise DomainError(_("Write a few words first."))
    saying.answer, saying.answered_at = text.strip(), clock.now()
    saying.answered_by_id = actor.membership_id
    saying.save(update_fields=["answer", "answered_at", "answered_by"])
    log.record("saying.answered", actor=actor, target=saying)
    tell_answered(actor, saying)
    return saying


@transaction.atomic
def tell_outcome(*, actor: Actor, outcome_id: UUID, answers: OutcomeAnswers) -> Outcome:
    """What changed, told by the participant, or by a coordinator as they heard it.

    Raises Outcome.DoesNotExist, NotAllowed or StateConflict.
    """
    outcome = policies.outcomes_visible_to(actor).select_for_update(of=("self",)).get(pk=outcome_id)
    policies.can_tell_outcome(actor, outcome).require()
    _require_open(outcome)
    for name, value in asdict(answers).items():
        setattr(outcome, name, value)
    outcome.answered_at, outcome.user_id = clock.now(), actor.user_id
    outcome.save()
    log.record("outcome.told", actor=actor, target=outcome, changes={"moment": outcome.moment})
    return outcome


@transaction.atomic
def no_outcome(*, actor: Actor, outcome_id: UUID) -> Outcome:
    """Rather not answer: that is fine. Raises Outcome.DoesNotExist, NotAllowed or StateConflict."""
    outcome = policies.outcomes_visible_to(actor).select_for_update(of=("self",)).get(pk=outcome_id)
    policies.can_tell_outcome(actor, outcome).require()
    _require_open(outcome)
    outcome.not_now_on = clock.today()
    outcome.save(update_fields=["not_now_on"])
    log.record("outcome.not-now", actor=actor, target=outcome)
    return outcome


def _require_open(outcome: Outcome) -> None:
    closed: date | object | None = outcome.answered_at or outcome.not_now_on
    if closed is not None:
        raise StateConflict(_("You answered this already. Thank you."))


@transaction.atomic
def switch_outcome(*, actor: Actor, programme_id: UUID, is_on: bool) -> ProgrammeQuestions:
    """A programme asks its participants what changed, or no longer. Raises Programme.DoesNotExist or NotAllowed."""
    policies.can_switch(actor).require()
    programme = Programme.objects.get(pk=programme_id, organisation_id=actor.organisation_id)
    asks, _made = ProgrammeQuestions.objects.update_or_create(
        organisation_id=actor.organisation_id,
        programme=programme,
        defaults={"asks_outcome": is_on},
    )
    log.record(
        "programme.asks-outcome" if is_on else "programme.asks-no-outcome",
        actor=actor,
        target=programme,
    )
    return asks
