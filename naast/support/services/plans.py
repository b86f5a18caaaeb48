"""Writes about plans: arranging one, and keeping its dates true."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from naast.audit import log
from naast.core import clock
from naast.core.errors import DomainError
from naast.organisations.actors import Actor
from naast.organisations.models import Membership
from naast.people.models import Person, VolunteerProfile
from naast.shifting.complexity import suggested
from naast.support import rhythm
from naast.support.models import Plan
from naast.support.policies import volunteers as policies
from naast.support.queries.standing import Standing, repeats_of, standings

KEPT_TRUE = (
    "sort_name",
    "is_running",
    "spoken_on",
    "met_on",
    "unmet_since",
    "due_on",
    "talk_kind",
    "talk_due_on",
)


@dataclass(frozen=True, slots=True)
class PlanInput:
    """What somebody arranges for one volunteer."""

    guide: Membership | None = None
    backup: Membership | None = None
    guide_training: str = ""
    every_weeks: int | None = None
    way: str = ""
    reason: str = ""
    aim_grow: str = ""
    aim_need: str = ""
    fellows: str = ""
    fellows_on: date | None = None


@transaction.atomic
def arrange(*, actor: Actor, person_id: UUID, given: PlanInput) -> Plan:
    """Arrange who stands beside a volunteer, how often and in which way (S0-48, S1-68). Raises
    Person.DoesNotExist, NotAllowed or DomainError."""
    plan = lock_plan(actor, person_id)
    policies.can_guide(actor, plan.person).require()
    if given.guide is not None and given.guide == given.backup:
        raise DomainError(_("Choose somebody else as backup than the guide."))
    for member in (given.guide, given.backup):
        if member is not None and member.organisation_id != actor.organisation_id:
            raise DomainError(_("Choose a colleague of this organisation."))
        if member is not None and member.person_id == plan.person_id:
            raise DomainError(_("Nobody guides themselves: choose a colleague."))
    names = tuple(PlanInput.__dataclass_fields__)
    for name in names:
        setattr(plan, name, getattr(given, name))
    keep_true([plan], save=False)
    plan.save(update_fields=[*names, *KEPT_TRUE])
    log.record("support.plan-arranged", actor=actor, target=plan.person)
    return plan


def lock_plan(actor: Actor, person_id: UUID) -> Plan:
    """The plan of a volunteer the actor guides, locked until the surrounding transaction ends; made when there
    is none yet. Raises Person.DoesNotExist."""
    person = policies.guided_by(actor).get(pk=person_id)
    return lock_plan_of(person)


def lock_plan_of(person: Person) -> Plan:
    """The same, for whoever was let in already (the volunteer, the night)."""
    # Two may be the first at once: the lock on the person makes them queue.
    Person.objects.select_for_update(of=("self",), no_key=True).get(pk=person.pk)
    plan = Plan.objects.filter(person=person).first()
    if plan is None:
        plan = new_plan(person)
        keep_true([plan], save=False)
        plan.save()
    plan.person = person
    return plan


def new_plan(person: Person) -> Plan:
    """A plan that is not kept yet; `keep_true` fills in its dates."""
    return Plan(organisation_id=person.organisation_id, person=person, unmet_since=clock.today())


def touch(person: Person) -> Plan:
    """Something of this room was written about somebody: their dates are kept true. Part of a transaction."""
    plan = lock_plan_of(person)
    keep_true([plan])
    return plan


def keep_true(plans: Sequence[Plan], *, save: bool = True) -> None:
    """Fill in the dates of these plans anew, from all rooms that know. A constant number of queries."""
    ids = [plan.person_id for plan in plans]
    known = standings(ids)
    profiles = {
        profile.person_id: profile
        for profile in VolunteerProfile.objects.filter(person_id__in=ids).select_related("person")
    }
    programmes = {each.pk: each for one in known.values() for each in one.programmes}
    repeats = repeats_of(programmes.values())
    for plan in plans:
        profile = profiles[plan.person_id]
        standing = known.get(plan.person_id, Standing())
        _fill(plan, profile, standing)
        talks = [repeat for each in standing.programmes for repeat in repeats[each.pk]]
        _fill_talk(plan, talks, standing, since=since_of(plan, profile))
    if save:
        Plan.objects.bulk_update(plans, KEPT_TRUE)


def since_of(plan: Plan, profile: VolunteerProfile) -> date:
    """Since when somebody is here, as far as we know."""
    return profile.since_on or plan.planned_from


def _fill(plan: Plan, profile: VolunteerProfile, standing: Standing) -> None:
    weeks = plan.every_weeks or suggestion_for(profile, standing).every_weeks
    since = since_of(plan, profile)
    plan.sort_name = profile.sort_name
    plan.is_running = profile.status == VolunteerProfile.Status.ACTIVE
    plan.spoken_on, plan.met_on = standing.spoken_on, standing.met_on
    plan.unmet_since = standing.met_on or since
    plan.due_on = rhythm.due_after(
        standing.spoken_on, since=since, planned_from=plan.planned_from, weeks=weeks
    )


def suggestion_for(profile: VolunteerProfile, standing: Standing) -> rhythm.Suggestion:
    """The rhythm and way that fit somebody's programmes, their tasks and what they said."""
    task = suggested(standing.complexity)
    return rhythm.suggest(
        [each.volunteer_contact_weeks for each in standing.programmes],
        profile.support_wishes,
        prefers_paper=profile.person.prefers_paper,
        task_weeks=task.weeks if task is not None else None,
    )


def _fill_talk(
    plan: Plan, talks: Sequence[rhythm.Repeat], standing: Standing, *, since: date
) -> None:
    known = rhythm.Known(since, plan.planned_from, standing.held)
    found = rhythm.next_talk(talks, known, day=clock.today())
    plan.talk_kind, plan.talk_due_on = found if found is not None else ("", None)
