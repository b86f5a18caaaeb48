"""What this room puts on the coordinator's desk."""

from collections.abc import Iterable
from datetime import datetime, time, timedelta

from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from naast.core.attention import AttentionItem, Urgency
from naast.organisations.actors import Actor
from naast.programmes import policies, queries
from naast.programmes.kinds import RULES
from naast.programmes.models import Engagement, Kind, Programme
from naast.programmes.patterns import missing_for

# Renew, change or stop: asked four weeks before the end (instruments B26).
BEFORE_THE_END = timedelta(weeks=4)
WITH_AN_END = [kind for kind, rule in RULES.items() if rule.needs_end]


def items(actor: Actor, *, now: datetime) -> list[AttentionItem]:
    """Programmes that don't say what their pattern asks, people still to test, paths near their end.

    Coordinators only; a constant number of queries.
    """
    if not actor.is_coordinator:
        return []
    running = queries.with_parts(policies.visible_to(actor).filter(status=Programme.Status.ACTIVE))
    return [*_incomplete(actor, running), *_untested(actor), *_ending(actor, now)]


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


def _untested(actor: Actor) -> list[AttentionItem]:
    """One line a programme, so that a list that was loaded doesn't fill the desk."""
    rows = (
        policies.engagements_visible_to(actor)
        .open()
        .filter(kind=Kind.VOLUNTEERING)
        .with_result()
        .filter(Q(test_passed=False) | Q(test_passed__isnull=True))
        .select_related("programme")
        .order_by("created_at")
    )
    groups: dict[Programme, list[Engagement]] = {}
    for engagement in rows:
        groups.setdefault(engagement.programme, []).append(engagement)
    return [
        AttentionItem(
            kind="programmes.untested",
            subject_id=programme.pk,
            name=programme.name,
            sentence=ngettext(
                "%(programme)s: for one person the five questions of the volunteer law don’t all have a yes yet.",
                "%(programme)s: for %(number)s people the five questions of the volunteer law don’t all have a yes yet.",
                len(engagements),
            )
            % {"programme": programme.name, "number": len(engagements)},
            since=engagements[0].created_at,
            urgency=Urgency.GOOD_TO_KNOW,
            url=actor.url("programmes:programme", programme_id=programme.pk) + "#people",
            action=_("Look"),
            owner_id=programme.coordinator_id,
        )
        for programme, engagements in groups.items()
    ]


def _ending(actor: Actor, now: datetime) -> list[AttentionItem]:
    soon = timezone.localdate(now) + BEFORE_THE_END
    rows = (
        policies.engagements_visible_to(actor)
        .open()
        .filter(kind__in=WITH_AN_END, until_on__lte=soon)
        .select_related("person", "programme")
        .order_by("until_on", "id")
    )
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
        for engagement in rows
    ]


def _noon_before(engagement: Engagement) -> datetime:
    """When the question became due: four weeks before the agreed end, or the start when that is later."""
    until = engagement.until_on or engagement.started_on
    return timezone.make_aware(
        datetime.combine(max(until - BEFORE_THE_END, engagement.started_on), time(12))
    )
