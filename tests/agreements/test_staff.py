"""Colleagues keep the same texts: the charter, house rules, the code."""

from typing import Any

import pytest

from naast.agreements.models import DocumentKind, StaffAcknowledgement, Version
from naast.agreements.queries import staff as queries
from naast.agreements.services import acknowledging, reading, talks_nightly
from naast.core import clock
from naast.core.errors import NotAllowed
from naast.messaging.models import Message
from naast.organisations.models import STAFF, Function
from tests.agreeing import DocumentFactory, VersionFactory, clause
from tests.conftest import Cast
from tests.factories import ProgrammeFactory, actor_of, member

SLOGANS = [
    clause("own-1", "We groeten elkaar.", heading="Naast elkaar"),
    clause("own-2", "- Eerst luisteren", heading=""),
]


def charter(cast: Cast, **fields: Any) -> Version:
    """A published charter that colleagues sign too."""
    document = DocumentFactory(organisation=cast.here, for_staff=True, **fields)
    made: Version = VersionFactory(document=document, text=SLOGANS)
    return made


@pytest.mark.covers("S1-214", "S3-24")
@pytest.mark.parametrize("function", sorted(STAFF))
def test_every_colleague_reads_the_charter_and_stands_behind_it(cast: Cast, function: str) -> None:
    version = charter(cast)
    colleague = member(cast.here, Function(function), name="Een Collega")
    actor = actor_of(colleague)
    assert [each.since for each in reading.for_staff(actor, language="nl")] == [None]
    acknowledging.acknowledge(actor=actor, version=version)
    acknowledging.acknowledge(actor=actor, version=version)
    (text,) = reading.for_staff(actor, language="nl")
    assert text.since is not None
    assert StaffAcknowledgement.objects.get().membership == colleague


def test_a_volunteer_is_no_colleague_here(cast: Cast) -> None:
    version = charter(cast)
    for name in ("bea", "piet", "chris"):
        with pytest.raises(NotAllowed):
            acknowledging.acknowledge(actor=cast.actor(name), version=version)


def test_what_is_not_for_staff_asks_them_nothing(cast: Cast) -> None:
    version = VersionFactory(document=DocumentFactory(organisation=cast.here))
    assert reading.for_staff(cast.actor("nele"), language="nl") == []
    with pytest.raises(NotAllowed):
        acknowledging.acknowledge(actor=cast.actor("nele"), version=version)


@pytest.mark.covers("S1-125")
def test_house_rules_are_for_both_and_a_newer_version_asks_again(cast: Cast) -> None:
    actor = cast.actor("nele")
    version = charter(cast, kind=DocumentKind.HOUSE_RULES, for_volunteers=True)
    acknowledging.acknowledge(actor=actor, version=version)
    VersionFactory(document=version.document, number=2, asks_again=False)
    (text,) = reading.for_staff(actor, language="nl")
    assert (text.version.number, text.since is None) == (2, False)
    VersionFactory(document=version.document, number=3)
    (text,) = reading.for_staff(actor, language="nl")
    assert (text.version.number, text.since) == (3, None)


def test_the_charter_of_a_programme_is_for_the_colleagues_named_there(cast: Cast) -> None:
    programme = ProgrammeFactory(organisation=cast.here, coach=cast.nele)
    charter(cast, programme=programme)
    assert len(reading.for_staff(cast.actor("nele"), language="nl")) == 1
    assert reading.for_staff(cast.actor("amal"), language="nl") == []


def test_who_signed_stands_by_name_and_the_others_are_reminded_once_a_day(cast: Cast) -> None:
    version = charter(cast)
    acknowledging.acknowledge(actor=cast.actor("nele"), version=version)
    actor = cast.actor("amal")
    _version, rows = queries.who_signed(actor, version.document_id)
    assert {row.membership.user.name: row.signed_on is not None for row in rows} == {
        "Amal Coördineert": False,
        "Nele Beroeps": True,
    }
    assert acknowledging.remind_staff(actor=actor, document_id=version.document_id) == 1
    assert acknowledging.remind_staff(actor=actor, document_id=version.document_id) == 0
    assert Message.objects.get().user == cast.amal.user
    with pytest.raises(NotAllowed):
        acknowledging.remind_staff(actor=cast.actor("nele"), document_id=version.document_id)


def test_the_pages_of_the_charter(cast: Cast) -> None:
    version = charter(cast)
    nele, amal = cast.client("nele"), cast.client("amal")
    text = cast.url(f"mine/charter/{version.pk}/")
    assert text in nele.get(cast.url("mine/charter/")).content.decode()
    assert "We groeten elkaar." in nele.get(text).content.decode()
    assert nele.post(text).status_code == 303
    staff = cast.url(f"prepare/papers/{version.document_id}/staff/")
    shown = amal.get(staff)
    assert [row.membership.user.name for row in shown.context["signed"]] == ["Nele Beroeps"]
    assert amal.post(f"{staff}remind/").status_code == 303


@pytest.mark.covers("S1-207")
def test_the_charter_gives_slogans_one_a_sheet(cast: Cast) -> None:
    version = charter(cast)
    client = cast.client("amal")
    url = cast.url(f"prepare/papers/{version.document_id}/slogans")
    assert client.get(f"{url}/").context["slogans"] == ["Naast elkaar", "Eerst luisteren"]
    sheet = client.get(f"{url}.pdf")
    assert sheet["Content-Type"] == "application/pdf"
    assert sheet.content.startswith(b"%PDF")


def test_a_charter_without_words_gives_no_sheet(cast: Cast) -> None:
    document = DocumentFactory(organisation=cast.here, for_staff=True)
    client = cast.client("amal")
    assert client.get(cast.url(f"prepare/papers/{document.pk}/slogans/")).status_code == 200
    assert client.get(cast.url(f"prepare/papers/{document.pk}/slogans.pdf")).status_code == 404
    assert client.get(cast.url(f"prepare/papers/{document.pk}/staff/")).status_code == 200


def test_a_new_text_is_told_once_to_who_has_not_signed_and_waits_on_their_home(cast: Cast) -> None:
    nele = cast.actor("nele")
    assert not queries.has_text_to_read(nele)
    version = charter(cast)
    acknowledging.acknowledge(actor=cast.actor("amal"), version=version)
    assert queries.has_text_to_read(nele)
    assert not queries.has_text_to_read(cast.actor("amal"))
    assert not queries.has_text_to_read(cast.actor("bea"))
    for _night in range(2):
        talks_nightly.run(clock.now())
    told = Message.objects.filter(kind=acknowledging.KIND, user=cast.nele.user)
    assert told.count() == 1
    assert not Message.objects.filter(kind=acknowledging.KIND, user=cast.amal.user).exists()
    home = cast.client("nele").get(cast.url("professional/"))
    assert home.context["text_to_read"]
