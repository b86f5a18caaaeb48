"""Where somebody heard of us: asked, kept along the way, filled in for who was asked, changed later."""

import re

import pytest
from django.test import Client

from naast.core.errors import NotAllowed
from naast.outreach.models import Lead
from naast.programmes.models import Programme
from naast.recruitment.models import Application
from naast.recruitment.services import heard
from naast.vacancies.models import Channel
from tests.conftest import Cast
from tests.factories import ProgrammeFactory
from tests.outreaching import CampaignFactory, LeadFactory, MeetingFactory
from tests.recruiting import ApplicationFactory, ChannelFactory, VacancyFactory
from tests.recruitment.sending import applying, fresh_limits
from tests.recruitment.test_entering import told
from tests.recruitment.test_referrals import referring

__all__ = ["fresh_limits"]
Circle = Channel.Circle


@pytest.fixture
def programme(cast: Cast) -> Programme:
    """A programme that runs."""
    made: Programme = ProgrammeFactory(organisation=cast.here)
    return made


@pytest.fixture
def baker(cast: Cast) -> Channel:
    """Bread bags, which the house uses; and a channel it used before."""
    ChannelFactory(organisation=cast.here, code="krant", name="Krant", is_used=False)
    ChannelFactory(organisation=cast.elsewhere, code="lek")
    made: Channel = ChannelFactory(organisation=cast.here, code="bakker", name="Broodzakken")
    return made


def asked(client: Client, address: str) -> list[str]:
    """The short names that the form offers; empty: it doesn't ask."""
    fields = client.get(address).context["form"].fields
    return [code for code, _name in fields["heard_by"].choices] if "heard_by" in fields else []


@pytest.mark.covers("S1-64", "S1-232")
def test_who_is_entered_may_have_a_channel(
    cast: Cast, programme: Programme, baker: Channel
) -> None:
    amal, address = cast.client("amal"), cast.url("candidates/new/")
    assert asked(amal, address) == ["", "bakker"]

    amal.post(address, told(programme, heard_by="bakker"))
    amal.post(address, told(programme, given_name="Ali", phone="0475 99 88 77"))
    assert amal.post(address, told(programme, heard_by="krant")).status_code == 422

    assert Application.objects.get(given_name="Fatima").journey.channel == baker
    assert Application.objects.get(given_name="Ali").channel is None


def test_the_site_asks_it_when_no_link_told(programme: Programme, baker: Channel) -> None:
    browser, address = Client(), "/v/hier/apply/"
    assert asked(browser, address) == ["", "bakker"]
    assert asked(browser, f"{address}?via=bakker") == []

    browser.post(address, applying(heard_by="bakker"))
    assert Application.objects.get().channel == baker


def test_a_link_says_more_than_an_answer(cast: Cast, programme: Programme, baker: Channel) -> None:
    fair = ChannelFactory(organisation=cast.here, code="beurs")
    Client().post("/v/hier/apply/", applying(channel="beurs", heard_by="bakker"))
    assert Application.objects.get().channel == fair


def test_without_channels_nothing_is_asked(cast: Cast, programme: Programme) -> None:
    assert asked(Client(), "/v/hier/apply/") == []
    assert asked(cast.client("amal"), cast.url("candidates/new/")) == []


def test_who_is_sent_came_by_the_channel_of_referrers(cast: Cast, programme: Programme) -> None:
    ChannelFactory(organisation=cast.here, code="schools", circle=Circle.PARTNERS)
    Client().post("/v/hier/refer/", referring(nonce="a", given_name="Eerst"))
    theirs = ChannelFactory(organisation=cast.here, code="referrers", circle=Circle.PARTNERS)
    Client().post("/v/hier/refer/", referring(nonce="b", given_name="Later", reach="l@t.example"))
    Client().post(
        "/v/hier/refer/",
        referring(nonce="c", given_name="Link", reach="k@t.example", channel="schools"),
    )

    found = {
        each.given_name: each.channel.code if each.channel else ""
        for each in Application.objects.all()
    }
    assert found == {"Eerst": "", "Later": theirs.code, "Link": "schools"}


