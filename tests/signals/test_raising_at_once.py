"""A phone that sends the same signal twice at the same moment."""

from functools import partial
from uuid import uuid4

import pytest

from naast.messaging.models import Message
from naast.signals.models import Signal
from naast.signals.services import raising
from tests.at_once import at_once, refused
from tests.conftest import Cast
from tests.signalling import contact_person, noticed

pytestmark = [pytest.mark.postgres, pytest.mark.django_db(transaction=True)]


def test_what_is_sent_twice_at_once_is_stored_and_told_once(cast: Cast) -> None:
    contact_person(cast)
    told = noticed(client_key=uuid4())
    send = partial(raising.raise_signal, actor=cast.actor("bea"), noticed=told)
    assert refused(at_once(send, send)) == 0
    assert (Signal.objects.count(), Message.objects.count()) == (1, 1)
