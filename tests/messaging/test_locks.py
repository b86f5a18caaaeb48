"""Two workers and two coordinators at the same letter at the same moment."""

import time
from unittest.mock import patch

import pytest
from django.core import mail

from naast.messaging import services, tasks
from naast.messaging.models import Message
from tests.at_once import at_once
from tests.conftest import Cast

pytestmark = [pytest.mark.postgres, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def letter(cast: Cast) -> Message:
    """A letter that waits."""
    return Message.objects.create(
        organisation=cast.here,
        to_address="noor@test.example",
        kind="application.thanks",
        subject="Dank je",
        body="Dag Noor",
    )


def test_two_workers_with_the_same_letter_send_it_once(letter: Message) -> None:
    slow = patch.object(tasks, "_send", side_effect=lambda message: time.sleep(0.2))

    def send() -> None:
        tasks.send_mail.func(str(letter.pk))

    with slow as sent:
        at_once(send, send)

    assert sent.call_count == 1
    letter.refresh_from_db()
    assert letter.mailed_at is not None


def test_two_coordinators_who_try_again_at_once_send_it_once(cast: Cast, letter: Message) -> None:
    def again() -> None:
        services.try_again(actor=cast.actor("amal"), message_id=letter.pk)

    at_once(again, again)

    assert len(mail.outbox) == 1
