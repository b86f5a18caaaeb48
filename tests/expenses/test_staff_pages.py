"""The pages of finance and administrators: terms, from paper, gifts, papers."""

from http import HTTPStatus
from io import BytesIO

import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from PIL import Image

from naast.audit.models import Event
from naast.core import clock
from naast.core.pictures import LARGEST_FILE
from naast.expenses.forms.entering import BillForm
from naast.expenses.models import Claim, CostSettings, Declaration, ProgrammeCosts
from naast.expenses.queries.entering import programmes_of_volunteer
from naast.expenses.queries.mine import my_programmes
from naast.organisations.models import Function
from naast.people.services.words import find_again
from tests.conftest import Cast
from tests.costing import A_DAY, bea, claimed, declared, finance, fixed_amounts, flat, gift
from tests.expenses.test_own import beside
from tests.factories import EngagementFactory, ProgrammeFactory, VolunteerFactory, member

TRAVEL = {
    "day": A_DAY.isoformat(),
    "vehicle": "car",
    "km": "12,5",
    "from_place": "thuis",
    "to_place": "bezoek",
    "purpose": "bezoek",
}


def url(cast: Cast, name: str, **kwargs: object) -> str:
    return reverse(f"expenses:{name}", kwargs={"organisation": cast.here.slug, **kwargs})


@pytest.fixture
def fay(cast: Cast) -> Client:
    """Finance in a browser."""
    client = Client()
    client.force_login(finance(cast).user)
    return client


@pytest.fixture
def koen(cast: Cast) -> Client:
    """An administrator in a browser."""
    client = Client()
    client.force_login(member(cast.here, Function.ADMINISTRATOR).user)
    return client


def queries_of(client: Client, address: str) -> int:
    with CaptureQueriesContext(connection) as captured:
        assert client.get(address).status_code == HTTPStatus.OK
    return len(captured)


def photo() -> BytesIO:
    made = BytesIO()
    Image.new("RGB", (30, 20)).save(made, "PNG")
    made.seek(0)
    made.name = "bon.png"
    return made


def test_an_administrator_sets_the_account_and_the_second_pair_of_eyes(
    cast: Cast, koen: Client
) -> None:
    sent = {"second_pair_above": "75,50", "account_name": "De Brug", "iban": "BE71 0961 2345 6769"}
    assert koen.post(url(cast, "house"), sent).status_code == HTTPStatus.SEE_OTHER
    kept = CostSettings.objects.get()
    assert (kept.second_pair_above, kept.iban) == (7550, "BE71096123456769")
    wrong = koen.post(url(cast, "house"), sent | {"iban": "BE71 0961 2345 6760"})
    assert wrong.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert "iban" in wrong.context["form"].errors


def test_an_administrator_turns_fixed_amounts_on_and_off(cast: Cast, koen: Client) -> None:
    sent = {"flat_reason": "Hele dagen op uitstap", "flat_decided_on": A_DAY.isoformat()}
    assert koen.post(url(cast, "fixed"), {}).status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert koen.post(url(cast, "fixed"), sent).status_code == HTTPStatus.SEE_OTHER
    assert CostSettings.objects.get().flat_is_on
    assert koen.get(url(cast, "terms")).status_code == HTTPStatus.OK
    assert koen.post(url(cast, "stop_fixed")).status_code == HTTPStatus.SEE_OTHER
    assert not CostSettings.objects.get().flat_is_on


def test_a_programme_never_pays_more_than_the_law(cast: Cast, fay: Client) -> None:
    fixed_amounts(cast)
    address = url(cast, "programme", programme_id=ProgrammeFactory(organisation=cast.here).pk)
    sent = {"pays_travel": "on", "pays_flat": "on", "flat_amount": "1000", "task": "ordinary"}
    refused = fay.post(address, sent)
    assert refused.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert set(refused.context["form"].errors) == {"flat_amount"}
    fine = sent | {"flat_amount": "20", "kilometre_rate": "0,25"}
    assert fay.post(address, fine).status_code == HTTPStatus.SEE_OTHER
    kept = ProgrammeCosts.objects.get()
    assert (kept.flat_amount, kept.kilometre_rate, kept.pays_real) == (2000, 2500, False)


