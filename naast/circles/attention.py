"""What this room asks attention for on the desk: signals in hours, people to hear, minutes, reports, vacancies. The
sentence names the circle and nobody in its middle, and only who leads the circle gets it (policies)."""

from collections.abc import Callable, Container, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db.models import F, Q, QuerySet
from django.utils.formats import date_format
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from naast.circles.models import Circle, Debrief, HardEvent, Meeting, Passage, Report, Signal
from naast.circles.policies import circles as policies
from naast.circles.queries import circles as queries
from naast.circles.queries import meetings as meeting_queries
from naast.circles.queries import passages as passage_queries
from naast.circles.states import OPEN_STATES, CircleState, Level
from naast.core import clock
from naast.core.attention import EVERYTHING, AttentionItem, Signs, Urgency
from naast.organisations.actors import Actor
from naast.organisations.models import Absence

ENDING = (CircleState.CLOSING, CircleState.AFTERCARE)
# Rows of one kind at most: the desk shows a day, not a year.
MOST = 30


@dataclass(frozen=True, slots=True)
class _Line:
    """One line before it is on somebody's desk. `for_both`: coordinator and deputy see it at once."""

    circle: Circle
    subject_id: UUID
    sentence: str
    since: datetime
    url: str
    action: str
    urgency: Urgency = Urgency.THIS_WEEK
    for_both: bool = False
    has_hours: bool = False


def signs(actor: Actor, *, now: datetime) -> Signs:
    """The rows of each kind, for one look at which of them exist."""
    if not actor.is_coordinator:
        return {}
    return {name: rows(actor, now) for name, (rows, _lines) in KINDS.items()}


def items(
    actor: Actor, *, now: datetime, there: Container[str] = EVERYTHING
) -> list[AttentionItem]:
    """Everything of this room that asks for the actor's attention, in a constant number of queries."""
    kinds = [name for name in KINDS if name in there] if actor.is_coordinator else []
    if not kinds:
        return []
    away = _away(actor)
    return [_item(name, line, away) for name in kinds for line in KINDS[name][1](actor, now)]


def _item(kind: str, line: _Line, away: frozenset[UUID]) -> AttentionItem:
    return AttentionItem(
        kind=kind,
        subject_id=line.subject_id,
        name=line.circle.name,
        sentence=line.sentence,
        since=line.since,
        urgency=line.urgency,
        url=line.url,
        action=line.action,
        owner_id=None if line.for_both else _owner(line.circle, away),
        has_hours=line.has_hours,
    )


def _away(actor: Actor) -> frozenset[UUID]:
    today = clock.today()
    rows = Absence.objects.filter(
        organisation_id=actor.organisation_id, from_on__lte=today, until_on__gte=today
    )
    return frozenset(rows.values_list("membership_id", flat=True))


def _owner(circle: Circle, away: frozenset[UUID]) -> UUID | None:
    """The coordinator; while they are away, the deputy of this circle and nobody else."""
    if circle.coordinator_id is None or circle.coordinator_id in away:
        return circle.deputy_id
    return circle.coordinator_id


def _signals(actor: Actor, now: datetime) -> QuerySet[Signal]:
    return passage_queries.open_signals(actor)


def _signal_lines(actor: Actor, now: datetime) -> Iterator[_Line]:
    """Concerns with the hours that are left; danger at once, on both desks (S1-162)."""
    rows = _signals(actor, now).select_related("circle").order_by("due_at", "id")
    for signal in rows[:MOST]:
        yield _Line(
            signal.circle,
            signal.pk,
            _signal_words(signal, now),
            signal.created_at,
            actor.url("circles:signal", signal_id=signal.pk),
            _("Look now"),
            Urgency.NOW,
            for_both=signal.level == Level.DANGER,
            has_hours=True,
        )


def _signal_words(signal: Signal, now: datetime) -> str:
    values: dict[str, object] = {"name": signal.circle.name}
    if signal.level == Level.DANGER:
        return _("%(name)s: somebody may be in danger. Call, then look.") % values
    hours = passage_queries.hours_left(signal, now=now)
    if hours == 0:
        return _("%(name)s: a concern of a volunteer is due now.") % values
    words = ngettext(
        "%(name)s: a volunteer has a concern. %(hours)s hour left.",
        "%(name)s: a volunteer has a concern. %(hours)s hours left.",
        hours,
    )
    return words % (values | {"hours": hours})


