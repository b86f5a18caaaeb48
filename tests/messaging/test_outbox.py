"""Messages leave after the change is certain, in the reader's language, without names."""

from django.core import mail
from django.db import transaction
from django.utils.translation import gettext_lazy as _
from pytest_django.fixtures import DjangoCaptureOnCommitCallbacks

from naast.messaging import queries, services
from naast.messaging.models import Message
from tests.conftest import Cast


def _tell(cast: Cast) -> Message:
    return services.tell(
        actor=cast.actor("amal"),
        user=cast.bea.user,
        kind="test",
        subject=_("Somebody would like a call"),
        body=_("Somebody you look after would like to talk. Naast tells who, and before when."),
        url="/o/hier/volunteer/",
    )


def test_a_message_is_mailed_after_commit_with_a_link(
    cast: Cast, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        _tell(cast)
        assert mail.outbox == []

    sent = mail.outbox[0]
    assert sent.to == [cast.bea.user.email]
    assert "/o/hier/volunteer/" in sent.body
    assert Message.objects.get().mailed_at is not None


def test_a_change_that_fails_tells_nobody(
    cast: Cast, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    with django_capture_on_commit_callbacks(execute=True) as callbacks, transaction.atomic():
        _tell(cast)
        transaction.set_rollback(True)

    assert callbacks == []
    assert mail.outbox == []


def test_a_message_shows_to_its_reader_until_the_page_was_opened(cast: Cast) -> None:
    message = _tell(cast)

    assert list(queries.unread(cast.actor("bea"))) == [message]
    assert list(queries.unread(cast.actor("amal"))) == []

    services.mark_read(actor=cast.actor("bea"), url="/o/hier/volunteer/")
    assert list(queries.unread(cast.actor("bea"))) == []
