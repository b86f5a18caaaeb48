"""The pages of texts: from nothing to a published version, and what they cost."""

from uuid import UUID

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from naast.agreements.contents import Clause
from naast.agreements.models import AboutUs, Document, DocumentKind, Version
from naast.agreements.services import drafts, texts
from naast.agreements.services.texts import NewText, use_default
from naast.organisations.actors import Actor
from naast.programmes.models import Programme
from tests.agreeing import AboutUsFactory, DocumentFactory, VersionFactory
from tests.conftest import Cast
from tests.factories import ProgrammeFactory

LANGUAGES = ["nl", "fr", "en"]


def shown_draft(client: Client, publish: str) -> dict[str, str]:
    """What the page of publishing sends back: the draft that it showed."""
    return {"confirmed": "yes", "shown": client.get(publish).context["shown"]}


@pytest.fixture
def client(cast: Cast) -> Client:
    """Amal's browser."""
    return cast.client("amal")


@pytest.fixture
def programme(cast: Cast) -> Programme:
    """A programme of the house."""
    return ProgrammeFactory(organisation=cast.here, coordinator=cast.amal)


@pytest.fixture
def draft(coordinator: Actor) -> Document:
    """A charter in Dutch and French, not published."""
    new = NewText("charter", ("nl", "fr"))
    return use_default(actor=coordinator, new=new, is_published=False)


def at(cast: Cast, document: Document, rest: str = "") -> str:
    """An address under one document."""
    return cast.url(f"prepare/papers/{document.pk}/{rest}")


def test_the_list_shows_every_kind_and_uses_our_text_in_one_click(
    cast: Cast, client: Client
) -> None:
    shown = client.get(cast.url("prepare/papers/"))
    assert {line.kind for line in shown.context["lines"]} == set(DocumentKind) - {"other"}
    sent = {"languages": LANGUAGES, "at_once": "yes"}
    answer = client.post(cast.url("prepare/papers/new/charter/"), sent)
    document = Document.objects.get()
    assert (answer.status_code, answer["Location"]) == (303, at(cast, document))
    assert document.versions.get().published_on is not None
    again = client.post(cast.url("prepare/papers/new/charter/"), sent)
    assert again.status_code == 422


def test_a_programme_sees_the_text_of_the_house_until_it_has_its_own(
    cast: Cast, client: Client, programme: Programme
) -> None:
    VersionFactory(document=DocumentFactory(organisation=cast.here))
    address = cast.url(f"prepare/papers/?programme={programme.pk}")
    (line,) = [it for it in client.get(address).context["lines"] if it.kind == "charter"]
    assert line.is_of_house
    sent = {"languages": ["nl"], "programme": str(programme.pk), "style": "co_written"}
    answer = client.post(cast.url("prepare/papers/new/charter/"), sent)
    own = Document.objects.get(programme=programme)
    assert answer["Location"] == at(cast, own, "draft/nl/")
    assert own.style == "co_written"
    (line,) = [it for it in client.get(address).context["lines"] if it.kind == "charter"]
    assert (line.document, line.is_of_house, line.has_draft) == (own, False, True)


def test_a_text_of_ones_own_starts_empty_under_its_name(cast: Cast, client: Client) -> None:
    sent = {"name": "Zwembadregels", "languages": ["nl"], "style": "protocol"}
    answer = client.post(cast.url("prepare/papers/new/other/"), sent)
    document = Document.objects.get(name="Zwembadregels")
    editor = client.get(answer["Location"]).context["editor"]
    assert [it for it in editor.clauses if not it.clause.is_compulsory] == []
    assert editor.problems
    assert client.get(at(cast, document)).status_code == 200
    assert client.get(cast.url("prepare/papers/new/poem/")).status_code == 404