def _debriefs(actor: Actor, now: datetime) -> QuerySet[Debrief]:
    return passage_queries.debriefs_to_do(actor)


def _debrief_lines(actor: Actor, now: datetime) -> Iterator[_Line]:
    rows = _debriefs(actor, now).select_related("event__circle", "person")
    for debrief in rows.order_by("due_on", "id")[:MOST]:
        circle = debrief.event.circle
        values = {"name": circle.name, "person": debrief.person.first_name}
        yield _Line(
            circle,
            debrief.pk,
            _("%(name)s: hear %(person)s within three days after what happened.") % values,
            debrief.created_at,
            actor.url("circles:event", circle_id=circle.pk),
            _("Call"),
            Urgency.NOW,
        )


def _events(actor: Actor, now: datetime) -> QuerySet[HardEvent]:
    return queries.undecided_events(actor)


def _event_lines(actor: Actor, now: datetime) -> Iterator[_Line]:
    """A paused circle whose volunteers were all heard would leave the desk: nobody decided yet."""
    for event in _events(actor, now).select_related("circle").order_by("id")[:MOST]:
        yield _Line(
            event.circle,
            event.pk,
            _("%(name)s: decide with the outer circle how it goes on after what happened.")
            % _named(event.circle),
            event.created_at,
            actor.url("circles:event", circle_id=event.circle_id),
            _("Decide"),
        )


def _taken_back(actor: Actor, now: datetime) -> QuerySet[Circle]:
    """Until the circle is over, says yes again, or began to end since: what comes then is agreed."""
    rows = policies.visible_to(actor).filter(consent_withdrawn_on__isnull=False)
    ends_since = Q(state__in=ENDING, state_since__date__gte=F("consent_withdrawn_on"))
    return rows.filter(~ends_since, state__in=OPEN_STATES)


def _taken_back_lines(actor: Actor, now: datetime) -> Iterator[_Line]:
    for circle in _taken_back(actor, now).order_by("consent_withdrawn_on", "id")[:MOST]:
        yield _Line(
            circle,
            circle.pk,
            _("%(name)s: the person in the middle took their yes back.") % _named(circle),
            _moment(circle.consent_withdrawn_on),
            actor.url("circles:circle", circle_id=circle.pk),
            _("Talk"),
            Urgency.NOW,
        )


def _unattended(actor: Actor, now: datetime) -> QuerySet[Circle]:
    return policies.visible_to(actor).filter(~policies.is_attended(), state__in=OPEN_STATES)


def _unattended_lines(actor: Actor, now: datetime) -> Iterator[_Line]:
    for circle in _unattended(actor, now).order_by("state_since", "id")[:MOST]:
        yield _Line(
            circle,
            circle.pk,
            _("%(name)s has no coordinator any more. Name somebody.") % _named(circle),
            circle.state_since,
            actor.url("circles:change_circle", circle_id=circle.pk),
            _("Name somebody"),
            Urgency.NOW,
            for_both=True,
        )


def _late_minutes(actor: Actor, now: datetime) -> QuerySet[Meeting]:
    return meeting_queries.late(actor, now=now).filter(circle__state__in=OPEN_STATES)


def _late_lines(actor: Actor, now: datetime) -> Iterator[_Line]:
    rows = _late_minutes(actor, now).select_related("circle").order_by("minutes_due_at", "id")
    for meeting in rows[:MOST]:
        circle = meeting.circle
        yield _Line(
            circle,
            meeting.pk,
            _("%(name)s: the minutes of the last meeting are late.") % _named(circle),
            meeting.minutes_due_at,
            actor.url("circles:meeting", circle_id=circle.pk, meeting_id=meeting.pk),
            _("Ask"),
        )


def _unplanned(actor: Actor, now: datetime) -> QuerySet[Any, Any]:
    return meeting_queries.without_next(actor, now=now)


def _unplanned_lines(actor: Actor, now: datetime) -> Iterator[_Line]:
    for circle in _unplanned(actor, now).order_by("state_since", "id")[:MOST]:
        yield _Line(
            circle,
            circle.pk,
            _("%(name)s: no next meeting is planned.") % _named(circle),
            circle.waits_since,
            actor.url("circles:plan", circle_id=circle.pk),
            _("Plan"),
        )


def _incoming(actor: Actor, now: datetime) -> QuerySet[Passage]:
    return passage_queries.waiting(actor).filter(direction=Passage.Direction.IN)


