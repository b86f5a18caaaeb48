"""A newcomer with little Dutch applies on a phone; the coordinator finds them on the desk."""

import pytest
from playwright.sync_api import Page, expect

from naast.core import public_forms
from naast.recruitment.models import Application, Tally
from tests.journeys.checks import check_page
from tests.journeys.outside import PUBLIC, arrive, unhurried
from tests.journeys.scene import unfold
from tests.journeys.test_drafts import until_kept_on_this_device
from tests.journeys.website import Website
from tests.journeys.windows import PHONE

ROLE = "Samen Nederlands oefenen"
NAME, NUMBER = "Amina", "0470 12 34 56"
LIKES = "Koken en praten met mensen"


@pytest.fixture(autouse=True)
def _unhurried(monkeypatch: pytest.MonkeyPatch) -> None:
    unhurried(monkeypatch)


@pytest.mark.covers("S4-27")
def test_a_newcomer_applies_on_a_phone(site: Website, monkeypatch: pytest.MonkeyPatch) -> None:
    site.forgive("422")
    amina = site.open(PHONE)
    read_the_role(amina)
    forget_a_field(amina)
    fill_in(amina)
    amina.get_by_role("button", name="Send").tap()
    arrive(amina, "Thank you")
    answer_the_voluntary_questions(amina)
    application = Application.objects.get(organisation=site.organisation, given_name=NAME)
    assert (application.email, application.age, application.prefers_phone) == ("", "", True)
    the_desk_knows(site.sign_in("lies"))
    send_again_too_quickly(amina, monkeypatch)
    assert Application.objects.filter(given_name=NAME).count() == 1


def read_the_role(amina: Page) -> None:
    """From the list to one role, and to its short and plain words."""
    amina.goto(PUBLIC)
    arrive(amina, "Volunteering with us")
    amina.get_by_role("link", name=ROLE).tap()
    arrive(amina, ROLE)
    amina.get_by_role("link", name="Read it short and plain").tap()
    expect(amina.get_by_text("Je praat met mensen die Nederlands leren.")).to_be_visible()
    check_page(amina)
    amina.get_by_role("link", name="This speaks to me").first.tap()
    arrive(amina, "I would like to help")
    amina.get_by_role("link", name="Rather short and in plain words?").tap()
    arrive(amina, "I want to help")


def forget_a_field(amina: Page) -> None:
    """What is missing stands on top and beside the field; what was typed is still there."""
    amina.get_by_label("My first name").fill(NAME)
    amina.get_by_label("I like to do this").fill(LIKES)
    amina.get_by_role("button", name="Send").tap()
    expect(amina.get_by_role("alert")).to_contain_text("My phone number or e-mail address")
    expect(amina.get_by_label("My first name")).to_have_value(NAME)
    expect(amina.get_by_label("I like to do this")).to_have_value(LIKES)
    check_page(amina)


def fill_in(amina: Page) -> None:
    """Four questions; a phone number is enough."""
    amina.get_by_label("My first name").fill(NAME)
    amina.get_by_label("My phone number or e-mail address").fill(NUMBER)
    amina.get_by_label("I like to do this").fill(LIKES)
    amina.get_by_label("Français").check()


def answer_the_voluntary_questions(amina: Page) -> None:
    """Counted, apart from who she is."""
    amina.get_by_label("26 to 45").check()
    amina.get_by_role("button", name="Count my answers").tap()
    expect(amina.get_by_text("We counted it, and kept nothing else.")).to_be_visible()
    assert Tally.objects.filter(answer="26_45").exists()


def the_desk_knows(lies: Page) -> None:
    """On the desk as somebody new; the page says who owes what, and her words stand there."""
    lies.goto("/")
    unfold(lies)
    this_week = lies.get_by_role("region", name="This week")
    item = this_week.locator("li.attention").filter(has_text=f"{NAME} would like to volunteer")
    item.get_by_role("link", name="Answer").click()
    expect(lies.get_by_role("heading", level=1)).to_have_text(NAME)
    expect(lies.get_by_text(f"{NAME} has not heard from a person yet.")).to_be_visible()
    expect(lies.get_by_text("Up to us, by")).to_be_visible()
    expect(lies.get_by_text(LIKES)).to_be_visible()
    check_page(lies)


