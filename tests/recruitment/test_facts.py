"""What was agreed with a candidate, section by section."""

from datetime import date, timedelta
from html import unescape

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import translation

from naast.audit.models import Event
from naast.core import clock
from naast.core.errors import NotAllowed
from naast.organisations.models import Function
from naast.people.terms import mask_of
from naast.programmes.errors import TermsIncomplete
from naast.programmes.models import EntryCondition, Kind, StageKind, WorkingRelation
from naast.recruitment.models import Application, FreeChoice, Note
from naast.recruitment.queries import before_start
from naast.recruitment.queries import facts as queries
from naast.recruitment.queries.applications import get_application
from naast.recruitment.services import facts as services
from naast.recruitment.services.facts import Choice, Declared, Expectations, Practical
from naast.recruitment.services.starting import missing_of
from tests.conftest import Cast
from tests.factories import ProgrammeFactory, member
from tests.recruiting import ApplicationFactory, TalkFactory

SOON = clock.today() + timedelta(days=90)
COMMON = {"working_relation": WorkingRelation.FREE.value, "kind": Kind.VOLUNTEERING.value}


@pytest.fixture
def candidate(cast: Cast) -> Application:
    """Nele leads a talk with this candidate."""
    found: Application = ApplicationFactory(
        organisation=cast.here, programme=ProgrammeFactory(organisation=cast.here)
    )
    TalkFactory(application=found, host=cast.nele)
    return found


def post(cast: Cast, candidate: Application, section: str, **data: object) -> int:
    where = cast.url(f"candidates/{candidate.pk}/facts/{section}/")
    return cast.client("amal").post(where, data).status_code


def still_open(cast: Cast, candidate: Application, slug: str) -> list[str]:
    """What the page says is still open in one section."""
    actor = cast.actor("amal")
    found = get_application(actor, candidate.pk)
    assert found is not None
    panel = queries.facts_panel(actor, found)
    return next(section.still_open for section in panel.sections if section.slug == slug)


# --- how free ----------------------------------------------------------------------------------------


@pytest.mark.covers("S1-28", "S1-71")
def test_occasion_and_how_free_somebody_is_are_kept(cast: Cast, candidate: Application) -> None:
    status = post(
        cast,
        candidate,
        "choice",
        occasion="employer",
        free_choice="partly",
        kind="community_service",
        steered_by="De gemeente",
        working_relation="conditional",
    )
    candidate.refresh_from_db()
    assert status == 303
    assert (candidate.occasion, candidate.free_choice, candidate.working_relation) == (
        "employer",
        "partly",
        "conditional",
    )


@pytest.mark.covers("S1-82")
def test_a_guided_path_names_who_steers_its_contract_and_its_end(
    cast: Cast, candidate: Application
) -> None:
    guided = COMMON | {"kind": "guided"}
    refused = post(cast, candidate, "choice", **guided)
    kept = post(
        cast,
        candidate,
        "choice",
        **guided,
        steered_by="OCMW Voorbeeldstad",
        contract_reference="2026-7",
        until_on=SOON.isoformat(),
    )
    candidate.refresh_from_db()
    assert (refused, kept) == (422, 303)
    assert (candidate.kind, candidate.steered_by, candidate.until_on) == (
        Kind.GUIDED,
        "OCMW Voorbeeldstad",
        SOON,
    )


@pytest.mark.covers("S1-52")
def test_a_placement_names_its_school_and_hours_and_its_end(
    cast: Cast, candidate: Application
) -> None:
    with pytest.raises(TermsIncomplete) as refused:
        services.keep_choice(
            actor=cast.actor("amal"),
            application_id=candidate.pk,
            choice=Choice(kind=Kind.PLACEMENT),
        )
    assert set(refused.value.fields) == {"steered_by", "until_on"}
    services.keep_choice(
        actor=cast.actor("amal"),
        application_id=candidate.pk,
        choice=Choice(kind=Kind.PLACEMENT, steered_by="School X, 40 uur", until_on=SOON),
    )
    candidate.refresh_from_db()
    assert candidate.kind == Kind.PLACEMENT


