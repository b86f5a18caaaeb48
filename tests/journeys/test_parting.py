"""Saying goodbye well: a buddy match from its first meeting to its end, and a parting talk that must be fair."""

from datetime import timedelta

import pytest
from playwright.sync_api import Page, expect

from naast.agreements.models import NotKept
from naast.companionship.models import Match, Request
from naast.core import clock
from naast.organisations.models import Membership
from naast.parting.models import Care, Parting
from naast.people.models import Consent
from tests.journeys.checks import check_page
from tests.journeys.scene import alone, free_volunteer, person_of
from tests.journeys.website import Website
from tests.journeys.windows import PHONE

BROUGHT = "Ik durf weer alleen naar de markt."
VALUE = "We luisteren eerst, en vullen niets in voor een ander."
FACTS = "Gaf tijdens het bezoek raad over medicatie."


def both_said_yes(site: Website) -> Match:
    """Bea and Piet said yes: how they got there is another journey."""
    programme = site.programme("buddy")
    bea, piet = free_volunteer(site, "bea", programme), alone(site, "piet")
    owned = {"organisation": site.organisation}
    lies, nele = (
        Membership.objects.get(**owned, user=site.user(name)) for name in ("lies", "nele")
    )
    today = clock.today()
    Consent.objects.create(
        **owned, person=piet, purpose="volunteer_support", given_on=today, how="in_person"
    )
    wish = Request.objects.create(
        **owned, participant=piet, programme=programme, own_words="Markt.", asked_on=today
    )
    return Match.objects.create(
        **owned,
        programme=programme,
        request=wish,
        participant=piet,
        volunteer=bea,
        coach=lies,
        professional=nele,
        state="both_yes",
        state_since=clock.now(),
    )


@pytest.mark.covers("S2-9")
def test_a_match_from_its_first_meeting_to_a_good_end(site: Website) -> None:
    match = both_said_yes(site)
    lies, bea = site.sign_in("lies"), site.sign_in("bea", PHONE)
    lies.goto(site.path(f"matches/{match.pk}/"))
    meet_try_and_go_on(lies)
    tell_of_a_visit(bea)
    lies.reload()
    lies.get_by_role("button", name="Work towards a good end").click()
    lies.get_by_role("link", name="To the goodbye").click()
    check_page(lies)
    talk_with(lies, "Piet", nxt="Nothing now: it is good like this")
    talk_with(lies, "Bea", nxt="Another match")
    lies.get_by_role("link", name="End the match").click()
    lies.get_by_label("On the way again: the wish is fulfilled").check()
    lies.get_by_label("Both").check()
    lies.get_by_role("button", name="End the match").click()
    expect(lies.get_by_role("heading", name="After the end")).to_be_visible()
    check_page(lies)
    call_afterwards(lies)
    match.refresh_from_db()
    assert (match.state, match.closing_talk_on) == ("ended", clock.today())
    assert Care.objects.filter(match=match, done_on__isnull=True).count() == 3


def meet_try_and_go_on(lies: Page) -> None:
    """Plan, tell beforehand, meet, try, go on."""
    lies.get_by_role("link", name="Plan the first meeting").click()
    soon = clock.now() + timedelta(minutes=5)
    lies.get_by_label("Day").fill(clock.today().isoformat())
    lies.get_by_label("Hour").fill(soon.strftime("%H:%M"))
    lies.get_by_label("Where").fill("Bij Piet thuis")
    lies.get_by_role("button", name="Save").click()
    lies.get_by_role("link", name="Write down what you told").click()
    lies.get_by_label("What did you tell?").fill("Piet hoort rechts beter.")
    lies.get_by_role("button", name="Save").click()
    lies.get_by_role("link", name="The first meeting took place").click()
    lies.get_by_role("button", name="Save").click()
    lies.get_by_role("button", name="Start the trial").click()
    lies.get_by_role("button", name="Both go on after the trial").click()
    expect(lies.get_by_role("button", name="Work towards a good end")).to_be_visible()


def tell_of_a_visit(bea: Page) -> None:
    """I was there."""
    bea.goto("/")
    bea.get_by_role("link", name="I was there").tap()
    bea.get_by_label("Good", exact=False).first.tap()
    bea.get_by_role("button", name="Send").tap()
    expect(bea.get_by_role("heading", level=1)).to_have_text("Thank you for being there for Piet")


def talk_with(lies: Page, name: str, *, nxt: str) -> None:
    """The closing talk with one of the two, in their own words."""
    lies.get_by_role("link", name="Plan or write down the talk").first.click()
    expect(lies.get_by_role("heading", level=1)).to_have_text(f"Closing talk with {name}")
    lies.get_by_label("We talked").check()
    lies.get_by_label("On which day?").fill(clock.today().isoformat())
    lies.get_by_label("What did it bring?").fill(BROUGHT)
    lies.get_by_label(nxt).check()
    check_page(lies)
    lies.get_by_role("button", name="Save").click()
    expect(lies.get_by_text(BROUGHT).first).to_be_visible()


