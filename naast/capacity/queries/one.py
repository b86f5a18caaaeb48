"""One row by its id, as far as this actor may know it exists."""

from uuid import UUID

from naast.capacity.models import SelfCheck, StepBack, StepBackMatch, WorthAsking
from naast.capacity.policies import load as policies
from naast.companionship.models import Match
from naast.companionship.policies.matches import own_as_volunteer
from naast.companionship.states import LIVING_STATES
from naast.organisations.actors import Actor
from naast.people.models import Person


def get_asking(actor: Actor, worth_asking_id: UUID) -> WorthAsking | None:
    """A question to ask somebody, for who looks after them; None for the volunteer, who has an own page."""
    rows = policies.asking_others(actor)
    return rows.select_related("person", "talked_by__user").filter(pk=worth_asking_id).first()


def get_step_back(actor: Actor, step_back_id: UUID) -> StepBack | None:
    """What a volunteer of this house asked, for a coordinator."""
    rows = policies.steps_back_of_others(actor)
    return rows.select_related("person", "talked_by__user").filter(pk=step_back_id).first()


def get_own_step_back(actor: Actor, step_back_id: UUID) -> StepBack | None:
    """What I asked myself."""
    rows = policies.own_steps_back(actor).select_related("talked_by__user")
    return rows.filter(pk=step_back_id).first()


def get_own_check(actor: Actor, self_check_id: UUID) -> SelfCheck | None:
    """What I said myself, as a volunteer."""
    rows = policies.own_checks(actor).filter(answered_on__isnull=False)
    return rows.filter(pk=self_check_id).first()


def get_check(actor: Actor, self_check_id: UUID) -> SelfCheck | None:
    """What a volunteer said, for whom they chose."""
    rows = policies.checks_of_others(actor).select_related("person", "written_by__user")
    return rows.filter(pk=self_check_id).first()


def get_volunteer(actor: Actor, person_id: UUID) -> Person | None:
    """A volunteer of this house, for a coordinator; not themselves."""
    if not actor.is_coordinator or person_id == actor.person_id:
        return None
    rows = Person.objects.filter(organisation_id=actor.organisation_id, volunteer__isnull=False)
    return rows.filter(pk=person_id).first()


def own_matches(actor: Actor) -> list[Match]:
    """My living matches as a volunteer, with whom I stand beside."""
    rows = own_as_volunteer(actor).select_related("participant", "programme")
    return list(rows.order_by("started_on", "id"))


def wishes_in(step_back: StepBack) -> list[StepBackMatch]:
    """What was asked for each match, for who looks after it."""
    rows = step_back.matches.select_related("match__participant", "match__programme")
    return list(rows.order_by("id"))


def living_matches(step_back: StepBack) -> list[Match]:
    """All living matches of who asked: during a break each of them rests or is handed to a stand-in."""
    rows = Match.objects.filter(
        organisation_id=step_back.organisation_id,
        volunteer_id=step_back.person_id,
        state__in=LIVING_STATES,
    )
    return list(rows.select_related("participant", "programme").order_by("started_on", "id"))