@pytest.mark.parametrize(
    "choice",
    [
        Choice(free_choice="no"),
        Choice(working_relation=WorkingRelation.COMPULSORY),
        Choice(working_relation=WorkingRelation.CONDITIONAL),
    ],
)
def test_who_has_to_is_not_called_a_volunteer(
    cast: Cast, candidate: Application, choice: Choice
) -> None:
    with pytest.raises(TermsIncomplete) as refused:
        services.keep_choice(actor=cast.actor("amal"), application_id=candidate.pk, choice=choice)
    assert set(refused.value.fields) == {"kind"}


@pytest.mark.covers("S1-16")
def test_guidance_from_outside_stays_open_until_it_says_who_and_how_often(
    cast: Cast, candidate: Application
) -> None:
    post(cast, candidate, "choice", **COMMON, needs_guide="on")
    before = len(still_open(cast, candidate, "choice"))
    post(cast, candidate, "choice", **COMMON, needs_guide="on", guide="Ons Huis, elke week")
    assert len(still_open(cast, candidate, "choice")) == before - 1


@pytest.mark.covers("S1-10")
@pytest.mark.parametrize("function", [Function.COACH, Function.PROFESSIONAL])
def test_whether_it_is_their_own_choice_is_read_by_coordinators_alone(
    cast: Cast, candidate: Application, function: Function
) -> None:
    candidate.free_choice = FreeChoice.PARTLY
    candidate.save(update_fields=["free_choice"])
    host = member(cast.here, function, name="Ook Gastheer")
    talk = TalkFactory(application=candidate, host=host)
    home = f"candidates/{candidate.pk}/"
    pages = [home, f"{home}facts/", f"{home}facts/choice/", f"{home}guide/", f"{home}notes/new/"]
    pages += [f"{home}talks/{talk.pk}/guide/", f"{home}fit/", f"{home}answer/", "candidates/"]
    browser, amal = Client(), cast.client("amal")
    browser.force_login(host.user)

    def read(client: Client) -> set[str]:
        """The pages on which the answer can be read, in words or as the choice of a form."""
        with translation.override("nl"):
            said = str(FreeChoice.PARTLY.label)
        texts = {page: unescape(client.get(cast.url(page)).content.decode()) for page in pages}
        return {page for page, text in texts.items() if said in text or "free_choice" in text}

    assert browser.get(cast.url(home)).status_code == 200
    assert read(browser) == set()
    assert read(amal) == {home, f"{home}facts/", f"{home}facts/choice/"}


def test_only_coordinators_read_how_free_somebody_feels(cast: Cast, candidate: Application) -> None:
    panels = {name: queries.facts_panel(cast.actor(name), candidate) for name in ("amal", "nele")}
    assert [section.slug for section in panels["nele"].sections] == ["practical"]
    assert [section.slug for section in panels["amal"].sections] == [
        "choice",
        "practical",
        "declared",
    ]
    assert not panels["nele"].can_change


def test_what_is_missing_tells_a_host_of_no_guide_and_nobody_who_steers(
    cast: Cast, candidate: Application
) -> None:
    Application.objects.filter(pk=candidate.pk).update(needs_guide=True, kind=Kind.GUIDED)
    codes = {}
    for name in ("amal", "nele"):
        found = get_application(cast.actor(name), candidate.pk)
        assert found is not None
        items = before_start.readable(cast.actor(name), missing_of(found))
        codes[name] = {item.code for item in items}
    assert codes["amal"] - codes["nele"] == {"guide", "terms"}


# --- practical -----------------------------------------------------------------------------------------