def _incoming_lines(actor: Actor, now: datetime) -> Iterator[_Line]:
    for passage in _incoming(actor, now).order_by("created_at", "id")[:MOST]:
        circle = passage.circle
        yield _Line(
            circle,
            passage.pk,
            _("%(name)s: somebody of the outer circle told you something.") % _named(circle),
            passage.created_at,
            actor.url("circles:passage", circle_id=circle.pk, passage_id=passage.pk),
            _("Read"),
        )


def _summaries(actor: Actor, now: datetime) -> QuerySet[Circle]:
    return passage_queries.due_reports(actor, Report.Kind.SUMMARY)


def _reviews(actor: Actor, now: datetime) -> QuerySet[Circle]:
    return passage_queries.due_reports(actor, Report.Kind.REVIEW)


def _summary_lines(actor: Actor, now: datetime) -> Iterator[_Line]:
    for circle in _summaries(actor, now)[:MOST]:
        yield _Line(
            circle,
            circle.pk,
            _("%(name)s: time for the summary of the month.") % _named(circle),
            _moment(circle.next_summary_on),
            _report_url(actor, circle, Report.Kind.SUMMARY),
            _("Write"),
        )


def _review_lines(actor: Actor, now: datetime) -> Iterator[_Line]:
    for circle in _reviews(actor, now)[:MOST]:
        yield _Line(
            circle,
            circle.pk,
            _("%(name)s: time to look at the quarter with the outer circle.") % _named(circle),
            _moment(circle.next_review_on),
            _report_url(actor, circle, Report.Kind.REVIEW),
            _("Plan"),
        )


def _report_url(actor: Actor, circle: Circle, kind: str) -> str:
    return actor.url("circles:new_report", circle_id=circle.pk, kind=kind)


def _short(actor: Actor, now: datetime) -> QuerySet[Circle]:
    return queries.looking_for_somebody(actor)


def _short_lines(actor: Actor, now: datetime) -> Iterator[_Line]:
    """Fewer than three volunteers is a vacancy (S1-159)."""
    for circle in _short(actor, now).order_by("state_since", "id")[:MOST]:
        is_new = circle.state == CircleState.FORMING
        yield _Line(
            circle,
            circle.pk,
            _("%(name)s has fewer than three volunteers. Look for somebody.") % _named(circle),
            circle.state_since,
            actor.url("circles:people", circle_id=circle.pk),
            _("Find somebody"),
            Urgency.GOOD_TO_KNOW if is_new else Urgency.THIS_WEEK,
        )


def _still(actor: Actor, now: datetime) -> QuerySet[Circle]:
    return queries.standing_still(actor, now=now)


def _still_lines(actor: Actor, now: datetime) -> Iterator[_Line]:
    for circle in _still(actor, now).order_by("state_since", "id")[:MOST]:
        values = {
            "name": circle.name,
            "state": circle.get_state_display(),
            "day": date_format(localdate(circle.state_since), "j F"),
        }
        yield _Line(
            circle,
            circle.pk,
            _("%(name)s: «%(state)s» since %(day)s. What is the next step?") % values,
            circle.state_since,
            actor.url("circles:circle", circle_id=circle.pk),
            _("Look"),
        )


def _named(circle: Circle) -> dict[str, str]:
    return {"name": circle.name}


def _moment(day: date | None) -> datetime:
    return clock.among_moments(day or clock.today())


Rows = Callable[[Actor, datetime], QuerySet[Any, Any]]
Lines = Callable[[Actor, datetime], Iterator[_Line]]
KINDS: dict[str, tuple[Rows, Lines]] = {
    "circle-signal": (_signals, _signal_lines),
    "circle-debrief": (_debriefs, _debrief_lines),
    "circle-event": (_events, _event_lines),
    "circle-yes-taken-back": (_taken_back, _taken_back_lines),
    "circle-without-coordinator": (_unattended, _unattended_lines),
    "circle-minutes": (_late_minutes, _late_lines),
    "circle-without-meeting": (_unplanned, _unplanned_lines),
    "circle-incoming": (_incoming, _incoming_lines),
    "circle-summary": (_summaries, _summary_lines),
    "circle-review": (_reviews, _review_lines),
    "circle-vacancy": (_short, _short_lines),
    "circle-still": (_still, _still_lines),
}
