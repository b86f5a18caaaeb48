"""What the desk says about readiness: who may not start yet, what ended beside somebody, what ends soon.

Who lapses is computed, so the night writes down from which day on an engagement has to be looked at
(Engagement.look_from): the desk reads only those, and only of people who stand beside somebody. Who stands there
and never had everything in place came out of a list: one line for all of them, that leads to «Who is ready».
"""

from collections.abc import Container, Iterator
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from django.db.models import Count, Exists, Min, OuterRef, Q, QuerySet
from django.utils.formats import date_format
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from naast.companionship.models import Match
from naast.companionship.policies import matches as policies
from naast.companionship.queries.ready import without_arranged
from naast.companionship.states import LIVING_STATES, MatchState
from naast.core import clock
from naast.core.attention import EVERYTHING, AttentionItem, Signs, Urgency
from naast.organisations.actors import Actor
from naast.programmes.models import Engagement, EngagementQuerySet, Override
from naast.programmes.queries import for_readiness, readiness_of
from naast.programmes.readiness import (
    LONG_AGO,
    WARNINGS,
    Item,
    ends_soon,
    in_the_way,
    lapsed,
)

# Rows of one kind at most: the desk shows a day; «Who is ready» shows everybody.
MOST = 30
NOT_READY, ENDS = "match.not-ready", "match.readiness-ends"
NEVER_READY = "match.never-ready"
SOON = timedelta(days=7)
WAITING_TO_START = (MatchState.BOTH_YES, MatchState.MEETING_PLANNED)
PEOPLE = ("volunteer", "participant", "programme", "first_meeting", "coach", "fallback")


def signs(actor: Actor, *, now: datetime) -> Signs:
    """The rows of each kind, for one look at which of them exist."""
    if not actor.is_coordinator:
        return {}
    return {
        NOT_READY: _waiting(actor),
        ENDS: _ending(actor, localdate(now)),
        NEVER_READY: _never(actor),
    }


def items(
    actor: Actor, *, now: datetime, there: Container[str] = EVERYTHING
) -> list[AttentionItem]:
    """All kinds in one computation; a constant number of queries, none for what is not `there`."""
    if not actor.is_coordinator:
        return []
    today = localdate(now)
    waiting = list(_waiting(actor)[:MOST]) if NOT_READY in there else []
    ending = list(_ending(actor, today)[:MOST]) if ENDS in there else []
    never = list(_never_ready(actor)) if NEVER_READY in there else []
    if not waiting and not ending:
        return never
    here = _Here(actor, now, _engagements(actor, waiting, ending))
    return [*_not_ready(here, waiting), *_ended_or_ending(here, ending), *never]


class _Here:
    """The engagements that were read, with what each needs."""

    def __init__(self, actor: Actor, now: datetime, engagements: list[Engagement]) -> None:
        self.actor, self.now, self.today = actor, now, localdate(now)
        self.items = readiness_of(engagements)
        self.by_id = {each.pk: each for each in engagements}
        self.by_pair = {(each.person_id, each.programme_id): each for each in engagements}


def _waiting(actor: Actor) -> QuerySet[Match]:
    rows = policies.visible_to(actor).select_related(*PEOPLE).filter(state__in=WAITING_TO_START)
    return rows.order_by("state_since", "id")


def _beside(actor: Actor) -> EngagementQuerySet:
    """Who takes part and stands beside somebody in the same programme."""
    beside = Match.objects.filter(
        volunteer_id=OuterRef("person_id"),
        programme_id=OuterRef("programme_id"),
        state__in=LIVING_STATES,
    )
    here = Engagement.objects.filter(organisation_id=actor.organisation_id).open()
    return here.filter(Exists(beside))


def _never(actor: Actor) -> EngagementQuerySet:
    """Who stands beside somebody while something never was in place, as the last night saw it, and nobody said
    why that may wait."""
    words = Override.objects.filter(engagement=OuterRef("pk")).living()
    return _beside(actor).filter(~Exists(words), look_from=LONG_AGO)


def _never_ready(actor: Actor) -> Iterator[AttentionItem]:
    found = _never(actor).aggregate(number=Count("id"), first=Min("started_on"))
    if found["number"]:
        yield AttentionItem(
            kind=NEVER_READY,
            subject_id=actor.organisation_id,
            name=_("Who is ready"),
            sentence=ngettext(
                "%(count)s volunteer stands beside somebody while something was never in place.",
                "%(count)s volunteers stand beside somebody while something was never in place.",
                found["number"],
            )
            % {"count": found["number"]},
            since=clock.among_moments(found["first"]),
            urgency=Urgency.THIS_WEEK,
            url=actor.url("programmes:who_is_ready"),
            action=_("Look"),
        )