@pytest.mark.covers("S1-21")
def test_what_stands_in_the_way_is_open_until_it_says_what_we_arranged(
    cast: Cast, candidate: Application
) -> None:
    way = {"is_transport": "on", "said_transport": "geen bus na acht"}
    post(cast, candidate, "practical", **way)
    before = len(still_open(cast, candidate, "practical"))
    post(cast, candidate, "practical", **way, arranged_transport="we betalen de taxi")

    candidate.refresh_from_db()
    assert candidate.barriers == {"transport": "geen bus na acht"}
    assert candidate.arranged == {"transport": "we betalen de taxi"}
    assert len(still_open(cast, candidate, "practical")) == before - 1


def test_a_solution_goes_with_what_no_longer_stands_in_the_way(
    cast: Cast, candidate: Application
) -> None:
    practical = Practical(barriers={}, arranged={"costs": "vooraf betaald"})
    services.keep_practical(
        actor=cast.actor("amal"), application_id=candidate.pk, practical=practical
    )
    candidate.refresh_from_db()
    assert (candidate.barriers, candidate.arranged) == ({}, {})


def test_times_limits_and_what_helps_are_kept(cast: Cast, candidate: Application) -> None:
    status = post(
        cast,
        candidate,
        "practical",
        weekly=["0", "4"],
        term_months="9",
        times_a_month="2",
        own_limits="Geen geld lenen",
        support_wishes=["time"],
        support_chosen_on=clock.today().isoformat(),
        brings_along="mijn mentor",
    )
    candidate.refresh_from_db()
    assert status == 303
    assert candidate.weekly == mask_of([0, 4])
    assert (candidate.term_months, candidate.times_a_month) == (9, 2)
    assert candidate.own_limits == "Geen geld lenen"
    assert (candidate.support_wishes, candidate.support_chosen_on) == (["time"], clock.today())
    assert candidate.brings_along == "mijn mentor"


def test_a_parent_is_asked_for_the_young_alone(cast: Cast, candidate: Application) -> None:
    where = cast.url(f"candidates/{candidate.pk}/facts/practical/")
    amal = cast.client("amal")
    grown_up = amal.get(where).context["form"].fields
    open_before = len(still_open(cast, candidate, "practical"))
    Application.objects.filter(pk=candidate.pk).update(age="16_17")
    assert "parent_agreed_on" not in grown_up
    assert "parent_agreed_on" in amal.get(where).context["form"].fields
    assert len(still_open(cast, candidate, "practical")) == open_before + 1


def test_a_parents_yes_is_not_lost_when_somebody_grows_up(
    cast: Cast, candidate: Application
) -> None:
    Application.objects.filter(pk=candidate.pk).update(parent_agreed_on=date(2026, 1, 2))
    post(cast, candidate, "practical", own_limits="Niets")
    candidate.refresh_from_db()
    assert candidate.parent_agreed_on == date(2026, 1, 2)


# --- declared ------------------------------------------------------------------------------------------


@pytest.mark.covers("S0-11")
def test_own_interest_is_declared_and_a_possible_conflict_noted_for_coordinators(
    cast: Cast, candidate: Application
) -> None:
    before = len(still_open(cast, candidate, "declared"))
    day = clock.today().isoformat()
    own = {"own_interest": "Mijn moeder staat op de wachtlijst.", "no_advantage_on": day}
    post(cast, candidate, "declared", **own, conflict="Niet op haar afdeling.")
    post(cast, candidate, "declared", **own, conflict="Niet op haar gang.")

    candidate.refresh_from_db()
    note = Note.objects.get()
    assert (candidate.own_interest, candidate.no_advantage_on) == (
        "Mijn moeder staat op de wachtlijst.",
        clock.today(),
    )
    assert (note.text, note.audience) == ("Niet op haar gang.", "author")
    assert len(still_open(cast, candidate, "declared")) == before - 1


