"""What this room puts on the coordinator's desk."""

from collections import Counter
from collections.abc import Container, Iterable
from datetime import datetime, time, timedelta
from typing import Any

from django.db.models import OuterRef, QuerySet, Subquery, Value, prefetch_related_objects
from django.db.models.functions import Coalesce
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from naast.core.attention import EVERYTHING, AttentionItem, Signs, Urgency
from naast.organisations.actors import Actor
from naast.programmes import attention_waiting, policies
from naast.programmes.kinds import RULES
from naast.programmes.models import Engagement, EngagementQuerySet, Kind, Programme, newest_result
from naast.programmes.patterns import missing_for

# Renew, change or stop: asked four weeks before the end (instruments B26).
BEFORE_THE_END = timedelta(weeks=4)
# The parts of a programme that what is missing depends on.
PARTS_ASKED = ("tasks", "contactlines", "oncalllines")
# Rows of one kind at most, and people counted one by one: the desk shows a day, not a year.
MOST = 30
COUNTED = 50
WITH_AN_END = [kind for kind, rule in RULES.items() if rule.needs_end]


def signs(actor: Actor, *, now: datetime) -> Signs:
    """The rows of each kind, for one look at which of them exist."""
    if not actor.is_coordinator:
        return {}
    return {
        "programmes.path-ends": _near_their_end(actor, now),
        attention_waiting.WAITS: attention_waiting.waiting(actor),
    }


def items(
    actor: Actor, *, now: datetime, there: Container[str] = EVERYTHING
) -> list[AttentionItem]:
    """Programmes that don't say what their pattern asks, people still to test, paths near their end, and what
    was let wait.

    Coordinators only; six queries at most and as many for what waits, none for what is not `there`.
    """
    if not actor.is_coordinator:
        return []
    programmes = list(_with_untested(policies.visible_to(actor)))
    running = [each for each in programmes if each.status == Programme.Status.ACTIVE]
    prefetch_related_objects(running, *PARTS_ASKED)
    return [
        *_incomplete(actor, running),
        *_untested(actor, programmes),
        *(_ending(actor, now) if "programmes.path-ends" in there else ()),
        *(attention_waiting.items(actor, now) if attention_waiting.WAITS in there else ()),
    ]


def _incomplete(actor: Actor, running: Iterable[Programme]) -> list[AttentionItem]:
    found = []
    for programme in running:
        missing = missing_for(programme)
        if missing:
            found.append(
                AttentionItem(
                    kind="programmes.incomplete",
                    subject_id=programme.pk,
                    name=programme.name,
                    sentence=_("%(programme)s: %(what)s")
                    % {"programme": programme.name, "what": missing[0]},
                    since=programme.created_at,
                    urgency=Urgency.THIS_WEEK,
                    url=actor.url("programmes:programme", programme_id=programme.pk),
                    action=_("Complete"),
                    owner_id=programme.coordinator_id,
                )
            )
    return found


def _to_test() -> EngagementQuerySet:
    """Open, called volunteering, and the five questions don't all have a yes: in the order of their ids,
    which is that of time, so that the first ones are found in an index."""
    return (
        Engagement.objects.filter(kind=Kind.VOLUNTEERING)
        .open()
        .alias(has_passed=Coalesce(newest_result(), Value(False)))
        .filter(has_passed=False)
        .order_by("id")
    )


def _with_untested(programmes: QuerySet[Programme]) -> QuerySet[Programme]:
    """Adds since when the first of them waits, and whether there are more than we count."""
    here = _to_test().filter(programme=OuterRef("pk")).values("created_at")
    return programmes.annotate(
        untested_since=Subquery(here[:1]), many_since=Subquery(here[COUNTED : COUNTED + 1])
    )


def _untested(actor: Actor, programmes: Iterable[Any]) -> list[AttentionItem]:
    """One line a programme, so that a list that was loaded doesn't fill the desk. Up to a number they are
    counted, beyond it the line says so: counting a whole organisation would make every day slow."""
    waiting = [each for each in programmes if each.untested_since]
    few = [each.pk for each in waiting if not each.many_since]
    numbers = Counter(
        _to_test().filter(programme_id__in=few).values_list("programme_id", flat=True)
        if few
        else ()
    )
    return [
        AttentionItem(
            kind="programmes.untested",
            subject_id=programme.pk,
            name=programme.name,
            sentence=_untested_words(programme, numbers[programme.pk]),
            since=programme.untested_since,
            urgency=Urgency.GOOD_TO_KNOW,
            url=actor.url("programmes:programme", programme_id=programme.pk) + "#people",
            action=_("Look"),
            owner_id=programme.coordinator_id,
        )
        for programme in sorted(waiting, key=lambda each: each.untested_since)
    ]


def _untested_words(programme: Programme, number: int) -> str:
    values = {"programme": programme.name, "number": number or COUNTED}
    if not number:
        return (
            _(
                "%(programme)s: for more than %(number)s people the five questions of the volunteer law don’t all have a yes yet."
            )
            % values
        )
    return (
        ngettext(
            "%(programme)s: for one person the five questions of the volunteer law don’t all have a yes yet.",
            "%(programme)s: for %(number)s people the five questions of the volunteer law don’t all have a yes yet.",
            number,
        )
        % values
    )


def _near_their_end(actor: Actor, now: datetime) -> EngagementQuerySet:
    soon = timezone.localdate(now) + BEFORE_THE_END
    open_ones = policies.engagements_visible_to(actor).open()
    return open_ones.filter(kind__in=WITH_AN_END, until_on__lte=soon)


def _ending(actor: Actor, now: datetime) -> list[AttentionItem]:
    rows = _near_their_end(actor, now).select_related("person", "programme")
    return [
        AttentionItem(
            kind="programmes.path-ends",
            subject_id=engagement.pk,
            name=engagement.person.name,
            sentence=_(
                "%(kind)s of %(name)s in %(programme)s: agreed until %(day)s. Talk about what comes next."
            )
            % {
                "kind": Kind(engagement.kind).label,
                "name": engagement.person.name,
                "programme": engagement.programme.name,
                "day": f"{engagement.until_on:%d/%m/%Y}",
            },
            since=_noon_before(engagement),
            urgency=Urgency.THIS_WEEK,
            url=actor.url("programmes:engagement", engagement_id=engagement.pk),
            action=_("Open"),
            owner_id=engagement.programme.coordinator_id,
        )
        for engagement in rows.order_by("until_on", "id")[:MOST]
    ]


def _noon_before(engagement: Engagement) -> datetime:
    """When the question became due: four weeks before the agreed end, or the start when that is later."""
    until = engagement.until_on or engagement.started_on
    return timezone.make_aware(
        datetime.combine(max(until - BEFORE_THE_END, engagement.started_on), time(12))
    )
