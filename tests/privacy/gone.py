"""Somebody of the cast is erased, once everything that is in the way has ended."""

from typing import Any
from uuid import UUID

from naast.circles.models import Circle, InnerMember
from naast.circles.states import CircleState
from naast.companionship.models import Match, MatchState, Request
from naast.core import clock
from naast.people.models import Person
from naast.privacy.models import Erasure, Published, RightsRequest
from naast.privacy.queries.somebody import somebody
from naast.privacy.queries.telling import ALWAYS_SAID, left_out, told_to
from naast.privacy.services.erasing import erase
from naast.privacy.states import OPEN_STATES, RequestState
from naast.programmes.models import Engagement
from tests.conftest import Cast


def gone(cast: Cast, name: str) -> Erasure:
    """Bea, Piet or Nele is erased by Amal."""
    return person_gone(cast, cast.person_id(name))


def person_gone(cast: Cast, person_id: UUID) -> Erasure:
    """This person of the cast's house is erased by Amal."""
    today, now = clock.today(), clock.now()
    for side in ("volunteer_id", "participant_id"):
        Match.objects.filter(**{side: person_id}).update(
            state=MatchState.ENDED, state_since=now, ended_on=today
        )
    Request.objects.filter(participant_id=person_id).update(status=Request.Status.CLOSED)
    Engagement.objects.filter(person_id=person_id).update(ended_on=today)
    Published.objects.filter(photo_yes__person_id=person_id).update(taken_down_on=today)
    RightsRequest.objects.filter(person_id=person_id, state__in=OPEN_STATES).update(
        state=RequestState.TAKEN_BACK
    )
    InnerMember.objects.filter(person_id=person_id).update(ended_on=today)
    Circle.objects.filter(core_id=person_id).update(state=CircleState.FINISHED, ended_on=today)
    return erase(actor=cast.actor("amal"), person_id=person_id)


def again(row: Any) -> Any:
    """The row as it stands now."""
    return type(row)._base_manager.get(pk=row.pk)


def is_there(*rows: Any) -> list[bool]:
    """Which of these rows are still there. Rows of any model."""
    return [type(row)._base_manager.filter(pk=row.pk).exists() for row in rows]


def copy_of(cast: Cast, name: str) -> dict[str, list[dict[str, Any]]]:
    """What somebody of the cast reads in their own copy: model → the filled fields of each row."""
    who = somebody(Person.objects.get(pk=cast.person_id(name)))
    return {
        part.place.model: [
            {each.name: getattr(told.row, each.name) for each in told.fields}
            for told in part.rows()
        ]
        for part in told_to(who, is_own=True)
    }


def words_of(cast: Cast, name: str) -> str:
    """Everything that somebody of the cast reads in their own copy, as one text."""
    return str(copy_of(cast, name))


def kept_from(cast: Cast, name: str) -> set[str]:
    """What is not in somebody's own copy, by its title; without the sentence that everybody reads."""
    who = somebody(Person.objects.get(pk=cast.person_id(name)))
    return {str(line[0]) for line in left_out(who, is_own=True) if line != ALWAYS_SAID}