def test_clauses_are_written_moved_and_left_out_on_the_page(
    cast: Cast, client: Client, draft: Document
) -> None:
    new = at(cast, draft, "draft/nl/clauses/new/")
    assert client.get(new).status_code == 200
    wrong = client.post(new, {"heading": "Stilte", "text": "Voor {iedereen}"})
    assert wrong.status_code == 422
    client.post(new, {"heading": "Stilte", "text": "We zijn stil."})
    shown = client.get(at(cast, draft, "draft/fr/"))
    (empty,) = [it for it in shown.context["editor"].clauses if it.is_empty]
    assert empty.clause.code == "own-1"
    for step in ("up", "remove"):
        address = at(cast, draft, f"draft/nl/clauses/own-1/{step}/")
        assert client.post(address).status_code == 303
    assert client.post(at(cast, draft, "draft/nl/clauses/own-1/up/")).status_code == 404
    assert client.post(at(cast, draft, "draft/nl/clauses/beside/round/")).status_code == 404
    one = at(cast, draft, "draft/nl/clauses/beside/")
    assert client.get(one).context["form"].initial["heading"] == "We gaan naast iemand staan"
    assert client.post(one, {"heading": "Naast", "text": "Altijd."}).status_code == 303
    client.post(at(cast, draft, "draft/nl/"), {"title": "Wat we willen"})
    client.post(at(cast, draft, "draft/nl/ready/equal_worth/"))
    assert client.post(at(cast, draft, "draft/nl/ready/poem/")).status_code == 404
    client.post(at(cast, draft, "draft/nl/add-language/en/"))
    client.post(at(cast, draft, "draft/fr/drop-language/"))
    shown = client.get(at(cast, draft, "draft/nl/"))
    own = [it.clause for it in shown.context["editor"].clauses]
    assert (own[0].text, own[-1].code) == ("Altijd.", "equal_worth")
    assert shown.context["editor"].text.title == "Wat we willen"
    assert shown.context["editor"].languages == ["en", "nl"]


@pytest.mark.covers("S0-41")
def test_what_comes_by_itself_is_locked_and_says_where_it_comes_from(
    cast: Cast, client: Client, coordinator: Actor
) -> None:
    new = NewText("agreement", ("nl",))
    document = use_default(actor=coordinator, new=new, is_published=False)
    editor = client.get(at(cast, document, "draft/nl/")).context["editor"]
    locked = {it.clause.code: it for it in editor.clauses if it.clause.is_compulsory}
    assert {"care_limits", "care_danger"} <= set(locked)
    assert all(it.clause.source and it.certainty for it in locked.values())
    assert client.get(at(cast, document, "draft/nl/clauses/care_limits/")).status_code == 404


@pytest.mark.covers("S0-33")
def test_publishing_shows_what_changed_and_asks_whether_to_ask_again(
    cast: Cast, client: Client, draft: Document, coordinator: Actor
) -> None:
    publish = at(cast, draft, "publish/")
    assert client.get(publish).context["has_before"] is False
    assert client.post(publish, shown_draft(client, publish)).status_code == 303
    client.post(at(cast, draft, "draft/"))
    one = at(cast, draft, "draft/nl/clauses/beside/")
    client.post(one, {"heading": "We gaan naast iemand staan", "text": "Altijd."})
    (changed,) = client.get(publish).context["changes"]
    assert changed.change == "worded"
    form = shown_draft(client, publish) | {"asks_again": "no"}
    assert client.post(publish, form).status_code == 422
    answer = client.post(publish, form | {"change_note": "Korter"})
    assert answer.status_code == 303
    second = Version.objects.get(number=2)
    assert (second.asks_again, second.change_note) == (False, "Korter")
    shown = client.get(cast.url(f"prepare/papers/versions/{second.pk}/changes/"))
    assert [it.change for it in shown.context["changes"]] == ["worded"]
    assert b"<ins>" in shown.content
    first = Version.objects.get(number=1)
    assert client.get(cast.url(f"prepare/papers/versions/{first.pk}/changes/")).status_code == 404
    assert client.get(publish).status_code == 404


