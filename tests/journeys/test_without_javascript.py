"""Old phones and strict offices: everything that matters works without a script."""

from playwright.sync_api import expect

from naast.companionship.models import Match, Request, Visit
from tests.journeys.scene import person_of
from tests.journeys.website import Website
from tests.journeys.windows import PHONE


def test_a_visit_is_told_without_javascript(site: Website) -> None:
    match = Match.objects.get(participant=person_of(site, "piet"), state="running")
    before = Visit.objects.filter(match=match).count()
    login = "bea" if match.volunteer == person_of(site, "bea") else "roos"
    bea = site.sign_in(login, PHONE, java_script_enabled=False)
    bea.goto(site.path(f"visits/i-was-there/?match={match.pk}"))
    bea.get_by_text("Yesterday").click()
    bea.get_by_text("A little more, if you like").click()
    bea.get_by_label("A moment that was good").fill("We hebben gelachen.")
    bea.get_by_role("button", name="Send").click()
    expect(bea.get_by_role("heading", level=1)).to_have_text("Thank you for being there for Piet")
    assert Visit.objects.filter(match=match).count() == before + 1


def test_somebody_is_proposed_without_javascript(site: Website) -> None:
    lies = site.sign_in("lies", java_script_enabled=False)
    wishes = Request.objects.filter(organisation=site.organisation, status="waiting")
    for wish in wishes.exclude(matches__isnull=False).order_by("pk"):
        lies.goto(site.path(f"requests/{wish.pk}/shortlist/"))
        if lies.get_by_role("button", name="Propose").count():
            break
    lies.get_by_role("button", name="Propose").click()
    expect(lies.get_by_text("The question is on its way to the volunteer.")).to_be_visible()
    assert wish.matches.count() == 1


def test_a_dialog_opens_without_javascript(site: Website) -> None:
    lies = site.sign_in("lies", java_script_enabled=False)
    wish = Request.objects.filter(organisation=site.organisation, status="waiting").first()
    assert wish is not None
    lies.goto(site.path(f"requests/{wish.pk}/"))
    lies.get_by_role("link", name="Take back the yes").click()
    lies.get_by_role("button", name="Take back the yes").click()
    expect(lies.get_by_text("The yes is taken back.")).to_be_visible()
