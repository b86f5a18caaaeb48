"""Who may open what in outreach: a part of tests/architecture/access_table.py."""

from tests.architecture.doors import Doors

COORDINATOR = frozenset(["coordinator"])
VOLUNTEER = frozenset(["volunteer"])
ASKERS = frozenset(["coordinator", "volunteer"])

# fmt: off
TABLE: dict[str, Doors] = {
    "recruiting/meetings/": Doors(COORDINATOR, None),
    "recruiting/meetings/new/": Doors(COORDINATOR, COORDINATOR),
    "recruiting/meetings/<uuid:meeting_id>/": Doors(COORDINATOR, None),
    "recruiting/meetings/<uuid:meeting_id>/change/": Doors(COORDINATOR, COORDINATOR),
    "recruiting/meetings/<uuid:meeting_id>/cancel/": Doors(COORDINATOR, COORDINATOR),
    "recruiting/meetings/<uuid:meeting_id>/guests/new/": Doors(COORDINATOR, COORDINATOR),
    "recruiting/meetings/<uuid:meeting_id>/attendance/": Doors(COORDINATOR, None),
    "recruiting/meetings/<uuid:meeting_id>/list/": Doors(COORDINATOR, None),
    "recruiting/meetings/<uuid:meeting_id>/close/": Doors(None, COORDINATOR),
    "recruiting/meetings/<uuid:meeting_id>/follow-up/": Doors(COORDINATOR, COORDINATOR),
    "recruiting/meetings/guests/<uuid:sign_up_id>/applies/": Doors(None, COORDINATOR),
    "recruiting/meetings/guests/<uuid:sign_up_id>/<slug:step>/": Doors(None, COORDINATOR),
    "recruiting/groups/": Doors(COORDINATOR, None),
    "recruiting/groups/new/": Doors(COORDINATOR, COORDINATOR),
    "recruiting/groups/<uuid:group_id>/": Doors(COORDINATOR, None),
    "recruiting/groups/<uuid:group_id>/withdraw/": Doors(None, COORDINATOR),
    "recruiting/groups/<uuid:group_id>/done/": Doors(COORDINATOR, COORDINATOR),
    "recruiting/groups/<uuid:group_id>/answer/<slug:step>/": Doors(COORDINATOR, COORDINATOR),
    "recruiting/campaigns/": Doors(COORDINATOR, None),
    "recruiting/campaigns/new/": Doors(COORDINATOR, COORDINATOR),
    "recruiting/campaigns/<uuid:campaign_id>/": Doors(COORDINATOR, None),
    "recruiting/campaigns/<uuid:campaign_id>/change/": Doors(COORDINATOR, COORDINATOR),
    "recruiting/campaigns/<uuid:campaign_id>/welcome/": Doors(COORDINATOR, None),
    "my-asks/": Doors(VOLUNTEER, None),
    "my-asks/<uuid:campaign_id>/new/": Doors(ASKERS, ASKERS),
    "my-asks/people/<uuid:lead_id>/": Doors(ASKERS, ASKERS),
    "my-asks/people/<uuid:lead_id>/forget/": Doors(None, ASKERS),
    "short-jobs/": Doors(VOLUNTEER, None),
    "short-jobs/<uuid:short_job_id>/take/": Doors(None, VOLUNTEER),
    "short-jobs/<uuid:short_job_id>/leave/": Doors(None, VOLUNTEER),
    "recruiting/short-jobs/": Doors(COORDINATOR, None),
    "recruiting/short-jobs/new/": Doors(COORDINATOR, COORDINATOR),
    "recruiting/short-jobs/<uuid:short_job_id>/": Doors(COORDINATOR, None),
    "recruiting/short-jobs/<uuid:short_job_id>/change/": Doors(COORDINATOR, COORDINATOR),
    "recruiting/short-jobs/<uuid:short_job_id>/cancel/": Doors(None, COORDINATOR),
    "recruiting/short-jobs/<uuid:short_job_id>/people/<uuid:person_id>/": Doors(None, COORDINATOR),
    "recruiting/short-jobs/<uuid:short_job_id>/people/<uuid:person_id>/off/": Doors(None, COORDINATOR),
    "recruiting/helpers/": Doors(COORDINATOR, None),
    "recruiting/helpers/new/": Doors(COORDINATOR, COORDINATOR),
    "recruiting/helpers/<uuid:helper_id>/": Doors(COORDINATOR, None),
    "recruiting/helpers/<uuid:helper_id>/change/": Doors(COORDINATOR, COORDINATOR),
    "recruiting/helpers/<uuid:helper_id>/day/": Doors(None, COORDINATOR),
    "recruiting/helpers/<uuid:helper_id>/invite/": Doors(COORDINATOR, COORDINATOR),
    "recruiting/helpers/<uuid:helper_id>/person/": Doors(None, COORDINATOR),
    "recruiting/helpers/<uuid:helper_id>/applies/": Doors(None, COORDINATOR),
    "recruiting/rings/": Doors(COORDINATOR, None),
    "recruiting/rings/<uuid:person_id>/": Doors(COORDINATOR, COORDINATOR),
}
# Public pages: route → who.
PUBLIC: dict[str, str] = {
    "v/<slug:house>/meetings/": "everyone",
    "v/<slug:house>/meetings/thanks/": "everyone",
    "v/<slug:house>/meetings/mine/<str:token>/": "everyone",
    "v/<slug:house>/meetings/<uuid:meeting_id>/": "everyone",
    "v/<slug:house>/groups/": "everyone",
    "v/<slug:house>/groups/thanks/": "everyone",
}
# fmt: on
