"""What the pages of a match in this room show, for everybody."""

from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from django.db.models import Q

from naast.companionship.models import Match, MatchStep
from naast.companionship.policies import matches as match_policies
from naast.companionship.queries.matches import with_people
from naast.core.text import Text
from naast.division import rules
from naast.division.models import HandOver, PassedOn, PatternMove, RoomWish, StandIn, Terms
from naast.division.policies import matches as policies
from naast.division.queries import handovers, passing, tables
from naast.division.queries.terms import Chosen, chosen
from naast.organisations.actors import Actor
from naast.people.models import Person, VolunteerProfile
from naast.programmes.models import OnCallLine

MOVES_SHOWN = 10
OWN_SHOWN = 50


@dataclass(frozen=True, slots=True)
class Reach:
    """Whom the volunteer reaches, and whether that is possible at this moment."""

    name: str
    phone: str
    # None: no hours are set, so nobody can say.
    answers_now: bool | None
    hours: str
    term: str
    on_call: list[OnCallLine]


@dataclass(frozen=True, slots=True)
class MatchPage:
    """The rules, the table and the people of one match."""

    match: Match
    # As whom the actor reads: coordinator, volunteer, participant or staff.
    reader: str
    # Whose yes the actor can give: volunteer, professional or «».
    side: str
    rules: rules.Rules
    terms: Chosen
    reach: Reach
    table: tables.TablePage | None
    moves: list[PatternMove]
    stand_in: StandIn | None
    away: list[tuple[MatchStep, HandOver | None]]
    passed: list[PassedOn]
    room: RoomWish | None
    lacking: list[Text] = field(default_factory=list)
    to_talk_about: list[Text] = field(default_factory=list)

    @property
    def is_mine_to_agree(self) -> bool:
        """Whether the actor's own yes to this version is still missing."""
        if self.table is None or not self.side:
            return False
        return any(side == self.side and yes is None for side, _label, yes in self.table.sides)

    @property
    def may_change(self) -> bool:
        """Whether the actor writes the table along."""
        return bool(self.side) or self.reader == "coordinator"


def get_match(actor: Actor, match_id: UUID) -> Match | None:
    """A match whose division this actor may read, with its people; None otherwise."""
    rows = with_people(policies.visible_to(actor)).select_related("room_wish")
    return rows.filter(pk=match_id).first()


def match_page(actor: Actor, match: Match, *, language: str, now: datetime) -> MatchPage:
    """Everything for one match; a constant number of queries."""
    reader = match_policies.side_of(actor, match)
    pattern = rules.pattern_of(match)
    division = tables.table_of(match)
    row = Terms.objects.filter(programme_id=match.programme_id).first()
    terms = chosen(row, language=language)
    works_here = reader != "participant"
    room = getattr(match, "room_wish", None)
    is_coordinator = reader == "coordinator"
    return MatchPage(
        match=match,
        reader=reader,
        side=policies.side_of(actor, match),
        rules=rules.rules_of(pattern),
        terms=terms,
        reach=_reach(match, terms, now=now),
        table=tables.table_page(division) if division is not None else None,
        moves=list(match.pattern_moves.select_related("moved_by__user")[:MOVES_SHOWN])
        if works_here
        else [],
        stand_in=handovers.stand_in_of(match) if works_here else None,
        away=handovers.of_match(actor, match) if works_here else [],
        passed=passing.of_match(actor, match) if works_here else [],
        room=room,
        lacking=rules.missing_in(match.programme, pattern) if is_coordinator else [],
        to_talk_about=_to_talk_about(match, pattern, room) if is_coordinator else [],
    )


def _reach(match: Match, terms: Chosen, *, now: datetime) -> Reach:
    programme, professional = match.programme, match.professional
    person_id = professional.person_id if professional is not None else None
    phones = Person.objects.filter(pk__in=[person_id] if person_id else [])
    phone = phones.values_list("phone", flat=True).first()
    return Reach(
        name=professional.user.name if professional is not None else "",
        phone=phone or "",
        answers_now=terms.answers_now(now),
        hours=programme.reachable_hours,
        term=programme.on_call_term,
        on_call=list(OnCallLine.objects.filter(programme_id=match.programme_id)),
    )


def _to_talk_about(match: Match, pattern: str, room: RoomWish | None) -> list[Text]:
    wishes = (
        VolunteerProfile.objects.filter(person_id=match.volunteer_id)
        .values_list("support_wishes", flat=True)
        .first()
    )
    return rules.to_talk_about(
        pattern, support_wishes=len(wishes or []), wants=room.wants if room is not None else ""
    )


def own_matches(actor: Actor) -> list[Match]:
    """The matches of this actor as volunteer, participant, professional or coach, with whether they have a table.
    One query, of at most fifty."""
    rows = policies.visible_to(actor).filter(policies.living())
    if actor.is_coordinator:
        rows = rows.filter(_mine(actor))
    shown = rows.select_related("programme", "volunteer", "participant", "division")
    return list(shown.order_by("-state_since")[:OWN_SHOWN])


def _mine(actor: Actor) -> Q:
    own = Q(professional_id=actor.membership_id) | Q(coach_id=actor.membership_id)
    if actor.person_id is not None:
        own |= Q(volunteer_id=actor.person_id) | Q(participant_id=actor.person_id)
    return own
