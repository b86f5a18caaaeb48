"""Who knows that somebody takes over, and reads what they should know."""

from datetime import date

from django.db.models import QuerySet

from naast.companionship.models import MatchStep
from naast.companionship.states import LIVING_STATES, Noted
from naast.division.models import HandOver
from naast.division.policies import matches
from naast.organisations.actors import Actor
from naast.organisations.models import Function


def steps_visible_to(actor: Actor) -> QuerySet[MatchStep]:
    """The times that a volunteer said «I can't come», in the matches this actor works on."""
    rows = MatchStep.objects.filter(
        organisation_id=actor.organisation_id, name=Noted.CANNOT_COME.value
    )
    if actor.is_coordinator:
        return rows
    own = matches.visible_to(actor)
    mine = own.none()
    if actor.person_id is not None and actor.has(Function.VOLUNTEER):
        mine = own.filter(volunteer_id=actor.person_id)
    if actor.membership_id is not None:
        mine = mine | own.filter(professional_id=actor.membership_id)
    return rows.filter(match__in=mine.values("pk"))


def read_by_stand_in(actor: Actor, *, day: date) -> QuerySet[HandOver]:
    """The notes for this volunteer as a stand-in: until the day is past, for as long as they still volunteer and
    the match lives."""
    rows = HandOver.objects.filter(organisation_id=actor.organisation_id)
    if actor.person_id is None or not actor.has(Function.VOLUNTEER):
        return rows.none()
    return rows.filter(
        stand_in_id=actor.person_id, until_on__gte=day, match__state__in=LIVING_STATES
    )
