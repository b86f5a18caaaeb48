"""Writes about the self-check: the person answers, or a coordinator writes down what was said."""

from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from naast.audit import log
from naast.capacity import questions
from naast.capacity.errors import NothingLeft
from naast.capacity.inputs import Answer
from naast.capacity.models import SelfCheck
from naast.capacity.policies import load as policies
from naast.capacity.services.asking import look_at
from naast.capacity.states import Reader
from naast.companionship.models import CallBack
from naast.companionship.services.callbacks import ask_call_back
from naast.core import clock
from naast.core.errors import NotAllowed
from naast.organisations.actors import Actor
from naast.people.api import lock_person
from naast.people.models import Person

CODES = frozenset(line.code for line in questions.LINES)
Hat = SelfCheck.Hat


@transaction.atomic
def answer_check(*, actor: Actor, answer: Answer, hat: str = Hat.VOLUNTEER) -> SelfCheck:
    """Answer one's own self-check: the one that is open, or a new one when somebody feels like it. A wish to
    be called becomes a promise of two working days.

    Raises NotAllowed, or NothingLeft when nothing was said at all.
    """
    person = lock_person(actor, policies.own_person(actor))
    reader = Reader.NOBODY if hat == Hat.COORDINATOR else answer.reader
    check = _answered(actor, person, hat, answer)
    check.way, check.reader = SelfCheck.Way.ON_SCREEN, reader
    check.save()
    log.record("load.checked", actor=actor, target=person)
    if hat == Hat.VOLUNTEER:
        look_at(actor=actor, person_ids=[person.pk], today=clock.today())
    if answer.wants_call and not _waits_for_a_call(person):
        ask_call_back(actor=actor, kind=CallBack.Kind.TALK, text="")
    return check


@transaction.atomic
def write_down(*, actor: Actor, person_id: UUID, answer: Answer, way: str) -> SelfCheck:
    """A coordinator writes down what a volunteer said by phone or on paper, and who may read it.

    Raises Person.DoesNotExist, NotAllowed or NothingLeft.
    """
    policies.can_look_after(actor, person_id).require()
    person = lock_person(actor, person_id)
    if not hasattr(person, "volunteer"):
        raise NotAllowed(_("This person is no volunteer here."))
    check = _answered(actor, person, Hat.VOLUNTEER, answer)
    check.way, check.reader = way, answer.reader
    check.written_by_id = actor.membership_id
    check.save()
    log.record("load.check-written-down", actor=actor, target=person, changes={"way": way})
    look_at(actor=actor, person_ids=[person.pk], today=clock.today())
    return check


def _answered(actor: Actor, person: Person, hat: str, answer: Answer) -> SelfCheck:
    """The open check or a new one, with what was said; not saved yet."""
    said = {code: value for code, value in answer.answers.items() if code in CODES}
    if not (said or answer.amount or answer.how_are_you.strip()):
        raise NothingLeft(_("Say at least one thing, in words or with a tap."))
    today = clock.today()
    check = (
        _open_check(person, hat)
        or _said_today(actor, person, hat)
        or SelfCheck(organisation_id=actor.organisation_id, person=person, hat=hat, asked_on=today)
    )
    check.answered_on = today
    check.how_are_you, check.answers, check.amount = answer.how_are_you, said, answer.amount
    return check


def _waits_for_a_call(person: Person) -> bool:
    """Whether a call was promised already: two taps are one promise."""
    rows = CallBack.objects.filter(organisation_id=person.organisation_id, person=person)
    return rows.filter(kind=CallBack.Kind.TALK, handled_on__isnull=True).exists()


def _said_today(actor: Actor, person: Person, hat: str) -> SelfCheck | None:
    """What the same hand wrote today: said again it is the same answer, and two taps are one."""
    rows = SelfCheck.objects.filter(person=person, hat=hat, answered_on=clock.today())
    is_own = person.pk == actor.person_id
    return rows.filter(written_by_id=None if is_own else actor.membership_id).last()


def _open_check(person: Person, hat: str) -> SelfCheck | None:
    rows = SelfCheck.objects.filter(
        organisation_id=person.organisation_id,
        person=person,
        hat=hat,
        answered_on__isnull=True,
        let_go_on__isnull=True,
    )
    return rows.select_for_update(no_key=True).first()
