"""A volunteer with ten years of history asks to be erased: on her phone, to a colleague who looks first at what goes
and what stays, and then nothing of her is found any more, while the figures stay."""

from datetime import timedelta

import pytest
from playwright.sync_api import Page, expect

from naast.circles.models import InnerMember
from naast.companionship.models import Match, MatchState, Request, Visit
from naast.core import clock
from naast.exchange.models import ImportJob
from naast.expenses.models import CostYear
from naast.organisations.models import Membership
from naast.people.models import Audience, Note, Person
from naast.people.services.words import find_again
from naast.privacy.models import Erasure, Published, RightsRequest
from naast.programmes.models import Engagement
from tests.journeys.checks import check_page
from tests.journeys.scene import alone
from tests.journeys.website import Website
from tests.journeys.windows import PHONE
from tests.privacy.planting import everything

YEARS = 10
NAME = "Zonnebloemstra"
WORDS = "Tien mooie jaren. Nu wil ik dat jullie alles wissen."


@pytest.fixture
def bea(site: Website) -> Person:
    """Bea stood beside Piet for ten years, and said goodbye."""
    person, piet = alone(site, "bea"), alone(site, "piet")
    person.given_name, person.family_name = "Beatrijs", NAME
    person.save()
    find_again(person)
    Engagement.objects.filter(person=person).update(ended_on=clock.today())
    Request.objects.filter(participant=person).update(status=Request.Status.CLOSED)
    InnerMember.objects.filter(person=person).update(ended_on=clock.today())
    RightsRequest.objects.filter(person=person).delete()
    Published.objects.filter(photo_yes__person=person).update(taken_down_on=clock.today())
    ImportJob.objects.filter(state__in=("uploaded", "mapped", "checked")).delete()
    began = clock.today() - timedelta(days=365 * YEARS)
    match = Match.objects.create(
        organisation=site.organisation,
        programme=site.programme("buddy"),
        participant=piet,
        volunteer=person,
        state=MatchState.ENDED,
        state_since=clock.now(),
        started_on=began,
        ended_on=clock.today(),
    )
    Visit.objects.bulk_create(
        Visit(
            organisation=site.organisation,
            match=match,
            visited_on=began + timedelta(days=14 * number),
            minutes=90,
            good_moment="Samen gelachen.",
        )
        for number in range(26 * YEARS)
    )
    note_of_a_colleague(site, piet)
    return person


def note_of_a_colleague(site: Website, piet: Person) -> None:
    """In somebody else's file she is named."""
    lies = Membership.objects.get(organisation=site.organisation, user=site.user("lies"))
    Note.objects.create(
        organisation=site.organisation,
        person=piet,
        author=lies,
        audience=Audience.TEAM,
        text=f"Piet belt nog met Beatrijs {NAME}.",
    )


def test_somebody_asks_to_be_erased_after_ten_years(site: Website, bea: Person) -> None:
    visits = Visit.objects.filter(organisation=site.organisation).count()
    she_asks(site.sign_in("bea", PHONE), site)
    request = RightsRequest.objects.get(person=bea)
    lies = site.sign_in("lies")
    lies_looks_first(lies, site, request)
    lies_confirms(lies)
    assert Erasure.objects.get().finished_at is not None, "the background read the texts of others"
    assert Visit.objects.filter(organisation=site.organisation).count() == visits
    # What was paid back, or is on its way, stays on the list of its year with the name (spec/law 1.7.8).
    paying = CostYear.objects.filter(claims__state__in=["approved", "batched", "paid"])
    listed = {str(pk) for pk in paying.values_list("pk", flat=True)}
    left = [text for text in everything() if NAME.casefold() in text.casefold()]
    assert [text for text in left if text.split()[0] not in listed] == []


def she_asks(bea: Page, site: Website) -> None:
    bea.goto(site.path("mine/data/"))
    check_page(bea)
    bea.locator("input[name=kind][value=erasure]").check()
    bea.locator("textarea[name=words]").fill(WORDS)
    bea.locator("form:has(textarea[name=words]) button").click()
    expect(bea.get_by_text("Erase what we keep").first).to_be_visible()


def lies_looks_first(lies: Page, site: Website, request: RightsRequest) -> None:
    lies.goto(site.path(f"privacy/requests/{request.pk}/"))
    expect(lies.get_by_text(WORDS)).to_be_visible()
    check_page(lies)
    lies.locator("a[href$='/erase/']").click()
    expect(lies.locator("table.data")).to_be_visible()
    check_page(lies)


def lies_confirms(lies: Page) -> None:
    lies.locator("input[name=has_read]").check()
    lies.locator("input[name=cannot_come_back]").check()
    lies.locator("form:has(input[name=has_read]) button").click()
    lies.wait_for_url("**/privacy/requests/*/")
    check_page(lies)