def test_a_draft_that_changed_meanwhile_is_not_published(
    cast: Cast, client: Client, draft: Document, coordinator: Actor
) -> None:
    publish = at(cast, draft, "publish/")
    form = shown_draft(client, publish)
    words = Clause("beside", "Naast", "Een collega schreef dit.")
    drafts.change_clause(actor=coordinator, document_id=draft.pk, language="nl", clause=words)
    assert client.post(publish, form).status_code == 422
    assert client.post(publish, {"confirmed": "yes"}).status_code == 422
    assert client.post(publish, shown_draft(client, publish)).status_code == 303


def test_what_was_typed_stays_when_a_colleague_publishes_meanwhile(
    cast: Cast, client: Client, draft: Document, coordinator: Actor
) -> None:
    texts.publish(actor=coordinator, document_id=draft.pk, asks_again=True, change_note="")
    typed = {"heading": "Stilte", "text": "We zijn stil."}
    for rest in ("new", "beside"):
        address = at(cast, draft, f"draft/nl/clauses/{rest}/")
        refused = client.post(address, typed)
        assert refused.status_code == 422
        assert "We zijn stil." in refused.content.decode()
        assert client.get(address).status_code == 404


def test_what_was_typed_stays_when_a_colleague_leaves_the_clause_out(
    cast: Cast, client: Client, draft: Document, coordinator: Actor
) -> None:
    drafts.remove_clause(actor=coordinator, document_id=draft.pk, code="beside")
    address = at(cast, draft, "draft/nl/clauses/beside/")
    refused = client.post(address, {"heading": "Naast", "text": "We zijn stil."})
    assert refused.status_code == 422
    assert "We zijn stil." in refused.content.decode()


def test_a_draft_that_lacks_something_is_not_published(
    cast: Cast, client: Client, draft: Document, coordinator: Actor
) -> None:
    drafts.remove_clause(actor=coordinator, document_id=draft.pk, code="beside")
    client.post(at(cast, draft, "draft/nl/clauses/new/"), {"heading": "A", "text": "B"})
    refused = client.post(at(cast, draft, "publish/"), {"confirmed": "yes"})
    assert refused.status_code == 422
    assert refused.context["stops"]


def test_a_draft_can_be_thrown_away_and_a_text_put_away(
    cast: Cast, client: Client, draft: Document
) -> None:
    answer = client.post(at(cast, draft, "draft/discard/"))
    assert answer["Location"] == cast.url("prepare/papers/")
    assert not Document.objects.exists()
    kept = VersionFactory(document=DocumentFactory(organisation=cast.here)).document
    assert client.post(at(cast, kept, "put-away/")).status_code == 303
    assert client.get(at(cast, kept)).status_code == 200
    client.post(at(cast, kept, "put-away/"))
    client.post(at(cast, kept, "draft/"))
    assert kept.versions.count() == 1


def test_settings_ask_for_somebody_who_reads_it(
    cast: Cast, client: Client, draft: Document
) -> None:
    address = at(cast, draft, "settings/")
    assert client.get(address).status_code == 200
    sent = {"name": "Charter", "asks": "signature", "style": "co_written"}
    assert client.post(address, sent).status_code == 422
    assert client.post(address, sent | {"for_staff": "on", "renew_months": 6}).status_code == 303
    draft.refresh_from_db()
    assert (draft.asks, draft.for_volunteers, draft.renew_months) == ("signature", False, 6)


def test_what_every_text_says_about_us_is_written_per_language(cast: Cast, client: Client) -> None:
    address = cast.url("prepare/papers/about-us/fr/")
    sent = {"legal_form": "de_facto", "aim": "Ensemble.", "costs": "Aucun."}
    assert client.post(address, sent).status_code == 422
    answer = client.post(address, sent | {"answers_for_us": "Robin Voorbeeld"})
    assert answer["Location"] == address
    assert AboutUs.objects.get().aim == {"fr": "Ensemble."}
    assert client.get(cast.url("prepare/papers/about-us/")).status_code == 200
    assert client.get(cast.url("prepare/papers/about-us/xx/")).status_code == 404


