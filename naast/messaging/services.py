"""Putting a message in the outbox, and the organisation's own wordings."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import partial
from uuid import UUID

from django.core.mail import EmailMessage
from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import override

from naast.accounts.models import User
from naast.audit import log
from naast.core import clock
from naast.core.errors import StateConflict
from naast.core.text import Text
from naast.messaging import policies, queries, tasks, texts
from naast.messaging.models import Message, Wording
from naast.organisations.actors import Actor
from naast.organisations.models import Membership, Organisation


class AlreadySent(StateConflict):
    """This letter has left."""


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
            language=user.language,
            subject=str(subject),
            body=str(body),
            url=url,
        )
    transaction.on_commit(partial(tasks.send_mail.enqueue, str(message.pk)))
    return message


def tell_members(
    actor: Actor, members: Iterable[Membership], words: tuple[Text, Text], *, kind: str, url: str
) -> None:
    """Tell these colleagues the same (subject and body), except who did it themselves."""
    subject, body = words
    for member in members:
        if member.user_id != actor.user_id:
            tell(actor=actor, user=member.user, kind=kind, subject=subject, body=body, url=url)


def send_unkept(*, actor: Actor, address: str, letter: tuple[Text, Text]) -> None:
    """Mail a last word (subject and text, lazy, in the language of the house) to somebody who was erased: nothing
    of it stands in the outbox. Call after commit; a mail server that doesn't take it stops nobody."""
    house = Organisation.objects.get(pk=actor.organisation_id)
    with override(house.language):
        subject, body = (str(each) for each in letter)
    mail = EmailMessage(subject=subject, body=f"{body}\n\n{house.name}", to=[address])
    mail.send(fail_silently=True)


def attach(*, message: Message, calendar: str) -> None:
    """Let a calendar file go along with a message. Call inside the transaction that told it: after that
    the mail has left."""
    message.calendar = calendar
    message.save(update_fields=["calendar"])


@dataclass(frozen=True, slots=True)
class Letter:
    """A message to an address outside: of which kind, in which language, with what to fill in.

    `values` need not hold `organisation` and `phone`. `words` are those the sender read and changed: they
    go out as they are, braces and all, unless `is_open`: then what stands in braces is filled in. None:
    the organisation's own wording or the usual one, filled in. `url` is a path of this site that is put
    under the text; `calendar` an iCalendar text that goes along.
    """

    address: str
    kind: str
    language: str
    values: Mapping[str, str]
    about_id: UUID | None = None
    words: texts.Words | None = None
    is_open: bool = False
    url: str = ""
    calendar: str = ""


def compose(*, actor: Actor, letter: Letter) -> texts.Words:
    """The words of a letter, filled in: what a preview shows and what is sent. Raises KeyError for an
    unknown kind or a missing value, texts.UnknownPlaceholder for a wording that asks for too much, and
    texts.SubjectUnfit."""
    kind = texts.kind_named(letter.kind)
    words = letter.words
    if words is None:
        words = queries.wording(actor, kind, letter.language)
    texts.check_subject(words)
    if letter.words is not None and not letter.is_open:
        return words
    texts.check(kind, words)
    house = Organisation.objects.get(pk=actor.organisation_id)
    always = {"organisation": house.name, "phone": house.phone}
    return texts.fill(words, {**always, **letter.values})


def write(*, actor: Actor, letter: Letter) -> Message:
    """Put a letter in the outbox; the mail leaves after commit. Call inside the transaction of the
    change. Raises as `compose`."""
    words = compose(actor=actor, letter=letter)
    message = Message.objects.create(
        organisation_id=actor.organisation_id,
        to_address=letter.address.strip().lower(),
        about_id=letter.about_id,
        written_by_id=actor.membership_id,
        kind=letter.kind,
        language=letter.language,
        subject=words.subject,
        body=words.body,
        url=letter.url,
        calendar=letter.calendar,
    )
    transaction.on_commit(partial(tasks.send_mail.enqueue, str(message.pk)))
    return message


@transaction.atomic
def change_wording(*, actor: Actor, kind: str, language: str, words: texts.Words) -> Wording:
    """The organisation's own words for a kind of message. Raises NotAllowed, KeyError for an unknown
    kind, texts.UnknownPlaceholder or texts.SubjectUnfit."""
    policies.can_change_wordings(actor).require()
    texts.check(texts.kind_named(kind), words)
    texts.check_subject(words)
    wording, _made = Wording.objects.update_or_create(
        organisation_id=actor.organisation_id,
        kind=kind,
        language=language,
        defaults={"subject": words.subject, "body": words.body},
    )
    log.record("wording.changed", actor=actor, target=wording, changes={"kind": kind})
    return wording


@transaction.atomic
def use_usual_wording(*, actor: Actor, kind: str, language: str) -> None:
    """Back to the usual words. Twice is the same as once. Raises NotAllowed."""
    policies.can_change_wordings(actor).require()
    own = Wording.objects.filter(
        organisation_id=actor.organisation_id, kind=kind, language=language
    )
    for wording in own:
        log.record("wording.dropped", actor=actor, target=wording, changes={"kind": kind})
    own.delete()


@transaction.atomic
def try_again(*, actor: Actor, message_id: UUID) -> None:
    """Send a letter that did not leave once more, after commit. Raises Message.DoesNotExist, NotAllowed,
    or AlreadySent: nothing goes out twice."""
    message = queries.lock_letter(actor, message_id)
    policies.can_send_again(actor, message).require()
    if message.mailed_at is not None:
        raise AlreadySent(_("This letter has left already."))
    log.record("letter.tried-again", actor=actor, target=message, changes={"kind": message.kind})
    transaction.on_commit(partial(tasks.send_mail.enqueue, str(message.pk)))


def mark_read(*, actor: Actor, url: str) -> None:
    """The page a message points at was opened."""
    queries.unread(actor).filter(url=url).update(read_at=clock.now())


def forget_about(*, actor: Actor, about_id: UUID) -> int:
    """Erase the letters about something that is being forgotten. Returns how many; call inside the
    transaction of the forgetting, which records it."""
    about = Message.objects.filter(organisation_id=actor.organisation_id, about_id=about_id)
    return about.delete()[0]
