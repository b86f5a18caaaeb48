"""What stands behind the doors of outreach: a part of tests/architecture/scene.py."""

from typing import Any
from uuid import UUID

from naast.programmes.models import Programme
from tests.conftest import Cast
from tests.outreaching import (
    CampaignFactory,
    GroupFactory,
    HelperFactory,
    JobFactory,
    LeadFactory,
    MeetingFactory,
    SignUpFactory,
)

# How the routes of this room begin, as far as no other room's route begins so.
PREFIXES: tuple[str, ...] = (
    "recruiting/meetings/",
    "recruiting/groups/",
    "recruiting/campaigns/",
    "recruiting/short-jobs/",
    "recruiting/helpers/",
    "recruiting/rings/",
    "my-asks/",
    "short-jobs/",
)
# Words in an address that are not ids, what a form must carry, and ids for one page alone: as in scene.py.
WORDS: dict[str, dict[str, str]] = {
    "outreach:guest_step": {"step": "cancel"},
    "outreach:answer_group": {"step": "accept"},
}
DATA: dict[str, dict[str, str]] = {
    "outreach:guest_applies": {"programme": "programme_id"},
    "outreach:helper_applies": {"programme": "programme_id"},
}


def ids(cast: Cast, programme: Programme) -> dict[str, UUID]:
    """Ids for the names in the addresses of this room."""
    here = cast.here
    meeting = MeetingFactory(organisation=here)
    campaign = CampaignFactory(organisation=here, programme=programme)
    lead = LeadFactory(campaign=campaign, asker=None, asker_id=cast.person_id("bea"))
    return {
        "meeting_id": meeting.pk,
        "sign_up_id": SignUpFactory(meeting=meeting).pk,
        "group_id": GroupFactory(organisation=here).pk,
        "campaign_id": campaign.pk,
        "lead_id": lead.pk,
        "short_job_id": JobFactory(organisation=here).pk,
        "helper_id": HelperFactory(organisation=here).pk,
    }


def special(cast: Cast, made: dict[str, UUID]) -> dict[str, dict[str, Any]]:
    """Ids that one page of this room needs instead of the usual ones: page → name → id."""
    bea = {"person_id": cast.person_id("bea")}
    pages = ("outreach:ring", "outreach:put_on_job", "outreach:take_off_job")
    return dict.fromkeys(pages, bea)
