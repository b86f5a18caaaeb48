"""Reading along as an administrator: the coordinators hear of it at once (ADR 0021)."""

from django.db import transaction
from django.utils.translation import gettext_lazy

from naast.messaging.services import tell
from naast.organisations import staff_sessions
from naast.organisations.actors import Actor
from naast.organisations.models import Function, StaffSession
from naast.organisations.queries import colleagues

MOST_TOLD = 20


@transaction.atomic
def open_session(*, actor: Actor, reason: str, words: str, minutes: int) -> StaffSession:
    """Begin to read along, and tell every coordinator that somebody does. Raises NotAllowed or DomainError."""
    session = staff_sessions.open_session(actor=actor, reason=reason, words=words, minutes=minutes)
    for each in colleagues(actor, Function.COORDINATOR)[:MOST_TOLD]:
        tell(
            actor=actor,
            user=each.user,
            kind="accountability.session-opened",
            subject=gettext_lazy("An administrator reads along"),
            body=gettext_lazy(
                "It is for a short time and with a reason. You can see what is opened, and end it."
            ),
            url=actor.url("accountability:session", session_id=session.pk),
        )
    return session
