"""What a volunteer noticed, handled in hours, not days (S1-162): seen, consulted, decided, told back."""

from datetime import timedelta
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from naast.audit import log
from naast.circles.errors import NotOfHere, WordsMissing
from naast.circles.inputs import Handling
from naast.circles.models import Circle, Signal
from naast.circles.policies import circles as policies
from naast.circles.queries import circles as queries
from naast.circles.queries import passages as passage_queries
from naast.circles.services import telling
from naast.circles.states import Level
from naast.core import clock
from naast.core.errors import StateConflict
from naast.organisations.actors import Actor
from naast.organisations.taps import a_moment_ago, same_words


@transaction.atomic
def raise_signal(*, actor: Actor, circle_id: UUID, level: str, words: str) -> Signal:
    """A volunteer passes on what they noticed. «Talk» waits for the next meeting. A concern has a deadline in hours
    for who leads the circle today; danger is told to coordinator and deputy at once. Raises
    Circle.DoesNotExist, NotAllowed, NotOfHere or WordsMissing."""
    circle = queries.locked(policies.as_volunteer(actor), circle_id)
    policies.can_take_part(actor, circle).require()
    if level not in Level.values:
        raise NotOfHere(_("Say how soon somebody has to look at it."))
    if not words.strip():
        raise WordsMissing(_("Write in a sentence or two what you saw or heard."))
    now = clock.now()
    twice = _just_said(actor, circle, level, words.strip())
    if twice is not None:
        return twice
    hours = {Level.CONCERN.value: circle.concern_hours, Level.DANGER.value: 0}.get(level)
    signal = Signal.objects.create(
        organisation_id=circle.organisation_id,
        circle=circle,
        person_id=policies.own_id(actor),
        level=level,
        words=words.strip(),
        due_at=None if hours is None else now + timedelta(hours=hours),
    )
    log.record("circle.signal-raised", actor=actor, target=circle, changes={"level": level})
    if hours is not None:
        url = actor.url("circles:signal", signal_id=signal.pk)
        is_danger = level == Level.DANGER
        telling.tell_leads(actor, circle, telling.NEW_SIGNAL, url, everybody=is_danger)
    return signal


def _just_said(actor: Actor, circle: Circle, level: str, words: str) -> Signal | None:
    """The same words of the same volunteer a moment ago: a second tap rings nobody twice."""
    rows = circle.signals.filter(
        person_id=policies.own_id(actor), level=level, created_at__gt=a_moment_ago()
    )
    return same_words(rows, words=words)


@transaction.atomic
def see_signal(*, actor: Actor, signal_id: UUID) -> Signal:
    """Who leads the circle read it and takes it on: the time is kept. Twice is the same as once. Raises
    Signal.DoesNotExist or NotAllowed."""
    signal = passage_queries.lock_signal(actor, signal_id)
    policies.can_lead(actor, signal.circle).require()
    if signal.seen_at is None:
        signal.seen_at, signal.seen_by_id = clock.now(), actor.membership_id
        signal.save(update_fields=["seen_at", "seen_by"])
        log.record("circle.signal-seen", actor=actor, target=signal.circle)
    return signal


@transaction.atomic
def handle_signal(*, actor: Actor, signal_id: UUID, handling: Handling) -> Signal:
    """Whom you consulted, what you decided, what the circle may know; the volunteer hears that there is an answer.
    Raises Signal.DoesNotExist, NotAllowed, WordsMissing, or StateConflict when a colleague decided already."""
    signal = passage_queries.lock_signal(actor, signal_id)
    policies.can_lead(actor, signal.circle).require()
    if signal.handled_at is not None:
        raise StateConflict(_("A colleague wrote this down already."))
    if not handling.decision.strip() or not handling.feedback.strip():
        raise WordsMissing(_("Write what you decided, and what the circle may know of it."))
    now = clock.now()
    if signal.seen_at is None:
        signal.seen_at, signal.seen_by_id = now, actor.membership_id
    signal.consulted = handling.consulted.strip()
    signal.decision, signal.feedback = handling.decision.strip(), handling.feedback.strip()
    signal.handled_at = now
    signal.save()
    log.record("circle.signal-handled", actor=actor, target=signal.circle)
    telling.tell_inner(actor, signal.circle, telling.NEW_FEEDBACK)
    return signal
