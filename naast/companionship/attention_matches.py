"""What matches and visits ask attention for: who, what, since when, and the next step."""

from collections.abc import Callable, Container, Iterator
from datetime import date, datetime, timedelta
from typing import Any

from django.db.models import Count, Exists, F, Max, Min, OuterRef, Q, QuerySet
from django.db.models.functions import Coalesce
from django.utils.formats import date_format
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from naast.companionship.models import Match, MatchStep, Milestone, Visit
from naast.companionship.policies import matches as policies
from naast.companionship.queries import rhythm
from naast.companionship.states import LIVING_STATES, MatchState, Noted
from naast.core import clock
from naast.core.attention import EVERYTHING, AttentionItem, Signs, Urgency
from naast.core.text import Text
from naast.organisations.actors import Actor
from naast.people.models import VolunteerProfile
from naast.programmes.models import OnCallLine, Programme

# Rows of one kind at most: the desk shows a day, not a year.
MOST = 30
ANSWER_WITHIN = timedelta(days=3)
PLAN_WITHIN = timedelta(days=3)
END_NEAR = timedelta(weeks=4)
SHOWN_FOR = timedelta(days=14)
CHANGES = (Noted.ASKED_TO_STOP, Noted.ASKED_FOR_OTHER)


def items(
    actor: Actor, *, now: datetime, there: Container[str] = EVERYTHING
) -> list[AttentionItem]:
    """Everything of matches and visits for a coordinator's day; the number of queries is constant.

    `there`: the names of `signs` that exist; the others cost no query.
    """
    if not actor.is_coordinator:
        return []
    return [
        item
        for name, kind in KINDS.items()
        if name in there or name not in SIGNS
        for item in kind(actor, now)
    ]


def signs(actor: Actor, *, now: datetime) -> Signs:
    """The rows of each kind, for one look at which of them exist."""
    if not actor.is_coordinator:
        return {}
    return {name: rows(actor, now) for name, rows in SIGNS.items()}


def _changes_asked(actor: Actor, now: datetime) -> QuerySet[MatchStep]:
    talked = MatchStep.objects.filter(
        match=OuterRef("match"), name=Noted.TALKED, pk__gt=OuterRef("pk")
    )
    return _steps(actor, CHANGES).filter(match__state__in=LIVING_STATES).exclude(Exists(talked))


def _wishes(actor: Actor, now: datetime) -> Iterator[AttentionItem]:
    """Participants who would like to stop or another volunteer: today."""
    for step in _changes_asked(actor, now).order_by("created_at")[:MOST]:
        words = (
            _("%(participant)s would like to stop with %(volunteer)s.")
            if step.name == Noted.ASKED_TO_STOP
            else _("%(participant)s would like another volunteer than %(volunteer)s.")
        )
        yield _item(
            actor,
            step.match,
            "match-change-asked",
            words % _names(step.match),
            since=step.created_at,
            urgency=Urgency.NOW,
            action=_("Call"),
        )


def _unanswered(actor: Actor, now: datetime) -> QuerySet[Match]:
    return _matches(actor).filter(
        state__in=(MatchState.PROPOSED, MatchState.VOLUNTEER_YES),
        state_since__lt=now - ANSWER_WITHIN,
    )


def _answers(actor: Actor, now: datetime) -> Iterator[AttentionItem]:
    """Proposals without an answer for three days."""
    for match in _unanswered(actor, now).order_by("state_since")[:MOST]:
        words = (
            _(
                "%(volunteer)s was asked to meet %(participant)s on %(day)s and has not answered yet."
            )
            if match.state == MatchState.PROPOSED
            else _(
                "%(participant)s was asked to meet %(volunteer)s on %(day)s and has not answered yet."
            )
        )
        day = date_format(localdate(match.state_since), "j F")
        yield _item(
            actor,
            match,
            "match-answer",
            words % (_names(match) | {"day": day}),
            since=match.state_since,
            action=_("Ask"),
        )


def _before_the_start(actor: Actor, now: datetime) -> QuerySet[Match]:
    soon = (MatchState.BOTH_YES, MatchState.MEETING_PLANNED)
    return _matches(actor).select_related("first_meeting").filter(state__in=soon)