def test_the_terms_cost_the_same_for_one_programme_and_for_three(cast: Cast, fay: Client) -> None:
    ProgrammeFactory(organisation=cast.here)
    address = url(cast, "terms")
    fay.get(address)
    one = queries_of(fay, address)
    for _ in range(2):
        made = ProgrammeFactory(organisation=cast.here)
        ProgrammeCosts.objects.create(organisation=cast.here, programme=made)
    assert queries_of(fay, address) == one


def test_finance_finds_a_volunteer_by_the_beginning_of_a_name(cast: Cast, fay: Client) -> None:
    find_again(bea(cast))
    found = fay.get(url(cast, "enter"), {"find": bea(cast).given_name[:2]}).context["people"]
    assert bea(cast) in found
    participant = cast.person_id("piet")
    assert not fay.get(url(cast, "enter"), {"find": ""}).context["people"]
    assert fay.get(url(cast, "enter_for", person_id=participant)).status_code == 404


def test_the_page_of_a_volunteer_is_written_down_as_looked_at(cast: Cast, fay: Client) -> None:
    claimed(cast)
    address = url(cast, "enter_for", person_id=bea(cast).pk)
    assert len(fay.get(address).context["latest"]) == 1
    assert Event.objects.filter(kind="costs.read", is_view=True).exists()


def test_in_belgium_the_declaration_on_paper_comes_first_then_lines(
    cast: Cast, fay: Client
) -> None:
    travel = url(cast, "enter_line", person_id=bea(cast).pk, line="travel")
    declaration = url(cast, "enter_declaration", person_id=bea(cast).pk)
    first = fay.post(travel, TRAVEL)
    assert first.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert f'href="{declaration}"' in first.content.decode()
    said = {"year": A_DAY.year, "signed_on": A_DAY.isoformat(), "other_flat": "100"}
    refused = fay.post(declaration, said)
    assert set(refused.context["form"].errors) == {"has_others"}
    sent = fay.post(declaration, said | {"has_others": "on"})
    assert sent.status_code == HTTPStatus.SEE_OTHER
    kept = Declaration.objects.get()
    assert (kept.other_flat, kept.how, kept.declared_on) == (10_000, "paper", A_DAY)
    assert fay.post(travel, TRAVEL).headers["Location"] == travel
    claim = Claim.objects.get()
    assert (claim.km, claim.cents) == (12_500, 541)
    assert claim.entered_by is not None


@pytest.mark.covers("S2-38")
def test_a_bill_on_paper_has_its_number_or_a_photo(cast: Cast, fay: Client) -> None:
    declared(cast)
    address = url(cast, "enter_line", person_id=bea(cast).pk, line="bill")
    sent = {"day": A_DAY.isoformat(), "cents": "12,50", "purpose": "Verf"}
    assert set(fay.post(address, sent).context["form"].errors) == {"paper"}
    assert fay.post(address, sent | {"paper": "2026-17"}).status_code == HTTPStatus.SEE_OTHER
    other = sent | {"cents": "13", "photo": photo()}
    assert fay.post(address, other).status_code == HTTPStatus.SEE_OTHER
    proofs = [claim.proof for claim in Claim.objects.order_by("id")]
    assert [proof.paper for proof in proofs] == ["2026-17", ""]
    assert [bool(proof.jpeg) for proof in proofs] == [False, True]
    wrong = BytesIO(b"no picture")
    wrong.name = "bon.png"
    assert set(fay.post(address, sent | {"photo": wrong}).context["form"].errors) == {"photo"}


def test_a_ticket_has_its_price_and_a_car_its_kilometres(cast: Cast, fay: Client) -> None:
    address = url(cast, "enter_line", person_id=bea(cast).pk, line="travel")
    ticket = TRAVEL | {"vehicle": "public", "km": ""}
    assert set(fay.post(address, ticket).context["form"].errors) == {"cents"}
    assert set(fay.post(address, TRAVEL | {"km": ""}).context["form"].errors) == {"km"}
    ahead = TRAVEL | {"day": clock.today().replace(year=clock.today().year + 1).isoformat()}
    assert set(fay.post(address, ahead).context["form"].errors) == {"day"}