@pytest.mark.covers("S1-231")
def test_a_yes_after_asking_somebody_goes_by_word_of_mouth(
    cast: Cast, programme: Programme
) -> None:
    campaign = CampaignFactory(organisation=cast.here)
    lead = LeadFactory(organisation=cast.here, campaign=campaign, outcome=Lead.Outcome.YES)
    door = {"organisation": cast.here, "circle": Circle.ACQUAINTANCES}
    ChannelFactory(**door, code="open-door", name="Aan de deur")
    page, amal = cast.url(f"my-asks/people/{lead.pk}/"), cast.client("amal")
    assert amal.get(page).context["apply_url"].endswith("?via=open-door")

    mouth = ChannelFactory(**door, code="word-of-mouth", name="Mond-tot-mond")
    address = amal.get(page).context["apply_url"]
    chosen = amal.get(address).context["form"]["heard_by"].value()
    amal.post(address, told(programme, heard_by=chosen))

    assert Application.objects.get().channel == mouth


@pytest.mark.covers("S1-231")
def test_the_link_of_an_invitation_is_kept_as_the_source_of_who_applies(cast: Cast) -> None:
    vacancy = VacancyFactory(organisation=cast.here)
    mouth = ChannelFactory(organisation=cast.here, code="mond", circle=Circle.ACQUAINTANCES)
    share = cast.client("amal").get(cast.url(f"recruiting/vacancies/{vacancy.pk}/share/"))
    link = re.search(r"/v/hier/\S+", share.context["invitation"])
    assert link is not None

    browser = Client()
    role = browser.get(link.group())
    form = browser.get(role.context["apply_url"]).context["form"]
    browser.post(role.context["apply_url"], applying(channel=form["channel"].value()))

    assert Application.objects.get().channel == mouth


def test_the_channel_stays_in_the_address_from_page_to_page(cast: Cast) -> None:
    meeting = MeetingFactory(organisation=cast.here)
    ways = {
        "meetings/": [f"meetings/{meeting.pk}/?via=bakker", '/v/hier/?via=bakker"'],
        f"meetings/{meeting.pk}/": ['meetings/?via=bakker"'],
        "meetings/thanks/": ['/v/hier/?via=bakker"'],
        "groups/": ['/v/hier/?via=bakker"'],
        "groups/thanks/": ['/v/hier/?via=bakker"'],
        "": ["refer/?via=bakker", "apply/?via=bakker", "via=bakker&amp;lang=fr"],
        "explore/": ['name="via" value="bakker"', '/v/hier/?via=bakker"'],
    }
    ProgrammeFactory(organisation=cast.here)
    ways["apply/"] = ["explore/?via=bakker", '/v/hier/?via=bakker"']
    for page, links in ways.items():
        text = Client().get(f"/v/hier/{page}?via=bakker").content.decode()
        for link in links:
            assert link in text, (page, link)


def test_a_coordinator_changes_it_later_and_the_journey_says_the_same(
    cast: Cast, baker: Channel
) -> None:
    old = Channel.objects.get(code="krant")
    application = ApplicationFactory(organisation=cast.here, channel=old)
    amal, address = cast.client("amal"), cast.url(f"candidates/{application.pk}/channel/")
    assert address in amal.get(cast.url(f"candidates/{application.pk}/")).content.decode()
    form = amal.get(address).context["form"]
    assert form["channel"].value() == "krant"
    assert {code for code, _name in form.fields["channel"].choices} == {"", "bakker", "krant"}

    assert amal.post(address, {"channel": "bakker"}).status_code == 303
    application.refresh_from_db()
    application.journey.refresh_from_db()
    assert (application.channel, application.journey.channel) == (baker, baker)
    assert amal.post(address, {"channel": ""}).status_code == 303
    application.refresh_from_db()
    assert application.channel is None
    assert amal.post(address, {"channel": "lek"}).status_code == 422


def test_nobody_else_changes_it(cast: Cast, baker: Channel) -> None:
    application = ApplicationFactory(organisation=cast.here, coordinator=cast.nele)
    with pytest.raises(NotAllowed):
        heard.change_channel(actor=cast.actor("nele"), application_id=application.pk, code="bakker")
    with pytest.raises(Application.DoesNotExist):
        heard.change_channel(actor=cast.actor("chris"), application_id=application.pk, code="")
    with pytest.raises(Channel.DoesNotExist):
        heard.change_channel(actor=cast.actor("amal"), application_id=application.pk, code="lek")
