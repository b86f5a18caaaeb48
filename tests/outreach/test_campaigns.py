"""2+ campaigns: two people to ask, a board, a welcome, and forgetting who did not say yes."""

from collections.abc import Iterator
from datetime import date, timedelta

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext

from naast.core.errors import NotAllowed, StateConflict
from naast.messaging.models import Message
from naast.organisations.actors import Actor
from naast.outreach.errors import ReasonMissing
from naast.outreach.inputs import CampaignPlan, LeadNote
from naast.outreach.models import Campaign, Lead
from naast.outreach.policies import campaigns as policies
from naast.outreach.queries import campaigns as queries
from naast.outreach.services import campaigns, nightly
from naast.programmes.models import Programme
from naast.recruitment.services.arrivals import NameMissing
from tests.conftest import Cast
from tests.factories import EngagementFactory, ProgrammeFactory
from tests.outreach.guests import at
from tests.outreaching import CampaignFactory, LeadFactory
from tests.recruiting import ChannelFactory, VacancyFactory

TODAY = date(2026, 3, 10)
NOTE = LeadNote(first_name="Lies", ask_before=date(2026, 4, 1), task="Koffie schenken")


@pytest.fixture(autouse=True)
def march() -> Iterator[None]:
    with time_machine.travel(at(10), tick=False):
        yield


@pytest.fixture
def campaign(cast: Cast) -> Campaign:
    """A campaign of a programme in which Bea takes part."""
    made: Campaign = CampaignFactory(organisation=cast.here, tasks=["Koffie schenken", "Rijden"])
    EngagementFactory(
        organisation=cast.here, person_id=cast.bea.person_id, person=None, programme=made.programme
    )
    return made


def test_a_campaign_lasts_three_months_and_hopes_for_two(cast: Cast, coordinator: Actor) -> None:
    programme = ProgrammeFactory(organisation=cast.here, status=Programme.Status.ACTIVE)
    plan = CampaignPlan(programme_id=programme.pk, starts_on=TODAY, tasks=("Koffie", " "))
    made = campaigns.plan_campaign(actor=coordinator, plan=plan)
    assert (made.ends_on, made.aims_at, made.tasks) == (date(2026, 6, 10), 2, ["Koffie"])


def test_a_campaign_needs_a_clear_task_and_days_in_order(cast: Cast, coordinator: Actor) -> None:
    programme = ProgrammeFactory(organisation=cast.here, status=Programme.Status.ACTIVE)
    for plan in (
        CampaignPlan(programme_id=programme.pk, starts_on=TODAY),
        CampaignPlan(programme_id=programme.pk, starts_on=TODAY, ends_on=TODAY, tasks=("x",)),
    ):
        with pytest.raises(ReasonMissing):
            campaigns.plan_campaign(actor=coordinator, plan=plan)


def test_only_a_coordinator_plans(cast: Cast, volunteer: Actor, campaign: Campaign) -> None:
    plan = CampaignPlan(programme_id=campaign.programme_id, starts_on=TODAY, tasks=("x",))
    with pytest.raises(NotAllowed):
        campaigns.plan_campaign(actor=volunteer, plan=plan)
    with pytest.raises(NotAllowed):
        campaigns.change_campaign(actor=volunteer, campaign_id=campaign.pk, plan=plan)


def test_a_programme_of_another_house_is_not_found(cast: Cast, coordinator: Actor) -> None:
    programme = ProgrammeFactory(organisation=cast.elsewhere, status=Programme.Status.ACTIVE)
    plan = CampaignPlan(programme_id=programme.pk, starts_on=TODAY, tasks=("x",))
    with pytest.raises(Programme.DoesNotExist):
        campaigns.plan_campaign(actor=coordinator, plan=plan)


@pytest.mark.covers("S1-152")
def test_a_volunteer_names_people_to_ask_and_tells_what_came_of_it(
    cast: Cast, campaign: Campaign
) -> None:
    client = cast.client("bea")
    new = {"first_name": "Lies", "task": "Rijden", "ask_before": "2026-04-01"}
    response = client.post(cast.url(f"my-asks/{campaign.pk}/new/"), new)
    assert (response.status_code, response["Location"]) == (303, cast.url("my-asks/"))
    lead = Lead.objects.get()
    assert (lead.asker_id, lead.outcome) == (cast.bea.person_id, "not_asked")
    assert client.get(cast.url("my-asks/")).context["campaigns"] == [(campaign, [lead], "")]
    tried = {**new, "outcome": "try", "try_on": "2026-04-05", "welcomed": ["called"]}
    assert client.post(cast.url(f"my-asks/people/{lead.pk}/"), tried).status_code == 303
    lead.refresh_from_db()
    assert (lead.outcome, lead.try_on, lead.welcomed) == ("try", date(2026, 4, 5), ["called"])
    board = cast.client("amal").get(cast.url(f"recruiting/campaigns/{campaign.pk}/"))
    (column,) = [each for each in board.context["columns"] if each.task == "Rijden"]
    assert (column.asked, column.trying, column.started) == (1, [lead], [])
    sheet = cast.client("amal").get(cast.url(f"recruiting/campaigns/{campaign.pk}/welcome/"))
    assert sheet.context["welcome"] == [lead]


