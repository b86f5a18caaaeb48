"""A version filled in for one person: the right language, the right words, and what appears by itself."""

from datetime import date
from uuid import UUID

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils.translation import get_language

from naast.agreements import facts
from naast.agreements.contents import CannotFill, Content
from naast.agreements.models import Version
from naast.agreements.queries.documents import in_force
from naast.agreements.queries.sources import Sources
from naast.agreements.services.rendering import render, render_for_everybody, render_from
from naast.agreements.services.texts import NewText, use_default
from naast.organisations.actors import Actor
from naast.organisations.models import Organisation
from naast.programmes.models import (
    Engagement,
    EngagementTest,
    EntryCondition,
    Kind,
    OnCallLine,
    Programme,
    Serves,
    Task,
)
from tests.agreeing import AboutUsFactory, DocumentFactory, VersionFactory, clause
from tests.conftest import Cast
from tests.factories import EngagementFactory, ProgrammeFactory

TODAY = date(2026, 11, 21)
INSURED = {"insurer": "Verzekeraar Linde", "policy_number": "P-12", "insured_risks": "- ongeval"}


@pytest.fixture(autouse=True)
def insurance(monkeypatch: pytest.MonkeyPatch) -> dict[str, str]:
    """What the register of insurance would say; a test may take something away."""
    known = dict(INSURED)

    def provider(organisation_id: UUID, day: date) -> dict[str, str]:
        return known

    monkeypatch.setattr(facts, "_providers", [])
    facts.register(provider)
    facts.register(provider)
    return known


@pytest.fixture
def programme(cast: Cast) -> Programme:
    """A programme with everything that a text asks for."""
    cast.here.phone = "03 000 00 00"
    cast.here.save()
    AboutUsFactory(organisation=cast.here)
    made = ProgrammeFactory(
        organisation=cast.here,
        coordinator=cast.amal,
        mandate=["Jullie kiezen samen de dag."],
        not_done=["Geen geld lenen."],
        minimum_months=6,
    )
    part = {"organisation": cast.here, "programme": made}
    Task.objects.create(**part, name="Naar de markt", who="volunteer", is_core=False)
    Task.objects.create(**part, name="Bankzaken doen", who="never", steps_in="coördinator")
    OnCallLine.objects.create(**part, when="’s avonds", who="wie van wacht is", phone="0400")
    EntryCondition.objects.create(**part, kind="training", name="Startvorming")
    return made


@pytest.fixture
def engagement(cast: Cast, programme: Programme) -> Engagement:
    """Bea takes part."""
    return EngagementFactory(
        organisation=cast.here,
        person_id=cast.person_id("bea"),
        person=None,
        programme=programme,
        started_on=date(2026, 3, 2),
    )


def ours(actor: Actor, kind: str, *languages: str) -> Version:
    """The published version of our own text."""
    new = NewText(kind, languages or ("nl",))
    return use_default(actor=actor, new=new, is_published=True).versions.get()


def said(version: Version, engagement: Engagement, language: str = "nl", **more: str) -> Content:
    """The text for Bea."""
    return render(
        version=version,
        language=language,
        person=engagement.person,
        engagement=engagement,
        today=TODAY,
        **more,
    )


def words(content: Content) -> str:
    """Everything it says."""
    return "\n".join((content.title, *(f"{it.heading}\n{it.text}" for it in content.clauses)))


@pytest.mark.covers("S0-58")
def test_an_agreement_is_filled_in_with_the_work_the_people_and_the_insurance(
    coordinator: Actor, engagement: Engagement
) -> None:
    text = words(said(ours(coordinator, "agreement"), engagement))
    for piece in (
        engagement.programme.name,
        "Bea Buddy",
        "- Samen wandelen",
        "- Naar de markt",
        "- Bankzaken doen",
        "2 maart 2026",
        "Amal Coördineert",
        "03 000 00 00",
        "0400",
        "Startvorming",
        "Verzekeraar Linde",
        "Tram en bus",
    ):
        assert piece in text, piece
    assert "{" not in text


@pytest.mark.covers("S2-33")
def test_own_limits_stand_beside_those_of_the_organisation(
    coordinator: Actor, engagement: Engagement
) -> None:
    content = said(
        ours(coordinator, "agreement"), engagement, own_limits="Niet na negen uur\nGeen honden"
    )
    own = next(it for it in content.clauses if it.code == "own_limits")
    limits = next(it for it in content.clauses if it.code == "limits")
    assert "- Niet na negen uur\n- Geen honden" in own.text
    assert "Geen geld lenen." in limits.text
    assert own.part == limits.part == "B"


@pytest.mark.covers("S0-3")
def test_the_card_of_do_and_dont_is_built_from_the_tasks(
    coordinator: Actor, programme: Programme
) -> None:
    version = ours(coordinator, "do_dont")
    content = render_for_everybody(
        version=version, language="nl", programme_id=programme.pk, today=TODAY
    )
    by_code = {it.code: it.text for it in content.clauses}
    assert "- Samen wandelen\n- Naar de markt" in by_code["do"]
    assert "- Bankzaken doen" in by_code["dont"]
    assert "ask_first" not in by_code