def _meetings(actor: Actor, now: datetime) -> Iterator[AttentionItem]:
    """First meetings to plan, to tell about beforehand, or to note afterwards."""
    for match in _before_the_start(actor, now).order_by("state_since")[:MOST]:
        meeting = getattr(match, "first_meeting", None)
        values = _names(match)
        if meeting is None:
            yield _item(
                actor,
                match,
                "match-meeting-plan",
                _("%(volunteer)s and %(participant)s both said yes: plan their first meeting.")
                % values,
                since=match.state_since,
                urgency=_urgent_after(match.state_since, PLAN_WITHIN, now),
                action=_("Plan"),
            )
            continue
        values["day"] = date_format(localdate(meeting.planned_at), "j F")
        if meeting.briefed_on is None:
            yield _item(
                actor,
                match,
                "match-briefing",
                _("%(volunteer)s meets %(participant)s on %(day)s: tell beforehand what to know.")
                % values,
                since=match.state_since,
                urgency=Urgency.NOW,
                action=_("Write down"),
            )
        elif meeting.planned_at < now:
            yield _item(
                actor,
                match,
                "match-met",
                _("%(volunteer)s and %(participant)s met on %(day)s: do both go on?") % values,
                since=meeting.planned_at,
                action=_("Note it"),
            )


def _due(actor: Actor, now: datetime) -> QuerySet[Milestone]:
    return (
        Milestone.objects.filter(
            organisation_id=actor.organisation_id,
            done_on__isnull=True,
            due_on__lte=localdate(now),
            match__state__in=LIVING_STATES,
        )
        .exclude(kind=Milestone.Kind.END)
        .select_related(*(f"match__{name}" for name in PEOPLE))
    )


def _milestones(actor: Actor, now: datetime) -> Iterator[AttentionItem]:
    """Calls and looks back whose day has come. The end has its own line."""
    for milestone in _due(actor, now).order_by("due_on", "id")[:MOST]:
        values = _names(milestone.match) | {"what": str(milestone.get_kind_display())}
        yield _item(
            actor,
            milestone.match,
            "match-milestone",
            _("%(volunteer)s and %(participant)s: %(what)s.") % values,
            since=clock.among_moments(milestone.due_on),
            action=_("Call"),
            subject=milestone,
        )


def _quietest(actor: Actor, day: date) -> QuerySet[Match]:
    """State by state, so that an index gives them in order and stops at the first few."""
    everything = Match.objects.filter(organisation_id=actor.organisation_id)
    plans = rhythm.intervals(actor.organisation_id, day=day)
    quiet = everything.filter(rhythm.is_quiet(plans, day=day))
    among = Q()
    for state in rhythm.MEETING_STATES:
        first = quiet.filter(state=state).order_by("last_visit_on", "id")
        among |= Q(pk__in=first.values("pk")[:MOST])
    return _matches(actor).filter(among).order_by("last_visit_on", "id")[:MOST]


def _silent(actor: Actor, now: datetime) -> Iterator[AttentionItem]:
    """Quiet for longer than twice the rhythm: a friendly look, no red mark (S2-16)."""
    day = localdate(now)
    for match in _quietest(actor, day):
        heard = rhythm.heard_on(match)
        days = (day - heard).days
        words = ngettext(
            "No contact logged for %(days)s day between %(volunteer)s and %(participant)s.",
            "No contact logged for %(days)s days between %(volunteer)s and %(participant)s.",
            days,
        )
        yield _item(
            actor,
            match,
            "match-silent",
            words % (_names(match) | {"days": days}),
            since=clock.among_moments(heard),
            urgency=Urgency.GOOD_TO_KNOW,
            action=_("Ask how it goes"),
        )


def _lately(actor: Actor, now: datetime) -> QuerySet[MatchStep]:
    return _steps(actor, (Noted.OFTEN, Noted.CANNOT_COME)).filter(
        created_at__gt=now - SHOWN_FOR,
        match__state__in=(*LIVING_STATES, MatchState.MEETING_PLANNED),
    )


