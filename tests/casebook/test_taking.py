"""Taking our set, making it one's own, putting aside, and the cards one read."""

from datetime import date

import pytest
from pytest_django.fixtures import DjangoAssertNumQueries

from naast.audit.models import Event
from naast.casebook import policies, queries, services
from naast.casebook.inputs import CaseText, SheetText
from naast.casebook.models import CardsRead, Case, ProgrammeSheet, Sheet
from naast.casebook.queries import cases as case_queries
from naast.casebook.queries import sheets as sheet_queries
from naast.casebook.starter import loader
from naast.core import clock
from naast.core.errors import NotAllowed
from naast.organisations.actors import Actor
from naast.organisations.models import Function
from tests.casebooking import CaseFactory, SheetFactory
from tests.conftest import Cast
from tests.factories import EngagementFactory, ProgrammeFactory, member

pytestmark = pytest.mark.django_db
OWN = CaseText(title="De sleutel", language="nl", situation="Een sleutel.", themes=["boundaries"])
OWN_SHEET = SheetText(title="Mensen die", language="nl", lead="Kort.", means="Van alles.")


def test_one_click_takes_all_of_it_and_a_second_one_nothing(coordinator: Actor) -> None:
    first = services.take_starter_set(actor=coordinator)
    second = services.take_starter_set(actor=coordinator)
    assert first.added == len(loader.cases()) + len(loader.sheets())
    assert (second.added, second.renewed) == (0, 0)
    assert Event.objects.filter(kind="casebook.starter-taken").count() == 1
    taken = Case.objects.get(code="third_beer")
    assert (taken.starter_version, taken.changed_on, taken.is_shown) == (loader.VERSION, None, True)


def test_a_newer_set_renews_what_nobody_changed_and_leaves_the_rest(
    coordinator: Actor, monkeypatch: pytest.MonkeyPatch
) -> None:
    services.take_starter_set(actor=coordinator)
    ours, theirs = (Case.objects.get(code=code) for code in ("third_beer", "seven_calls"))
    Case.objects.filter(pk=ours.pk).update(situation="een oude tekst", is_shown=False)
    services.change_case(actor=coordinator, case_id=theirs.pk, text=OWN)
    monkeypatch.setattr(loader, "VERSION", loader.VERSION + 1)
    taken = services.take_starter_set(actor=coordinator)
    ours.refresh_from_db()
    theirs.refresh_from_db()
    assert taken.added == 0
    assert taken.renewed == len(loader.cases()) + len(loader.sheets()) - 1
    assert ours.situation.startswith("In de cafetaria")
    assert not ours.is_shown
    assert (theirs.title, theirs.code) == ("De sleutel", "seven_calls")


