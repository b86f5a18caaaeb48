"""Who sees campaigns, jobs, meetings, groups, helpers and rings, and who takes part: line by line."""

from dataclasses import replace
from datetime import timedelta

from naast.core import clock
from naast.organisations.models import Function
from naast.outreach.models import RingMove, RingPlace
from naast.outreach.models.ring import Ring
from naast.outreach.policies import campaigns, groups, helpers, jobs, meetings, rings
from tests.companionship.pair import person_of
from tests.conftest import Cast
from tests.eyes import also, night, only
from tests.factories import EngagementFactory, VolunteerFactory
from tests.outreaching import (
    CampaignFactory,
    GroupFactory,
    HelperFactory,
    JobFactory,
    LeadFactory,
    MeetingFactory,
    SignUpFactory,
)

LATER = timedelta(days=1)


def test_only_coordinators_of_the_house_keep_these_lists(cast: Cast) -> None:
    meeting = MeetingFactory(organisation=cast.here)
    bea = person_of(cast.bea)
    today = clock.today()
    place = {"organisation": cast.here, "person": bea, "ring": Ring.values[0]}
    found = {
        helpers.visible_to: HelperFactory(organisation=cast.here),
        groups.visible_to: GroupFactory(organisation=cast.here),
        meetings.visible_to: meeting,
        meetings.sign_ups_visible_to: SignUpFactory(meeting=meeting),
        rings.visible_to: RingPlace.objects.create(**place, since_on=today, wish_on=today),
        rings.moves_visible_to: RingMove.objects.create(**place, moved_on=today),
    }
    for visible_to, row in found.items():
        for reader in (cast.actor("amal"), night(cast)):
            assert visible_to(reader).get() == row
        for name in ("bea", "nele", "piet", "chris"):
            assert not visible_to(cast.actor(name)).exists()


def test_only_coordinators_plan_and_keep(cast: Cast) -> None:
    group, bea = GroupFactory(organisation=cast.here), person_of(cast.bea)
    amal = cast.actor("amal")
    for can in (helpers.can_keep, jobs.can_plan, campaigns.can_plan, meetings.can_plan):
        assert can(amal)
        assert not can(cast.actor("bea"))
    assert groups.can_answer(amal, group)
    assert rings.can_move(amal, bea)
    for name in ("bea", "nele", "chris"):
        assert not groups.can_answer(cast.actor(name), group)
        assert not rings.can_move(cast.actor(name), bea)


def test_a_meeting_on_the_site_is_public_to_come_and_goes_on(cast: Cast) -> None:
    meeting, now = MeetingFactory(organisation=cast.here, is_public=True), clock.now()
    piet = cast.actor("piet")
    assert meetings.on_the_site(piet, now=now).get() == meeting
    assert not meetings.on_the_site(cast.actor("chris"), now=now).exists()
    assert not meetings.on_the_site(piet, now=meeting.starts_at).exists()
    for changed in ({"is_public": False}, {"is_public": True, "cancelled_at": now}):
        type(meeting).objects.update(**changed)
        assert not meetings.on_the_site(piet, now=now).exists()


def test_everybody_signs_up_before_the_start_and_a_coordinator_also_at_the_door(
    cast: Cast,
) -> None:
    meeting, now = MeetingFactory(organisation=cast.here, is_public=True), clock.now()
    amal, piet = cast.actor("amal"), cast.actor("piet")
    assert meetings.can_sign_up(piet, meeting, now=now)
    assert not meetings.can_sign_up(cast.actor("chris"), meeting, now=now)
    assert not meetings.can_sign_up(piet, meeting, now=meeting.starts_at)
    assert meetings.can_sign_up(amal, meeting, now=meeting.starts_at + LATER)
    meeting.is_public = False
    assert not meetings.can_sign_up(piet, meeting, now=now)
    assert meetings.can_sign_up(amal, meeting, now=now)
    meeting.cancelled_at = now
    assert not meetings.can_sign_up(amal, meeting, now=now)


