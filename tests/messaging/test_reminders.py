"""Reminders of the night: each once, whatever stops in between, in a constant number of queries."""

from collections.abc import Callable, Iterator
from datetime import timedelta
from uuid import UUID, uuid4

import pytest
from django.core import mail
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from django.utils.translation import gettext_lazy as _
from pytest_django.fixtures import DjangoCaptureOnCommitCallbacks

from naast.core import clock
from naast.messaging import tasks
from naast.messaging.models import Message, Reminder
from naast.messaging.reminders import LEFT_BEHIND, Reminding, remind, send_what_was_left
from naast.organisations.actors import Actor
from tests.conftest import Cast
from tests.factories import UserFactory

Commit = DjangoCaptureOnCommitCallbacks


@pytest.fixture
def night(cast: Cast) -> Actor:
    return Actor.system(cast.here, reason="test of the night")


def row(subject_id: UUID | None = None, **given: object) -> Reminding:
    """«Look at this before 3 May», about anything."""
    values: dict[str, object] = {
        "kind": "test.ends",
        "subject_id": subject_id or uuid4(),
        "step": "60",
        "subject": _("Somebody would like a call"),
        "body": "Kijk ernaar voor %(day)s.",
        "values": {"day": "3 mei"},
        "address": "Iemand@Test.Example ",
    }
    return Reminding(**(values | given))  # type: ignore[arg-type]  # of its fields


def test_somebody_is_reminded_once_of_each_step_however_many_nights(
    night: Actor, django_capture_on_commit_callbacks: Commit
) -> None:
    subject = uuid4()
    told = []
    for step in ("60", "60", "14", "14", "due"):
        with django_capture_on_commit_callbacks(execute=True):
            told.append(remind(actor=night, rows=[row(subject, step=step)]))
    assert told == [1, 0, 1, 0, 1]
    assert len(mail.outbox) == Reminder.objects.count() == 3


def test_the_same_row_twice_in_one_batch_is_one_reminder(night: Actor) -> None:
    subject = uuid4()
    assert remind(actor=night, rows=[row(subject), row(subject)]) == 1


def test_another_organisation_is_reminded_of_its_own(cast: Cast, night: Actor) -> None:
    there, subject = Actor.system(cast.elsewhere, reason="test of the night"), uuid4()
    assert remind(actor=night, rows=[row(subject)]) == 1
    assert remind(actor=there, rows=[row(subject)]) == 1


def test_no_rows_ask_nothing_of_the_database(night: Actor) -> None:
    with CaptureQueriesContext(connection) as captured:
        assert remind(actor=night, rows=[]) == 0
    assert not [each for each in captured if "SAVEPOINT" not in each["sql"]]


def test_who_can_not_be_reached_is_not_told_and_may_be_later(cast: Cast, night: Actor) -> None:
    subject = uuid4()
    assert remind(actor=night, rows=[row(subject, address="")]) == 0
    assert not Reminder.objects.exists()
    assert remind(actor=night, rows=[row(subject, address="", user=cast.bea.user)]) == 1


def test_an_account_goes_before_an_address_and_everybody_reads_their_language(
    night: Actor, django_capture_on_commit_callbacks: Commit
) -> None:
    fleur = UserFactory(language="fr")
    with django_capture_on_commit_callbacks(execute=True):
        remind(actor=night, rows=[row(user=fleur, language="nl"), row(language="en")])
    mails = {sent.to[0]: sent for sent in mail.outbox}
    assert set(mails) == {fleur.email, "iemand@test.example"}
    assert mails["iemand@test.example"].subject == "Somebody would like a call"
    assert mails[fleur.email].subject != "Somebody would like a call"
    assert "Kijk ernaar voor 3 mei." in mails[fleur.email].body
    own = Message.objects.get(user=fleur)
    assert (own.language, own.to_address) == ("fr", "")


def test_thirty_cost_as_many_queries_as_three(night: Actor) -> None:
    def cost(number: int) -> int:
        with CaptureQueriesContext(connection) as captured:
            assert remind(actor=night, rows=[row() for _ in range(number)]) == number
        return len(captured)

    cost(1)
    assert cost(30) == cost(3)


def test_a_night_that_stops_before_the_end_has_told_nobody_and_goes_on_the_next(
    night: Actor, django_capture_on_commit_callbacks: Commit
) -> None:
    subject = uuid4()
    with django_capture_on_commit_callbacks(execute=True), transaction.atomic():
        remind(actor=night, rows=[row(subject)])
        transaction.set_rollback(True)
    assert (mail.outbox, Message.objects.count(), Reminder.objects.count()) == ([], 0, 0)
    with django_capture_on_commit_callbacks(execute=True):
        assert remind(actor=night, rows=[row(subject)]) == 1
    assert len(mail.outbox) == 1


def test_a_night_that_stops_between_the_change_and_the_mail_is_made_good_once(
    night: Actor, django_capture_on_commit_callbacks: Commit
) -> None:
    subject = uuid4()
    # The callbacks are caught and not run: the machine stopped after the commit.
    with django_capture_on_commit_callbacks():
        remind(actor=night, rows=[row(subject)])
    assert mail.outbox == []
    assert send_what_was_left() == 0

    Message.objects.update(created_at=clock.now() - LEFT_BEHIND - timedelta(minutes=1))
    with django_capture_on_commit_callbacks(execute=True):
        assert remind(actor=night, rows=[row(subject)]) == 0
    assert [send_what_was_left(), send_what_was_left()] == [1, 0]
    assert len(mail.outbox) == 1


def test_what_was_tried_and_failed_or_is_being_sent_is_left_to_those_who_know(
    night: Actor,
) -> None:
    remind(actor=night, rows=[row(), row()])
    old = clock.now() - LEFT_BEHIND - timedelta(minutes=1)
    first, second = Message.objects.all()
    Message.objects.filter(pk=first.pk).update(created_at=old, failed_at=old)
    Message.objects.filter(pk=second.pk).update(created_at=old, sending_since=clock.now())
    assert send_what_was_left() == 0


@pytest.fixture
def refuses_the_second(monkeypatch: pytest.MonkeyPatch) -> Callable[[], int]:
    """A mail server that does not take the second letter. Returns how many letters it saw."""
    seen: list[Message] = []
    send = tasks._send

    def picky(message: Message) -> None:
        seen.append(message)
        if len(seen) == 2:
            raise OSError("not today")
        send(message)

    monkeypatch.setattr(tasks, "_send", picky)
    return lambda: len(seen)


def _left() -> Iterator[bool]:
    for message in Message.objects.order_by("id"):
        yield message.mailed_at is None


def test_a_letter_that_does_not_leave_keeps_none_of_the_others(
    night: Actor,
    django_capture_on_commit_callbacks: Commit,
    refuses_the_second: Callable[[], int],
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        remind(actor=night, rows=[row(), row(), row()])
    assert refuses_the_second() == 3
    assert list(_left()) == [False, True, False]
    assert Message.objects.filter(failed_at__isnull=False).count() == 1


def test_a_batch_that_is_sent_twice_sends_each_letter_once(
    night: Actor, django_capture_on_commit_callbacks: Commit
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        remind(actor=night, rows=[row(), row()])
    ids = [str(pk) for pk in Message.objects.values_list("pk", flat=True)]
    tasks.send_many.enqueue(ids)
    assert len(mail.outbox) == 2