def _ending(actor: Actor, today: date) -> QuerySet[Any, Any]:
    """Ids of who stands beside somebody while something ended or ends soon, the first end first."""
    due = _beside(actor).filter(look_from__gt=LONG_AGO, look_from__lte=today)
    return due.order_by("look_from", "id").values_list("pk", flat=True)


def _engagements(actor: Actor, waiting: list[Match], ending: list[UUID]) -> list[Engagement]:
    """Those of both kinds at once; who waits to start may take part elsewhere too, which harms nobody."""
    pairs = Q(
        person_id__in={match.volunteer_id for match in waiting},
        programme_id__in={match.programme_id for match in waiting},
    )
    here = Engagement.objects.filter(organisation_id=actor.organisation_id).open()
    return list(for_readiness(here.filter(pairs | Q(pk__in=ending))))


def _not_ready(here: _Here, waiting: list[Match]) -> Iterator[AttentionItem]:
    """A match that waits to start, and what is in the way (S0-44)."""
    for match in waiting:
        engagement = here.by_pair.get((match.volunteer_id, match.programme_id))
        items = without_arranged(here.items[engagement.pk], match) if engagement else []
        blocking = in_the_way(items)
        if engagement is not None and not blocking:
            continue
        words = (
            _("%(volunteer)s may not start with %(participant)s yet: %(what)s.")
            if engagement is not None
            else _("%(volunteer)s may not start with %(participant)s yet: takes no part here.")
        )
        yield AttentionItem(
            kind=NOT_READY,
            subject_id=match.pk,
            name=match.volunteer.name,
            sentence=words
            % {
                "volunteer": match.volunteer.first_name,
                "participant": match.participant.first_name,
                "what": _listed(blocking),
            },
            since=match.state_since,
            urgency=_how_soon(match, here.now),
            url=here.actor.url("companionship:match", match_id=match.pk),
            action=_("Look"),
            owner_id=match.coach_id or match.programme.coordinator_id,
        )


def _how_soon(match: Match, now: datetime) -> Urgency:
    """Now when they meet within a week or have met."""
    meeting = getattr(match, "first_meeting", None)
    is_near = meeting is not None and meeting.planned_at < now + SOON
    return Urgency.NOW if is_near else Urgency.THIS_WEEK


def _ended_or_ending(here: _Here, ending: list[UUID]) -> Iterator[AttentionItem]:
    """One line a person: what ended while they stand beside somebody, otherwise what ends soon."""
    for engagement_id in ending:
        engagement = here.by_id[engagement_id]
        items = here.items[engagement_id]
        ended, soon = lapsed(items), ends_soon(items, here.today)
        if ended:
            words = _("%(name)s stands beside somebody, and this ended: %(what)s.")
            first, urgency = min(item.lapsed_on or here.today for item in ended), Urgency.NOW
        elif soon:
            words = _("%(name)s: this ends soon: %(what)s.")
            first, urgency = soon[0].until or here.today, _how_near(soon, here.today)
        else:
            continue
        yield AttentionItem(
            kind=ENDS,
            subject_id=engagement_id,
            name=engagement.person.name,
            sentence=words % {"name": engagement.person.first_name, "what": _listed(ended or soon)},
            since=clock.among_moments(first if ended else first - timedelta(days=WARNINGS[0])),
            urgency=urgency,
            url=here.actor.url("programmes:engagement", engagement_id=engagement_id),
            action=_("Look"),
            owner_id=engagement.programme.coordinator_id,
        )


def _how_near(soon: list[Item], today: date) -> Urgency:
    left = soon[0].days_left(today)
    is_near = left is not None and left <= WARNINGS[1]
    return Urgency.THIS_WEEK if is_near else Urgency.GOOD_TO_KNOW


def _listed(items: list[Item]) -> str:
    """Each with its last day and who does the next step."""
    return "; ".join(_one(item) for item in items)


def _one(item: Item) -> str:
    day = item.until or item.lapsed_on
    beside = [date_format(day, "j F Y") if day else "", str(item.who)]
    words = ", ".join(each for each in beside if each)
    return f"{item.label} ({words})" if words else str(item.label)
