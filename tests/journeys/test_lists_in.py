"""An ugly spreadsheet becomes people, and everything is as it was after «undo»."""

from playwright.sync_api import FilePayload, Page, expect

from naast.people.models import Person, VolunteerProfile
from tests.journeys.checks import check_page
from tests.journeys.website import Website

# As it grew over the years: a title, empty rows, Windows letters, semicolons, dates in every spelling.
UGLY = """Onze vrijwilligers - bijgewerkt door Mieke;;;;;;
;;;;;;
Naam;Geb. datum;GSM;E-mail;Postcode + gemeente;Talen;Schoenmaat
Van den Broecke, Zoë;3/7/58;0470 12 34 56;zoe@voorbeeld.example;9000 Gent;NL, FR;38
José D'Hooge;03-07-1961;+32 (0)471/22.33.44;jose@voorbeeld.example;9050 Gentbrugge;Nederlands;
;;;;;;
't Serstevens Ann;12 mei 1970;;ann@voorbeeld.example;9030;nl/en;41
Bram Verkeerd;31-02-1980;0472998877;bram@voorbeeld.example;9040 Sint-Amandsberg;nl;
"""
GOOD = {"zoe@voorbeeld.example", "jose@voorbeeld.example", "ann@voorbeeld.example"}


def test_an_ugly_sheet_is_loaded_and_undone(site: Website) -> None:
    before = VolunteerProfile.objects.filter(organisation=site.organisation).count()
    lies = site.sign_in("lies")
    bring(lies)
    look_and_load(lies)
    loaded = Person.objects.filter(organisation=site.organisation, email__in=GOOD)
    assert {person.email for person in loaded} == GOOD
    zoe = loaded.get(email="zoe@voorbeeld.example")
    assert (zoe.given_name, zoe.family_name) == ("Zoë", "Van den Broecke")
    undo(lies)
    assert not Person.objects.filter(email__in=GOOD).exists()
    assert VolunteerProfile.objects.filter(organisation=site.organisation).count() == before


def bring(lies: Page) -> None:
    """From the rail: choose the file and what stands in it."""
    lies.goto("/")
    lies.get_by_role("link", name="Lists in and out").first.click()
    sheet = FilePayload(
        name="vrijwilligers 2026 def.csv", mimeType="text/csv", buffer=UGLY.encode("cp1252")
    )
    lies.get_by_label("Your list").set_input_files(sheet)
    lies.get_by_role("radio", name="Volunteers").check()
    lies.get_by_role("button", name="Look at this list").click()


def look_and_load(lies: Page) -> None:
    """What the columns mean, what will happen, and the good rows in."""
    expect(lies.get_by_role("heading", level=1)).to_have_text("What the columns mean")
    check_page(lies)
    lies.get_by_role("button", name="Show what will happen").click()
    expect(lies.get_by_role("heading", level=1)).to_have_text("What will happen")
    expect(lies.get_by_text("Schoenmaat").first).to_be_visible()
    expect(lies.get_by_text("31-02-1980").first).to_be_visible()
    check_page(lies)
    lies.get_by_role("button", name="Load the list").click()
    expect(lies.get_by_text("Rows that were left out")).to_be_visible()
    check_page(lies)
    with lies.expect_download() as download:
        lies.get_by_role("link", name="Download the rows").click()
    assert download.value.suggested_filename.endswith(".xlsx")


def undo(lies: Page) -> None:
    """One button, one question."""
    lies.get_by_role("link", name="Undo this import").click()
    lies.get_by_role("button", name="Undo this import").click()
    expect(lies.get_by_role("heading", name="The import is undone")).to_be_visible()
    expect(
        lies.get_by_text("The import is undone: everything is as it was before.")
    ).to_be_visible()
