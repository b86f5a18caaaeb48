"""Reads about what passes between inside and outside, signals, reports and hard events."""

from datetime import datetime
from hashlib import sha256
from uuid import UUID

from django.db.models import QuerySet

from naast.circles.models import (
    Circle,
    Debrief,
    HardEvent,
    Passage,
    PassageTo,
    Report,
    Signal,
)
from naast.circles.policies import circles, passages
from naast.circles.states import FINAL_STATES, Level
from naast.core import clock
from naast.organisations.actors import Actor

MOST_SHOWN = 30


def waiting(actor: Actor) -> QuerySet[Passage]:
    """Drafts, and what came in from outside: on the screen of who leads the circle."""
    rows = passages.visible_to(actor).filter(released_at__isnull=True, kept_at__isnull=True)
    return rows.select_related("circle", "came_from")


def log_of(actor: Actor, circle: Circle) -> QuerySet[Passage]:
    """Everything that passed, for who leads the circle."""
    rows = passages.visible_to(actor).filter(circle=circle)
    return rows.select_related("came_from", "released_by__user").prefetch_related("to__outer")


def get_passage(actor: Actor, circle: Circle, passage_id: UUID) -> Passage | None:
    """One passage of a circle the actor leads, or None."""
    return log_of(actor, circle).filter(pk=passage_id).first()


def mark_of(passage: Passage) -> str:
    """Stands for what a passage says, on which basis and to whom: another mark, another passage."""
    to = sorted(str(row.outer_id) for row in passage.to.all())
    said = (passage.words, passage.subject, passage.basis, str(passage.is_hidden), *to)
    return sha256("\0".join(said).encode()).hexdigest()


def get_circle_id(actor: Actor, passage_id: UUID) -> UUID:
    """The circle of a passage that this actor may decide about. Raises Passage.DoesNotExist."""
    return passages.visible_to(actor).get(pk=passage_id).circle_id


def lock_passage(actor: Actor, passage_id: UUID) -> Passage:
    """A passage, locked. Raises Passage.DoesNotExist."""
    rows = passages.visible_to(actor).select_related("circle__core__user", "circle__coordinator")
    return rows.select_for_update(of=("self",), no_key=True).get(pk=passage_id)


def received(actor: Actor, circle: Circle) -> QuerySet[PassageTo]:
    """What this professional received of a circle, newest first."""
    rows = passages.received_by(actor).filter(passage__circle=circle)
    return rows.select_related("passage").order_by("-passage__released_at", "-id")


def told_by(actor: Actor, circle: Circle) -> QuerySet[Passage]:
    """What this professional told the circle coordinator themselves."""
    places = circles.places_in_outer(actor)
    rows = Passage.objects.filter(
        circle=circle, direction=Passage.Direction.IN, came_from__in=places, was_on_screen=True
    )
    return rows.order_by("-id")


def for_inner(actor: Actor, circle: Circle) -> list[Passage]:
    """What came to the circle from outside, for a volunteer of it."""
    rows = passages.for_inner(actor).filter(circle=circle)
    return list(rows.order_by("-released_at", "-id")[:MOST_SHOWN])


def about_core(actor: Actor, circle: Circle) -> list[Passage]:
    """What was passed on, for the core member: to whom, when, and the words."""
    rows = passages.about_core(actor).filter(circle=circle).prefetch_related("to__outer")
    return list(rows.order_by("-released_at", "-id")[:MOST_SHOWN])


def open_signals(actor: Actor) -> QuerySet[Signal]:
    """Concerns and danger that nobody decided about yet."""
    rows = passages.signals_visible_to(actor).filter(handled_at__isnull=True)
    return rows.exclude(level=Level.TALK)


def get_signal(actor: Actor, signal_id: UUID) -> Signal | None:
    """One signal of a circle the actor leads, or None."""
    rows = passages.signals_visible_to(actor).filter(pk=signal_id)
    return rows.select_related("circle", "person", "seen_by__user").first()


def lock_signal(actor: Actor, signal_id: UUID) -> Signal:
    """A signal, locked. Raises Signal.DoesNotExist."""
    rows = passages.signals_visible_to(actor).select_related("circle", "person__user")
    return rows.select_for_update(of=("self",), no_key=True).get(pk=signal_id)


def signals_of(actor: Actor, circle: Circle) -> list[Signal]:
    """The signals of a circle, for who leads it."""
    rows = passages.signals_visible_to(actor).filter(circle=circle)
    return list(rows.select_related("person")[:MOST_SHOWN])


def own_signals(actor: Actor, circle: Circle) -> list[Signal]:
    """What a volunteer passed on, and what came of it."""
    return list(passages.own_signals(actor).filter(circle=circle)[:MOST_SHOWN])


def feedback_for(circle: Circle) -> list[Signal]:
    """What the circle may know of what was decided, newest first."""
    rows = circle.signals.filter(handled_at__isnull=False).exclude(feedback="")
    return list(rows.order_by("-handled_at", "-id")[:3])


def reports_of(circle: Circle) -> list[Report]:
    """The summaries and reviews of a circle, newest first."""
    return list(circle.reports.all()[:MOST_SHOWN])


def get_report(circle: Circle, report_id: UUID) -> Report | None:
    """One summary or review of a circle, or None."""
    return circle.reports.filter(pk=report_id).first()


def events_of(circle: Circle) -> list[HardEvent]:
    """What happened in a circle that was hard, with who is still to be heard."""
    return list(circle.hard_events.prefetch_related("debriefs__person"))


def debriefs_to_do(actor: Actor) -> QuerySet[Debrief]:
    """Volunteers who are to be heard after a hard event, in the circles this actor leads."""
    return Debrief.objects.filter(
        organisation_id=actor.organisation_id,
        heard_on__isnull=True,
        event__circle__in=circles.visible_to(actor),
    )


def due_reports(actor: Actor, kind: str) -> QuerySet[Circle]:
    """Circles whose summary or review is due today or was before."""
    field = "next_summary_on" if kind == Report.Kind.SUMMARY else "next_review_on"
    rows = circles.visible_to(actor).exclude(state__in=FINAL_STATES)
    return rows.filter(**{f"{field}__lte": clock.today()}).order_by(field, "id")


def hours_left(signal: Signal, *, now: datetime) -> int:
    """Whole hours until somebody should have looked; zero when it is due."""
    if signal.due_at is None:
        return 0
    return max(0, round((signal.due_at - now).total_seconds() / 3600))