def test_a_volunteer_copies_an_invitation_with_the_link_of_word_of_mouth(
    cast: Cast, campaign: Campaign
) -> None:
    client = cast.client("bea")
    here = {"organisation": cast.here}
    for code, name in (("aan-zee", "Aan zee"), ("word-of-mouth", "Van mond tot mond")):
        ChannelFactory(**here, code=code, name=name, circle="acquaintances")
    VacancyFactory(**here)
    vacancy = VacancyFactory(**here, programme=campaign.programme, text="Tuinman of tuinvrouw")

    page = client.get(cast.url("my-asks/"))

    ((_campaign, _leads, words),) = page.context["campaigns"]
    assert f"/v/hier/{vacancy.pk}/?via=word-of-mouth" in words
    assert "Tuinman of tuinvrouw" in words
    assert words.splitlines()[0] in page.content.decode()


def test_invitations_cost_the_same_for_one_campaign_and_three(
    cast: Cast, campaign: Campaign
) -> None:
    client = cast.client("bea")

    def cost() -> int:
        with CaptureQueriesContext(connection) as captured:
            client.get(cast.url("my-asks/"))
        return len(captured)

    VacancyFactory(organisation=cast.here, programme=campaign.programme)
    cost()
    first = cost()
    for _more in range(2):
        other = CampaignFactory(organisation=cast.here)
        bea = {"person_id": cast.bea.person_id, "person": None}
        EngagementFactory(organisation=cast.here, programme=other.programme, **bea)
        VacancyFactory(organisation=cast.here, programme=other.programme)
    assert cost() == first
    assert first <= 14


@pytest.mark.parametrize("name", ["Lies Peeters", "", "  ", "L. Peeters"])
def test_never_more_than_a_first_name_or_initials(
    volunteer: Actor, campaign: Campaign, name: str
) -> None:
    note = LeadNote(first_name=name, ask_before=TODAY)
    with pytest.raises(NameMissing):
        campaigns.add_lead(actor=volunteer, campaign_id=campaign.pk, note=note)


def test_initials_are_fine_and_a_try_has_a_day(volunteer: Actor, campaign: Campaign) -> None:
    note = LeadNote(first_name="L. P.", ask_before=TODAY)
    lead = campaigns.add_lead(actor=volunteer, campaign_id=campaign.pk, note=note)
    with pytest.raises(ReasonMissing):
        campaigns.change_lead(
            actor=volunteer,
            lead_id=lead.pk,
            note=LeadNote(first_name="L. P.", ask_before=TODAY, outcome="try"),
        )


def test_a_volunteer_sees_only_their_own_people_and_campaigns_they_take_part_in(
    cast: Cast, volunteer: Actor, participant: Actor, stranger: Actor, campaign: Campaign
) -> None:
    other = LeadFactory(campaign=campaign)
    mine = LeadFactory(campaign=campaign, asker=None, asker_id=cast.bea.person_id)
    CampaignFactory(organisation=cast.here)
    assert list(policies.visible_to(volunteer)) == [campaign]
    assert list(policies.leads_visible_to(volunteer)) == [mine]
    assert not policies.can_change_lead(volunteer, other)
    for actor in (participant, stranger):
        assert not policies.visible_to(actor).exists()
        assert not policies.leads_visible_to(actor).exists()
        assert not policies.can_change_lead(actor, mine)
        assert not policies.can_add_lead(actor, campaign, day=TODAY)
    with pytest.raises(Lead.DoesNotExist):
        campaigns.drop_lead(actor=volunteer, lead_id=other.pk)


def test_a_volunteer_can_t_put_a_name_with_somebody_else(
    cast: Cast, volunteer: Actor, campaign: Campaign
) -> None:
    somebody = EngagementFactory(organisation=cast.here, programme=campaign.programme).person
    lead = campaigns.add_lead(
        actor=volunteer, campaign_id=campaign.pk, note=NOTE, asker_id=somebody.pk
    )
    assert lead.asker_id == cast.bea.person_id


def test_a_coordinator_notes_for_whom_was_not_there(
    cast: Cast, coordinator: Actor, campaign: Campaign
) -> None:
    lead = campaigns.add_lead(
        actor=coordinator, campaign_id=campaign.pk, note=NOTE, asker_id=cast.person_id("bea")
    )
    own = campaigns.add_lead(actor=coordinator, campaign_id=campaign.pk, note=NOTE)
    assert (lead.asked_by, own.asked_by) == ("Bea Buddy", "Amal Coördineert")


