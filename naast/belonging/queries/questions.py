"""Reads of what was asked and answered."""

from datetime import date, timedelta
from uuid import UUID

from django.db.models import F, Q, QuerySet

from naast.belonging.models import WAITING, Question
from naast.belonging.policies import questions as policies
from naast.belonging.states import Outcome, QuestionKind
from naast.core import clock
from naast.organisations.actors import Actor
from naast.people.models import VolunteerProfile
from naast.programmes.kinds import RULES

FEW = 20
# So long before an agreed end the desk asks along.
END_IN_SIGHT = timedelta(days=10)
# Their end stands on the desk of programmes already (programmes.path-ends).
ENDS_ELSEWHERE = [kind for kind, rule in RULES.items() if rule.needs_end]


def answered(actor: Actor, kinds: list[str]) -> QuerySet[Question]:
    """What people answered, for the lists of the coordinator."""
    rows = policies.visible_to(actor).filter(kind__in=kinds, answered_on__isnull=False)
    return rows.select_related("person", "engagement__programme")


def waiting(actor: Actor, kinds: list[str]) -> QuerySet[Question]:
    """What nobody answered yet."""
    rows = policies.visible_to(actor).filter(WAITING, kind__in=kinds)
    return rows.select_related("person", "engagement__programme")


def get_question(actor: Actor, question_id: UUID) -> Question | None:
    """One question, or None when this actor may not know it."""
    rows = policies.visible_to(actor).select_related(
        "person__user", "engagement__programme", "engagement__first_day__host__user"
    )
    return rows.filter(pk=question_id).first()


def get_own(actor: Actor, question_id: UUID) -> Question | None:
    """One that was asked of the actor themselves."""
    rows = policies.own_of(actor).select_related("person", "engagement__programme")
    return rows.filter(pk=question_id).first()


def own(actor: Actor) -> list[Question]:
    """What was asked of the volunteer, the newest first."""
    return list(policies.own_of(actor).select_related("engagement__programme")[:FEW])


def own_waiting(actor: Actor) -> QuerySet[Question]:
    """What waits for the volunteer's own answer."""
    return policies.own_of(actor).filter(WAITING)


def shared_with_host(actor: Actor) -> list[Question]:
    """Welcome checks that new volunteers share with the actor who received them."""
    rows = policies.shared_with_host(actor).select_related("person")
    return list(rows[:FEW])


def shared_unnamed(actor: Actor) -> list[Question]:
    """What was done with fresh looks, without any name (S1-93)."""
    rows = policies.shared_unnamed(actor).order_by("-settled_on", "-id")
    return list(rows.only("words", "reply", "outcome", "settled_on", "kind")[:FEW])


def _of_others(actor: Actor) -> QuerySet[Question]:
    """For the desk: what a coordinator answered themselves waits for a colleague. Who said goodbye is not rung."""
    rows = policies.visible_to(actor).exclude(person=actor.person_id)
    return rows.exclude(person__volunteer__status=VolunteerProfile.Status.FORMER)


def to_call(actor: Actor) -> QuerySet[Question]:
    """«Not at home yet», and nobody called."""
    return _of_others(actor).filter(call_by__isnull=False, called_on__isnull=True)


def to_settle(actor: Actor, kind: str) -> QuerySet[Question]:
    """Answered, and the house did not answer back. How somebody goes on is over once they don't take part."""
    rows = _of_others(actor).filter(kind=kind, answered_on__isnull=False, settled_on__isnull=True)
    if kind == QuestionKind.GOING_ON:
        rows = rows.filter(engagement__ended_on__isnull=True)
    return rows


def ends_unanswered(actor: Actor, today: date) -> QuerySet[Question]:
    """An agreed end in ten days or less, or over, and no answer yet; or they would stop there, and still take part
    after that day."""
    near = Q(WAITING, end_on__lte=today + END_IN_SIGHT)
    stops = Q(outcome=Outcome.STOPPED, end_on__lt=today, engagement__until_on=F("end_on"))
    rows = _of_others(actor).filter(near | stops, kind=QuestionKind.GOING_ON)
    open_ones = rows.filter(engagement__ended_on__isnull=True)
    return open_ones.exclude(engagement__kind__in=ENDS_ELSEWHERE)


def to_ask_aloud(actor: Actor) -> QuerySet[Question]:
    """Asked of people without an account, or who like paper or the phone: somebody asks them. An end that is near
    stands there by itself."""
    aloud = Q(person__user__isnull=True) | Q(person__prefers_paper=True)
    near = Q(kind=QuestionKind.GOING_ON, end_on__lte=clock.today() + END_IN_SIGHT)
    rows = _of_others(actor).filter(WAITING, aloud)
    return rows.exclude(near & ~Q(engagement__kind__in=ENDS_ELSEWHERE))
