"""Who may read the outbox and change the organisation's words."""

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from naast.core.decisions import ALLOW, Decision, deny
from naast.messaging.models import Message
from naast.organisations.actors import Actor


def outbox_visible_to(actor: Actor) -> QuerySet[Message]:
    """Letters to people outside: coordinators see all of their organisation, others what they wrote."""
    letters = Message.objects.filter(organisation_id=actor.organisation_id, user__isnull=True)
    if actor.is_coordinator:
        return letters
    if actor.membership_id is None:
        return letters.none()
    return letters.filter(written_by_id=actor.membership_id)


def can_send_again(actor: Actor, message: Message) -> Decision:
    """Coordinators look after the letters of their organisation."""
    if not actor.is_coordinator:
        return deny(_("Only a coordinator can send this letter again."))
    if message.organisation_id != actor.organisation_id:
        return deny(_("This letter belongs to another organisation."))
    return ALLOW


def can_change_wordings(actor: Actor) -> Decision:
    """Coordinators choose the words of their organisation."""
    if not actor.is_coordinator:
        return deny(_("Only a coordinator can change these texts."))
    return ALLOW
