"""A check expires and a match may not start; a reason with a name lets it start, and stays visible."""

from datetime import timedelta

import pytest
from playwright.sync_api import Page, expect

from naast.checks.models import CheckKind, CheckRecord
from naast.checks.states import CheckState
from naast.companionship.models import FirstMeeting, Match, MatchState
from naast.core import clock
from naast.organisations.models import Membership
from naast.people.models import Consent
from naast.programmes.models import Engagement, EntryCondition, Override
from tests.journeys.checks import check_page
from tests.journeys.scene import alone, free_volunteer
from tests.journeys.website import Website
from tests.journeys.windows import PHONE

CHECK = "Bewijs van goed gedrag gezien"
REASON = "Het nieuwe bewijs is aangevraagd, Lies gaat de eerste keer mee."


@pytest.fixture
def match(site: Website) -> Match:
    """Bea and Piet met; the check of Bea held until yesterday."""
    programme = site.programme("buddy")
    bea, piet = free_volunteer(site, "bea", programme), alone(site, "piet")
    own = {"organisation": site.organisation}
    today = clock.today()
    programme.entryconditions.filter(kind="check").delete()
    EntryCondition.objects.create(**own, programme=programme, kind="check", name=CHECK)
    CheckRecord.objects.filter(person=bea).delete()
    CheckRecord.objects.create(
        **own,
        person=bea,
        kind=CheckKind.OTHER,
        state=CheckState.SEEN,
        since_on=today - timedelta(days=400),
        seen_on=today - timedelta(days=400),
        outcome=CheckRecord.Outcome.OK,
        review_on=today - timedelta(days=1),
    )
    Consent.objects.create(
        **own, person=piet, purpose="volunteer_support", given_on=today, how="in_person"
    )
    lies = Membership.objects.get(**own, user=site.user("lies"))
    made = Match.objects.create(
        **own,
        programme=programme,
        participant=piet,
        volunteer=bea,
        state=MatchState.MEETING_PLANNED,
        state_since=clock.now(),
        coach=lies,
        fallback=lies,
        professional=lies,
    )
    FirstMeeting.objects.create(
        **own,
        match=made,
        planned_at=clock.now() - timedelta(hours=3),
        place="Bij Piet thuis",
        held_on=today,
        briefed_on=today,
        told="Piet hoort rechts beter.",
    )
    return made


@pytest.mark.covers("S0-44")
def test_an_expired_check_stops_a_start_until_somebody_says_why_it_may_wait(
    site: Website, match: Match
) -> None:
    # Chromium notes an answer that refuses.
    site.forgive("422")
    lies = site.sign_in("lies")
    lies.goto(site.path(f"matches/{match.pk}/"))
    it_may_not_start(lies)
    let_it_wait(lies)
    lies.get_by_role("button", name="Start the trial").click()
    expect(lies.get_by_text("The trial has started.")).to_be_visible()
    it_stays_visible(lies, site, match)
    bea_reads_what_is_needed(site.sign_in("bea", PHONE))
    match.refresh_from_db()
    assert match.state == MatchState.TRIAL
    override = Override.objects.get(
        engagement__in=Engagement.objects.filter(person=match.volunteer)
    )
    assert override.reason == REASON


def it_may_not_start(lies: Page) -> None:
    """The page says what ended; starting all the same is refused with the same words."""
    expect(lies.get_by_text("The match may not start yet.")).to_be_visible()
    expect(lies.locator("main").get_by_text(CHECK).first).to_be_visible()
    lies.get_by_role("button", name="Start the trial").click()
    refusal = lies.get_by_text("Not everything is in place yet.")
    expect(refusal).to_contain_text(CHECK)
    check_page(lies)


def let_it_wait(lies: Page) -> None:
    """A coordinator says why, and until when."""
    lies.get_by_text("Let something wait, with a reason").click()
    lies.get_by_label("What may wait").select_option(label=CHECK)
    lies.get_by_label("Why it may start all the same").fill(REASON)
    lies.get_by_role("button", name="Let it wait").click()
    expect(lies.get_by_text("It may wait.", exact=False)).to_be_visible()


def it_stays_visible(lies: Page, site: Website, match: Match) -> None:
    """On the page of the match, and on the card of the volunteer."""
    expect(lies.get_by_text(REASON)).to_be_visible()
    check_page(lies)
    lies.goto(site.path(f"people/volunteers/{match.volunteer_id}/"))
    expect(lies.get_by_text("may wait until", exact=False).first).to_be_visible()


def bea_reads_what_is_needed(bea: Page) -> None:
    """On her phone, in plain words."""
    bea.goto("/")
    bea.get_by_role("link", name="Am I ready to start?").click()
    expect(bea.get_by_role("heading", level=1)).to_have_text("Am I ready to start?")
    expect(bea.get_by_text(CHECK).first).to_be_visible()
    check_page(bea)
