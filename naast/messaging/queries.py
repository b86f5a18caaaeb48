"""Reads about messages."""

from django.db.models import QuerySet

from naast.messaging.models import Message
from naast.organisations.actors import Actor


def unread(actor: Actor) -> QuerySet[Message]:
    """What somebody was told and has not opened yet, newest first."""
    told = Message.objects.filter(organisation_id=actor.organisation_id, read_at__isnull=True)
    return told.filter(user_id=actor.user_id).order_by("-id") if actor.user_id else told.none()
