"""A volunteer for whom it is too much: a minute on her phone, a call, what was agreed, and nobody asks her more."""

from datetime import timedelta

import pytest
from playwright.sync_api import Page, expect

from naast.capacity.models import SelfCheck, StepBack, WorthAsking
from naast.companionship.models import Match, MatchState, Request
from naast.companionship.queries.requests import get_request
from naast.companionship.queries.shortlist import sheet_for
from naast.core import clock
from naast.messaging.models import Message
from naast.organisations.actors import Actor
from naast.organisations.models import Membership
from naast.people.models import Consent, Person, VolunteerProfile
from naast.programmes.models import Programme
from tests.journeys.checks import check_page
from tests.journeys.scene import alone, free_volunteer, person_of
from tests.journeys.website import Website
from tests.journeys.windows import PHONE

WORDS = "Mijn moeder is ziek, en ik wil Piet niet laten vallen."
AGREED = "Vanaf juni elke twee weken. We vertellen het samen aan Piet, bij de koffie."


@pytest.fixture
def match(site: Website) -> Match:
    """Bea stands beside Piet, with room for more."""
    programme = site.programme("buddy")
    bea, piet = free_volunteer(site, "bea", programme), alone(site, "piet")
    SelfCheck.objects.filter(person=bea).delete()
    StepBack.objects.filter(organisation=site.organisation).delete()
    WorthAsking.objects.filter(person=bea).delete()
    lies = Membership.objects.get(organisation=site.organisation, user=site.user("lies"))
    return Match.objects.create(
        organisation=site.organisation,
        programme=programme,
        participant=piet,
        volunteer=bea,
        state=MatchState.RUNNING,
        state_since=clock.now(),
        started_on=clock.today() - timedelta(days=90),
        coach=lies,
        fallback=lies,
        professional=lies,
    )


@pytest.mark.covers("S0-60")
def test_an_overloaded_volunteer_steps_back(site: Website, match: Match) -> None:
    told_before = Message.objects.filter(user=site.user("piet")).count()
    wish = another_wish(site, match.programme)
    lies, bea = site.sign_in("lies"), site.sign_in("bea", PHONE)
    assert is_proposed(site, wish)
    she_says_it_is_too_much(bea)
    she_steps_back(bea, match)
    lies_calls_and_writes_it_down(lies)
    bea.reload()
    expect(bea.get_by_text(AGREED)).to_be_visible()
    check_page(bea)
    assert not is_proposed(site, wish)
    match.refresh_from_db()
    assert match.state == MatchState.RUNNING, "nothing ends without a talk"
    assert Message.objects.filter(user=site.user("piet")).count() == told_before


def another_wish(site: Website, programme: Programme) -> Request:
    """Somebody else waits for a volunteer of the same programme."""
    participant = Person.objects.filter(
        organisation=site.organisation, participant__isnull=False, user__isnull=True
    ).first()
    assert participant is not None
    own = {"organisation": site.organisation}
    Consent.objects.get_or_create(
        **own,
        person=participant,
        purpose="volunteer_support",
        withdrawn_on=None,
        defaults={"given_on": clock.today(), "how": "in_person"},
    )
    VolunteerProfile.objects.filter(person=participant).delete()
    return Request.objects.create(
        **own,
        participant=participant,
        programme=programme,
        status=Request.Status.WAITING,
        own_words="Samen naar de markt.",
        asked_on=clock.today(),
    )


def is_proposed(site: Website, wish: Request) -> bool:
    """Whether the shortlist of this wish shows Bea."""
    actor = Actor.system(site.organisation, reason="journey")
    found = get_request(actor, wish.pk)
    assert found is not None
    bea = str(person_of(site, "bea").pk)
    return bea in {each.person_id for each in sheet_for(found).shown}


def she_says_it_is_too_much(bea: Page) -> None:
    """From her home: the self-check of a minute."""
    bea.goto("/")
    bea.get_by_role("link", name="How much I do, and my own limits").click()
    check_page(bea)
    bea.get_by_role("link", name="How am I?").click()
    bea.get_by_label("How are you?").fill(WORDS)
    bea.get_by_label("Too much", exact=True).check()
    check_page(bea)
    bea.get_by_role("button", name="Send").click()
    expect(bea.get_by_role("heading", level=1)).to_have_text("Thank you that you say it")
    check_page(bea)


def she_steps_back(bea: Page, match: Match) -> None:
    """For whom, from when; then she reads what happens next."""
    bea.get_by_role("link", name="Step back: do less").click()
    wishes = bea.get_by_role("group", name=match.participant.first_name)
    wishes.get_by_label("See each other less often").check()
    bea.get_by_label("What should your coordinator know?").fill(WORDS)
    check_page(bea)
    bea.get_by_role("button", name="Ask it").click()
    expect(bea.get_by_text("What happens next")).to_be_visible()
    check_page(bea)


def lies_calls_and_writes_it_down(lies: Page) -> None:
    """It stands on her desk; the talk is written down where Bea reads it."""
    lies.goto("/")
    row = lies.locator("li.attention").filter(has_text="would like to do less")
    for fold in lies.locator("main details").filter(has=row).all():
        fold.locator("summary").first.click()
    row.get_by_role("link", name="Call").click()
    expect(lies.get_by_text(WORDS)).to_be_visible()
    check_page(lies)
    lies.get_by_label("What we agreed").fill(AGREED)
    lies.get_by_role("button", name="Write it down").click()
    expect(lies.get_by_text(AGREED)).to_be_visible()
