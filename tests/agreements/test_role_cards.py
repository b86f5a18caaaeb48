"""Cards: what a participant may expect, what a volunteer does, doesn’t and may decide."""

from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from naast.agreements.models import Asks, CardRead, DocumentKind, Version
from naast.agreements.panels_papers import papers_of_volunteer
from naast.companionship.models import MatchState
from naast.core import clock
from naast.people.models import Person
from naast.programmes.models import Kind, Programme
from tests.agreeing import DocumentFactory, VersionFactory, clause
from tests.conftest import Cast
from tests.factories import EngagementFactory, MatchFactory, ProgrammeFactory, RequestFactory


def card(cast: Cast, kind: str, text: str, **fields: Any) -> Version:
    """A published card with one sentence."""
    document = DocumentFactory(organisation=cast.here, kind=kind, name=str(kind), **fields)
    made: Version = VersionFactory(document=document, text=[clause("own-1", text)])
    return made


def wish(cast: Cast, programme: Programme) -> None:
    """Piet has a wish in this programme."""
    RequestFactory(
        organisation=cast.here,
        programme=programme,
        participant=None,
        participant_id=cast.person_id("piet"),
    )


def takes_part(cast: Cast, programme: Programme) -> None:
    """Bea is a volunteer there."""
    EngagementFactory(
        organisation=cast.here, programme=programme, person=None, person_id=cast.person_id("bea")
    )


@pytest.mark.covers("S1-134")
def test_a_participant_reads_what_they_may_expect_of_each_programme(cast: Cast) -> None:
    programme = ProgrammeFactory(organisation=cast.here)
    wish(cast, programme)
    other = ProgrammeFactory(organisation=cast.here)
    version = card(cast, DocumentKind.ROLE_PARTICIPANT, "Een {volunteer_word} komt bij jou.")
    card(cast, DocumentKind.MANDATE, "Niet voor Piet.")
    client = cast.client("piet")
    page = client.get(cast.url("mine/role-card/")).content.decode()
    assert "Een buddy komt bij jou." in page
    assert other.name not in page
    assert "Niet voor Piet." not in page
    understood = cast.url(f"mine/role-card/{programme.pk}/{version.pk}/")
    assert understood in page
    for _time in range(2):
        assert client.post(understood).status_code == 303
    assert CardRead.objects.get().person_id == cast.person_id("piet")
    assert understood not in client.get(cast.url("mine/role-card/")).content.decode()


def test_a_match_that_was_only_proposed_gives_no_card_away(cast: Cast) -> None:
    programme = ProgrammeFactory(organisation=cast.here)
    fields = {
        "organisation": cast.here,
        "programme": programme,
        "request": None,
        "participant": None,
        "participant_id": cast.person_id("piet"),
    }
    match = MatchFactory(**fields, state=MatchState.PROPOSED, started_on=None)
    card(cast, DocumentKind.ROLE_PARTICIPANT, "Iemand komt bij jou.")
    url = cast.url("mine/role-card/")
    assert "Iemand komt bij jou." not in cast.client("piet").get(url).content.decode()
    match.state = MatchState.RUNNING
    match.save()
    assert "Iemand komt bij jou." in cast.client("piet").get(url).content.decode()


@pytest.mark.covers("S0-3", "S1-140")
def test_a_volunteer_reads_the_cards_of_their_programmes_and_says_that_they_understand(
    cast: Cast,
) -> None:
    programme = ProgrammeFactory(
        organisation=cast.here, mandate=["Een uitstap van een halve dag."], not_done=["Geld lenen."]
    )
    takes_part(cast, programme)
    card(cast, DocumentKind.MANDATE, "Dit beslis je zelf:\n{mandate}")
    version = card(cast, DocumentKind.DO_DONT, "Liever niet:\n{not_done}")
    client = cast.client("bea")
    page = client.get(cast.url("mine/cards/")).content.decode()
    assert "Een uitstap van een halve dag." in page
    assert "Geld lenen." in page
    assert client.post(cast.url(f"mine/cards/{programme.pk}/{version.pk}/")).status_code == 303
    assert CardRead.objects.get().version == version


def test_the_own_card_of_a_programme_goes_before_that_of_the_house(cast: Cast) -> None:
    programme = ProgrammeFactory(organisation=cast.here)
    takes_part(cast, programme)
    card(cast, DocumentKind.MANDATE, "Van het huis.")
    card(cast, DocumentKind.MANDATE, "Van de werking.", programme=programme)
    page = cast.client("bea").get(cast.url("mine/cards/")).content.decode()
    assert ("Van de werking." in page, "Van het huis." in page) == (True, False)


