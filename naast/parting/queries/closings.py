"""Reads of the end of a match and the calls after it. Every function starts from what the actor may see."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from naast.companionship.models import Match, MatchState
from naast.companionship.states import EndReason
from naast.core.text import Text
from naast.organisations.actors import Actor
from naast.parting.models import Care, Closing, ClosingTalk, Pulse
from naast.parting.policies import closings as policies
from naast.parting.policies import pulses as pulse_policies
from naast.parting.states import (
    DONE_TALKING,
    Check,
    ParticipantNext,
    Side,
    TalkOutcome,
    VolunteerNext,
)

# A talk after an end is asked for this long; later it is no longer about the goodbye.
ASKED_FOR = timedelta(days=60)
PEOPLE = ("volunteer", "participant", "programme")


@dataclass(frozen=True, slots=True)
class SideOf:
    """One side of the page: whose, their first name, and their talk (None: nothing planned)."""

    side: str
    name: str
    talk: ClosingTalk | None

    @property
    def is_done(self) -> bool:
        """Whether nothing more is asked of this side."""
        return self.talk is not None and self.talk.outcome in DONE_TALKING

    @property
    def next_label(self) -> Text:
        """What they would like next, in words."""
        table = ParticipantNext if self.side == Side.PARTICIPANT else VolunteerNext
        return table(self.talk.next).label if self.talk and self.talk.next else ""


@dataclass(frozen=True, slots=True)
class ClosingPage:
    """Everything on the page of one end."""

    match: Match
    closing: Closing | None
    sides: list[SideOf]
    checks: list[tuple[Text, str]]
    care: list[Care]
    pulses: list[Pulse]
    may_end: bool
    asks_who_died: bool


def get_match(actor: Actor, match_id: UUID) -> Match | None:
    """A match that winds down or has ended, or None."""
    return policies.matches_visible_to(actor).select_related(*PEOPLE).filter(pk=match_id).first()


def closing_page(actor: Actor, match: Match) -> ClosingPage:
    """Read the page; a constant number of queries."""
    closing = (
        policies.visible_to(actor).filter(match=match).prefetch_related("talks__request").first()
    )
    talks = {talk.side: talk for talk in closing.talks.all()} if closing else {}
    names = {
        Side.PARTICIPANT: match.participant.first_name,
        Side.VOLUNTEER: match.volunteer.first_name,
    }
    sides = [SideOf(side, name, talks.get(side)) for side, name in names.items()]
    has_talked = any(talk.outcome == TalkOutcome.TALKED for talk in talks.values())
    answers = closing.checks if closing else {}
    return ClosingPage(
        match=match,
        closing=closing,
        sides=sides,
        checks=[(check.label, answers.get(check.value, "")) for check in Check],
        care=list(policies.care_visible_to(actor).filter(match=match).select_related("match")),
        pulses=list(pulse_policies.visible_to(actor).filter(match=match)),
        may_end=match.state == MatchState.WINDING_DOWN
        and has_talked
        and all(side.is_done for side in sides),
        asks_who_died=match.end_reason == EndReason.DIED and not (closing and closing.died),
    )


def _talks(**of: object) -> QuerySet[ClosingTalk]:
    return ClosingTalk.objects.filter(closing__match=OuterRef("pk"), **of)


def without_plan(actor: Actor) -> QuerySet[Match]:
    """Winding down, and no talk is planned or held with one of the two."""
    rows = policies.matches_visible_to(actor).filter(state=MatchState.WINDING_DOWN)
    both = Exists(_talks(side=Side.PARTICIPANT)) & Exists(_talks(side=Side.VOLUNTEER))
    return rows.exclude(both).select_related(*PEOPLE)


def _recently_ended(actor: Actor, now: datetime) -> QuerySet[Match]:
    rows = policies.matches_visible_to(actor).filter(
        state=MatchState.ENDED, state_since__gte=now - ASKED_FOR
    )
    return rows.select_related(*PEOPLE)


def without_talk(actor: Actor, *, now: datetime) -> QuerySet[Match]:
    """Ended lately, and not talked with one of the two. Who ended on the match's own page with the day of a talk
    was heard there; after a death somebody says first who died."""
    heard = {"outcome__in": DONE_TALKING}
    both = Exists(_talks(side=Side.PARTICIPANT, **heard)) & Exists(
        _talks(side=Side.VOLUNTEER, **heard)
    )
    heard_there = Q(closing_talk_on__isnull=False, closing__isnull=True)
    who = Q(end_reason=EndReason.DIED) & (Q(closing__isnull=True) | Q(closing__died=""))
    return _recently_ended(actor, now).exclude(both).exclude(heard_there).exclude(who)


def without_name_of_who_died(actor: Actor, *, now: datetime) -> QuerySet[Match]:
    """Ended because somebody died, and nobody said who: so nobody is called yet."""
    unknown = Q(closing__isnull=True) | Q(closing__died="")
    return _recently_ended(actor, now).filter(unknown, end_reason=EndReason.DIED)


def talks_to_hold(actor: Actor, *, day: date) -> QuerySet[ClosingTalk]:
    """Planned talks whose day has come."""
    rows = ClosingTalk.objects.filter(
        organisation_id=actor.organisation_id,
        outcome=TalkOutcome.PLANNED,
        talk_on__lte=day,
        closing__match__in=policies.matches_visible_to(actor),
    )
    return rows.select_related(*(f"closing__match__{name}" for name in PEOPLE))


def care_due(actor: Actor, *, day: date) -> QuerySet[Care]:
    """Calls whose day has come."""
    rows = policies.care_visible_to(actor).filter(done_on__isnull=True, due_on__lte=day)
    return rows.select_related(*(f"match__{name}" for name in PEOPLE))


def get_care(actor: Actor, care_id: UUID) -> Care | None:
    """One call, or None."""
    rows = policies.care_visible_to(actor)
    return rows.select_related(*(f"match__{name}" for name in PEOPLE)).filter(pk=care_id).first()


def listed(actor: Actor) -> QuerySet[Match]:
    """Matches that wind down, those that do so longest first (order it by page), with how many talks are done."""
    done = Count("closing__talks", filter=Q(closing__talks__outcome__in=DONE_TALKING))
    rows = policies.matches_visible_to(actor).filter(state=MatchState.WINDING_DOWN)
    return rows.select_related(*PEOPLE).annotate(talks_done=done)
