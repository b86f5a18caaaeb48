"""Reminders of the night, in batches: each once, whatever stops in between, in a constant number of queries."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from functools import partial
from uuid import UUID

from django.db import transaction
from django.utils.translation import override

from naast.accounts.models import User
from naast.core import clock
from naast.core.text import Text
from naast.messaging import tasks
from naast.messaging.models import Message, Reminder
from naast.organisations.actors import Actor
from naast.organisations.models import Organisation

# Mail leaves right after its transaction; what is older and never tried was left behind by a crash.
LEFT_BEHIND = timedelta(hours=1)
A_BATCH = 500


@dataclass(frozen=True, slots=True)
class Reminding:
    """Remind one person of one thing: `subject_id` and `step` make it happen once.

    `user`, or the `address` (with `language`) of somebody without an account. `subject` and `body` are lazy
    translations without names or content of a file, as with `services.tell`; `values` fills in what is not
    personal, such as a date. `url` is a path of this site.
    """

    kind: str
    subject_id: UUID
    step: str
    subject: Text
    body: Text
    user: User | None = None
    address: str = ""
    language: str = "nl"
    url: str = ""
    values: Mapping[str, object] = field(default_factory=dict)


@transaction.atomic
def remind(*, actor: Actor, rows: Sequence[Reminding]) -> int:
    """Tell each of these what they were not told yet. Returns how many. All rows belong to the actor's
    organisation; a constant number of queries however many there are. Two nights at once queue here."""
    if not rows:
        return 0
    Organisation.objects.select_for_update(no_key=True).get(pk=actor.organisation_id)
    told = set(
        Reminder.objects.filter(
            organisation_id=actor.organisation_id,
            kind__in={row.kind for row in rows},
            subject_id__in={row.subject_id for row in rows},
        ).values_list("kind", "subject_id", "step")
    )
    new = {
        (row.kind, row.subject_id, row.step): row
        for row in rows
        if (row.kind, row.subject_id, row.step) not in told and (row.user or row.address)
    }
    Reminder.objects.bulk_create(
        Reminder(organisation_id=actor.organisation_id, kind=kind, subject_id=subject_id, step=step)
        for kind, subject_id, step in new
    )
    made = Message.objects.bulk_create(_message(actor, row) for row in new.values())
    if made:
        ids = [str(message.pk) for message in made]
        transaction.on_commit(partial(tasks.send_many.enqueue, ids))
    return len(made)


def _message(actor: Actor, row: Reminding) -> Message:
    language = row.user.language if row.user else row.language
    with override(language):
        return Message(
            organisation_id=actor.organisation_id,
            user=row.user,
            to_address="" if row.user else row.address.strip().lower(),
            kind=row.kind,
            language=language,
            subject=str(row.subject),
            body=str(row.body) % row.values if row.values else str(row.body),
            url=row.url,
        )


def forget_reminders(actor: Actor, kind: str, subject_ids: Sequence[UUID]) -> int:
    """Forget that somebody was reminded of these; part of the transaction of the forgetting, which records it.
    Returns how many."""
    rows = Reminder.objects.filter(organisation_id=actor.organisation_id, kind=kind)
    return rows.filter(subject_id__in=subject_ids).delete()[0]


def send_what_was_left() -> int:
    """Send messages that were written and never tried: the machine stopped between the change and the
    mail. Returns how many; sending twice is impossible (tasks.send_mail)."""
    old = Message.objects.filter(
        mailed_at__isnull=True,
        failed_at__isnull=True,
        sending_since__isnull=True,
        created_at__lt=clock.now() - LEFT_BEHIND,
    )
    ids = [str(pk) for pk in old.order_by("id").values_list("pk", flat=True)[:A_BATCH]]
    if ids:
        tasks.send_many.enqueue(ids)
    return len(ids)
