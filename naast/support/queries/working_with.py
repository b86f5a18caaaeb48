"""«My volunteers»: with whom a professional or coach works, when they last talked, what is open (S1-88)."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import OuterRef, Q, QuerySet, Subquery

from naast.companionship.models import CallBack, Match
from naast.companionship.states import LIVING_STATES
from naast.organisations.actors import Actor
from naast.people.models import Person
from naast.support.models import Action, Plan, Talk
from naast.support.policies import talks as talk_policies
from naast.support.policies import volunteers as policies


@dataclass(frozen=True, slots=True)
class Line:
    """One volunteer: with whom, who guides, when last spoken, and what waits. Nothing is counted. What waits, and
    came out of a talk, is there for who guides them."""

    person: Person
    is_guided: bool
    participants: list[str]
    plan: Plan | None
    is_waiting: bool
    actions: list[Action]
    # The newest talk that the actor may read.
    talk: Talk | None


def people(actor: Actor) -> QuerySet[Person]:
    """With whom the actor works, for pages by key (sort_name, id). A coordinator's own ones are those they
    guide: everybody stands under «Support»."""
    found = policies.beside(actor)
    if actor.is_coordinator and actor.membership_id is not None:
        me = actor.membership_id
        plans = Plan.objects.filter(Q(guide_id=me) | Q(backup_id=me))
        coached = Match.objects.filter(coach_id=me, state__in=LIVING_STATES)
        found = found.filter(
            Q(pk__in=plans.values("person")) | Q(pk__in=coached.values("volunteer"))
        )
    return found


def lines(actor: Actor, rows: Sequence[Person]) -> list[Line]:
    """What stands beside each of these people; seven queries, whatever their number."""
    ids = [person.pk for person in rows]
    plans = {
        plan.person_id: plan
        for plan in Plan.objects.filter(person_id__in=ids).select_related("guide__user")
    }
    beside = _participants(actor, ids)
    guided = set(policies.guided_by(actor).filter(pk__in=ids).values_list("pk", flat=True))
    asked = CallBack.objects.filter(person_id__in=guided, handled_on__isnull=True)
    waiting = set(asked.values_list("person_id", flat=True))
    actions, talks = _actions(guided), _talks(actor, ids)
    return [
        Line(
            person=person,
            is_guided=person.pk in guided,
            participants=beside[person.pk],
            plan=plans.get(person.pk),
            is_waiting=person.pk in waiting,
            actions=actions[person.pk],
            talk=talks.get(person.pk),
        )
        for person in rows
    ]


def _participants(actor: Actor, ids: Collection[UUID]) -> dict[UUID, list[str]]:
    """The first names of whom they stand beside, as far as the actor looks after these."""
    found: dict[UUID, list[str]] = defaultdict(list)
    matches = Match.objects.filter(volunteer_id__in=ids, state__in=LIVING_STATES)
    if not actor.is_coordinator:
        me = actor.membership_id
        matches = matches.filter(
            Q(professional_id=me) | Q(coach_id=me) | Q(participant__participant__professional_id=me)
        )
    for match in matches.select_related("participant").order_by("id"):
        found[match.volunteer_id].append(match.participant.first_name)
    return found


def _actions(ids: Collection[UUID]) -> dict[UUID, list[Action]]:
    """What we promised and is not done."""
    found: dict[UUID, list[Action]] = defaultdict(list)
    rows = Action.objects.filter(
        person_id__in=ids,
        who=Action.Who.US,
        done_on__isnull=True,
    )
    for action in rows.order_by("due_on", "id"):
        found[action.person_id].append(action)
    return found


def _talks(actor: Actor, ids: Collection[UUID]) -> dict[UUID, Talk]:
    held = talk_policies.visible_to(actor).filter(person=OuterRef("pk"), held_on__isnull=False)
    newest = held.order_by("-held_on", "-id").values("pk")[:1]
    last = Person.objects.filter(pk__in=ids).values_list(Subquery(newest), flat=True)
    return {talk.person_id: talk for talk in Talk.objects.filter(pk__in=list(last))}


def late(line: Line, *, day: date) -> bool:
    """Whether somebody would have spoken them by now, for who guides them."""
    return line.is_guided and line.plan is not None and line.plan.due_on < day
