"""Letters to people outside: the list, one letter, trying again, and never twice."""

from dataclasses import replace
from datetime import timedelta
from typing import Any
from unittest.mock import patch

import pytest
from django.core import mail
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from pytest_django.fixtures import DjangoCaptureOnCommitCallbacks

from naast.audit.models import Event
from naast.core import clock
from naast.core.attention import AttentionItem, Urgency
from naast.core.errors import NotAllowed
from naast.core.ids import uuid7
from naast.messaging import attention, policies, queries, services, tasks, texts
from naast.messaging.models import Message
from naast.messaging.services import AlreadySent, Letter
from naast.organisations.models import Organisation
from tests.conftest import Cast

KIND = texts.Kind(
    code="test.letter",
    label="Een proefbrief",
    when="Nooit.",
    subject="Dank je",
    body="Dag {first_name}, tot {day}. Groeten van {organisation}, {phone}.",
    fills=frozenset({"day"}),
)
OTHER = replace(KIND, code="test.other")
NOBODY = "01890000-0000-7000-8000-000000000000"


@pytest.fixture(autouse=True)
def kind() -> Any:
    """Two kinds of letters for these tests."""
    with patch.dict(texts._kinds, {KIND.code: KIND, OTHER.code: OTHER}):
        yield


def a_letter(**changes: Any) -> Letter:
    return Letter(
        **{
            "address": "Noor@Test.Example ",
            "kind": KIND.code,
            "language": "nl",
            "values": {"first_name": "Noor", "day": "dinsdag"},
        }
        | changes
    )


def written(house: Organisation, **fields: Any) -> Message:
    return Message.objects.create(
        **{
            "organisation": house,
            "to_address": "noor@test.example",
            "kind": KIND.code,
            "subject": "Dank je",
            "body": "Dag Noor",
        }
        | fields
    )


def send(message: Message) -> None:
    tasks.send_mail.func(str(message.pk))