def _noted(actor: Actor, now: datetime) -> Iterator[AttentionItem]:
    """Together far more often than agreed (S1-198), and visits that do not go on (S1-103)."""
    for step in _lately(actor, now).order_by("-created_at")[:MOST]:
        values = _names(step.match)
        is_often = step.name == Noted.OFTEN
        words = (
            _(
                "%(volunteer)s and %(participant)s see each other much more often than agreed. Is it all right for both?"
            )
            % values
            if is_often
            else f"{step.match.volunteer.first_name}: {step.note}"
        )
        yield _item(
            actor,
            step.match,
            "match-often" if is_often else "visit-cancelled",
            words,
            since=step.created_at,
            urgency=Urgency.GOOD_TO_KNOW,
            action=_("Look"),
            subject=step,
        )


def _unread(actor: Actor, now: datetime) -> QuerySet[Visit]:
    return Visit.objects.filter(
        ~Q(pass_on=""),
        organisation_id=actor.organisation_id,
        seen_at__isnull=True,
    ).select_related(*(f"match__{name}" for name in PEOPLE))


def _to_read(actor: Actor, now: datetime) -> Iterator[AttentionItem]:
    """What volunteers passed on. What they did outside the package is for the room `shifting` (S1-89)."""
    for visit in _unread(actor, now).order_by("id")[:MOST]:
        yield _item(
            actor,
            visit.match,
            "visit-passed-on",
            _("%(volunteer)s passed something on about the visit to %(participant)s.")
            % _names(visit.match),
            since=visit.created_at,
            action=_("Read"),
            subject=visit,
        )


def _over_the_agreed(actor: Actor, now: datetime) -> Any:
    """One row a volunteer. Who has one match is over only where none was agreed: so the long way round
    (cards and programmes) is gone for few, and the rest is counted in an index alone."""
    living = Match.objects.filter(organisation_id=actor.organisation_id, state__in=LIVING_STATES)
    several = living.order_by().values("volunteer_id").annotate(load=Count("*")).filter(load__gt=1)
    none = {"organisation_id": actor.organisation_id, "max_matches": 0}
    asked = several.values_list("volunteer_id").union(
        VolunteerProfile.objects.filter(**none).values_list("person_id"),
        living.filter(programme__in=Programme.objects.filter(**none)).values_list("volunteer_id"),
    )
    own = Coalesce("volunteer__volunteer__max_matches", "programme__max_matches")
    return (
        living.filter(volunteer_id__in=asked)
        .order_by()
        .values("volunteer_id", "volunteer__given_name", "volunteer__family_name")
        .annotate(load=Count("id"), agreed=Min(own), latest=Max("state_since"))
        .filter(load__gt=F("agreed"))
    )


def _loads(actor: Actor, now: datetime) -> Iterator[AttentionItem]:
    """More living matches than agreed: usually a list that came in, or an agreement that changed."""
    for row in _over_the_agreed(actor, now).order_by("-load", "volunteer_id")[:MOST]:
        first, family = row["volunteer__given_name"], row["volunteer__family_name"]
        values = {"name": first or family, "count": row["load"], "agreed": row["agreed"]}
        yield AttentionItem(
            kind="volunteer-load",
            subject_id=row["volunteer_id"],
            name=f"{first} {family}".strip(),
            sentence=_("%(name)s has %(count)s matches and agreed to %(agreed)s. Ask how that is.")
            % values,
            since=row["latest"],
            urgency=Urgency.THIS_WEEK,
            url=actor.url("people:volunteer", person_id=row["volunteer_id"]),
            action=_("Talk"),
        )


def _near_the_end(actor: Actor, now: datetime) -> QuerySet[Match]:
    until = localdate(now) + END_NEAR
    return _matches(actor).filter(state__in=LIVING_STATES, intended_end_on__lte=until)


def _ending(actor: Actor, now: datetime) -> Iterator[AttentionItem]:
    """Matches near the day they were meant to last until: extend, change or stop?"""
    day = localdate(now)
    for match in _near_the_end(actor, now).order_by("intended_end_on", "id")[:MOST]:
        end = match.intended_end_on or day
        words = (
            _("%(volunteer)s and %(participant)s were to end on %(day)s: extend, change or stop?")
            if end < day
            else _("%(volunteer)s and %(participant)s end on %(day)s: extend, change or stop?")
        )
        yield _item(
            actor,
            match,
            "match-end-near",
            words % (_names(match) | {"day": date_format(end, "j F Y")}),
            since=min(now, clock.among_moments(end - END_NEAR)),
            action=_("Talk"),
        )


