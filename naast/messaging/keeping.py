"""For how long this room keeps what was told: see core.retention."""

from datetime import date
from uuid import UUID

from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from naast.core import clock
from naast.core.retention import Kind, deleting, register
from naast.messaging.models import Message


def _messages(organisation_id: UUID, before: date) -> QuerySet[Message]:
    """What left, or was read; what still waits to leave stays where somebody sees it."""
    return Message.objects.filter(
        Q(mailed_at__isnull=False) | Q(read_at__isnull=False),
        organisation_id=organisation_id,
        created_at__lt=clock.morning(before),
    )


MESSAGES = Kind(
    code="messaging.messages",
    title=_("Letters and messages that were sent"),
    months=24,
    least=12,
    most=60,
    starts=_("the day it was written"),
    reason=_("To see what somebody was told. That they were reminded is kept without words."),
    due=_messages,
    erase=deleting(Message),
    person="about_id",
    others=("user__memberships__person_id",),
)
register(MESSAGES)
