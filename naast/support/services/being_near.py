"""Writes about being near: a short word, a visit to the floor, how somebody is guided, telling the coordinator."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from naast.audit import log
from naast.belonging.services.wishes import heard
from naast.core import clock
from naast.core.errors import DomainError, NotAllowed, StateConflict
from naast.messaging.services import tell_members
from naast.organisations.actors import Actor
from naast.organisations.models import Function
from naast.organisations.queries import colleagues
from naast.organisations.taps import same_words
from naast.people.models import Person
from naast.programmes.models import Engagement, Programme, Task
from naast.support.models import FloorVisit, Guidance, Meeting, Plan, ShortWord, Told
from naast.support.policies import talks as policies
from naast.support.policies import volunteers as people_policies
from naast.support.services import telling
from naast.support.services.plans import keep_true, lock_plan_of, new_plan, touch
from naast.support.states import Theme

MOST_AT_ONCE = 100
# Further back is a mistake in the year.
LONGEST_BACK = timedelta(days=366)


@transaction.atomic
def say_shortly(*, actor: Actor, person_id: UUID, theme: str, words: str = "") -> ShortWord:
    """A short word right after an activity; the volunteer reads it (S1-190). Twice the same is once. Raises
    Person.DoesNotExist or NotAllowed."""
    person = people_policies.beside(actor).select_related("user").get(pk=person_id)
    people_policies.can_say(actor, person).require()
    lock_plan_of(person)  # a second tap waits here
    today = {"person": person, "said_on": clock.today(), "theme": Theme(theme)}
    mine = ShortWord.objects.filter(**today, said_by_id=_name_of(actor))
    before = same_words(mine, words=words)
    if before is not None:
        return before
    said = ShortWord.objects.create(
        **today,
        organisation_id=actor.organisation_id,
        words=words.strip(),
        said_by_id=_name_of(actor),
    )
    touch(person)
    heard([person.pk], day=clock.today())
    log.record("support.short-word", actor=actor, target=person, changes={"theme": theme})
    url = actor.url("support:mine")
    telling.tell_volunteer(actor, person, telling.SHORT, kind="support.short-word", url=url)
    return said


def _name_of(actor: Actor) -> UUID:
    if actor.membership_id is None:
        raise NotAllowed  # the policies said so already; this narrows the type
    return actor.membership_id


@transaction.atomic
def note_visit(
    *, actor: Actor, visited_on: date, programme: Programme | None, person_ids: Collection[UUID]
) -> FloorVisit:
    """I was on the floor, and met these people (S1-192). Whoever the actor does not guide stays out. Raises
    NotAllowed or DomainError."""
    if actor.membership_id is None:
        raise NotAllowed(_("This needs somebody who was there."))
    if not clock.today() - LONGEST_BACK <= visited_on <= clock.today():
        raise DomainError(_("Choose today or a day in the past year."))
    if len(person_ids) > MOST_AT_ONCE:
        raise DomainError(_("Write down at most a hundred people at once."))
    people = list(people_policies.guided_by(actor).filter(pk__in=person_ids).order_by("pk"))
    if not people:
        raise DomainError(_("Choose whom you met."))
    return _visit(actor, visited_on, programme, people)


def _visit(
    actor: Actor, day: date, programme: Programme | None, people: Collection[Person]
) -> FloorVisit:
    """One visit a day and programme for each colleague; who was met already is met once."""
    # In one order everywhere, so that two visits at once queue and don't wait for each other.
    list(
        Person.objects.select_for_update(of=("self",), no_key=True)
        .filter(pk__in=[person.pk for person in people])
        .order_by("pk")
    )
    values = {
        "organisation_id": actor.organisation_id,
        "visited_on": day,
        "programme": programme,
        "visited_by_id": _name_of(actor),
    }
    visit = FloorVisit.objects.filter(**values).order_by("id").first()
    if visit is None:
        visit = FloorVisit.objects.create(**values)
    there = set(visit.meetings.values_list("person_id", flat=True))
    new = [person for person in people if person.pk not in there]
    if new:
        _met(visit, new)
        log.record("support.floor-visit", actor=actor, target=visit, changes={"met": len(new)})
    return visit


@transaction.atomic
def met_today(*, actor: Actor, person_id: UUID) -> FloorVisit:
    """One tap: I met this volunteer today. The second tap changes nothing. Raises Person.DoesNotExist or
    NotAllowed."""
    person = people_policies.guided_by(actor).get(pk=person_id)
    people_policies.can_guide_by_name(actor, person).require()
    return _visit(actor, clock.today(), None, [person])


def _met(visit: FloorVisit, people: Collection[Person]) -> None:
    Meeting.objects.bulk_create(
        Meeting(
            organisation_id=visit.organisation_id,
            visit=visit,
            person=person,
            met_on=visit.visited_on,
        )
        for person in people
    )
    heard([person.pk for person in people], day=visit.visited_on)
    plans = {plan.person_id: plan for plan in Plan.objects.filter(person__in=people)}
    new = [new_plan(person) for person in people if person.pk not in plans]
    keep_true(new, save=False)
    Plan.objects.bulk_create(new)
    keep_true(list(plans.values()))


@dataclass(frozen=True, slots=True)
class GuidanceInput:
    """The two answers, and how we guide."""

    task: Task
    can: str
    dares: str
    style: str


@transaction.atomic
def set_guidance(*, actor: Actor, person_id: UUID, given: GuidanceInput) -> Guidance:
    """How we guide somebody in one task from today; what was before stays as history (S1-195). Raises
    Person.DoesNotExist, NotAllowed or DomainError."""
    person = people_policies.guided_by(actor).select_related("user").get(pk=person_id)
    people_policies.can_set_guidance(actor, person).require()
    # Two guides at once: the lock on the person makes them queue.
    Person.objects.select_for_update(of=("self",), no_key=True).get(pk=person.pk)
    engaged = Engagement.objects.filter(
        person=person, programme_id=given.task.programme_id, ended_on__isnull=True
    )
    if not engaged.exists():
        raise DomainError(_("This task belongs to a programme in which they take no part."))
    today = clock.today()
    open_ones = Guidance.objects.filter(person=person, task=given.task, until_on__isnull=True)
    same = open_ones.filter(can=given.can, dares=given.dares, style=given.style, wish="").first()
    if same is not None:
        return same
    open_ones.update(until_on=today)
    guidance = Guidance.objects.create(
        organisation_id=actor.organisation_id,
        person=person,
        task=given.task,
        can=given.can,
        dares=given.dares,
        style=given.style,
        from_on=today,
        set_by_id=_name_of(actor),
    )
    touch(person)
    log.record(
        "support.guidance-set", actor=actor, target=person, changes={"task": str(given.task.pk)}
    )
    url = actor.url("support:mine")
    telling.tell_volunteer(actor, person, telling.GUIDANCE, kind="support.guidance", url=url)
    return guidance


@transaction.atomic
def wish_room(*, actor: Actor, guidance_id: UUID, wish: str) -> Guidance:
    """The volunteer says «more room», «more guidance» or «good like this». Raises Guidance.DoesNotExist or
    StateConflict."""
    rows = policies.own_guidances(actor).select_for_update(of=("self",))
    guidance = rows.get(pk=guidance_id)
    if guidance.until_on is not None:
        raise StateConflict(_("This was changed in the meantime. Look again."))
    guidance.wish, guidance.wished_on = wish, clock.today()
    guidance.save(update_fields=["wish", "wished_on"])
    log.record("support.guidance-wished", actor=actor, target=guidance, changes={"wish": wish})
    return guidance


@transaction.atomic
def tell_coordinator(*, actor: Actor, person_id: UUID, words: str) -> Told:
    """A colleague tells the coordinator about a volunteer (S1-88). Raises Person.DoesNotExist, NotAllowed or
    DomainError."""
    person = people_policies.beside(actor).get(pk=person_id)
    people_policies.can_say(actor, person).require()
    if not words.strip():
        raise DomainError(_("A few words are enough."))
    # A second tap waits here, and finds the first.
    Person.objects.select_for_update(of=("self",), no_key=True).get(pk=person.pk)
    mine = Told.objects.filter(person=person, told_by_id=_name_of(actor), handled_on__isnull=True)
    before = same_words(mine, words=words)
    if before is not None:
        return before
    told = Told.objects.create(
        organisation_id=actor.organisation_id,
        person=person,
        told_by_id=_name_of(actor),
        words=words.strip(),
    )
    log.record("support.told", actor=actor, target=person)
    # A coordinator who is this volunteer hears nothing of it: a colleague takes it up.
    others = colleagues(actor, Function.COORDINATOR).exclude(person_id=person.pk)
    members = list(others[: telling.MOST])
    url = actor.url("support:told")
    tell_members(actor, members, telling.TOLD, kind="support.told", url=url)
    return told


@transaction.atomic
def close_told(*, actor: Actor, told_id: UUID) -> Told:
    """A coordinator took it up; the words are erased. Raises Told.DoesNotExist or StateConflict."""
    told = policies.told_visible_to(actor).select_for_update(of=("self",)).get(pk=told_id)
    if told.handled_on is not None:
        raise StateConflict(_("A colleague took this up already."))
    told.words = ""
    told.handled_on, told.handled_by_id = clock.today(), actor.membership_id
    told.save(update_fields=["words", "handled_on", "handled_by"])
    log.record("support.told-closed", actor=actor, target=told.person)
    return told