@pytest.mark.covers("S1-188")
def test_meetings_that_are_part_of_it_stay_open_until_they_are_announced(
    cast: Cast, candidate: Application
) -> None:
    before = len(still_open(cast, candidate, "declared"))
    EntryCondition.objects.create(
        organisation=cast.here,
        programme=candidate.programme,
        kind=EntryCondition.Kind.INTERVISION,
        name="Intervisie, elke twee maanden",
    )
    assert len(still_open(cast, candidate, "declared")) == before + 1
    post(cast, candidate, "declared", told_intervision_on=clock.today().isoformat())
    assert len(still_open(cast, candidate, "declared")) == before


def test_from_the_trial_on_it_asks_since_when_somebody_is_insured(
    cast: Cast, candidate: Application
) -> None:
    before = len(still_open(cast, candidate, "declared"))
    Application.objects.filter(pk=candidate.pk).update(stage=StageKind.TRIAL)
    assert len(still_open(cast, candidate, "declared")) == before + 1


# --- from participant to volunteer -----------------------------------------------------------------------


@pytest.mark.covers("S1-251")
def test_for_a_participant_who_becomes_a_volunteer_both_expectations_are_kept(
    cast: Cast, candidate: Application
) -> None:
    where = cast.url(f"candidates/{candidate.pk}/facts/expectations/")
    amal = cast.client("amal")
    assert amal.get(where).status_code == 404
    Application.objects.filter(pk=candidate.pk).update(person_id=cast.person_id("piet"))
    assert len(still_open(cast, candidate, "expectations")) == 2

    sent = amal.post(where, {"expects": "Koffie schenken", "we_expect": "Elke dinsdag"})

    candidate.refresh_from_db()
    assert sent.status_code == 303
    assert (candidate.expects, candidate.we_expect) == ("Koffie schenken", "Elke dinsdag")
    assert still_open(cast, candidate, "expectations") == []


# --- who may, what is recorded, what it costs --------------------------------------------------------------


def test_only_a_coordinator_writes_down_what_was_agreed(cast: Cast, candidate: Application) -> None:
    pk = candidate.pk
    nele = cast.actor("nele")
    with pytest.raises(NotAllowed):
        services.keep_choice(actor=nele, application_id=pk, choice=Choice())
    with pytest.raises(NotAllowed):
        services.keep_practical(actor=nele, application_id=pk, practical=Practical())
    with pytest.raises(NotAllowed):
        services.keep_declared(actor=nele, application_id=pk, declared=Declared())
    with pytest.raises(NotAllowed):
        services.keep_expectations(actor=nele, application_id=pk, expectations=Expectations())
    with pytest.raises(Application.DoesNotExist):
        services.keep_choice(actor=cast.actor("chris"), application_id=pk, choice=Choice())


def test_history_says_which_fields_and_nothing_of_what_they_hold(
    cast: Cast, candidate: Application
) -> None:
    for _time in range(2):
        post(cast, candidate, "practical", own_limits="Geen geld lenen")
    changes = Event.objects.get(kind="application.facts-agreed").changes
    assert changes == {"section": "practical", "fields": ["own_limits"]}


def test_the_pages_of_the_facts_open_and_a_section_that_is_not_there_does_not(
    cast: Cast, candidate: Application
) -> None:
    where, amal = cast.url(f"candidates/{candidate.pk}/facts/"), cast.client("amal")
    pages = ["", "choice/", "practical/", "declared/"]
    assert {amal.get(where + each).status_code for each in pages} == {200}
    assert amal.get(f"{where}anything/").status_code == 404


def test_the_panel_costs_the_same_whatever_is_asked(cast: Cast, candidate: Application) -> None:
    actor, counts = cast.actor("amal"), []
    for number in (1, 2):  # one condition, then three
        for _each in range(number):
            EntryCondition.objects.create(
                organisation=cast.here, programme=candidate.programme, kind="training", name="Basis"
            )
        found = get_application(actor, candidate.pk)
        assert found is not None
        with CaptureQueriesContext(connection) as taken:
            queries.facts_panel(actor, found)
        counts.append(len(taken))
    assert counts[0] == counts[1]