def test_volunteers_see_the_jobs_that_go_on(cast: Cast) -> None:
    job = JobFactory(organisation=cast.here)
    for reader in (cast.actor("amal"), cast.actor("bea")):
        assert jobs.visible_to(reader).get() == job
    for name in ("nele", "piet", "chris"):
        assert not jobs.visible_to(cast.actor(name)).exists()
    job.cancelled_at = clock.now()
    job.save()
    assert not jobs.visible_to(cast.actor("bea")).exists()
    assert jobs.visible_to(cast.actor("amal")).get() == job


def test_a_volunteer_takes_a_job_in_time(cast: Cast) -> None:
    job, now = JobFactory(organisation=cast.here), clock.now()
    bea = cast.actor("bea")
    assert jobs.can_take(bea, job, now=now)
    for reader in (
        cast.actor("piet"),
        replace(bea, person_id=None),
        also(cast.actor("chris"), Function.VOLUNTEER),
        only(bea, Function.BOARD),
    ):
        assert not jobs.can_take(reader, job, now=now)
    assert not jobs.can_take(bea, job, now=job.starts_at)
    job.until_on = clock.today()
    assert jobs.can_take(bea, job, now=now)
    assert not jobs.can_take(bea, job, now=now + LATER)
    job.until_on, job.cancelled_at = None, now
    assert not jobs.can_take(bea, job, now=now)


def test_a_coordinator_writes_somebody_down_until_it_starts(cast: Cast) -> None:
    job, now = JobFactory(organisation=cast.here), clock.now()
    amal = cast.actor("amal")
    assert jobs.can_write_down(amal, job, now=now)
    assert not jobs.can_write_down(cast.actor("bea"), job, now=now)
    assert not jobs.can_write_down(cast.actor("chris"), job, now=now)
    assert not jobs.can_write_down(amal, job, now=job.starts_at)
    assert jobs.can_leave(cast.actor("bea"), job, now=now)
    assert not jobs.can_leave(cast.actor("chris"), job, now=now)
    assert not jobs.can_leave(cast.actor("bea"), job, now=job.starts_at)
    job.cancelled_at = now
    assert not jobs.can_write_down(amal, job, now=now)


def test_a_volunteer_sees_the_campaigns_of_programmes_they_take_part_in(cast: Cast) -> None:
    campaign = CampaignFactory(organisation=cast.here)
    other = CampaignFactory(organisation=cast.here)
    its = {"organisation": cast.here, "programme": campaign.programme}
    engagement = EngagementFactory(**its, person=person_of(cast.bea))
    EngagementFactory(**its, person=VolunteerFactory(organisation=cast.here).person)
    bea, day = cast.actor("bea"), clock.today()
    assert set(campaigns.visible_to(cast.actor("amal"))) == {campaign, other}
    assert campaigns.visible_to(bea).get() == campaign
    assert campaigns.can_add_lead(bea, campaign, day=day)
    assert not campaigns.can_add_lead(bea, other, day=day)
    for reader in (cast.actor("nele"), cast.actor("chris"), only(bea, Function.BOARD)):
        assert not campaigns.visible_to(reader).exists()
        assert not campaigns.can_add_lead(reader, campaign, day=day)
    assert not campaigns.can_add_lead(bea, campaign, day=campaign.ends_on + LATER)
    assert campaigns.can_add_lead(bea, campaign, day=campaign.ends_on)
    campaign.closed_on = day
    assert not campaigns.can_add_lead(bea, campaign, day=day)
    engagement.ended_on = day
    engagement.save()
    assert not campaigns.visible_to(bea).exists()


def test_who_asks_somebody_reads_and_changes_that_and_a_coordinator_all(cast: Cast) -> None:
    campaign = CampaignFactory(organisation=cast.here)
    lead = LeadFactory(campaign=campaign, asker=person_of(cast.bea))
    bea = cast.actor("bea")
    for reader in (cast.actor("amal"), bea):
        assert campaigns.leads_visible_to(reader).get() == lead
        assert campaigns.can_change_lead(reader, lead)
    for name in ("nele", "piet", "chris"):
        assert not campaigns.leads_visible_to(cast.actor(name)).exists()
        assert not campaigns.can_change_lead(cast.actor(name), lead)
    assert not campaigns.leads_visible_to(only(bea, Function.BOARD)).exists()
    lead.asker = None
    assert not campaigns.can_change_lead(replace(bea, person_id=None), lead)
