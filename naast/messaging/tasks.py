"""Sending, in the background: the page never waits for a mail server."""

from uuid import UUID

from django.conf import settings
from django.core.mail import EmailMessage
from django_tasks import task

from naast.core import clock
from naast.messaging.models import Message


@task()
def send_mail(message_id: str) -> None:
    """Send one message of the outbox. A failure leaves it unsent, and the task in the failed list."""
    message = Message.objects.select_related("user", "organisation").get(pk=UUID(message_id))
    if message.mailed_at is not None:
        return
    link = f"\n\n{settings.BASE_URL}{message.url}" if message.url else ""
    EmailMessage(
        subject=message.subject,
        body=f"{message.body}{link}\n\n{message.organisation.name}",
        to=[message.user.email],
    ).send()
    message.mailed_at = clock.now()
    message.save(update_fields=["mailed_at"])