def test_nobody_understands_a_card_that_is_not_theirs(cast: Cast) -> None:
    programme = ProgrammeFactory(organisation=cast.here)
    takes_part(cast, programme)
    version = card(cast, DocumentKind.ROLE_PARTICIPANT, "Voor deelnemers.")
    client = cast.client("bea")
    assert client.post(cast.url(f"mine/cards/{programme.pk}/{version.pk}/")).status_code == 303
    assert not CardRead.objects.exists()
    elsewhere = ProgrammeFactory(organisation=cast.elsewhere)
    assert client.post(cast.url(f"mine/cards/{elsewhere.pk}/{version.pk}/")).status_code == 404


def test_a_card_that_can_not_be_filled_in_yet_says_so_kindly(cast: Cast) -> None:
    programme = ProgrammeFactory(organisation=cast.here)
    takes_part(cast, programme)
    card(cast, DocumentKind.MANDATE, "Jij bent {person}.")
    response = cast.client("bea").get(cast.url("mine/cards/"))
    (group,) = response.context["groups"]
    assert group.cards[0].content is None


def test_staff_print_a_card_for_who_does_not_go_online(cast: Cast) -> None:
    programme = ProgrammeFactory(organisation=cast.here)
    card(cast, DocumentKind.ROLE_PARTICIPANT, "Iemand komt bij jou.")
    url = cast.url(f"prepare/cards/{programme.pk}/role_participant/")
    for name in ("amal", "nele"):
        assert "Iemand komt bij jou." in cast.client(name).get(url).content.decode()
    assert cast.client("bea").get(url).status_code == 404
    charter = cast.url(f"prepare/cards/{programme.pk}/charter/")
    assert cast.client("amal").get(charter).status_code == 404


def test_the_cards_cost_the_same_for_one_programme_and_for_three_but_for_its_parts(
    cast: Cast,
) -> None:
    client, url = cast.client("bea"), cast.url("mine/cards/")
    for kind in (DocumentKind.MANDATE, DocumentKind.DO_DONT, DocumentKind.ROLE_VOLUNTEER):
        card(cast, kind, "Zo doen we het.")

    def queries() -> int:
        takes_part(cast, ProgrammeFactory(organisation=cast.here))
        client.get(url)
        with CaptureQueriesContext(connection) as seen:
            client.get(url)
        return len(seen)

    one = queries()
    two, three = queries(), queries()
    assert three - two == two - one <= 8


def test_a_participant_reads_the_other_texts_that_are_for_them(cast: Cast) -> None:
    programme = ProgrammeFactory(organisation=cast.here)
    wish(cast, programme)
    kind = DocumentKind.PROMISES
    card(cast, kind, "Dit beloven we.", for_participants=True, asks=Asks.NOTHING)
    card(cast, DocumentKind.HOUSE_RULES, "Alleen voor ons.", for_staff=True)
    page = cast.client("piet").get(cast.url("mine/role-card/"))
    assert [each.version.document.kind for each in page.context["texts"]] == [kind]
    assert "Dit beloven we." in page.content.decode()
    assert "Alleen voor ons." not in page.content.decode()


def test_a_card_says_where_it_is_not_volunteering(cast: Cast) -> None:
    programme = ProgrammeFactory(organisation=cast.here)
    card(cast, DocumentKind.ROLE_VOLUNTEER, "Je wandelt mee.")
    who: dict[str, Any] = {"person": None, "person_id": cast.person_id("bea")}
    EngagementFactory(organisation=cast.here, programme=programme, kind=Kind.PLACEMENT, **who)
    (group,) = cast.client("bea").get(cast.url("mine/cards/")).context["groups"]
    codes = [each.code for each in group.cards[0].content.clauses]
    assert "law_not_volunteering" in codes


def test_staff_see_whether_cards_are_read_and_write_down_that_they_read_them_together(
    cast: Cast,
) -> None:
    programme = ProgrammeFactory(organisation=cast.here)
    version = card(cast, DocumentKind.MANDATE, "Dat beslis je zelf.")
    takes_part(cast, programme)
    person = Person.objects.get(pk=cast.person_id("bea"))
    client = cast.client("amal")
    url = cast.url(f"prepare/signing/{person.pk}/")
    found = client.get(url)
    assert found.context["cards"].unread == [(programme, version)]
    # Who has an account says it themselves.
    client.post(f"{url}cards/")
    assert not CardRead.objects.exists()

    Person.objects.filter(pk=person.pk).update(user=None)
    assert f"{url}cards/" in client.get(url).content.decode()
    for _time in range(2):
        assert client.post(f"{url}cards/").status_code == 303
    assert CardRead.objects.get().person_id == person.pk
    assert client.get(url).context["cards"].read_on == clock.today()
    panel = papers_of_volunteer(cast.actor("amal"), person)
    assert panel is not None
    assert panel.context["cards"] == client.get(url).context["cards"]