@pytest.mark.covers("S1-140")
def test_the_mandate_card_says_what_somebody_may_decide(
    coordinator: Actor, programme: Programme
) -> None:
    version = ours(coordinator, "mandate")
    content = render_for_everybody(
        version=version, language="nl", programme_id=programme.pk, today=TODAY
    )
    by_code = {it.code: it.text for it in content.clauses}
    assert by_code["may"].startswith("- Jullie kiezen samen de dag.")
    assert "- Bankzaken doen" in by_code["may_not"]


@pytest.mark.covers("S0-41")
def test_extra_careful_clauses_come_by_themselves_and_only_where_they_belong(
    coordinator: Actor, engagement: Engagement
) -> None:
    version = ours(coordinator, "agreement")
    careful = {it.code: it for it in said(version, engagement).clauses if it.is_compulsory}
    assert {"care_limits", "care_danger", "law_liability"} == set(careful)
    assert all(it.source for it in careful.values())
    engagement.programme.serves = Serves.EVERYBODY
    engagement.programme.save()
    plain = {it.code for it in said(version, engagement).clauses if it.is_compulsory}
    assert plain == {"law_liability"}


@pytest.mark.covers("S1-57")
def test_what_is_not_volunteering_says_so_in_the_first_line(
    coordinator: Actor, cast: Cast, engagement: Engagement
) -> None:
    version = ours(coordinator, "agreement")
    assert said(version, engagement).clauses[0].code == "between"
    no = dict.fromkeys(("is_unpaid", "is_free_choice", "is_for_others", "is_outside_family"), True)
    EngagementTest.objects.create(
        organisation=cast.here,
        engagement=engagement,
        is_not_also_employed=False,
        tested_on=TODAY,
        **no,
    )
    again = Engagement.objects.get(pk=engagement.pk)
    first = said(version, again).clauses[0]
    assert (first.code, first.is_compulsory) == ("law_not_volunteering", True)
    again.tests.all().delete()
    again.kind = Kind.COMMUNITY_SERVICE
    assert said(version, again).clauses[0].code == "law_not_volunteering"


def test_a_compulsory_clause_stands_behind_what_it_belongs_to(
    coordinator: Actor, engagement: Engagement
) -> None:
    codes = [it.code for it in said(ours(coordinator, "agreement"), engagement).clauses]
    assert codes.index("law_liability") == codes.index("insurance") + 1
    assert codes.index("care_limits") == codes.index("limits") + 1


def test_what_nobody_filled_in_stops_the_text_and_says_what(
    coordinator: Actor, engagement: Engagement, insurance: dict[str, str]
) -> None:
    version = ours(coordinator, "agreement")
    insurance.clear()
    engagement.programme.coordinator = None
    engagement.programme.save()
    with pytest.raises(CannotFill) as caught:
        said(version, engagement)
    assert caught.value.codes == ["contact_person", "insured_risks", "insurer"]
    assert len(caught.value.names) == 3


def test_a_language_falls_back_to_that_of_the_house_and_then_to_dutch(
    coordinator: Actor, cast: Cast, engagement: Engagement
) -> None:
    version = ours(coordinator, "secrecy", "nl", "fr")
    assert said(version, engagement, "fr").language == "fr"
    assert said(version, engagement, "en").language == "nl"
    Organisation.objects.filter(pk=cast.here.pk).update(language="fr")
    assert said(version, engagement, "en").language == "fr"
    content = said(version, engagement, "en")
    assert content.title == "Ce qui reste entre nous"
    careful = next(it for it in content.clauses if it.code == "care_danger")
    assert careful.heading == "Quand quelqu’un est en danger"


def test_what_other_rooms_know_is_said_in_the_language_of_the_text(
    coordinator: Actor, engagement: Engagement, monkeypatch: pytest.MonkeyPatch
) -> None:
    def provider(organisation_id: UUID, day: date) -> dict[str, str]:
        return INSURED | {"insured_risks": f"risques ({get_language()})"}

    monkeypatch.setattr(facts, "_providers", [provider])
    version = ours(coordinator, "information", "nl", "fr")
    assert "risques (fr)" in words(said(version, engagement, "fr"))
    assert "risques (nl)" in words(said(version, engagement, "nl"))


def test_the_same_text_has_the_same_checksum(coordinator: Actor, engagement: Engagement) -> None:
    version = ours(coordinator, "agreement")
    first, second = (said(version, engagement) for _n in range(2))
    assert first == second
    assert first.checksum == second.checksum
    assert Content.from_json(first.as_json()) == first


def test_a_text_for_the_whole_house_is_as_careful_as_it_could_be(cast: Cast) -> None:
    document = DocumentFactory(organisation=cast.here, kind="secrecy")
    version = VersionFactory(document=document, text=[clause("why", "Omdat.")])
    content = render_for_everybody(version=version, language="nl", today=TODAY)
    assert [it.code for it in content.clauses] == ["why", "care_danger"]


@pytest.mark.parametrize("number", [1, 3])
def test_a_batch_costs_the_same_for_one_and_for_three(
    coordinator: Actor, engagement: Engagement, number: int
) -> None:
    ours(coordinator, "agreement")
    version = in_force(coordinator.organisation_id, [])[None, "agreement"]
    rows = list(
        Engagement.objects.filter(pk=engagement.pk)
        .select_related("person")
        .prefetch_related("tests")
    )
    with CaptureQueriesContext(connection) as made:
        sources = Sources(coordinator.organisation_id, TODAY)
        for row in rows * number:
            render_from(sources, version=version, language="nl", person=row.person, engagement=row)
    assert len(made) == 9