def test_a_fixed_amount_is_for_a_programme_that_gives_it(cast: Cast, fay: Client) -> None:
    declared(cast)
    fixed_amounts(cast)
    gives, other = (ProgrammeFactory(organisation=cast.here) for _ in range(2))
    for each in (gives, other):
        EngagementFactory(organisation=cast.here, person=bea(cast), programme=each)
    ProgrammeCosts.objects.create(organisation=cast.here, programme=gives, pays_flat=True)
    address = url(cast, "enter_line", person_id=bea(cast).pk, line="fixed")
    sent = {"day": A_DAY.isoformat(), "cents": "20"}
    assert set(fay.post(address, sent).context["form"].errors) == {"programme"}
    wrong = fay.post(address, sent | {"programme": str(other.pk)})
    assert set(wrong.context["form"].errors) == {"programme"}
    assert fay.post(address, sent | {"programme": str(gives.pk)}).status_code == 303


def test_another_line_than_these_is_no_page(cast: Cast, fay: Client) -> None:
    address = url(cast, "enter_line", person_id=bea(cast).pk, line="pay")
    assert fay.get(address).status_code == HTTPStatus.NOT_FOUND


def test_a_gift_is_written_down_and_taken_off_again(cast: Cast, fay: Client) -> None:
    sent = {"day": clock.today().isoformat(), "cents": "20", "what": "Een boek"}
    address = url(cast, "give", person_id=bea(cast).pk)
    assert fay.post(address, sent).status_code == HTTPStatus.SEE_OTHER
    given = Claim.objects.get()
    back = url(cast, "take_gift_back", gift_id=given.pk)
    assert fay.post(back).status_code == HTTPStatus.SEE_OTHER
    assert fay.post(back).status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert fay.get(url(cast, "gifts")).context["total"] == 0


def test_the_list_of_gifts_costs_the_same_for_one_and_for_three(cast: Cast, fay: Client) -> None:
    today = clock.today()
    gift(cast, day=today)
    address = url(cast, "gifts")
    fay.get(address)
    one = queries_of(fay, address)
    gift(cast, cents=2100, day=today)
    gift(cast, cents=2200, day=today)
    assert queries_of(fay, address) == one
    assert len(fay.get(address).context["page"].rows) == 3
    assert not fay.get(address, {"year": today.year - 1}).context["page"].rows


def test_papers_are_there_in_three_languages_and_no_more(cast: Cast) -> None:
    volunteer = cast.client("bea")
    for name in ("claim_paper", "declaration_paper"):
        answer = volunteer.get(url(cast, name, language="fr"))
        assert answer.headers["Content-Type"] == "application/pdf"
        assert volunteer.get(url(cast, name, language="de")).status_code == HTTPStatus.NOT_FOUND


def test_a_volunteer_of_another_house_is_not_found(cast: Cast, fay: Client) -> None:
    stranger = VolunteerFactory(organisation=cast.elsewhere).person
    for name in ("enter_for", "enter_declaration", "give"):
        assert fay.get(url(cast, name, person_id=stranger.pk)).status_code == 404


def test_another_declaration_that_leaves_no_room_is_told_to_finance(
    cast: Cast, fay: Client
) -> None:
    year = clock.today().year
    claimed(cast, flat(day=clock.today()))
    page = url(cast, "enter_for", person_id=bea(cast).pk)
    assert not fay.get(page).context["is_beyond"]
    paper = {"year": year, "signed_on": clock.today().isoformat(), "has_others": "on"}
    address = url(cast, "enter_declaration", person_id=bea(cast).pk)
    assert fay.post(address, paper | {"other_flat": "1760,83"}).status_code == HTTPStatus.SEE_OTHER
    shown = fay.get(page)
    assert shown.context["is_beyond"]
    assert (
        reverse("payouts:queue", kwargs={"organisation": cast.here.slug}) in shown.content.decode()
    )


def test_a_photo_of_a_paper_is_not_larger_than_one_from_a_phone() -> None:
    large = SimpleUploadedFile("bon.jpg", b"x", "image/jpeg")
    large.size = LARGEST_FILE + 1
    with pytest.raises(ValidationError):
        BillForm.base_fields["photo"].clean(large)


def test_finance_chooses_among_the_programmes_among_which_the_volunteer_chooses(cast: Cast) -> None:
    match = beside(cast)
    assert list(programmes_of_volunteer(bea(cast))) == [match.programme]
    assert list(my_programmes(cast.actor("bea"))) == [match.programme]
