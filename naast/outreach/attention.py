"""What this room puts on the coordinator's desk."""

from collections.abc import Container
from datetime import datetime, timedelta

from django.db.models import Count, Min, Q, QuerySet
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from naast.core import clock
from naast.core.attention import EVERYTHING, AttentionItem, Signs, Urgency
from naast.organisations.actors import Actor
from naast.outreach.models import GroupRequest, Helper, InfoMeeting, Lead, SignUp
from naast.outreach.policies import campaigns as campaign_policies
from naast.outreach.policies import groups as group_policies
from naast.outreach.policies import meetings as meeting_policies
from naast.outreach.queries import helpers as helper_queries
from naast.outreach.states import GroupState, SignUpState

MOST = 10
# A meeting needs somebody who welcomes people, two weeks ahead at the latest.
HOST_BEFORE = timedelta(days=14)
# A group hears from us within five days.
ANSWER_GROUP = timedelta(days=5)
# Another day was proposed to a group and they say nothing: after this we call.
CALL_GROUP = timedelta(days=14)


def signs(actor: Actor, *, now: datetime) -> Signs:
    """The rows of each kind, for one look at which of them exist."""
    if not actor.is_coordinator:
        return {}
    return {
        "outreach.host": _without_host(actor, now),
        "outreach.attendance": _to_close(actor, now),
        "outreach.offers": _to_call(actor),
        "outreach.groups": _to_answer(actor, now),
        "outreach.asks": _asks_due(actor, now),
        "outreach.helpers": _to_invite(actor, now),
    }


def items(
    actor: Actor, *, now: datetime, there: Container[str] = EVERYTHING
) -> list[AttentionItem]:
    """Six queries at most, none for what is not `there`; for coordinators only."""
    if not actor.is_coordinator:
        return []
    return [
        *(_hosts(actor, now) if "outreach.host" in there else ()),
        *(_attendance(actor, now) if "outreach.attendance" in there else ()),
        *(_offers(actor) if "outreach.offers" in there else ()),
        *(_groups(actor, now) if "outreach.groups" in there else ()),
        *(_asks(actor, now) if "outreach.asks" in there else ()),
        *(_helpers(actor, now) if "outreach.helpers" in there else ()),
    ]


def _going_on(actor: Actor) -> QuerySet[InfoMeeting]:
    return meeting_policies.visible_to(actor).filter(cancelled_at__isnull=True)


def _without_host(actor: Actor, now: datetime) -> QuerySet[InfoMeeting]:
    soon = _going_on(actor).filter(starts_at__gt=now, starts_at__lte=now + HOST_BEFORE)
    return soon.filter(host__isnull=True)


def _to_close(actor: Actor, now: datetime) -> QuerySet[InfoMeeting]:
    return _going_on(actor).filter(starts_at__lte=now, closed_on__isnull=True)


def _to_call(actor: Actor) -> QuerySet[SignUp]:
    guests = meeting_policies.sign_ups_visible_to(actor)
    return guests.filter(state=SignUpState.OFFERED, email="")


def _to_answer(actor: Actor, now: datetime) -> QuerySet[GroupRequest]:
    """New ones, and those that did not say whether the other day suits them."""
    silent = Q(state=GroupState.OTHER_DATE, answered_on__lte=timezone.localdate(now) - CALL_GROUP)
    groups = group_policies.visible_to(actor).filter(forgotten_on__isnull=True)
    return groups.filter(Q(state=GroupState.NEW) | silent)


def _asks_due(actor: Actor, now: datetime) -> QuerySet[Lead]:
    due = campaign_policies.leads_visible_to(actor).filter(campaign__closed_on__isnull=True)
    return due.filter(outcome=Lead.Outcome.NOT_ASKED, ask_before__lt=timezone.localdate(now))


def _to_invite(actor: Actor, now: datetime) -> QuerySet[Helper]:
    return helper_queries.to_invite(actor, day=timezone.localdate(now))


def _hosts(actor: Actor, now: datetime) -> list[AttentionItem]:
    return [
        AttentionItem(
            kind="outreach.host",
            subject_id=meeting.pk,
            name=meeting.title,
            sentence=_("%(title)s: nobody is named yet who welcomes people.")
            % {"title": meeting.title},
            since=meeting.created_at,
            urgency=Urgency.THIS_WEEK,
            url=actor.url("outreach:change_meeting", meeting_id=meeting.pk),
            action=_("Name somebody"),
        )
        for meeting in _without_host(actor, now).order_by("starts_at")[:MOST]
    ]


