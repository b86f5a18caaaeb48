"""A referrer sends somebody to us, and hears no more than the candidate allows."""

import pytest
from playwright.sync_api import Page, expect

from naast.recruitment.models import Application, Condition, Referral
from tests.journeys.outside import PUBLIC, arrive, last_letter, letters_to, link_in, unhurried
from tests.journeys.website import Website
from tests.journeys.windows import PHONE

SERVICE, RIA = "Loket Vooruit (verzonnen)", "Ria Wegwijs"
RIAS_ADDRESS = "ria@voorbeeld.example"
TAREK, HIS_ADDRESS = "Tarek", "tarek@voorbeeld.example"
ROLE = "Op bezoek bij iemand thuis"
CONDITIONS = "Before you go on: is this all right for you?"
ELSEWHERE = "Fietsatelier De Spaak (verzonnen)"


@pytest.fixture(autouse=True)
def _unhurried(monkeypatch: pytest.MonkeyPatch) -> None:
    unhurried(monkeypatch)


@pytest.mark.covers("S1-17", "S1-18")
def test_a_referrer_hears_what_the_candidate_allows(site: Website) -> None:
    site.forgive("422")
    ria, tarek, lies = site.open(), site.open(PHONE), site.sign_in("lies")
    ria.goto(f"{PUBLIC}refer/")
    arrive(ria, "I refer somebody")
    read_the_conditions(ria)
    tell_about(ria)
    ria.get_by_role("button", name="Send").click()
    arrive(ria, "Thank you for thinking of us")
    received = last_letter(RIAS_ADDRESS)
    assert TAREK not in f"{received.subject} {received.body}"
    status = link_in(received)
    ria.goto(status)
    arrive(ria, "How it stands")
    expect(ria.get_by_text("We received your form.")).to_be_visible()
    allow_the_outcome(tarek)
    round_off(lies)
    assert letters_to(RIAS_ADDRESS)[1:], "no news was sent"
    for letter in letters_to(RIAS_ADDRESS):
        assert TAREK not in f"{letter.subject} {letter.body}"
        assert ELSEWHERE not in letter.body
    ria.goto(status)
    arrive(ria, "How it stands")
    expect(ria.get_by_text("We looked for another place together.")).to_be_visible()
    read = ria.locator("main").inner_text()
    assert TAREK not in read
    assert ELSEWHERE not in read


def read_the_conditions(ria: Page) -> None:
    """They stand before everything else, and nothing goes on without each of them."""
    first = ria.get_by_role("group").first
    expect(first).to_contain_text(CONDITIONS)
    conditions = first.get_by_role("checkbox").all()
    assert len(conditions) == len(Condition)
    for each in conditions[:-1]:
        each.check()
    tell_about_herself(ria)
    ria.get_by_role("button", name="Send").click()
    expect(ria.get_by_role("alert")).to_contain_text("Tick each of these first.")
    expect(ria.get_by_label("Your name")).to_have_value(RIA)
    arrive(ria, "I refer somebody")
    ria.get_by_role("group").first.get_by_role("checkbox").last.check()


def tell_about_herself(ria: Page) -> None:
    """Who she is."""
    ria.get_by_label("Your service or organisation").fill(SERVICE)
    ria.get_by_label("Your name").fill(RIA)
    ria.get_by_label("Your e-mail address").fill(RIAS_ADDRESS)


def tell_about(page: Page) -> None:
    """The person: a name, a way to reach him, and what might suit. There is no field for a story."""
    page.get_by_label("First name of the person").fill(TAREK)
    page.get_by_label("Their phone number or e-mail address").fill(HIS_ADDRESS)
    page.get_by_role("group", name="What might suit?").get_by_label(ROLE).check()


def allow_the_outcome(tarek: Page) -> None:
    """On his own page he chooses what may be told."""
    tarek.goto(link_in(last_letter(HIS_ADDRESS)))
    arrive(tarek, f"Hello {TAREK}")
    expect(tarek.get_by_text(f"{RIA} of {SERVICE} told us about you.")).to_be_visible()
    tarek.get_by_label("Also whether there is a place: nothing more").check()
    tarek.get_by_role("button", name="Save").tap()
    expect(tarek.get_by_text("That is what they may hear, and nothing more.")).to_be_visible()


def round_off(lies: Page) -> None:
    """Another organisation suits him better."""
    application = Application.objects.get(given_name=TAREK)
    lies.goto(f"/o/{application.organisation.slug}/candidates/{application.pk}/")
    arrive(lies, TAREK)
    expect(lies.get_by_text(SERVICE)).to_be_visible()
    lies.get_by_role("link", name="Decide together, or round off").click()
    lies.get_by_role("link", name="Another organisation").click()
    lies.get_by_label("What is possible instead?").fill(ELSEWHERE)
    lies.get_by_label("Why does it stop here?").select_option(label="Something else fits better")
    lies.get_by_role("button", name="Write it down").click()
    expect(lies.get_by_text("Written down, with care.")).to_be_visible()


def test_a_referrer_with_an_account_sees_their_own_alone(site: Website) -> None:
    referrals = Referral.objects.filter(organisation=site.organisation)
    theirs = referrals.latest("pk")
    referrals.filter(pk=theirs.pk).update(member=None, name=RIA, service="Elders (verzonnen)")
    own = referrals.filter(member__user=site.user("rita")).count()
    rita = site.sign_in("rita")
    rita.goto("/")
    arrive(rita, "Referrals")
    rows = rita.locator("main").get_by_role("listitem")
    expect(rows).to_have_count(own)
    expect(rows.filter(has_text=theirs.application.given_name)).to_have_count(0)
    rita.get_by_role("link", name="Refer somebody").first.click()
    arrive(rita, "I refer somebody")
    expect(rita.get_by_label("Your name")).to_have_value("Rita Routebord")
    for each in rita.get_by_role("group", name=CONDITIONS).get_by_role("checkbox").all():
        each.check()
    rita.get_by_label("Your service or organisation").fill(SERVICE)
    tell_about(rita)
    rita.get_by_role("button", name="Send").click()
    arrive(rita, "Referrals")
    expect(rows).to_have_count(own + 1)
    expect(rows.first).to_contain_text(TAREK)
    hers = Application.objects.get(given_name=TAREK)
    for path in (f"candidates/{hers.pk}/", "candidates/", "people/volunteers/"):
        assert rita.request.get(site.path(path)).status == 404
