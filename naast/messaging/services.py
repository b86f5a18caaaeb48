"""Putting a message in the outbox."""

from functools import partial

from django.db import transaction
from django.utils.translation import override

from naast.accounts.models import User
from naast.core import clock
from naast.core.text import Text
from naast.messaging import queries, tasks
from naast.messaging.models import Message
from naast.organisations.actors import Actor


def tell(
    *, actor: Actor, user: User, kind: str, subject: Text, body: Text, url: str = ""
) -> Message:
    """Tell somebody something in their own language, by mail and on their home page.

    `subject` and `body` are lazy translations without names or content of a file: they say that there
    is something, the page behind `url` says what. Call inside the transaction of the change: the mail
    leaves after commit.
    """
    with override(user.language):
        message = Message.objects.create(
            organisation_id=actor.organisation_id,
            user=user,
            kind=kind,
            subject=str(subject),
            body=str(body),
            url=url,
        )
    transaction.on_commit(partial(tasks.send_mail.enqueue, str(message.pk)))
    return message


def mark_read(*, actor: Actor, url: str) -> None:
    """The page a message points at was opened."""
    queries.unread(actor).filter(url=url).update(read_at=clock.now())
