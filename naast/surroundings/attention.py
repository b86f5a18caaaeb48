"""What this room asks attention for on the desk: who waits for an answer, and maps to draw again."""

from collections.abc import Callable, Container, Iterator
from datetime import datetime, timedelta
from typing import Any

from django.db.models import Exists, Min, OuterRef, Q, QuerySet
from django.utils.timezone import get_current_timezone, localdate
from django.utils.translation import gettext as _

from naast.companionship.models import Match, MatchState
from naast.companionship.policies import matches as match_policies
from naast.companionship.states import LIVING_STATES
from naast.core import clock
from naast.core.attention import EVERYTHING, AttentionItem, Signs, Urgency
from naast.organisations.actors import Actor
from naast.people.models import Person
from naast.surroundings.models import Around, MatchCheck, NetworkMap, Saying
from naast.surroundings.policies import asking as policies
from naast.surroundings.policies import people as people_policies
from naast.surroundings.queries import asking

MOST = 30
# A first map may wait until the two have met a few times.
FIRST_MAP_AFTER = timedelta(days=14)


def signs(actor: Actor, *, now: datetime) -> Signs:
    """The rows of each kind, for one look at which of them exist."""
    if not actor.is_coordinator:
        return {}
    return {name: rows(actor, now) for name, (rows, _read) in KINDS.items()}


def items(
    actor: Actor, *, now: datetime, there: Container[str] = EVERYTHING
) -> list[AttentionItem]:
    """Everything of this room that asks for the actor's attention; one query a kind that is `there`."""
    if not actor.is_coordinator:
        return []
    return [
        item for name, (_rows, read) in KINDS.items() if name in there for item in read(actor, now)
    ]


def _own(actor: Actor) -> Q:
    """What somebody said themselves waits for a colleague."""
    return Q(person_id=actor.person_id) if actor.person_id is not None else Q(pk__in=[])


def _unanswered(actor: Actor, now: datetime) -> QuerySet[Saying]:
    open_ones = policies.sayings_visible_to(actor).filter(
        said_at__isnull=False, answered_at__isnull=True
    )
    return open_ones.exclude(_own(actor))


def _sayings(actor: Actor, now: datetime) -> Iterator[AttentionItem]:
    """What somebody said waits for an answer (S2-14)."""
    rows = _unanswered(actor, now).select_related("person").order_by("said_at")
    for saying in rows[:MOST]:
        yield AttentionItem(
            kind="own-words",
            subject_id=saying.pk,
            name=saying.person.name,
            sentence=_("%(name)s said how it goes, and waits for an answer.")
            % {"name": saying.person.first_name},
            since=saying.said_at or saying.created_at,
            urgency=Urgency.NOW,
            url=actor.url("surroundings:saying", saying_id=saying.pk),
            action=_("Read and answer"),
        )


def _by_phone(actor: Actor, now: datetime) -> QuerySet[Person]:
    return asking.to_ask_by_phone(actor)


def _phone(actor: Actor, now: datetime) -> Iterator[AttentionItem]:
    """Who is not online is asked how it goes by somebody: one line for all of them (S2-14)."""
    if not _by_phone(actor, now).exists():
        return
    waits = asking.by_phone(actor.organisation_id).aggregate(since=Min("invited_on"))
    yield AttentionItem(
        kind="own-words-by-phone",
        subject_id=actor.organisation_id,
        name=_("How is it going?"),
        sentence=_(
            "Some participants say by phone or on paper how it goes: ring them, or print their page."
        ),
        since=clock.morning(waits["since"] or localdate(now)),
        urgency=Urgency.GOOD_TO_KNOW,
        url=actor.url("surroundings:people") + "?show=ask",
        action=_("See who"),
    )


def _to_read(actor: Actor, now: datetime) -> QuerySet[MatchCheck]:
    rows = policies.checks_visible_to(actor).exclude(_own(actor))
    return rows.filter(answered_at__isnull=False, seen_at__isnull=True)


def _checks(actor: Actor, now: datetime) -> Iterator[AttentionItem]:
    """An early check with doubt, a wish to talk, or words; without what was answered."""
    rows = _to_read(actor, now).select_related(
        "person", "match__volunteer", "match__participant", "match__programme"
    )
    for check in rows.order_by("answered_at")[:MOST]:
        yield AttentionItem(
            kind="early-check",
            subject_id=check.pk,
            name=check.person.name,
            sentence=_("%(name)s told how it begins. Read it before you call.")
            % {"name": check.person.first_name},
            since=check.answered_at or check.created_at,
            urgency=Urgency.THIS_WEEK,
            url=actor.url("surroundings:checks", match_id=check.match_id),
            action=_("Read"),
            owner_id=check.match.coach_id or check.match.programme.coordinator_id,
        )


def _due(actor: Actor, now: datetime) -> QuerySet[NetworkMap]:
    living = Match.objects.filter(participant=OuterRef("person"), state__in=LIVING_STATES)
    maps = people_policies.maps_visible_to(actor)
    rather_not = Around.objects.filter(person=OuterRef("person"), no_map_on__isnull=False)
    return maps.filter(Exists(living), ~Exists(rather_not), next_on__lte=localdate(now))


def _maps(actor: Actor, now: datetime) -> Iterator[AttentionItem]:
    """Maps to draw again, six and twelve months after the first (S1-36)."""
    for drawn in _due(actor, now).select_related("person").order_by("next_on", "id")[:MOST]:
        due = datetime.combine(
            drawn.next_on or drawn.drawn_on, datetime.min.time(), get_current_timezone()
        )
        yield AttentionItem(
            kind="network-map",
            subject_id=drawn.pk,
            name=drawn.person.name,
            sentence=_("Time to draw again with %(name)s who is around them.")
            % {"name": drawn.person.first_name},
            since=due,
            urgency=Urgency.GOOD_TO_KNOW,
            url=actor.url("surroundings:maps", person_id=drawn.person_id),
            action=_("Draw"),
        )


def _without_map(actor: Actor, now: datetime) -> QuerySet[Match]:
    drawn = NetworkMap.objects.filter(person=OuterRef("participant"))
    rather_not = Around.objects.filter(person=OuterRef("participant"), no_map_on__isnull=False)
    return match_policies.visible_to(actor).filter(
        ~Exists(drawn),
        ~Exists(rather_not),
        state=MatchState.TRIAL,
        state_since__lte=now - FIRST_MAP_AFTER,
    )


def _first_maps(actor: Actor, now: datetime) -> Iterator[AttentionItem]:
    """Trials without a map of the start: an idea, until somebody would rather not."""
    rows = _without_map(actor, now).select_related("participant", "programme")
    for match in rows.order_by("state_since", "id")[:MOST]:
        yield AttentionItem(
            kind="network-map-start",
            subject_id=match.pk,
            name=match.participant.name,
            sentence=_("Nobody drew yet with %(name)s who is around them.")
            % {"name": match.participant.first_name},
            since=match.state_since,
            urgency=Urgency.GOOD_TO_KNOW,
            url=actor.url("surroundings:maps", person_id=match.participant_id),
            action=_("Draw"),
            owner_id=match.coach_id or match.programme.coordinator_id,
        )


Rows = Callable[[Actor, datetime], QuerySet[Any, Any]]
Read = Callable[[Actor, datetime], Iterator[AttentionItem]]
KINDS: dict[str, tuple[Rows, Read]] = {
    "around.sayings": (_unanswered, _sayings),
    "around.by-phone": (_by_phone, _phone),
    "around.checks": (_to_read, _checks),
    "around.maps": (_due, _maps),
    "around.first-maps": (_without_map, _first_maps),
}