def test_a_version_is_read_filled_in_or_with_what_is_missing_and_where_to_mend_it(
    cast: Cast, client: Client, programme: Programme, coordinator: Actor
) -> None:
    AboutUsFactory(organisation=cast.here)
    new = NewText("do_dont", ("nl", "fr"))
    version = use_default(actor=coordinator, new=new, is_published=True).versions.get()
    address = cast.url(f"prepare/papers/versions/{version.pk}/")
    loose = client.get(address).context["reading"]
    assert "{programme}" in loose.content.title
    assert loose.missing
    lacking = client.get(f"{address}?programme={programme.pk}").context["reading"].missing
    assert [url for _words, url in lacking] == [coordinator.url("organisations:settings")]
    cast.here.phone = "03 000 00 00"
    cast.here.save()
    filled = client.get(f"{address}?programme={programme.pk}&language=fr").context["reading"]
    assert (filled.missing, filled.content.language) == ([], "fr")
    assert programme.name in filled.content.title
    printed = client.get(f"{address}print/?programme={programme.pk}")
    assert programme.name.encode() in printed.content


@pytest.mark.covers("S1-187")
def test_all_texts_of_a_programme_come_as_one_pack_in_the_order_of_reading(
    cast: Cast, client: Client, programme: Programme, coordinator: Actor
) -> None:
    address = cast.url(f"prepare/papers/pack/{programme.pk}/")
    assert client.get(address).context["readings"] == []
    for kind in ("charter", "secrecy", "information"):
        use_default(actor=coordinator, new=NewText(kind, ("nl",)), is_published=True)
    readings = client.get(address).context["readings"]
    assert [it.version.document.kind for it in readings] == ["information", "secrecy", "charter"]
    assert client.get(f"{address}?language=xx").status_code == 404
    elsewhere = ProgrammeFactory(organisation=cast.elsewhere)
    assert client.get(cast.url(f"prepare/papers/pack/{elsewhere.pk}/")).status_code == 404


def test_the_texts_of_another_house_look_absent(cast: Cast, client: Client) -> None:
    version = VersionFactory(document=DocumentFactory(organisation=cast.elsewhere))
    for rest in ("", "settings/", "publish/", "draft/nl/"):
        assert client.get(at(cast, version.document, rest)).status_code == 404
    assert client.get(cast.url(f"prepare/papers/versions/{version.pk}/")).status_code == 404


def pages(cast: Cast, version: Version) -> list[str]:
    """The pages whose cost must not grow."""
    return [
        cast.url("prepare/papers/"),
        at(cast, version.document),
        cast.url(f"prepare/papers/versions/{version.pk}/"),
    ]


@pytest.mark.parametrize("place", range(3))
def test_a_page_costs_the_same_with_one_and_with_three(
    cast: Cast, client: Client, place: int
) -> None:
    document = DocumentFactory(organisation=cast.here, kind="other", name="Eén")
    version = VersionFactory(document=document)
    address = pages(cast, version)[place]
    client.get(address)
    with CaptureQueriesContext(connection) as one:
        client.get(address)
    for number in (2, 3):
        VersionFactory(document=document, number=number)
        more = DocumentFactory(organisation=cast.here, kind="other", name=f"Tekst {number}")
        VersionFactory(document=more)
        ProgrammeFactory(organisation=cast.here)
    with CaptureQueriesContext(connection) as three:
        client.get(address)
    assert len(one) == len(three) <= 16


def test_ids_in_an_address_are_of_this_house(cast: Cast, client: Client) -> None:
    assert client.get(at(cast, Document(pk=UUID(int=1)))).status_code == 404
