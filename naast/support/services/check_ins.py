"""Writes about check-ins: «how is it going?», answered by the volunteer or written down by who spoke them."""

from datetime import date, timedelta
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from naast.audit import log
from naast.belonging.services.wishes import heard
from naast.companionship.models import CallBack
from naast.companionship.services.callbacks import ask_call_back
from naast.core import clock
from naast.core.errors import DomainError, NotAllowed
from naast.messaging.services import tell_members
from naast.organisations.actors import Actor
from naast.people.models import Person
from naast.support.inputs import Answer
from naast.support.models import CheckIn
from naast.support.policies import volunteers as policies
from naast.support.services import telling
from naast.support.services.plans import keep_true, lock_plan_of
from naast.support.states import Feeling, has_fallen

How = CheckIn.How
# Further back is a mistake in the year.
LONGEST_BACK = timedelta(days=366)


@transaction.atomic
def answer(*, actor: Actor, given: Answer, wants_talk: bool = False) -> CheckIn:
    """The volunteer answers on their own page (S1-262). Who would like to talk gets a promised call; less joy
    than last time gives their guide a friendly prompt (S4-8). Raises NotAllowed or DomainError."""
    plan = policies.own_plan(actor).select_related("person").first()
    person = plan.person if plan else _myself(actor)
    row = _filled(person, given, how=How.OWN, day=clock.today())
    plan = lock_plan_of(person)
    keep_true([plan])
    log.record("support.check-in-answered", actor=actor, target=person)
    if wants_talk:
        _ask_a_call(actor, person)
    elif row.asks_a_call:
        url = actor.url("support:of_person", person_id=person.pk)
        members = telling.guides(actor, plan)
        tell_members(actor, members, telling.ASKS_A_CALL, kind="support.call", url=url)
    return row


def _ask_a_call(actor: Actor, person: Person) -> None:
    """Who waits for a call already, asked in this way, is not promised another."""
    waits = CallBack.objects.filter(person=person, kind=CallBack.Kind.TALK, handled_on__isnull=True)
    if not any(asked.text == "" for asked in waits):
        ask_call_back(actor=actor, kind=CallBack.Kind.TALK, text="")


def _myself(actor: Actor) -> Person:
    mine = Person.objects.filter(organisation_id=actor.organisation_id, volunteer__isnull=False)
    me = mine.filter(pk=actor.person_id).first() if actor.person_id else None
    if me is None:
        raise NotAllowed(_("This page is for volunteers."))
    return me


@transaction.atomic
def write_down(
    *, actor: Actor, person_id: UUID, given: Answer, how: str, answered_on: date
) -> CheckIn:
    """Who called, met or got the paper writes it down. Raises Person.DoesNotExist, NotAllowed or DomainError."""
    person = policies.guided_by(actor).get(pk=person_id)
    policies.can_guide_by_name(actor, person).require()
    if not clock.today() - LONGEST_BACK <= answered_on <= clock.today():
        raise DomainError(_("Choose today or a day in the past year."))
    row = _filled(person, given, how=how, day=answered_on, written_by=actor.membership_id)
    keep_true([lock_plan_of(person)])
    log.record("support.check-in-written", actor=actor, target=person)
    return row


def _filled(
    person: Person, given: Answer, *, how: str, day: date, written_by: UUID | None = None
) -> CheckIn:
    """The check-in that waits, or a new one, with these answers."""
    if not any((given.words.strip(), given.feels, given.goes, given.enjoys)):
        raise DomainError(_("A few words or one answer is enough."))
    # Twice at once: the lock on the person makes them queue.
    Person.objects.select_for_update(of=("self",), no_key=True).get(pk=person.pk)
    before = (
        CheckIn.objects.filter(person=person, answered_on__isnull=False)
        .order_by("-answered_on", "-id")
        .first()
    )
    row = CheckIn.objects.filter(person=person, answered_on__isnull=True).first()
    if row is None and before is not None and _is_same(before, given, how=how, day=day):
        return before  # a second tap
    if row is None:
        row = CheckIn(
            organisation_id=person.organisation_id, person=person, asked_on=day, due_on=day
        )
    row.answered_on, row.how, row.written_by_id = day, how, written_by
    row.words, row.feels = given.words.strip(), given.feels
    row.goes, row.enjoys = given.goes, given.enjoys
    is_spoken = how in (How.PHONE, How.MEET)
    CheckIn.objects.filter(person=person, asks_a_call=True).update(asks_a_call=False)
    # Who spoke them knows already; a phone screen or a paper can't ask on.
    row.asks_a_call = not is_spoken and asks_a_call(before.enjoys if before else "", given.enjoys)
    row.save()
    if is_spoken:
        heard([person.pk], day=day)
    return row


def _is_same(row: CheckIn, given: Answer, *, how: str, day: date) -> bool:
    was = (row.answered_on, row.how, row.words, row.feels, row.goes, row.enjoys)
    return was == (day, how, given.words.strip(), given.feels, given.goes, given.enjoys)


def asks_a_call(before: str, now: str) -> bool:
    """Less joy than the time before, or none: a reason to call, and nothing more (S4-8)."""
    return now == Feeling.NO or has_fallen(before, now)