def test_nobody_is_named_once_it_is_over(
    coordinator: Actor, volunteer: Actor, campaign: Campaign
) -> None:
    with time_machine.travel(at(10) + timedelta(days=100), tick=False):
        with pytest.raises(NotAllowed):
            campaigns.add_lead(actor=volunteer, campaign_id=campaign.pk, note=NOTE)
        nightly.run(at(10) + timedelta(days=100))
        plan = CampaignPlan(programme_id=campaign.programme_id, starts_on=TODAY, tasks=("x",))
        with pytest.raises(StateConflict):
            campaigns.change_campaign(actor=coordinator, campaign_id=campaign.pk, plan=plan)


def test_at_the_end_who_did_not_say_yes_is_forgotten_and_the_numbers_stay(
    campaign: Campaign,
) -> None:
    for outcome in ("not_asked", "no", "later", "try", "yes"):
        LeadFactory(campaign=campaign, outcome=outcome)
    last = at(10) + timedelta(days=90)
    assert nightly.run(last)["campaigns ended"] == 0
    assert nightly.run(last + timedelta(days=1))["campaigns ended"] == 1
    assert nightly.run(last + timedelta(days=1))["campaigns ended"] == 0
    campaign.refresh_from_db()
    assert [lead.outcome for lead in campaign.leads.all()] == ["yes"]
    assert (campaign.leads_count, campaign.asked_count, campaign.yes_count) == (5, 4, 1)
    assert nightly.run(last + timedelta(days=200))["leads forgotten"] == 1
    assert not Lead.objects.exists()


def test_who_would_ask_is_reminded_once_in_a_message_without_names(
    cast: Cast, campaign: Campaign
) -> None:
    for _lead in range(2):
        LeadFactory(
            campaign=campaign,
            asker=None,
            asker_id=cast.bea.person_id,
            ask_before=date(2026, 3, 12),
            first_name="Lies",
        )
    assert nightly.run(at(12))["askers reminded"] == 0
    assert nightly.run(at(13))["askers reminded"] == 1
    assert nightly.run(at(14))["askers reminded"] == 0
    message = Message.objects.get()
    assert (message.user, message.url) == (cast.bea.user, cast.url("my-asks/"))
    assert "Lies" not in message.subject + message.body


def test_a_yes_leads_the_coordinator_to_an_application_and_copies_nothing(
    cast: Cast, campaign: Campaign
) -> None:
    lead = LeadFactory(campaign=campaign, asker=None, asker_id=cast.bea.person_id, outcome="yes")
    url = cast.url(f"my-asks/people/{lead.pk}/")
    assert cast.client("amal").get(url).context["can_apply"]
    assert not cast.client("bea").get(url).context["can_apply"]


def test_forgetting_somebody_is_at_once(cast: Cast, campaign: Campaign) -> None:
    lead = LeadFactory(campaign=campaign, asker=None, asker_id=cast.bea.person_id)
    response = cast.client("bea").post(cast.url(f"my-asks/people/{lead.pk}/forget/"))
    assert response.status_code == 303
    assert not Lead.objects.exists()


def test_a_coordinator_starts_and_changes_a_campaign(cast: Cast) -> None:
    programme = ProgrammeFactory(organisation=cast.here, status=Programme.Status.ACTIVE)
    client, base = cast.client("amal"), cast.url("recruiting/campaigns/")
    fields = {"tasks": "Koffie\nRijden", "starts_on": "2026-03-10", "aims_at": "2"}
    made = client.post(f"{base}new/", {**fields, "programme": programme.pk})
    campaign = Campaign.objects.get()
    assert made["Location"] == f"{base}{campaign.pk}/"
    assert (
        client.post(f"{base}{campaign.pk}/change/", {**fields, "tasks": "Zingen"}).status_code
        == 303
    )
    campaign.refresh_from_db()
    assert campaign.tasks == ["Zingen"]
    assert client.post(f"{base}new/", fields).status_code == 422


@pytest.mark.parametrize("path", ["", "{pk}/"])
def test_pages_cost_the_same_for_one_lead_and_three(
    cast: Cast, campaign: Campaign, path: str
) -> None:
    client, url = cast.client("amal"), cast.url("recruiting/campaigns/")

    def cost() -> int:
        with CaptureQueriesContext(connection) as captured:
            assert client.get(url + path.format(pk=campaign.pk)).status_code == 200
        return len(captured)

    LeadFactory(campaign=campaign)
    cost()
    first = cost()
    for _more in range(2):
        LeadFactory(campaign=campaign)
        CampaignFactory(organisation=cast.here)
    assert cost() == first
    assert first <= 12


def test_numbers_of_the_list_count_each_lead_once(coordinator: Actor, campaign: Campaign) -> None:
    for outcome in ("not_asked", "no", "yes"):
        LeadFactory(campaign=campaign, outcome=outcome)
    numbers = queries.listed(coordinator).values_list("leads_now", "asked_now", "yes_now")
    assert numbers.get(pk=campaign.pk) == (3, 2, 1)
