"""The case bank, sheets and cards in a browser: who reads what, on the screen and on paper."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from naast.casebook import services
from naast.casebook.models import CardsRead, Case, Sheet
from naast.companionship.models import MatchState
from naast.organisations.models import Organisation
from tests.casebooking import CaseFactory, SheetFactory
from tests.conftest import Cast
from tests.factories import MatchFactory, ProgrammeFactory

pytestmark = pytest.mark.django_db
WRITTEN = {
    "form": "exercise",
    "title": "Stel dat jij belt",
    "language": "nl",
    "situation": "De telefoon gaat.",
    "questions": "Wat zeg je?\n\nWat niet?",
    "helps": "",
    "roles": "De beller: je bent moe.\nWie opneemt: je hebt haast.",
    "minutes": "15",
    "themes": ["boundaries"],
}


def queries_of(cast: Cast, name: str, path: str) -> int:
    client = cast.client(name)
    client.get(cast.url(path))
    with CaptureQueriesContext(
        connection,
    ) as caught:
        assert client.get(cast.url(path)).status_code == 200
    return len(caught)


@pytest.mark.parametrize("path", ["cases/", "sheets/", "sheets/programmes/"])
def test_a_list_costs_the_same_with_one_and_with_three(cast: Cast, path: str) -> None:
    def add() -> None:
        CaseFactory(organisation=cast.here)
        sheet = SheetFactory(organisation=cast.here)
        programme = ProgrammeFactory(organisation=cast.here)
        services.choose_sheets(
            actor=cast.actor("amal"), programme_id=programme.pk, sheet_ids=[sheet.pk]
        )

    add()
    one = queries_of(cast, "amal", path)
    add()
    add()
    assert queries_of(cast, "amal", path) == one
    assert one <= 12


@pytest.mark.parametrize("name", ["bea", "nele", "piet"])
@pytest.mark.covers("S0-4")
def test_everybody_reads_the_case_bank(cast: Cast, name: str) -> None:
    shown = CaseFactory(organisation=cast.here)
    aside = CaseFactory(organisation=cast.here, is_shown=False)
    foreign = CaseFactory(organisation=cast.elsewhere)
    client = cast.client(name)
    listed = client.get(cast.url("cases/")).context["page"].rows
    assert listed == [shown]
    assert client.get(cast.url(f"cases/{shown.pk}/")).status_code == 200
    for hidden in (aside, foreign):
        assert client.get(cast.url(f"cases/{hidden.pk}/")).status_code == 404


def test_the_filter_stands_in_the_address(cast: Cast) -> None:
    money = CaseFactory(organisation=cast.here)
    CaseFactory(organisation=cast.here, themes=["grief"])
    page = cast.client("bea").get(cast.url("cases/?themes=money")).context["page"]
    assert page.rows == [money]
    nothing = cast.client("bea").get(cast.url("cases/?themes=culture"))
    assert nothing.context["is_filtered"]


def test_five_cases_print_together(cast: Cast) -> None:
    made = [CaseFactory(organisation=cast.here) for _each in range(2)]
    asked = "&".join(f"case={each.pk}" for each in made)
    page = cast.client("bea").get(cast.url(f"cases/handout/?{asked}"))
    assert page.context["cases"] == made
    assert cast.client("bea").get(cast.url("cases/handout/")).context["cases"] == []


def test_the_coordinator_takes_the_set_and_writes_an_exercise(cast: Cast) -> None:
    client = cast.client("amal")
    assert client.post(cast.url("cases/starter/")).status_code == 303
    assert Case.objects.filter(organisation=cast.here, code="third_beer").exists()
    answer = client.post(cast.url("cases/new/"), WRITTEN)
    assert answer.status_code == 303
    made = Case.objects.get(title="Stel dat jij belt")
    assert made.questions == ["Wat zeg je?", "Wat niet?"]
    assert made.roles[0] == {"who": "De beller", "brief": "je bent moe."}
    assert client.get(answer["Location"]).status_code == 200


@pytest.mark.parametrize(
    "wrong", [{"roles": "De beller zonder teken"}, {"roles": "Een: alleen"}, {"questions": ""}]
)
def test_what_lacks_something_comes_back_with_the_form(cast: Cast, wrong: dict[str, str]) -> None:
    answer = cast.client("amal").post(cast.url("cases/new/"), {**WRITTEN, **wrong})
    assert answer.status_code == 422
    assert answer.context["form"].errors
    assert not Case.objects.exists()


def test_a_case_is_changed_and_keeps_its_card(cast: Cast) -> None:
    case = CaseFactory(organisation=cast.here, card="told_violence")
    address = cast.url(f"cases/{case.pk}/change/")
    client = cast.client("amal")
    assert client.get(address).context["form"].initial["title"] == case.title
    assert client.post(address, WRITTEN).status_code == 303
    case.refresh_from_db()
    assert (case.title, case.card) == ("Stel dat jij belt", "told_violence")


def test_a_sheet_is_written_and_changed(cast: Cast) -> None:
    written = {
        "title": "Mensen die tuinieren",
        "language": "nl",
        "lead": "Ze groeien.",
        "means": "Aarde aan de handen.",
        "helps": "Water geven.",
        "pass_on": "Onkruid: aan de buur.",
    }
    client = cast.client("amal")
    assert client.post(cast.url("sheets/new/"), written).status_code == 303
    sheet = Sheet.objects.get(title="Mensen die tuinieren")
    address = cast.url(f"sheets/{sheet.pk}/change/")
    assert client.get(address).status_code == 200
    assert client.post(address, {**written, "lead": ""}).status_code == 422
    assert client.post(address, {**written, "lead": "Ze bloeien."}).status_code == 303
    sheet.refresh_from_db()
    assert sheet.lead == "Ze bloeien."
    assert client.get(cast.url(f"sheets/{sheet.pk}/print/")).status_code == 200


def test_putting_aside_is_one_tap_and_so_is_showing_again(cast: Cast) -> None:
    case, sheet = CaseFactory(organisation=cast.here), SheetFactory(organisation=cast.here)
    client = cast.client("amal")
    for path in (f"cases/{case.pk}/shown/", f"sheets/{sheet.pk}/shown/"):
        assert client.post(cast.url(path), {"shown": "no"}).status_code == 303
    case.refresh_from_db()
    sheet.refresh_from_db()
    assert (case.is_shown, sheet.is_shown) == (False, False)
    client.post(cast.url(f"cases/{case.pk}/shown/"), {"shown": "yes"})
    case.refresh_from_db()
    assert case.is_shown


@pytest.mark.covers("S0-25")
def test_a_volunteer_reads_the_sheets_of_the_programme_before_the_first_meeting(
    cast: Cast,
) -> None:
    sheet, other = SheetFactory(organisation=cast.here), SheetFactory(organisation=cast.here)
    match = MatchFactory(
        organisation=cast.here,
        state=MatchState.PROPOSED,
        volunteer=None,
        volunteer_id=cast.person_id("bea"),
        participant=None,
        participant_id=cast.person_id("piet"),
    )
    client = cast.client("amal")
    address = cast.url(f"sheets/programmes/{match.programme_id}/")
    assert set(client.get(address).context["form"].fields["sheets"].queryset) == {sheet, other}
    assert client.post(address, {"sheets": [str(sheet.pk)]}).status_code == 303
    page = cast.client("bea").get(cast.url(f"matches/{match.pk}/answer/"))
    assert page.context["sheets"] == [sheet]
    assert cast.client("bea").get(cast.url(f"sheets/{sheet.pk}/")).status_code == 200


def test_a_participant_sees_no_sheet_beside_their_match(cast: Cast) -> None:
    match = MatchFactory(
        organisation=cast.here,
        state=MatchState.RUNNING,
        volunteer=None,
        volunteer_id=cast.person_id("bea"),
        participant=None,
        participant_id=cast.person_id("piet"),
    )
    sheet = SheetFactory(organisation=cast.here)
    services.choose_sheets(
        actor=cast.actor("amal"), programme_id=match.programme_id, sheet_ids=[sheet.pk]
    )
    path = f"my-matches/{match.pk}/"
    assert cast.client("piet").get(cast.url(path)).context["sheets"] == []
    assert cast.client("bea").get(cast.url(path)).context["sheets"] == [sheet]


def test_sheets_of_elsewhere_cannot_be_chosen(cast: Cast) -> None:
    programme = ProgrammeFactory(organisation=cast.here)
    foreign = SheetFactory(organisation=cast.elsewhere)
    address = cast.url(f"sheets/programmes/{programme.pk}/")
    answer = cast.client("amal").post(address, {"sheets": [str(foreign.pk)]})
    assert answer.status_code == 422


@pytest.mark.covers("S0-53")
def test_danger_shows_the_number_of_the_country_first(cast: Cast) -> None:
    Organisation.objects.filter(pk=cast.here.pk).update(country="NL")
    page = cast.client("bea").get(cast.url("cards/danger_now/"))
    assert page.context["alarm"].phones == ("112",)
    text = page.content.decode()
    assert text.index("tel:112") < text.index("<ol")


@pytest.mark.covers("S0-53")
def test_a_card_says_what_the_law_of_the_country_says_and_whom_to_tell(cast: Cast) -> None:
    def codes(country: str) -> set[str]:
        Organisation.objects.filter(pk=cast.here.pk).update(country=country)
        page = cast.client("bea").get(cast.url("cards/told_violence/"))
        assert page.context["contacts"] == ["Amal Coördineert"]
        return {rule.code for rule in page.context["rules"]}

    assert codes("BE") == {"discretion", "right_to_speak", "helpline", "duty_to_help"}
    assert codes("NL") == {"not_bound", "three_steps", "helpline"}


def test_a_choice_leads_to_its_cards_and_a_strange_one_to_the_start(cast: Cast) -> None:
    client = cast.client("bea")
    asked = client.get(cast.url("cards/?about=asked")).context
    assert {card.about for card in asked["cards"]} == {"asked"}
    assert client.get(cast.url("cards/?about=weather")).context["about"] == ""
    assert client.get(cast.url("cards/weather/")).status_code == 404


def test_reading_the_cards_is_said_with_one_tap(cast: Cast) -> None:
    client = cast.client("bea")
    assert client.post(cast.url("cards/read/")).status_code == 303
    assert CardsRead.objects.filter(person_id=cast.person_id("bea")).exists()
    assert client.get(cast.url("cards/")).context["read_on"] is not None
    card = cast.client("amal").get(cast.url(f"people/volunteers/{cast.person_id('bea')}/"))
    assert "casebook/panel.html" in {each.name for each in card.templates}
