"""Sending, in the background: the page never waits for a mail server."""

import logging
from datetime import timedelta
from smtplib import SMTPException
from uuid import UUID

from django.conf import settings
from django.core.mail import EmailMessage
from django.db.models import Q
from django_tasks import task

from naast.core import clock
from naast.messaging.models import Message

logger = logging.getLogger(__name__)
# A worker that says nothing for so long has stopped: somebody else may try.
GIVEN_UP = timedelta(minutes=10)


class NotTaken(Exception):
    """The mail server did not take a letter. Says what the server said, not for whom it was: this stands in
    the log and among the failed tasks."""


@task()
def send_mail(message_id: str) -> None:
    """Send one message of the outbox, once: whoever finds it being sent or sent leaves it alone. A failure
    leaves it unsent, with the moment in `failed_at`, and the task in the failed list."""
    message = _taken(UUID(message_id))
    if message is None:
        return
    mine = Message.objects.filter(pk=message.pk)
    try:
        _send(message)
    except Exception as error:
        mine.update(failed_at=clock.now(), sending_since=None)
        if isinstance(error, SMTPException):
            raise NotTaken(str(error).replace(_address(message), "…")) from None
        raise
    mine.update(mailed_at=clock.now(), failed_at=None, sending_since=None)


@task()
def send_many(message_ids: list[str]) -> None:
    """Send a batch, one by one: what the mail server does not take stays in the outbox as with `send_mail`,
    and keeps none of the others."""
    for message_id in message_ids:
        try:
            send_mail.func(message_id)
        except Exception:
            logger.exception("a message of a batch did not leave: %s", message_id)


def _taken(message_id: UUID) -> Message | None:
    """The message, taken by this worker; None when it has left, or another worker has it. No lock is held
    while the mail server takes its time."""
    now = clock.now()
    free = Q(sending_since__isnull=True) | Q(sending_since__lt=now - GIVEN_UP)
    rows = Message.objects.filter(pk=message_id)
    if not rows.filter(free, mailed_at__isnull=True).update(sending_since=now):
        return None
    return rows.select_related("user", "organisation").get()


def _address(message: Message) -> str:
    return message.user.email if message.user else message.to_address


def _send(message: Message) -> None:
    link = f"\n\n{settings.BASE_URL}{message.url}" if message.url else ""
    mail = EmailMessage(
        subject=message.subject,
        body=f"{message.body}{link}\n\n{message.organisation.name}",
        to=[_address(message)],
        reply_to=[message.organisation.email] if message.organisation.email else None,
    )
    if message.calendar:
        mail.attach("naast.ics", message.calendar, "text/calendar")
    mail.send()
