"""Reads of policy signals and of the letters to management (S1-277)."""

from datetime import date
from uuid import UUID

from django.db.models import Count, Q, QuerySet

from naast.needs.models import PolicyLetter, PolicySignal
from naast.needs.policies import letters as policies
from naast.needs.rules import Quarter
from naast.organisations.actors import Actor


def letters(actor: Actor) -> QuerySet[PolicyLetter]:
    """The letters with how many of their signals were answered, newest first."""
    return policies.letters_visible_to(actor).annotate(
        in_it=Count("signals"),
        answered=Count("signals", filter=Q(signals__answered_on__isnull=False)),
    )


def get_letter(actor: Actor, letter_id: UUID) -> PolicyLetter | None:
    """One, or None."""
    rows = policies.letters_visible_to(actor).select_related("organisation")
    return rows.filter(pk=letter_id).first()


def signals_of(actor: Actor, letter: PolicyLetter) -> list[PolicySignal]:
    """What the letter asks, in the order in which it was written, with how many lines each leans on."""
    rows = policies.signals_visible_to(actor).filter(letter=letter)
    counted: QuerySet[PolicySignal] = rows.annotate(leans_on=Count("links"))
    return list(counted.order_by("noted_on", "id"))


def to_send(actor: Actor) -> QuerySet[PolicySignal]:
    """Written, and in no letter yet."""
    return policies.signals_visible_to(actor).filter(letter__isnull=True)


def get_signal(actor: Actor, policy_id: UUID) -> PolicySignal | None:
    """One, or None."""
    rows = policies.signals_visible_to(actor).select_related("letter", "noted_by__user")
    return rows.filter(pk=policy_id).first()


def quarter_to_send(actor: Actor, *, day: date) -> Quarter | None:
    """The quarter that ended last, as long as its letter was not sent; or None."""
    ended = Quarter.of(day).before
    sent = policies.letters_visible_to(actor).filter(year=ended.year, quarter=ended.number)
    return None if sent.exists() else ended


def ready_to_send(actor: Actor, *, day: date) -> QuerySet[PolicySignal]:
    """What waits for the letter of the quarter that ended; nothing once it was sent."""
    ended = Quarter.of(day).before
    sent = PolicyLetter.objects.filter(
        organisation_id=actor.organisation_id, year=ended.year, quarter=ended.number
    )
    waiting = to_send(actor).filter(noted_on__lte=ended.last_day)
    return waiting.exclude(organisation_id__in=sent.values("organisation_id"))


def overdue(actor: Actor, *, day: date) -> QuerySet[PolicyLetter]:
    """Sent, not answered, and past the day."""
    rows = policies.letters_visible_to(actor)
    return rows.filter(answered_on__isnull=True, answer_due_on__lt=day)


def to_answer(actor: Actor) -> QuerySet[PolicyLetter]:
    """Sent and not answered yet."""
    return policies.letters_visible_to(actor).filter(answered_on__isnull=True)
