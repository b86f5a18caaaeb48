"""Summaries, reviews, hard events, and the end of a circle."""

from datetime import date, timedelta
from typing import Final
from uuid import UUID

from dateutil.relativedelta import relativedelta
from django.db import transaction
from django.utils.translation import gettext as _

from naast.audit import log
from naast.circles.errors import NotOfHere, WordsMissing
from naast.circles.inputs import Deciding, ReportNote
from naast.circles.models import Circle, Debrief, HardEvent, Report
from naast.circles.policies import circles as policies
from naast.circles.queries import circles as queries
from naast.circles.queries import passages as passage_queries
from naast.circles.reports import QUESTIONS
from naast.circles.services import telling
from naast.circles.services.circles import go, pause_if_meeting
from naast.circles.states import CIRCLE, REPORTING_STATES
from naast.core import clock
from naast.core.errors import StateConflict
from naast.organisations.actors import Actor

# Volunteers are heard within three days (B11).
HEARD_WITHIN: Final = timedelta(days=3)
# Kind → the date of a circle that it moves on, and by how much (B26).
NEXT: Final = {
    Report.Kind.SUMMARY.value: ("next_summary_on", relativedelta(months=1)),
    Report.Kind.REVIEW.value: ("next_review_on", relativedelta(months=3)),
}
DECISION_STEPS: Final = {
    HardEvent.Decision.CLOSE.value: "close",
    HardEvent.Decision.STOP.value: "stop",
}


@transaction.atomic
def write_report(*, actor: Actor, circle_id: UUID, kind: str, note: ReportNote) -> Report:
    """The summary of the month, or the review of the quarter with the outer circle. The outer circle reads it only
    where it is passed on. Raises Circle.DoesNotExist, NotAllowed, NotOfHere or WordsMissing."""
    circle = queries.lock_circle(actor, circle_id)
    policies.can_change(actor, circle).require()
    if note.held_on > clock.today():
        raise NotOfHere(_("This day is still to come."))
    asked = QUESTIONS[kind]
    answers = {
        code: note.answers[code].strip() for code in asked if note.answers.get(code, "").strip()
    }
    if not answers:
        raise WordsMissing(_("Write a sentence under one of the questions."))
    report = Report.objects.create(
        organisation_id=circle.organisation_id,
        circle=circle,
        kind=kind,
        held_on=note.held_on,
        with_whom=note.with_whom.strip(),
        answers=answers,
    )
    field, term = NEXT[kind]
    if circle.state in REPORTING_STATES:
        setattr(circle, field, note.held_on + term)
        circle.save(update_fields=[field])
    log.record(f"circle.{kind}-written", actor=actor, target=circle)
    return report


@transaction.atomic
def note_event(*, actor: Actor, circle_id: UUID, happened_on: date, words: str) -> HardEvent:
    """Something grave happened: the circle pauses, and each volunteer is heard within three days. Raises
    Circle.DoesNotExist, NotAllowed, NotOfHere, WordsMissing, or StateConflict while an earlier one is open."""
    circle = queries.lock_circle(actor, circle_id)
    policies.can_change(actor, circle).require()
    if happened_on > clock.today():
        raise NotOfHere(_("This day is still to come."))
    if not words.strip():
        raise WordsMissing(_("Write what the circle needs to know, without details."))
    if queries.open_event(circle) is not None:
        raise StateConflict(_("Decide first how the circle goes on after what happened before."))
    event = HardEvent.objects.create(
        organisation_id=circle.organisation_id,
        circle=circle,
        happened_on=happened_on,
        words=words.strip(),
    )
    Debrief.objects.bulk_create(
        Debrief(
            organisation_id=circle.organisation_id,
            event=event,
            person_id=row.person_id,
            due_on=clock.today() + HEARD_WITHIN,
        )
        for row in queries.inner_of(circle)
    )
    pause_if_meeting(
        circle,
        actor=actor,
        words=_("Something happened that the circle has to come to terms with."),
    )
    log.record("circle.hard-event", actor=actor, target=circle)
    telling.tell_inner(actor, circle, telling.CHANGED)
    return event


@transaction.atomic
def note_heard(*, actor: Actor, circle_id: UUID, debrief_id: UUID) -> Debrief:
    """A volunteer was heard after a hard event; only that it happened is kept. Raises Debrief.DoesNotExist or
    NotAllowed."""
    rows = passage_queries.debriefs_to_do(actor).filter(event__circle_id=circle_id)
    debrief: Debrief = rows.select_for_update(of=("self",)).get(pk=debrief_id)
    debrief.heard_on = clock.today()
    debrief.save(update_fields=["heard_on"])
    log.record("circle.volunteer-heard", actor=actor, target=debrief)
    return debrief


@transaction.atomic
def decide_event(*, actor: Actor, circle_id: UUID, deciding: Deciding) -> HardEvent:
    """How the circle goes on, decided with the outer circle; with care for the volunteers. Going on is a step of its
    own afterwards, through the gate. Raises Circle.DoesNotExist, NotAllowed, NotOfHere, WordsMissing or
    StateConflict."""
    circle = queries.lock_circle(actor, circle_id)
    policies.can_change(actor, circle).require()
    event = queries.open_event(circle)
    if event is None:
        raise StateConflict(_("There is nothing to decide about."))
    if deciding.decision not in HardEvent.Decision.values:
        raise NotOfHere(_("Choose how the circle goes on."))
    if not deciding.consulted.strip() or not deciding.aftercare.strip():
        raise WordsMissing(_("Say whom you consulted, and who cares for the volunteers."))
    event.decision, event.decided_on = deciding.decision, clock.today()
    event.consulted, event.aftercare = deciding.consulted.strip(), deciding.aftercare.strip()
    event.save()
    log.record(
        "circle.hard-event-decided",
        actor=actor,
        target=circle,
        changes={"decision": event.decision},
    )
    step = DECISION_STEPS.get(event.decision)
    if step is not None and circle.state in CIRCLE.steps[step].sources:
        go(circle, step, actor=actor, words=deciding.consulted)
    return event


@transaction.atomic
def note_closing(*, actor: Actor, circle_id: UUID, met_on: date, aftercare: str) -> Circle:
    """The closing meeting took place, and it is agreed who stays in touch and how. Raises Circle.DoesNotExist,
    NotAllowed, NotOfHere or WordsMissing."""
    circle = queries.lock_circle(actor, circle_id)
    policies.can_change(actor, circle).require()
    if met_on > clock.today():
        raise NotOfHere(_("This day is still to come."))
    if not aftercare.strip():
        raise WordsMissing(_("Say who stays in touch with the core member, and how."))
    circle.closing_met_on, circle.aftercare = met_on, aftercare.strip()
    circle.save(update_fields=["closing_met_on", "aftercare"])
    log.record("circle.closing-noted", actor=actor, target=circle)
    return circle