def send_again_too_quickly(amina: Page, patch: pytest.MonkeyPatch) -> None:
    """Faster than anybody reads: asked to press once more, and nothing is lost."""
    patch.setattr(public_forms, "SHORTEST_SECONDS", 600)
    amina.goto(PUBLIC)
    amina.get_by_role("link", name=ROLE).tap()
    amina.get_by_role("link", name="This speaks to me").first.tap()
    amina.get_by_role("link", name="Rather short and in plain words?").tap()
    fill_in(amina)
    amina.get_by_role("button", name="Send").tap()
    expect(amina.get_by_role("alert")).to_contain_text("Please press the button once more.")
    expect(amina.get_by_label("My phone number or e-mail address")).to_have_value(NUMBER)
    amina.get_by_role("button", name="Send").tap()
    expect(amina.get_by_role("heading", level=1)).to_have_text("Thank you")


def test_exploring_leads_to_a_role_and_its_form(site: Website) -> None:
    amina = site.open(PHONE)
    amina.goto(PUBLIC)
    amina.get_by_role("link", name="Find out what suits you").tap()
    arrive(amina, "Find out what suits you")
    amina.get_by_role("group", name="What gives you energy?").get_by_label("Explaining").check()
    amina.get_by_role("group", name="And what costs you energy?").get_by_label("Papers").check()
    amina.get_by_role("button", name="See what suits me").tap()
    role = amina.get_by_role("listitem").filter(has=amina.get_by_role("link", name=ROLE))
    expect(role.get_by_text("Explaining something gives you energy")).to_be_visible()
    check_page(amina)
    role.get_by_role("link", name="This speaks to me").tap()
    expect(amina.get_by_role("heading", level=1)).to_contain_text(ROLE)
    amina.get_by_label("What may we call you?").fill(NAME)
    amina.get_by_label("E-mail address").fill("amina@voorbeeld.example")
    amina.get_by_label("18 or older").check()
    amina.get_by_role("button", name="Send").tap()
    expect(amina.get_by_role("heading", level=1)).to_have_text("Thank you")
    application = Application.objects.get(given_name=NAME)
    assert application.explored["gives"] == ["explain"]


def test_the_form_works_without_a_script(site: Website) -> None:
    site.forgive("422")
    amina = site.open(PHONE, java_script_enabled=False)
    amina.goto(f"{PUBLIC}apply/?plain=1")
    amina.get_by_role("button", name="Send").tap()
    expect(amina.get_by_role("alert")).to_contain_text("My first name")
    fill_in(amina)
    amina.get_by_role("button", name="Send").tap()
    expect(amina.get_by_role("heading", level=1)).to_have_text("Thank you")
    assert Application.objects.get(given_name=NAME).is_undecided


def test_what_was_typed_is_still_there_when_the_window_was_closed(site: Website) -> None:
    amina = site.open(PHONE)
    amina.goto(f"{PUBLIC}apply/?plain=1")
    fill_in(amina)
    until_kept_on_this_device(amina)
    amina.close()
    again = amina.context.new_page()
    again.goto(f"{PUBLIC}apply/?plain=1")
    expect(again.get_by_text("We kept what you wrote.")).to_be_visible()
    expect(again.get_by_label("My phone number or e-mail address")).to_have_value(NUMBER)
    expect(again.get_by_label("Français")).to_be_checked()
    check_page(again)
    again.get_by_role("button", name="Send").tap()
    expect(again.get_by_role("heading", level=1)).to_have_text("Thank you")
    again.goto(f"{PUBLIC}apply/?plain=1")
    expect(again.get_by_label("My phone number or e-mail address")).to_have_value("")
