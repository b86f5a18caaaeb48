"""Reads about stand-ins and hand-overs. Every function starts from what the actor may see."""

from datetime import date, datetime, timedelta
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils.timezone import localdate

from naast.companionship.models import Match, MatchStep
from naast.companionship.states import LIVING_STATES
from naast.division.models import HandOver, StandIn
from naast.division.policies import handovers as policies
from naast.division.policies import matches
from naast.organisations.actors import Actor
from naast.people.models import Person
from naast.programmes.models import Engagement, Pattern

# So long after «I can't come» somebody is asked who takes over.
ASKED_FOR = timedelta(days=14)
# Whoever stands in reads the note until that day, at most; longer away is a talk.
LONGEST_AWAY = timedelta(days=183)
# In the pattern «peer» the professional gets a day before the desk says something.
PROFESSIONAL_FIRST = timedelta(days=1)
WITH_MATCH = (
    "match__programme",
    "match__volunteer__user",
    "match__participant",
    "match__professional__user",
    "hand_over__stand_in",
    "hand_over__taken_by__user",
)
LATEST = 5


def get_step(actor: Actor, step_id: UUID) -> MatchStep | None:
    """One «I can't come», or None when this actor may not know of it."""
    rows = policies.steps_visible_to(actor).select_related(*WITH_MATCH)
    return rows.filter(pk=step_id).first()


def may_stand_in(match: Match) -> QuerySet[Person]:
    """Volunteers who take part in the programme of a match, except its own, by name."""
    takes_part = Engagement.objects.filter(
        person=OuterRef("pk"), programme_id=match.programme_id, ended_on__isnull=True
    )
    rows = Person.objects.filter(
        Exists(takes_part), organisation_id=match.organisation_id, volunteer__isnull=False
    )
    return rows.exclude(pk__in=[match.volunteer_id, match.participant_id]).order_by(
        "volunteer__sort_name", "pk"
    )


def standing_in() -> QuerySet[StandIn]:
    """Who was named beforehand and still takes part in the programme of the match."""
    takes_part = Engagement.objects.filter(
        person=OuterRef("person"), programme=OuterRef("match__programme"), ended_on__isnull=True
    )
    return StandIn.objects.filter(Exists(takes_part))


def stand_in_of(match: Match) -> StandIn | None:
    """Who was named beforehand."""
    return standing_in().filter(match=match).select_related("person__user").first()


def of_match(actor: Actor, match: Match) -> list[tuple[MatchStep, HandOver | None]]:
    """The last times that the volunteer of this match could not come, newest first, and who took over."""
    rows = policies.steps_visible_to(actor).filter(match=match).select_related(*WITH_MATCH)
    return [(step, getattr(step, "hand_over", None)) for step in rows.order_by("-id")[:LATEST]]


def _asked(now: datetime, *patterns: str) -> Q:
    """Told lately, or away until a day that is still to come, half a year ahead at most."""
    away = HandOver.objects.filter(until_on__gte=localdate(now), step__isnull=False)
    lasts = Q(created_at__gt=now - ASKED_FOR) | Q(pk__in=away.values("step_id"))
    found = Q(created_at__gt=now - LONGEST_AWAY, match__state__in=LIVING_STATES)
    return matches.of_pattern(*patterns, prefix="match__") & found & lasts


NOT_ARRANGED = Q(hand_over__isnull=True) | Q(
    hand_over__stand_in__isnull=True,
    hand_over__taken_by__isnull=True,
    hand_over__nobody_needed=False,
)


def to_arrange(actor: Actor, *, now: datetime) -> QuerySet[MatchStep]:
    """For coordinators: in an owner role at once, in a peer role when the professional did not take over or asks
    for a stand-in."""
    asked = _asked(now, Pattern.OWNER) | (
        _asked(now, Pattern.PEER)
        & Q(Q(created_at__lt=now - PROFESSIONAL_FIRST) | Q(hand_over__stand_in_asked=True))
    )
    return policies.steps_visible_to(actor).filter(asked, NOT_ARRANGED)


def to_write(actor: Actor, *, now: datetime) -> QuerySet[MatchStep]:
    """For the volunteer of an owner role: a note is still to be written."""
    rows = policies.steps_visible_to(actor).filter(_asked(now, Pattern.OWNER))
    return rows.filter(match__volunteer_id=actor.person_id).filter(
        Q(hand_over__isnull=True) | Q(hand_over__note="", hand_over__nobody_needed=False)
    )


def to_take_over(actor: Actor, *, now: datetime) -> QuerySet[MatchStep]:
    """For the professional of a peer role: nobody has said yet who takes over."""
    rows = policies.steps_visible_to(actor).filter(_asked(now, Pattern.PEER), NOT_ARRANGED)
    return rows.filter(
        Q(hand_over__isnull=True) | Q(hand_over__stand_in_asked=False),
        match__professional_id=actor.membership_id,
    )


def to_read(actor: Actor, *, day: date) -> QuerySet[HandOver]:
    """For the stand-in: what they take over, the first day first."""
    return policies.read_by_stand_in(actor, day=day)


def get_note(actor: Actor, hand_over_id: UUID, *, day: date) -> HandOver | None:
    """One note for the stand-in, or None: not theirs, or past."""
    rows = policies.read_by_stand_in(actor, day=day).select_related(
        "step",
        "match__programme",
        "match__participant",
        "match__volunteer",
        "match__coach__user",
        "match__professional__user",
    )
    return rows.filter(pk=hand_over_id).first()


def hanging_on_one(actor: Actor) -> QuerySet[Match]:
    """Living owner matches without a stand-in who still takes part: what stops when one person falls ill
    (S1-116)."""
    rows = matches.visible_to(actor).filter(
        ~Exists(standing_in().filter(match=OuterRef("pk"))),
        matches.of_pattern(Pattern.OWNER),
        matches.living(),
    )
    return rows.select_related("volunteer", "participant", "programme")
