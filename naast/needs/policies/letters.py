"""Who writes to management, and who answers (S1-277)."""

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from naast.core.decisions import ALLOW, Decision, deny
from naast.needs.models import PolicyLetter, PolicySignal
from naast.needs.policies.rows import can_follow_up, own_needs
from naast.organisations.actors import Actor
from naast.organisations.models import Function


def letters_visible_to(actor: Actor) -> QuerySet[PolicyLetter]:
    """The letters: who writes them and who answers them."""
    letters = PolicyLetter.objects.filter(organisation_id=actor.organisation_id)
    if actor.is_coordinator or actor.has(Function.BOARD):
        return letters
    return letters.none()


def signals_visible_to(actor: Actor) -> QuerySet[PolicySignal]:
    """Coordinators: all. Management: those of a letter that was sent."""
    rows = PolicySignal.objects.filter(organisation_id=actor.organisation_id)
    if actor.is_coordinator:
        return rows
    if actor.has(Function.BOARD):
        return rows.filter(letter__isnull=False)
    return rows.none()


def answered_for(actor: Actor) -> QuerySet[PolicySignal]:
    """What went to management because of what the volunteer who reads told, among others."""
    rows = PolicySignal.objects.filter(organisation_id=actor.organisation_id, letter__isnull=False)
    # Ids in a subquery: two lines of the same person show one answer.
    return rows.filter(pk__in=own_needs(actor).values("policies"))


def can_write(actor: Actor) -> Decision:
    """Coordinators write and send."""
    return can_follow_up(actor)


def can_answer(actor: Actor, signal: PolicySignal) -> Decision:
    """Management answers; a coordinator may write down what management said in a meeting."""
    if signal.organisation_id != actor.organisation_id:
        return deny(_("This belongs to another organisation."))
    if actor.membership_id is None:
        return deny(_("This needs somebody who answers."))
    if not (actor.has(Function.BOARD) or actor.is_coordinator):
        return deny(_("Management answers this."))
    if signal.letter_id is None:
        return deny(_("This was not sent yet."))
    return ALLOW
