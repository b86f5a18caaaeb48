"""Whether the volunteer of a match is ready for its programme (programmes.readiness), as a match sees it."""

from dataclasses import dataclass
from datetime import date

from naast.companionship.models import Match
from naast.companionship.states import ASKING_STATES, LIVING_STATES
from naast.core import clock
from naast.core.templatetags.ui_people import Readiness
from naast.organisations.actors import Actor
from naast.programmes.models import Engagement
from naast.programmes.policies import can_decide
from naast.programmes.queries import standing
from naast.programmes.readiness import Item, can_be_let_wait, in_the_way, is_ready
from naast.programmes.showing import Place, Waits, lines, to_look_at, waiting


def arranged(match: Match) -> frozenset[str]:
    """What this match has of its own, so that the programme need not have it (services.steps checks both). Who
    left the organisation stands beside nobody. Reads coach and fallback of the match."""
    own = {"coach": match.coach, "on_call": match.fallback}
    return frozenset(
        code for code, member in own.items() if member is not None and member.ended_on is None
    )


@dataclass(frozen=True, slots=True)
class VolunteerReady:
    """What the page of a match shows: what is missing, ended or ends soon, with the next step; what was let
    wait; and what a coordinator may still let wait."""

    engagement: Engagement | None
    is_ready: bool
    is_in_the_way: bool
    rows: list[Readiness]
    waits: list[Waits]
    may_wait: list[Item]


def volunteer_ready(actor: Actor, match: Match) -> VolunteerReady | None:
    """The readiness of the volunteer of an open match; None once it is over."""
    if match.state not in (*ASKING_STATES, *LIVING_STATES):
        return None
    found = standing(person_id=match.volunteer_id, programme=match.programme)
    items = without_arranged(found.items, match)
    today = clock.today()
    return VolunteerReady(
        engagement=found.engagement,
        is_ready=is_ready(items),
        is_in_the_way=bool(in_the_way(items)),
        rows=lines(actor, to_look_at(items, today), _place(match, found.engagement, today)),
        waits=waiting(items),
        may_wait=_may_wait(actor, found.engagement, items),
    )


def _may_wait(actor: Actor, engagement: Engagement | None, items: list[Item]) -> list[Item]:
    """Nothing for who takes no part, and nothing of oneself."""
    if engagement is None or not can_decide(actor, engagement):
        return []
    return can_be_let_wait(items)


def without_arranged(items: list[Item], match: Match) -> list[Item]:
    """The items that count for this match."""
    own = arranged(match)
    return [item for item in items if item.code not in own]


def _place(match: Match, engagement: Engagement | None, today: date) -> Place:
    return Place(match.volunteer, match.programme, engagement, today)
