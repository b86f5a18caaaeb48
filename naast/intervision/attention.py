"""What this room puts on the coordinator's desk."""

from collections.abc import Container
from datetime import datetime, timedelta

from django.db.models import Count, Exists, OuterRef, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from naast.core import clock
from naast.core.attention import EVERYTHING, AttentionItem, Signs, Urgency
from naast.intervision.models import (
    Evening,
    FollowUp,
    Promise,
    Series,
    SeriesMember,
    SeriesProgramme,
)
from naast.intervision.policies import evenings as evening_policies
from naast.intervision.policies import series as series_policies
from naast.intervision.queries import series as series_queries
from naast.intervision.queries import talks as talk_queries
from naast.intervision.states import EveningKind
from naast.organisations.actors import Actor

MOST = 10
# Somebody leads an evening: known two weeks before.
LEADER_BEFORE = timedelta(days=14)
# Who was there is filled in two days later at the latest.
FILL_IN = timedelta(days=2)
# «What do I want better» is asked once a year (instruments B26).
A_YEAR = timedelta(days=365)


def signs(actor: Actor, *, now: datetime) -> Signs:
    """The rows of each kind, for one look at which of them exist."""
    if not actor.is_coordinator:
        return {}
    return {
        "intervision.leader": _without_leader(actor, now),
        "intervision.attendance": _to_close(actor, now),
        "intervision.missed": _missed(actor),
        "intervision.groupless": series_queries.without_group(actor),
        "intervision.promises": _promised(actor, now),
        "intervision.talk": _to_talk(actor, now),
    }


def items(
    actor: Actor, *, now: datetime, there: Container[str] = EVERYTHING
) -> list[AttentionItem]:
    """Seven queries at most, none for what is not `there`; for coordinators only."""
    if not actor.is_coordinator:
        return []
    return [
        *(_leaders(actor, now) if "intervision.leader" in there else ()),
        *(_attendance(actor, now) if "intervision.attendance" in there else ()),
        *(_follow_ups(actor) if "intervision.missed" in there else ()),
        *(_groupless(actor) if "intervision.groupless" in there else ()),
        *(_promises(actor, now) if "intervision.promises" in there else ()),
        *(_talks(actor, now) if "intervision.talk" in there else ()),
    ]


def _going_on(actor: Actor) -> QuerySet[Evening]:
    return evening_policies.visible_to(actor).filter(
        cancelled_at__isnull=True, closed_on__isnull=True
    )


def _without_leader(actor: Actor, now: datetime) -> QuerySet[Evening]:
    leaders = SeriesMember.objects.filter(
        series=OuterRef("series"), is_leader=True, left_on__isnull=True
    )
    soon = _going_on(actor).filter(starts_at__gt=now, starts_at__lte=now + LEADER_BEFORE)
    return soon.filter(~Exists(leaders), led_by__isnull=True)


def _to_close(actor: Actor, now: datetime) -> QuerySet[Evening]:
    return _going_on(actor).filter(starts_at__lte=now - FILL_IN)


def _missed(actor: Actor) -> QuerySet[FollowUp]:
    return series_policies.follow_ups_visible_to(actor).filter(talked_on__isnull=True)


def _promised(actor: Actor, now: datetime) -> QuerySet[Promise]:
    return talk_queries.promises_due(actor, day=timezone.localdate(now))


def _to_talk(actor: Actor, now: datetime) -> QuerySet[Series]:
    """Groups that meet for a year without a group talk, or had the last one more than a year ago."""
    lately = Evening.objects.filter(
        series=OuterRef("pk"),
        kind=EveningKind.GROUP_TALK,
        cancelled_at__isnull=True,
        starts_at__gt=now - A_YEAR,
    )
    living = series_policies.visible_to(actor).filter(
        ended_on__isnull=True, starts_on__lte=timezone.localdate(now) - A_YEAR
    )
    return living.filter(~Exists(lately))


