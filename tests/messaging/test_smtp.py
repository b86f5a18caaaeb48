"""Letters over real SMTP, to a mail server that this test starts on this machine."""

import socket
from collections.abc import Iterator
from email import message_from_bytes, policy
from email.message import EmailMessage
from typing import Any

import pytest
from aiosmtpd.controller import Controller
from django_tasks import TaskResultStatus
from pytest_django.fixtures import Settings

from naast.messaging import services, tasks, texts
from naast.messaging.models import Message
from naast.messaging.services import Letter
from naast.organisations.models import Organisation
from tests.conftest import Cast

pytestmark = [pytest.mark.enable_socket, pytest.mark.allow_hosts(["127.0.0.1", "localhost"])]
HERE = "127.0.0.1"
CALENDAR = "BEGIN:VCALENDAR\r\nSUMMARY:Eerste gesprek\r\nEND:VCALENDAR\r\n"


class Keeps:
    """A mail server that keeps what it gets."""

    def __init__(self) -> None:
        self.got: list[Any] = []

    async def handle_DATA(self, server: Any, session: Any, envelope: Any) -> str:  # noqa: N802 -- aiosmtpd's name
        """Take the letter."""
        self.got.append(envelope)
        return "250 OK"


class Refuses(Keeps):
    """A mail server that knows nobody."""

    async def handle_RCPT(  # noqa: N802 -- aiosmtpd's name
        self, server: Any, session: Any, envelope: Any, address: str, options: list[str]
    ) -> str:
        """Nobody lives here."""
        return "550 No such user here"


def _free_port() -> int:
    with socket.socket() as found:
        found.bind((HERE, 0))
        port: int = found.getsockname()[1]
    return port


def _serving(server: Keeps, settings: Settings) -> Controller:
    controller = Controller(server, hostname=HERE, port=_free_port())
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = HERE, controller.port
    settings.EMAIL_HOST_USER = settings.EMAIL_HOST_PASSWORD = ""
    settings.EMAIL_USE_TLS = settings.EMAIL_USE_SSL = False
    controller.start()
    return controller


@pytest.fixture
def post_office(settings: Settings) -> Iterator[Keeps]:
    """A server that takes everything."""
    server = Keeps()
    controller = _serving(server, settings)
    yield server
    controller.stop()


@pytest.fixture
def closed_office(settings: Settings) -> Iterator[Keeps]:
    """A server that takes nothing."""
    server = Refuses()
    controller = _serving(server, settings)
    yield server
    controller.stop()


def _written(cast: Cast, **fields: Any) -> Message:
    words = texts.Words(
        "Één moment: à bientôt",
        "Dag Zoë,\n\nTot in het café, ’s middags.\nÀ très bientôt, ça ira !",
    )
    letter = Letter(
        address="zoe@test.example",
        kind="application.thanks",
        language="nl",
        values={"first_name": "Zoë"},
        words=words,
        **fields,
    )
    return services.write(actor=cast.actor("amal"), letter=letter)


def _read(envelope: Any) -> EmailMessage:
    read = message_from_bytes(envelope.content, policy=policy.default)
    assert isinstance(read, EmailMessage)
    return read


def test_a_letter_arrives_with_its_accents_its_calendar_and_an_address_to_answer_to(
    cast: Cast, post_office: Keeps
) -> None:
    Organisation.objects.filter(pk=cast.here.pk).update(email="huis@test.example")
    letter = _written(cast, calendar=CALENDAR, url="/v/hier/mine/geheim/")

    tasks.send_mail.func(str(letter.pk))

    [envelope] = post_office.got
    assert envelope.rcpt_tos == ["zoe@test.example"]
    mail = _read(envelope)
    assert mail["Subject"] == "Één moment: à bientôt"
    assert "Zoë" not in mail["Subject"]
    assert mail["Reply-To"] == "huis@test.example"
    assert mail["To"] == "zoe@test.example"
    text = mail.get_body(("plain",))
    assert text is not None
    assert text.get_content_charset() == "utf-8"
    said = text.get_content().replace("\r\n", "\n")
    assert "Dag Zoë,\n\nTot in het café, ’s middags.\nÀ très bientôt, ça ira !" in said
    assert "/v/hier/mine/geheim/" in said
    assert cast.here.name in said
    [attached] = list(mail.iter_attachments())
    assert (attached.get_content_type(), attached.get_filename()) == ("text/calendar", "naast.ics")
    assert attached.get_content().split() == CALENDAR.split()
    letter.refresh_from_db()
    assert letter.mailed_at is not None


def test_the_usual_thanks_arrives_in_french(cast: Cast, post_office: Keeps) -> None:
    letter = Letter(
        address="noor@test.example",
        kind="application.thanks",
        language="fr",
        values={"first_name": "Éloïse"},
    )
    message = services.write(actor=cast.actor("amal"), letter=letter)

    tasks.send_mail.func(str(message.pk))

    mail = _read(post_office.got[0])
    text = mail.get_body(("plain",))
    assert text is not None
    assert "Éloïse" in text.get_content()
    assert "Éloïse" not in str(mail["Subject"])


def test_a_server_that_refuses_leaves_the_letter_in_the_outbox(
    cast: Cast, closed_office: Keeps
) -> None:
    letter = _written(cast)

    result = tasks.send_mail.enqueue(str(letter.pk))

    assert result.status == TaskResultStatus.FAILED
    assert "550" in result.errors[0].traceback
    assert "zoe@test.example" not in result.errors[0].traceback
    letter.refresh_from_db()
    assert (letter.mailed_at, letter.sending_since) == (None, None)
    assert letter.failed_at is not None
    assert closed_office.got == []


def test_without_a_server_it_waits_and_leaves_once_there_is_one(
    cast: Cast, settings: Settings
) -> None:
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = HERE, _free_port()
    letter = _written(cast)
    with pytest.raises(ConnectionRefusedError):
        tasks.send_mail.func(str(letter.pk))

    server = Keeps()
    controller = _serving(server, settings)
    try:
        for _ in range(2):
            tasks.send_mail.func(str(letter.pk))
    finally:
        controller.stop()

    assert len(server.got) == 1
    letter.refresh_from_db()
    assert letter.mailed_at is not None
    assert letter.failed_at is None