def test_a_letter_is_filled_in_and_leaves_after_commit(
    cast: Cast, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    Organisation.objects.filter(pk=cast.here.pk).update(phone="09 111 22 33")
    with django_capture_on_commit_callbacks(execute=True):
        made = services.write(actor=cast.actor("amal"), letter=a_letter())
        assert mail.outbox == []

    assert mail.outbox[0].to == ["noor@test.example"]
    assert f"Dag Noor, tot dinsdag. Groeten van {cast.here.name}, 09 111 22 33." in str(
        mail.outbox[0].body
    )
    made.refresh_from_db()
    assert made.mailed_at is not None
    assert made.written_by == cast.amal


def test_words_that_somebody_changed_go_out_as_they_are_braces_and_all(cast: Cast) -> None:
    words = texts.Words("Een {subject}", "Ik schreef {zomaar} iets tussen {haakjes}.")
    made = services.write(actor=cast.actor("amal"), letter=a_letter(words=words))
    assert (made.subject, made.body) == (words.subject, words.body)


@pytest.mark.parametrize("subject", ["", "  ", "x" * 121, "twee\nregels", "rest\r"])
def test_a_subject_is_one_line_that_fits(cast: Cast, subject: str) -> None:
    words = texts.Words(subject, "Dag")
    if subject.strip() == "rest":
        services.write(actor=cast.actor("amal"), letter=a_letter(words=words))
        return
    with pytest.raises(texts.SubjectUnfit):
        services.write(actor=cast.actor("amal"), letter=a_letter(words=words))
    assert not Message.objects.exists()


def test_a_letter_that_does_not_leave_stays_in_the_outbox_and_leaves_at_the_next_try(
    cast: Cast, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    letter = written(cast.here)
    with (
        patch("naast.messaging.tasks.EmailMessage.send", side_effect=OSError("no server")),
        pytest.raises(OSError, match="no server"),
    ):
        send(letter)

    letter.refresh_from_db()
    assert (letter.mailed_at, letter.sending_since) == (None, None)
    assert letter.failed_at is not None
    waiting = queries.listed(cast.actor("amal"), queries.Filters(left=queries.WAITING))
    assert list(waiting) == [letter]

    with django_capture_on_commit_callbacks(execute=True):
        services.try_again(actor=cast.actor("amal"), message_id=letter.pk)

    letter.refresh_from_db()
    assert len(mail.outbox) == 1
    assert letter.mailed_at is not None
    assert letter.failed_at is None


def test_nothing_is_sent_twice(cast: Cast) -> None:
    letter = written(cast.here)
    send(letter)
    send(letter)
    assert len(mail.outbox) == 1
    with pytest.raises(AlreadySent):
        services.try_again(actor=cast.actor("amal"), message_id=letter.pk)


def test_a_letter_that_a_worker_is_sending_is_left_alone_until_that_worker_gave_up(
    cast: Cast,
) -> None:
    letter = written(cast.here, sending_since=clock.now())
    send(letter)
    assert mail.outbox == []

    Message.objects.update(sending_since=clock.now() - tasks.GIVEN_UP - timedelta(seconds=1))
    send(letter)
    assert len(mail.outbox) == 1


def test_a_letter_that_no_longer_exists_is_no_trouble() -> None:
    with patch("naast.messaging.tasks.Message.objects.filter") as rows:
        rows.return_value.filter.return_value.update.return_value = 0
        tasks.send_mail.func(NOBODY)
    assert mail.outbox == []


def test_the_list_shows_letters_to_people_outside_newest_first(cast: Cast) -> None:
    first, second = written(cast.here), written(cast.here, to_address="ali@test.example")
    written(cast.elsewhere)
    Message.objects.create(
        organisation=cast.here, user=cast.bea.user, kind="test", subject="x", body="y"
    )
    Message.objects.filter(pk=first.pk).update(mailed_at=clock.now())
    amal, address = cast.client("amal"), cast.url("messages/")

    shown = [letter.pk for letter, _label in amal.get(address).context["letters"]]
    assert shown == [second.pk, first.pk]

    for query, expected in (
        ("left=sent", [first.pk]),
        ("left=waiting", [second.pk]),
        (f"kind={KIND.code}", [second.pk, first.pk]),
        ("kind=nonsense", [second.pk, first.pk]),
        (f"kind={OTHER.code}", []),
    ):
        answer = amal.get(f"{address}?{query}")
        assert answer.status_code == 200
        assert [letter.pk for letter, _label in answer.context["letters"]] == expected, query


def test_the_list_goes_from_page_to_page_and_back(cast: Cast) -> None:
    letters = [written(cast.here) for _ in range(52)]
    amal, address = cast.client("amal"), cast.url("messages/")
    first = amal.get(address)
    second = amal.get(address + first.context["page"].next)
    back = amal.get(address + second.context["page"].previous)

    def ids(answer: Any) -> list[Any]:
        return [letter.pk for letter, _label in answer.context["letters"]]

    newest = [letter.pk for letter in reversed(letters)]
    assert (ids(first), ids(second)) == (newest[:50], newest[50:])
    assert ids(back) == newest[:50]
    assert second.context["page"].next == ""


def test_the_list_costs_the_same_however_many_letters(cast: Cast) -> None:
    amal, address = cast.client("amal"), cast.url("messages/")

    def cost() -> int:
        amal.get(address)
        with CaptureQueriesContext(connection) as captured:
            amal.get(address)
        return len(captured)

    written(cast.here, written_by=cast.amal)
    one = cost()
    written(cast.here, written_by=cast.amal)
    written(cast.here)
    assert one == cost() <= 12


def test_one_letter_shows_what_was_sent_when_and_opening_it_leaves_a_line(cast: Cast) -> None:
    letter = written(cast.here, about_id=uuid7(), body="Dag Noor", written_by=cast.amal)
    send(letter)
    answer = cast.client("amal").get(cast.url(f"messages/{letter.pk}/"))

    page = answer.content.decode()
    assert "Dag Noor" in page
    assert cast.amal.user.name in page
    letter.refresh_from_db()
    assert timezone.localtime(letter.mailed_at).strftime("%H:%M") in page
    looked = Event.objects.get(kind="letter.read", is_view=True)
    assert (looked.target_id, looked.user_id) == (letter.pk, cast.amal.user_id)


def test_a_letter_about_nobody_leaves_no_line(cast: Cast) -> None:
    letter = written(cast.here)
    assert cast.client("amal").get(cast.url(f"messages/{letter.pk}/")).status_code == 200
    assert not Event.objects.filter(kind="letter.read").exists()


def test_a_coordinator_tries_again_from_the_page(
    cast: Cast, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    letter = written(cast.here, failed_at=clock.now())
    amal, address = cast.client("amal"), cast.url(f"messages/{letter.pk}/again/")
    with django_capture_on_commit_callbacks(execute=True):
        assert amal.post(address).status_code == 303
    assert len(mail.outbox) == 1
    assert Event.objects.filter(kind="letter.tried-again").count() == 1

    with django_capture_on_commit_callbacks(execute=True):
        assert amal.post(address).status_code == 303
    assert len(mail.outbox) == 1


def test_coordinators_see_every_letter_others_their_own_and_elsewhere_none(cast: Cast) -> None:
    own = written(cast.here, written_by=cast.nele)
    other = written(cast.here)
    assert set(policies.outbox_visible_to(cast.actor("amal"))) == {own, other}
    assert set(policies.outbox_visible_to(cast.actor("nele"))) == {own}
    assert set(policies.outbox_visible_to(cast.actor("bea"))) == set()
    assert set(policies.outbox_visible_to(cast.actor("chris"))) == set()


def test_letters_that_did_not_leave_are_one_line_on_the_desk_until_they_leave(cast: Cast) -> None:
    def lines(who: str) -> list[AttentionItem]:
        return attention.items(cast.actor(who), now=clock.now())

    written(cast.here)
    assert lines("amal") == []
    stuck = [written(cast.here, failed_at=clock.now()) for _ in range(2)]

    [line] = lines("amal")
    assert (line.subject_id, line.urgency) == (stuck[0].pk, Urgency.NOW)
    assert "2" in str(line.sentence)
    assert len(cast.client("amal").get(line.url).context["letters"]) == 3
    for who in ("bea", "nele", "chris"):
        assert lines(who) == []
        signs = attention.signs(cast.actor(who), now=clock.now())
        assert all(not rows.exists() for rows in signs.values())
    assert set(attention.signs(cast.actor("amal"), now=clock.now())) == {line.kind}

    for letter in stuck:
        send(letter)
    assert lines("amal") == []


def test_only_a_coordinator_of_this_organisation_sends_again(cast: Cast) -> None:
    own = written(cast.here, written_by=cast.nele)
    with pytest.raises(NotAllowed):
        services.try_again(actor=cast.actor("nele"), message_id=own.pk)
    with pytest.raises(Message.DoesNotExist):
        services.try_again(actor=cast.actor("chris"), message_id=own.pk)
    assert not policies.can_send_again(cast.actor("chris"), own)
    for path in ("", "again/"):
        address = f"/o/{cast.elsewhere.slug}/messages/{own.pk}/{path}"
        chris = cast.client("chris")
        assert (chris.get(address) if not path else chris.post(address)).status_code == 404