def _leaders(actor: Actor, now: datetime) -> list[AttentionItem]:
    rows = _without_leader(actor, now).select_related("series").order_by("starts_at")
    return [
        AttentionItem(
            kind="intervision.leader",
            subject_id=evening.pk,
            name=evening.series.name,
            sentence=_("%(group)s: nobody is named yet who leads the evening.")
            % {"group": evening.series.name},
            since=evening.created_at,
            urgency=Urgency.THIS_WEEK,
            url=actor.url("intervision:members", series_id=evening.series_id),
            action=_("Name somebody"),
        )
        for evening in rows[:MOST]
    ]


def _attendance(actor: Actor, now: datetime) -> list[AttentionItem]:
    rows = _to_close(actor, now).select_related("series").order_by("starts_at")
    return [
        AttentionItem(
            kind="intervision.attendance",
            subject_id=evening.pk,
            name=evening.series.name,
            sentence=_("%(group)s met: fill in who was there.") % {"group": evening.series.name},
            since=evening.starts_at,
            urgency=Urgency.THIS_WEEK,
            url=actor.url("intervision:attendance", evening_id=evening.pk),
            action=_("Fill in"),
        )
        for evening in rows[:MOST]
    ]


def _follow_ups(actor: Actor) -> list[AttentionItem]:
    """For the coach of the programme, where it has one."""
    rows = _missed(actor).select_related("person", "series").order_by("noticed_on", "id")
    coach = (
        Series.objects.filter(
            pk=OuterRef("series"),
            programmes__is_duty=True,
            programmes__programme__coach__isnull=False,
        )
        .order_by("programmes__id")
        .values("programmes__programme__coach")[:1]
    )
    return [
        AttentionItem(
            kind="intervision.missed",
            subject_id=row.pk,
            name=row.person.name,
            sentence=_("The group misses %(name)s: ask how it goes.")
            % {"name": row.person.first_name},
            since=clock.morning(row.noticed_on),
            urgency=Urgency.THIS_WEEK,
            url=actor.url("intervision:follow_up", follow_up_id=row.pk),
            action=_("Ask"),
            owner_id=row.coach_id,
        )
        for row in rows.annotate(coach_id=coach)[:MOST]
    ]


def _groupless(actor: Actor) -> list[AttentionItem]:
    """One line for all of them, which opens the first group that lacks somebody."""
    rows = series_queries.without_group(actor)
    number = rows.aggregate(number=Count("person", distinct=True))["number"]
    duty = SeriesProgramme.objects.filter(
        programme__in=rows.values("programme"), is_duty=True, series__ended_on__isnull=True
    )
    first = duty.order_by("series__name", "series_id").select_related("series").first()
    if first is None:
        return []
    sentence = ngettext(
        "%(number)s volunteer is in no group yet.",
        "%(number)s volunteers are in no group yet.",
        number,
    )
    return [
        AttentionItem(
            kind="intervision.groupless",
            subject_id=actor.organisation_id,
            name=first.series.name,
            sentence=sentence % {"number": number},
            since=first.created_at,
            urgency=Urgency.THIS_WEEK,
            url=actor.url("intervision:members", series_id=first.series_id),
            action=_("Look"),
        )
    ]


def _promises(actor: Actor, now: datetime) -> list[AttentionItem]:
    return [
        AttentionItem(
            kind="intervision.promises",
            subject_id=promise.pk,
            name=promise.talk.evening.series.name,
            sentence=_("Promised to %(group)s, and not told yet what came of it: %(what)s")
            % {"group": promise.talk.evening.series.name, "what": promise.what},
            since=clock.morning(promise.due_on),
            urgency=Urgency.THIS_WEEK,
            url=actor.url("intervision:promise", promise_id=promise.pk),
            action=_("Tell"),
            owner_id=promise.owner_id,
        )
        for promise in _promised(actor, now).order_by("due_on", "id")[:MOST]
    ]


def _talks(actor: Actor, now: datetime) -> list[AttentionItem]:
    return [
        AttentionItem(
            kind="intervision.talk",
            subject_id=series.pk,
            name=series.name,
            sentence=_("%(group)s: it is a year since we asked what people want better.")
            % {"group": series.name},
            since=series.created_at,
            urgency=Urgency.GOOD_TO_KNOW,
            url=actor.url("intervision:new_evening", series_id=series.pk),
            action=_("Plan the talk"),
        )
        for series in _to_talk(actor, now).order_by("name", "id")[:MOST]
    ]
