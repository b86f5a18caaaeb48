"""Who reads, signs and arranges the papers of somebody. Lists and single copies side by side."""

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from naast.agreements.models import Asks, Copy, CopyState, Question
from naast.core.decisions import ALLOW, Decision, deny
from naast.organisations.actors import Actor


def visible_to(actor: Actor) -> QuerySet[Copy]:
    """The copies this actor may know: a coordinator all; everybody else their own, without what was taken
    back."""
    copies = Copy.objects.filter(organisation_id=actor.organisation_id)
    if actor.is_coordinator:
        return copies
    return own(actor).exclude(state=CopyState.WITHDRAWN)


def own(actor: Actor) -> QuerySet[Copy]:
    """The copies that are about the actor."""
    copies = Copy.objects.filter(organisation_id=actor.organisation_id)
    return copies.filter(person_id=actor.person_id) if actor.person_id else copies.none()


def questions_visible_to(actor: Actor) -> QuerySet[Question]:
    """What was asked about the copies this actor may know."""
    return Question.objects.filter(copy__in=visible_to(actor))


def is_own(actor: Actor, copy: Copy) -> bool:
    """Whether the copy is about the actor."""
    return actor.organisation_id == copy.organisation_id and actor.person_id == copy.person_id


def can_prepare(actor: Actor) -> Decision:
    """Coordinators make papers, make them anew and take them back."""
    if not actor.is_coordinator:
        return deny(_("Only a coordinator can make papers."))
    return ALLOW


def can_change(actor: Actor, copy: Copy) -> Decision:
    """A coordinator, while nobody has signed."""
    if not actor.is_coordinator:
        return can_prepare(actor)
    if copy.organisation_id != actor.organisation_id:
        return deny(_("This belongs to another organisation."))
    if copy.frozen_at is not None:
        return deny(_("Somebody signed this text: it stays as it is."))
    return ALLOW


def can_sign_own(actor: Actor, copy: Copy) -> Decision:
    """The person it is about, and nobody in their place."""
    if not is_own(actor, copy):
        return deny(_("Only the person it is about can sign here."))
    return _may_be_signed(copy, is_signed=copy.own_signature_id is not None)


def can_sign_for_us(actor: Actor, copy: Copy) -> Decision:
    """A coordinator, but never beside their own signature: two sides are two people."""
    if not actor.is_coordinator or actor.membership_id is None:
        return deny(_("A coordinator signs for the organisation."))
    if copy.organisation_id != actor.organisation_id:
        return deny(_("This belongs to another organisation."))
    if is_own(actor, copy):
        return deny(_("This is your own copy: a colleague signs it for the organisation."))
    if copy.version.document.asks != Asks.SIGNATURE:
        return deny(_("This text needs no signature of ours."))
    return _may_be_signed(copy, is_signed=copy.our_signature_id is not None)


def can_write_down(actor: Actor, copy: Copy) -> Decision:
    """A coordinator writes down how somebody else signed: on paper, together, after reading aloud."""
    if not actor.is_coordinator or actor.membership_id is None:
        return deny(_("A coordinator writes down how somebody signed."))
    if copy.organisation_id != actor.organisation_id:
        return deny(_("This belongs to another organisation."))
    if is_own(actor, copy):
        return deny(_("This is your own copy: a colleague writes this down."))
    return _may_be_signed(copy, is_signed=copy.own_signature_id is not None)


def can_set_limits(actor: Actor, copy: Copy) -> Decision:
    """The person themself, or a coordinator who sits beside them; until somebody signs (S2-33)."""
    if not (is_own(actor, copy) or can_prepare(actor)):
        return deny(_("Only the person and the coordinator write down limits."))
    if copy.organisation_id != actor.organisation_id:
        return deny(_("This belongs to another organisation."))
    if copy.state != CopyState.OPEN or copy.frozen_at is not None:
        return deny(_("Somebody signed this text: it stays as it is. Ask for a new one."))
    return ALLOW


def can_ask(actor: Actor, copy: Copy) -> Decision:
    """The person it is about, as long as the text holds or waits."""
    if not is_own(actor, copy):
        return deny(_("Only the person it is about can ask something here."))
    if copy.state not in (CopyState.OPEN, CopyState.SIGNED):
        return deny(_("A newer text took the place of this one. Ask your question there."))
    return ALLOW


def can_answer(actor: Actor) -> Decision:
    """Coordinators answer."""
    if not actor.is_coordinator:
        return deny(_("Only a coordinator can answer."))
    return ALLOW


def can_renew(actor: Actor, copy: Copy) -> Decision:
    """The person says that it still holds, or a coordinator writes down that they said so."""
    if copy.organisation_id != actor.organisation_id:
        return deny(_("This belongs to another organisation."))
    if not (is_own(actor, copy) or can_write_renewal(actor, copy)):
        return deny(_("Only the person it is about can say that this still holds."))
    return ALLOW


def can_write_renewal(actor: Actor, copy: Copy) -> bool:
    """Whether this actor writes down a talk with somebody else."""
    return bool(can_prepare(actor)) and actor.membership_id is not None and not is_own(actor, copy)


def _may_be_signed(copy: Copy, *, is_signed: bool) -> Decision:
    if copy.version.document.asks == Asks.NOTHING:
        return deny(_("This text is only to read."))
    if copy.state != CopyState.OPEN or is_signed:
        return deny(_("This is no longer possible: something changed in the meantime. Look again."))
    return ALLOW
