"""The other way round: where one volunteer could mean something (S1-105)."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.utils.timezone import localdate

from naast.companionship.models import Request
from naast.companionship.policies import requests as policies
from naast.companionship.queries.candidates import COLUMNS
from naast.companionship.queries.facts import Facts, facts_about
from naast.companionship.queries.pool import (
    cautions,
    missing_for,
    required_conditions,
    required_items,
    volunteer_of,
    weights_of,
    wish_of,
)
from naast.companionship.states import OPEN_STATES
from naast.core import clock
from naast.matching.places import Place, places
from naast.matching.reasons import Reason
from naast.matching.wording import sentence, word
from naast.organisations.actors import Actor
from naast.people.models import VolunteerProfile
from naast.programmes.evidence import Known, gather
from naast.programmes.models import Engagement, EntryCondition, Programme

# The wishes that wait longest; laying more beside one person helps nobody choose.
LOOKED_AT_MOST = 200


@dataclass(frozen=True, slots=True)
class PlaceShown:
    """One wish where this volunteer could start."""

    request: Request
    word: str
    word_code: str
    reasons: list[str]
    to_talk_about: list[str]
    still_to_ask: list[str]


@dataclass(frozen=True, slots=True)
class NotHere:
    """One wish that does not fit, and every reason."""

    request: Request
    sentences: list[str]


@dataclass(frozen=True, slots=True)
class ProgrammePlaces:
    """What is possible in one programme; `takes_part` when the volunteer is in it already."""

    programme: Programme
    takes_part: bool
    places: list[PlaceShown]
    not_here: list[NotHere]


def get_volunteer(actor: Actor, person_id: UUID) -> VolunteerProfile | None:
    """The volunteer for whom the actor may look at places, or None."""
    return (
        policies.volunteers_for(actor).select_related("person").filter(person_id=person_id).first()
    )


def places_for(actor: Actor, volunteer: VolunteerProfile) -> list[ProgrammePlaces]:
    """Waiting wishes of every running programme, laid beside this volunteer; their own programmes
    first. The number of queries does not depend on how many there are."""
    person = volunteer.person
    engagements = {
        row.programme_id: row
        for row in Engagement.objects.filter(organisation_id=actor.organisation_id, person=person)
        .open()
        .volunteering()
    }
    requests = _waiting(actor, volunteer)
    programmes = {request.programme_id: request.programme for request in requests}
    facts = facts_about(
        actor.organisation_id,
        volunteer_ids=[person.pk],
        participant_ids=[request.participant_id for request in requests],
        request_ids=[request.pk for request in requests],
    )
    conditions = required_conditions(programmes.values())
    known = gather(
        organisation_id=actor.organisation_id,
        person_ids=[person.pk],
        conditions=[each for lines in conditions.values() for each in lines],
        today=clock.today(),
    )
    found = [
        _in_programme(
            [request for request in requests if request.programme_id == programme.pk],
            _Beside(
                _Row(volunteer, engagements.get(programme.pk)),
                facts,
                conditions[programme.pk],
                known,
            ),
            takes_part=programme.pk in engagements,
        )
        for programme in programmes.values()
    ]
    return sorted(found, key=lambda each: (not each.takes_part, each.programme.name))


def _waiting(actor: Actor, volunteer: VolunteerProfile) -> list[Request]:
    """The oldest open searches without a proposal, except the volunteer's own."""
    person = volunteer.person
    waiting = (
        policies.visible_to(actor)
        .filter(
            status=Request.Status.WAITING,
            programme__status=Programme.Status.ACTIVE,
            participant__restricted_on__isnull=True,
        )
        .exclude(participant_id=person.pk)
        .exclude(matches__state__in=OPEN_STATES)
        .select_related("participant__participant", "programme")
        .order_by("asked_on", "id")
    )
    if person.household_id is not None:
        waiting = waiting.exclude(household_id=person.household_id)
    return list(waiting[:LOOKED_AT_MOST])


@dataclass(frozen=True, slots=True)
class _Beside:
    row: Any
    facts: Facts
    conditions: list[EntryCondition]
    known: Known


class _Row:
    """The columns of `candidates` read from a profile and its person."""

    def __init__(self, volunteer: VolunteerProfile, engagement: Engagement | None) -> None:
        person = volunteer.person
        for column in COLUMNS:
            source: Any = person
            name = column
            if column.startswith("person__volunteer__"):
                source, name = volunteer, column.removeprefix("person__volunteer__")
            elif column.startswith("person__"):
                name = column.removeprefix("person__")
            else:
                continue
            setattr(self, column, getattr(source, name))
        self.person_id = person.pk
        self.started_on = engagement.started_on if engagement else localdate(person.created_at)
        self.conditions_met = engagement.conditions_met if engagement else {}
        self.test_passed = getattr(engagement, "test_passed", None)


def _in_programme(requests: list[Request], beside: _Beside, *, takes_part: bool) -> ProgrammePlaces:
    programme = requests[0].programme
    wishes = [wish_of(request, beside.facts) for request in requests]
    by_id = {str(request.pk): request for request in requests}
    weights = {wish.id: weights_of(programme) for wish in wishes}
    needed = (beside.row, programme, beside.conditions, beside.known)
    volunteer = volunteer_of(beside.row, beside.facts, missing_for(*needed), programme)
    ends = cautions(required_items(*needed), beside.known.today)
    answer = places(volunteer, wishes, weights, beside.facts.names)
    return ProgrammePlaces(
        programme=programme,
        takes_part=takes_part,
        places=[_shown(place, by_id[place.wish_id], ends) for place in answer.places],
        not_here=[
            NotHere(by_id[wish_id], [sentence(Reason(code)) for code in codes])
            for wish_id, codes in answer.excluded.items()
        ],
    )


def _shown(place: Place, request: Request, ends: list[str]) -> PlaceShown:
    return PlaceShown(
        request=request,
        word=word(place.word),
        word_code=str(place.word),
        reasons=[sentence(reason) for reason in place.reasons],
        to_talk_about=[*(sentence(point) for point in place.points), *ends],
        still_to_ask=[sentence(question) for question in place.still_to_ask],
    )