def _without_somebody(actor: Actor, now: datetime) -> QuerySet[Match]:
    on_call = OnCallLine.objects.filter(programme=OuterRef("pk"))
    alone = Programme.objects.filter(
        ~Exists(on_call), organisation_id=actor.organisation_id
    ).values("pk")
    # Two ways, each with an index of its own that holds nothing on a good day. No order inside: it would
    # walk the whole table by id.
    living = Match.objects.filter(organisation_id=actor.organisation_id, state__in=LIVING_STATES)
    nobody = living.filter(Q(coach__isnull=True) | Q(professional__isnull=True))
    unanswered = living.filter(fallback__isnull=True, programme_id__in=alone)
    among = Q()
    for rows in (nobody, unanswered):
        among |= Q(pk__in=rows.order_by().values("pk")[:MOST])
    return _matches(actor).filter(among)


def _unbacked(actor: Actor, now: datetime) -> Iterator[AttentionItem]:
    """Living matches without a coach, a professional or a fallback (S1-33, S1-98, S3-28)."""
    for match in _without_somebody(actor, now).order_by("id")[:MOST]:
        missing = _("a fallback")
        if match.coach_id is None:
            missing = _("a coach")
        elif match.professional_id is None:
            missing = _("a responsible professional")
        yield _item(
            actor,
            match,
            "match-unbacked",
            _("%(volunteer)s and %(participant)s have to do without %(missing)s.")
            % (_names(match) | {"missing": missing}),
            since=match.state_since,
            urgency=Urgency.NOW,
            action=_("Name somebody"),
        )


KINDS: dict[str, Callable[[Actor, datetime], Iterator[AttentionItem]]] = {
    "match.changes-asked": _wishes,
    "match.answers": _answers,
    "match.meetings": _meetings,
    "match.milestones": _milestones,
    "match.silent": _silent,
    "match.noted": _noted,
    "match.to-read": _to_read,
    "match.loads": _loads,
    "match.ending": _ending,
    "match.unbacked": _unbacked,
}
SIGNS: dict[str, Callable[[Actor, datetime], QuerySet[Any, Any]]] = {
    "match.changes-asked": _changes_asked,
    "match.answers": _unanswered,
    "match.meetings": _before_the_start,
    "match.milestones": _due,
    "match.noted": _lately,
    "match.to-read": _unread,
    "match.loads": _over_the_agreed,
    "match.ending": _near_the_end,
    "match.unbacked": _without_somebody,
}
PEOPLE = ("volunteer", "participant", "programme")


def _matches(actor: Actor) -> QuerySet[Match]:
    return policies.visible_to(actor).select_related(*PEOPLE)


def _steps(actor: Actor, names: tuple[str, ...]) -> QuerySet[MatchStep]:
    return MatchStep.objects.filter(
        organisation_id=actor.organisation_id, name__in=names
    ).select_related(*(f"match__{name}" for name in PEOPLE))


def _names(match: Match) -> dict[str, object]:
    return {"volunteer": match.volunteer.first_name, "participant": match.participant.first_name}


def _urgent_after(since: datetime, wait: timedelta, now: datetime) -> Urgency:
    return Urgency.NOW if now - since > wait else Urgency.THIS_WEEK


def _item(  # noqa: PLR0913 -- one argument a field of the item
    actor: Actor,
    match: Match,
    kind: str,
    sentence: Text,
    *,
    since: datetime,
    action: Text,
    urgency: Urgency = Urgency.THIS_WEEK,
    subject: Match | Milestone | MatchStep | Visit | None = None,
) -> AttentionItem:
    return AttentionItem(
        kind=kind,
        subject_id=(subject or match).pk,
        name=match.volunteer.name,
        sentence=sentence,
        since=since,
        urgency=urgency,
        url=actor.url("companionship:match", match_id=match.pk),
        action=action,
        owner_id=match.coach_id or match.programme.coordinator_id,
    )