def call_afterwards(lies: Page) -> None:
    """One of the calls is made already."""
    lies.get_by_role("link", name="We called").first.click()
    lies.get_by_label("How is it now?").fill("Goed. Kijkt tevreden terug.")
    lies.get_by_role("button", name="Save").click()
    expect(lies.get_by_text("Goed. Kijkt tevreden terug.")).to_be_visible()


@pytest.mark.covers("S1-215", "S1-216")
def test_a_parting_talk_rests_on_what_somebody_saw(site: Website) -> None:
    site.forgive("422")
    bea_person = alone(site, "bea")
    NotKept.objects.filter(engagement__person=bea_person).delete()
    lies, karim = site.sign_in("lies"), site.sign_in("karim")
    bea = site.sign_in("bea", PHONE)
    bea.goto("/")
    begin(lies, site.path(f"people/volunteers/{person_of(site, 'bea').pk}/"))
    tried_before(lies, days=60)
    tried_before(lies, days=30)
    seen(lies, "We only heard it from somebody else", "Iemand uit de straat")
    lies.get_by_role("button", name="Let the volunteer read it").click()
    expect(lies.get_by_text("Parting rests on what somebody saw themselves")).to_be_visible()
    check_page(lies)
    seen(lies, "Somebody saw it themselves", "Nele")
    lies.get_by_role("button", name="Let the volunteer read it").click()
    say_how_i_see_it(bea)
    lies.reload()
    lies.get_by_role("link", name="We talked").click()
    lies.get_by_label("What was said?").fill("Rustig gesprek.")
    lies.get_by_label("How did the volunteer react?").fill("Ziet dat het botst.")
    lies.get_by_role("button", name="Save").click()
    parting = Parting.objects.get(person=bea_person, state="shared")
    karim.goto(site.path(f"alongside/parting/volunteers/{parting.pk}/"))
    check_page(karim)
    karim.get_by_role("link", name="I agree: we part").click()
    karim.get_by_label("What did you look at, and why?").fill("Alles gelezen. Ik ga akkoord.")
    karim.get_by_role("button", name="I agree: we part").click()
    say_goodbye(lies)
    site.forgive("404")
    answer = bea.goto(site.path("volunteer/"))
    assert answer is not None
    assert answer.status == 404


def begin(lies: Page, card: str) -> None:
    """From the card: the ground, and the core value."""
    lies.goto(card)
    lies.get_by_role("link", name="Say goodbye, or talk about it").click()
    lies.get_by_label("We want to talk about parting ourselves").check()
    lies.get_by_role("button", name="Begin").click()
    lies.get_by_role("link", name="Name the ground").click()
    lies.get_by_label("Guidance is turned down, again and again").check()
    lies.get_by_label("Which core value or norm is concerned?").fill(VALUE)
    lies.get_by_role("button", name="Save").click()


def tried_before(lies: Page, *, days: int) -> None:
    """A talk, so many days ago."""
    lies.get_by_role("link", name="An earlier step").click()
    lies.get_by_label("A talk").check()
    lies.get_by_label("On which day?").fill((clock.today() - timedelta(days=days)).isoformat())
    lies.get_by_label("What was said and agreed?").fill("Na elk bezoek even bellen.")
    lies.get_by_label("They did not want to say").check()
    lies.get_by_role("button", name="Save").click()


def seen(lies: Page, how: str, who: str) -> None:
    """What somebody saw, or only heard."""
    lies.get_by_role("link", name="Something was seen").click()
    lies.get_by_label(how).check()
    lies.get_by_label("Who saw it, or from whom did you hear it?").fill(who)
    lies.get_by_label("What happened?").fill(FACTS)
    lies.get_by_role("button", name="Save").click()


def say_how_i_see_it(bea: Page) -> None:
    """Bea reads all of it on her phone and answers."""
    bea.goto("/")
    bea.get_by_text("There is something to read before we talk.").first.wait_for()
    bea.locator('a[href$="/mine/parting/"]', has_text="Read").tap()
    expect(bea.get_by_text(VALUE)).to_be_visible()
    check_page(bea)
    bea.get_by_role("link", name="Say how I see it").tap()
    bea.get_by_label("How do you see it?").fill("Ik bedoelde het goed.")
    bea.get_by_role("button", name="Send").tap()
    expect(bea.get_by_text("Ik bedoelde het goed.")).to_be_visible()


def say_goodbye(lies: Page) -> None:
    """With thanks; from that moment access is closed."""
    lies.reload()
    lies.get_by_role("link", name="Say goodbye", exact=True).click()
    lies.get_by_label("What do you thank for?").fill("Voor je inzet van twee jaar.")
    if lies.get_by_label("Who takes over").count():
        lies.get_by_label("Who takes over").select_option(index=1)
    lies.get_by_role("button", name="Say goodbye").click()
    expect(lies.get_by_text("Said goodbye. Thank you for doing it well.")).to_be_visible()
    check_page(lies)