def _attendance(actor: Actor, now: datetime) -> list[AttentionItem]:
    return [
        AttentionItem(
            kind="outreach.attendance",
            subject_id=meeting.pk,
            name=meeting.title,
            sentence=_("%(title)s took place: fill in who was there.") % {"title": meeting.title},
            since=meeting.starts_at,
            urgency=Urgency.THIS_WEEK,
            url=actor.url("outreach:attendance", meeting_id=meeting.pk),
            action=_("Fill in"),
            owner_id=meeting.host_id,
        )
        for meeting in _to_close(actor, now).order_by("starts_at")[:MOST]
    ]


def _offers(actor: Actor) -> list[AttentionItem]:
    rows = _to_call(actor).select_related("meeting").order_by("offered_until")
    return [
        AttentionItem(
            kind="outreach.offers",
            subject_id=guest.pk,
            name=guest.name,
            sentence=_("A place came free at %(title)s for %(name)s, who has no mail: please call.")
            % {"title": guest.meeting.title, "name": guest.first_name},
            since=guest.created_at,
            urgency=Urgency.NOW,
            url=actor.url("outreach:meeting", meeting_id=guest.meeting_id),
            action=_("Call"),
        )
        for guest in rows[:MOST]
    ]


def _groups(actor: Actor, now: datetime) -> list[AttentionItem]:
    rows = _to_answer(actor, now).order_by("id")[:MOST]
    return [_group(actor, group, now) for group in rows]


def _group(actor: Actor, group: GroupRequest, now: datetime) -> AttentionItem:
    if group.state == GroupState.OTHER_DATE and group.answered_on is not None:
        sentence = _("%(group)s gave no answer to the other day yet: call.")
        since, urgency, action = clock.morning(group.answered_on), Urgency.THIS_WEEK, _("Call")
    else:
        sentence = _("%(group)s would like to come with a group: answer before %(day)s.")
        is_late = group.created_at + ANSWER_GROUP <= now
        urgency = Urgency.NOW if is_late else Urgency.THIS_WEEK
        since, action = group.created_at, _("Answer")
    day = date_format(timezone.localtime(group.created_at + ANSWER_GROUP), "j F")
    return AttentionItem(
        kind="outreach.groups",
        subject_id=group.pk,
        name=group.group_name,
        sentence=sentence % {"group": group.group_name, "day": day},
        since=since,
        urgency=urgency,
        url=actor.url("outreach:group", group_id=group.pk),
        action=action,
    )


def _asks(actor: Actor, now: datetime) -> list[AttentionItem]:
    """One line a campaign, not one a person: askers are reminded by themselves."""
    due = _asks_due(actor, now).order_by().values("campaign_id", "campaign__programme__name")
    due = due.annotate(number=Count("id"), oldest=Min("ask_before"))
    return [
        AttentionItem(
            kind="outreach.asks",
            subject_id=row["campaign_id"],
            name=row["campaign__programme__name"],
            sentence=ngettext(
                "2+ campaign of %(programme)s: %(number)s person would have been asked by now.",
                "2+ campaign of %(programme)s: %(number)s people would have been asked by now.",
                row["number"],
            )
            % {"programme": row["campaign__programme__name"], "number": row["number"]},
            since=clock.morning(row["oldest"]),
            urgency=Urgency.GOOD_TO_KNOW,
            url=actor.url("outreach:campaign", campaign_id=row["campaign_id"]),
            action=_("Open"),
        )
        for row in due[:MOST]
    ]


def _helpers(actor: Actor, now: datetime) -> list[AttentionItem]:
    return [
        AttentionItem(
            kind="outreach.helpers",
            subject_id=helper.pk,
            name=helper.name,
            sentence=_("%(name)s helped a year ago: ask again?") % {"name": helper.first_name},
            since=clock.morning(helper.invite_again_on),
            urgency=Urgency.THIS_WEEK,
            url=actor.url("outreach:invite_helper", helper_id=helper.pk),
            action=_("Ask again"),
        )
        for helper in _to_invite(actor, now)[:MOST]
        if helper.invite_again_on is not None
    ]
