"""Forgetting who came to a meeting or helped once: with their letters, which hold a name and an address."""

from uuid import UUID

from naast.audit import log
from naast.messaging import services as messaging
from naast.organisations.actors import Actor
from naast.outreach.models import GroupRequest, Helper, SignUp


def forget_guest(actor: Actor, guest: SignUp) -> None:
    """Erase one sign-up. Call inside a transaction."""
    messaging.forget_about(actor=actor, about_id=guest.pk)
    guest.delete()


def forget_helper(actor: Actor, helper: Helper) -> None:
    """Erase one helper. Call inside a transaction."""
    log.record("helper.forgotten", actor=actor, target=helper)
    messaging.forget_about(actor=actor, about_id=helper.pk)
    helper.delete()


def forget_contact(actor: Actor, group: GroupRequest) -> None:
    """Erase who spoke for a locked group; the group and its numbers stay. The caller saves the day on which
    it was forgotten."""
    messaging.forget_about(actor=actor, about_id=group.pk)
    group.contact_name, group.email, group.phone = "", "", ""
    log.record("group.contact-forgotten", actor=actor, target=group)


def with_application(actor: Actor, application_id: UUID) -> None:
    """A candidate is forgotten: so is where they signed up or helped before they applied."""
    mine = {"organisation_id": actor.organisation_id, "application_id": application_id}
    for guest in SignUp.objects.filter(**mine):
        log.record("meeting.guest-forgotten", actor=actor, target=guest)
        forget_guest(actor, guest)
    for helper in Helper.objects.filter(**mine):
        forget_helper(actor, helper)
