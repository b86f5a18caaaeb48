"""What the page of one volunteer holds, for their guide and for themselves."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Q, QuerySet

from naast.core.templatetags.ui_people import Entry
from naast.organisations.actors import Actor
from naast.people.models import Person
from naast.programmes.models import Programme, Task
from naast.support.models import Action, CheckIn, Guidance, Plan, ShortWord, Talk
from naast.support.policies import talks as policies
from naast.support.policies import volunteers as people_policies
from naast.support.queries.channels import Channel, channels
from naast.support.queries.story import story_of

MOST = 20


@dataclass(frozen=True, slots=True)
class PersonPage:
    """One volunteer's plan and timeline."""

    person: Person
    plan: Plan | None
    channels: list[Channel]
    actions: list[Action]
    guidances: list[Guidance]
    check_in: CheckIn | None
    story: list[Entry]


@dataclass(frozen=True, slots=True)
class MyPage:
    """The same for the volunteer, with what waits for their answer."""

    page: PersonPage
    asked: CheckIn | None
    talks: list[Talk]
    words: list[ShortWord]


def plan_of(person: Person) -> Plan | None:
    """Somebody's plan with who stands by; None while there is none."""
    return Plan.objects.filter(person=person).select_related("guide__user", "backup__user").first()


def page_of(actor: Actor, person: Person, *, now: datetime, is_own: bool = False) -> PersonPage:
    """A constant number of queries."""
    plan = plan_of(person)
    return PersonPage(
        person=person,
        plan=plan,
        channels=channels(person, plan, now=now),
        actions=open_actions(person),
        guidances=guidances_of(person),
        check_in=last_check_in(person),
        story=story_of(actor, person, is_own=is_own),
    )


def my_page(actor: Actor, person: Person, *, now: datetime) -> MyPage:
    """The volunteer's own page."""
    words = ShortWord.objects.filter(person=person).select_related("said_by__user")
    return MyPage(
        page=page_of(actor, person, now=now, is_own=True),
        asked=CheckIn.objects.filter(person=person, answered_on__isnull=True).first(),
        talks=list(
            policies.own(actor)
            .filter(cancelled_on__isnull=True)
            .select_related("led_by__user")
            .order_by("-planned_on", "-id")[:MOST]
        ),
        words=list(words.order_by("-said_on", "-id")[:MOST]),
    )


def myself(actor: Actor) -> Person | None:
    """The volunteer the actor is."""
    return (
        Person.objects.filter(
            pk=actor.person_id,
            organisation_id=actor.organisation_id,
            volunteer__isnull=False,
        )
        .select_related("volunteer", "user")
        .first()
        if actor.person_id
        else None
    )


def open_actions(person: Person) -> list[Action]:
    """What was agreed and is not done, the first day first."""
    rows = Action.objects.filter(person=person, done_on__isnull=True)
    return list(rows.order_by("due_on", "id")[:MOST])


def guidances_of(person: Person) -> list[Guidance]:
    """How somebody is guided now, task by task, and what was before."""
    rows = Guidance.objects.filter(person=person).select_related("task__programme", "set_by__user")
    newest = rows.order_by("task__programme__name", "task__name", "-from_on", "-id")
    return list(newest[: 3 * MOST])


def last_check_in(person: Person) -> CheckIn | None:
    """The last one that was answered."""
    rows = CheckIn.objects.filter(person=person, answered_on__isnull=False)
    return rows.order_by("-answered_on", "-id").first()


def previous_will(talk: Talk) -> Talk | None:
    """The last talk before this one in which somebody said what they would do."""
    rows = Talk.objects.filter(person_id=talk.person_id, held_on__isnull=False).exclude(pk=talk.pk)
    earlier = rows.filter(held_on__lte=talk.held_on) if talk.held_on else rows
    found = earlier.order_by("-held_on", "-id")[:MOST]
    return next((each for each in found if each.blocks.get("will")), None)


def actions_in(talk: Talk) -> list[Action]:
    """What was agreed in this talk."""
    return list(talk.actions.order_by("due_on", "id"))


def tasks_of(person: Person) -> QuerySet[Task]:
    """The tasks of somebody's programmes that are theirs or shared: where guidance makes sense."""
    return (
        Task.objects.filter(
            Q(who=Task.Who.VOLUNTEER) | Q(who=Task.Who.TOGETHER),
            programme__engagements__person=person,
            programme__engagements__ended_on__isnull=True,
        )
        .select_related("programme")
        .order_by("programme__name", "position", "id")
        .distinct()
    )


def programmes_of(person: Person) -> list[Programme]:
    """The programmes in which somebody takes part now."""
    rows = Programme.objects.filter(
        engagements__person=person, engagements__ended_on__isnull=True
    ).distinct()
    return list(rows.order_by("name", "id"))


def team_of(actor: Actor, programme_id: UUID | None) -> QuerySet[Person]:
    """Whom the actor may have met on the floor: those of one programme, or of all."""
    people = people_policies.guided_by(actor).filter(volunteer__status="active")
    if programme_id is not None:
        people = people.filter(
            engagements__programme_id=programme_id, engagements__ended_on__isnull=True
        ).distinct()
    return people.order_by("sort_name", "id")
