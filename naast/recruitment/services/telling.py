"""Telling the coordinator of a candidate that something happened; never who or what."""

from naast.core.text import Text
from naast.messaging import services as messaging
from naast.organisations.actors import Actor
from naast.organisations.models import Membership
from naast.recruitment.models import Application


def tell_coordinator(
    actor: Actor,
    application: Application,
    *,
    kind: str,
    subject: Text,
    body: Text,
    is_gone: bool = False,
) -> None:
    """A message to who looks after this candidate; nothing when nobody does, or when they did it
    themselves. `is_gone`: the application will not be there any more, so the list is shown instead. Call
    inside the transaction of the change."""
    if application.coordinator_id in (None, actor.membership_id):
        return
    coordinator = Membership.objects.select_related("user").get(pk=application.coordinator_id)
    messaging.tell(
        actor=actor,
        user=coordinator.user,
        kind=kind,
        subject=subject,
        body=body,
        url=actor.url("recruitment:applications")
        if is_gone
        else actor.url("recruitment:application", application_id=application.pk),
    )