def test_taking_the_set_costs_the_same_again(
    coordinator: Actor, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    services.take_starter_set(actor=coordinator)
    with django_assert_max_num_queries(7):
        services.take_starter_set(actor=coordinator)


def test_a_changed_text_keeps_where_it_comes_from(coordinator: Actor) -> None:
    services.take_starter_set(actor=coordinator)
    case = Case.objects.get(code="third_beer")
    changed = services.change_case(actor=coordinator, case_id=case.pk, text=OWN)
    assert (changed.code, changed.changed_on) == ("third_beer", clock.today())
    assert list(case_queries.listed(coordinator, {"text": "sleutel"})) == [changed]


def test_a_sheet_is_written_changed_and_put_aside(coordinator: Actor, volunteer: Actor) -> None:
    sheet = services.write_sheet(actor=coordinator, text=OWN_SHEET)
    services.change_sheet(actor=coordinator, sheet_id=sheet.pk, text=OWN_SHEET)
    services.show_sheet(actor=coordinator, sheet_id=sheet.pk, is_shown=False)
    assert sheet_queries.get_sheet(volunteer, sheet.pk) is None
    assert sheet_queries.get_sheet(coordinator, sheet.pk) == sheet


@pytest.mark.parametrize("name", ["bea", "nele", "piet"])
def test_only_a_coordinator_writes(cast: Cast, name: str) -> None:
    actor, case = cast.actor(name), CaseFactory(organisation=cast.here)
    programme = ProgrammeFactory(organisation=cast.here)
    sheet = SheetFactory(organisation=cast.here)
    for attempt in (
        lambda: services.take_starter_set(actor=actor),
        lambda: services.write_case(actor=actor, text=OWN),
        lambda: services.write_sheet(actor=actor, text=OWN_SHEET),
        lambda: services.change_case(actor=actor, case_id=case.pk, text=OWN),
        lambda: services.change_sheet(actor=actor, sheet_id=sheet.pk, text=OWN_SHEET),
        lambda: services.show_case(actor=actor, case_id=case.pk, is_shown=False),
        lambda: services.show_sheet(actor=actor, sheet_id=sheet.pk, is_shown=False),
        lambda: services.choose_sheets(actor=actor, programme_id=programme.pk, sheet_ids=[]),
    ):
        with pytest.raises(NotAllowed):
            attempt()


def test_a_text_of_another_organisation_is_out_of_reach(cast: Cast, stranger: Actor) -> None:
    case, sheet = CaseFactory(organisation=cast.here), SheetFactory(organisation=cast.here)
    assert not policies.can_change(stranger, case)
    assert not policies.cases_visible_to(stranger).exists()
    assert not policies.sheets_visible_to(stranger).exists()
    with pytest.raises(Case.DoesNotExist):
        services.change_case(actor=stranger, case_id=case.pk, text=OWN)
    with pytest.raises(Sheet.DoesNotExist):
        services.show_sheet(actor=stranger, sheet_id=sheet.pk, is_shown=False)


def test_what_is_put_aside_is_only_for_coordinators(coordinator: Actor, volunteer: Actor) -> None:
    case = services.write_case(actor=coordinator, text=OWN)
    services.show_case(actor=coordinator, case_id=case.pk, is_shown=False)
    assert case_queries.get_case(volunteer, case.pk) is None
    assert case_queries.get_case(coordinator, case.pk) == case
    assert queries.cases_for(coordinator.organisation_id) == []


def test_cases_are_found_by_word_theme_group_place_and_kind(coordinator: Actor) -> None:
    services.take_starter_set(actor=coordinator)

    def codes(**chosen: str) -> set[str]:
        return set(case_queries.listed(coordinator, chosen).values_list("code", flat=True))

    assert codes(text="HORLOGE albert") == {"silver_watch"}
    assert codes(themes="unspoken", settings="community") == {"what_we_dont_say"}
    assert "third_beer" in codes(themes="autonomy", groups="older", settings="care_home")
    assert codes(kind="exercise") == {
        row["code"] for row in loader.cases() if row.get("form") == "exercise"
    }
    assert codes(text="#themes:money#") == set()


def test_the_rooms_above_get_links_that_stay(cast: Cast, coordinator: Actor) -> None:
    money = CaseFactory(organisation=cast.here, themes=["money"])
    CaseFactory(organisation=cast.here, themes=["grief"])
    CaseFactory(organisation=cast.elsewhere, themes=["money"])
    [link] = queries.cases_for(cast.here.pk, themes=["money", "gifts"])
    assert link.reference == str(money.pk)
    assert queries.case_by_reference(coordinator, link.reference) == money
    services.take_starter_set(actor=coordinator)
    by_code = queries.case_by_reference(coordinator, "third_beer")
    assert by_code is not None
    assert by_code.code == "third_beer"
    assert queries.case_by_reference(coordinator, "nothing_of_ours") is None
    assert queries.case_by_reference(coordinator, "") is None


def test_a_handout_holds_five_at_most_in_the_order_of_choice(cast: Cast, volunteer: Actor) -> None:
    made = [CaseFactory(organisation=cast.here) for _each in range(6)]
    foreign = CaseFactory(organisation=cast.elsewhere)
    asked = [str(each.pk) for each in reversed(made)]
    assert case_queries.handout(volunteer, asked) == list(reversed(made))[:5]
    assert case_queries.handout(volunteer, [str(foreign.pk), "nonsense", asked[0]]) == [made[-1]]


def test_sheets_are_chosen_for_a_programme_and_no_others_stay(
    cast: Cast, coordinator: Actor
) -> None:
    programme = ProgrammeFactory(organisation=cast.here)
    one, two = SheetFactory(organisation=cast.here), SheetFactory(organisation=cast.here)
    foreign = SheetFactory(organisation=cast.elsewhere)
    choose = services.choose_sheets
    choose(actor=coordinator, programme_id=programme.pk, sheet_ids=[one.pk, foreign.pk])
    assert queries.sheets_of_programme(cast.here.pk, programme.pk) == [one]
    choose(actor=coordinator, programme_id=programme.pk, sheet_ids=[two.pk])
    choose(actor=coordinator, programme_id=programme.pk, sheet_ids=[two.pk])
    assert queries.sheets_of_programme(cast.here.pk, programme.pk) == [two]
    assert ProgrammeSheet.objects.count() == 1
    assert Event.objects.filter(kind="programme.sheets-chosen").count() == 2


def test_a_volunteer_finds_the_sheets_of_their_own_programmes(cast: Cast, volunteer: Actor) -> None:
    mine, other = (ProgrammeFactory(organisation=cast.here) for _each in range(2))
    one, two, hidden = (SheetFactory(organisation=cast.here) for _each in range(3))
    EngagementFactory(
        organisation=cast.here, programme=mine, person=None, person_id=volunteer.person_id
    )
    for programme, sheets in ((mine, [one, hidden]), (other, [two])):
        services.choose_sheets(
            actor=cast.actor("amal"),
            programme_id=programme.pk,
            sheet_ids=[each.pk for each in sheets],
        )
    services.show_sheet(actor=cast.actor("amal"), sheet_id=hidden.pk, is_shown=False)
    assert sheet_queries.own_sheets(volunteer) == [one]
    assert sheet_queries.own_sheets(cast.actor("piet")) == []


@pytest.mark.covers("S0-53")
def test_somebody_says_once_that_they_read_the_cards(
    cast: Cast, volunteer: Actor, coordinator: Actor
) -> None:
    assert queries.read_by(coordinator, volunteer.person_id) is None
    services.say_cards_read(actor=volunteer)
    services.say_cards_read(actor=volunteer)
    assert CardsRead.objects.count() == 1
    assert queries.read_by(coordinator, volunteer.person_id) == clock.today()
    assert queries.read_by(cast.actor("chris"), volunteer.person_id) is None


def test_newer_cards_are_asked_again(volunteer: Actor) -> None:
    read = services.say_cards_read(actor=volunteer)
    CardsRead.objects.filter(pk=read.pk).update(version=0, read_on=date(2020, 1, 1))
    assert queries.read_by(volunteer, volunteer.person_id) is None


def test_an_account_that_is_nobody_here_says_nothing(cast: Cast) -> None:
    nobody = Actor.system(cast.here, reason="test")
    with pytest.raises(NotAllowed):
        services.say_cards_read(actor=nobody)


def test_one_turns_to_the_contact_person_and_without_one_to_the_coordinator(
    cast: Cast, volunteer: Actor
) -> None:
    assert queries.contacts(volunteer) == ["Amal Coördineert"]
    member(cast.here, Function.SAFEGUARDING, name="Vera Veilig")
    member(cast.elsewhere, Function.SAFEGUARDING, name="Iemand Anders")
    assert queries.contacts(volunteer) == ["Vera Veilig"]
