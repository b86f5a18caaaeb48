"""Forgetting who came to a meeting or helped once: with their letters, which hold a name and an address."""

from uuid import UUID

from naast.audit import log
from naast.core import clock
from naast.messaging import services as messaging
from naast.organisations.actors import Actor
from naast.organisations.models import Organisation
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


def forget_guests(ids: list[UUID]) -> int:
    """Somebody is erased altogether, and so are these sign-ups of theirs. Returns how many went."""
    rows = SignUp.objects.filter(pk__in=ids).select_related("organisation")
    for guest in rows:
        forget_guest(_erasing(guest.organisation), guest)
    return len(ids)


def forget_helpers(ids: list[UUID]) -> int:
    """Somebody is erased altogether, and so is the help they gave now and then. Returns how many went."""
    for helper in Helper.objects.filter(pk__in=ids).select_related("organisation"):
        forget_helper(_erasing(helper.organisation), helper)
    return len(ids)


def forget_contacts(ids: list[UUID]) -> int:
    """Somebody is erased altogether who spoke for these groups: the groups stay. Returns how many."""
    rows = GroupRequest.objects.select_for_update(of=("self",)).filter(pk__in=ids)
    for group in rows.select_related("organisation"):
        forget_contact(_erasing(group.organisation), group)
        group.forgotten_on = clock.today()
        group.save()
    return len(ids)


def _erasing(house: Organisation) -> Actor:
    return Actor.system(house, reason="forgets somebody who asked for it")


def with_application(actor: Actor, application_id: UUID) -> None:
    """A candidate is forgotten: so is where they signed up or helped before they applied."""
    mine = {"organisation_id": actor.organisation_id, "application_id": application_id}
    for guest in SignUp.objects.filter(**mine):
        log.record("meeting.guest-forgotten", actor=actor, target=guest)
        forget_guest(actor, guest)
    for helper in Helper.objects.filter(**mine):
        forget_helper(actor, helper)
