"""Who may open what, written by hand: the test walks every address and compares.

A change of rights is a visible line here. `Doors(get, post)`: which functions get in to read and to write, for
the scene of tests/architecture/scene.py (the volunteer and participant are those of its match); None: the
method does not exist.
"""

from tests.architecture import (
    access_accountability,
    access_agreements,
    access_appreciation,
    access_belonging,
    access_capacity,
    access_casebook,
    access_checks,
    access_circles,
    access_complaints,
    access_division,
    access_intervision,
    access_learning,
    access_messaging,
    access_needs,
    access_outreach,
    access_parting,
    access_privacy,
    access_recruitment,
    access_shifting,
    access_signals,
    access_support,
    access_surroundings,
    access_vacancies,
)
from tests.architecture.doors import Doors

COORDINATOR = frozenset(["coordinator"])
VOLUNTEER = frozenset(["volunteer"])
PARTICIPANT = frozenset(["participant"])
PROFESSIONAL = frozenset(["professional"])
OFFICE = frozenset(
    [
        "administrator",
        "board",
        "coach",
        "coordinator",
        "finance",
        "mediator",
        "professional",
        "referrer",
        "safeguarding",
    ]
)
MEMBERS = frozenset(
    [
        "administrator",
        "board",
        "coach",
        "coordinator",
        "finance",
        "mediator",
        "participant",
        "professional",
        "referrer",
        "safeguarding",
        "volunteer",
    ]
)
ARRANGE = frozenset(["administrator", "coordinator"])
STAFF = frozenset(
    [
        "administrator",
        "board",
        "coach",
        "coordinator",
        "finance",
        "mediator",
        "professional",
        "safeguarding",
    ]
)
LOOK_AFTER = frozenset(["coach", "coordinator"])
FILES = frozenset(["coach", "coordinator", "professional"])
CONCERNED_PARTICIPANT = frozenset(["coach", "coordinator", "participant"])
CONCERNED_VOLUNTEER = frozenset(["coach", "coordinator", "volunteer"])
WISHES = frozenset(["coordinator", "participant", "professional"])
CARE = frozenset(["coordinator", "professional"])
BESIDE = frozenset(["coach", "coordinator", "participant", "professional", "volunteer"])
VISITS = frozenset(["coordinator", "volunteer"])
BOTH_SIDES = frozenset(["participant", "volunteer"])

# fmt: off
TABLE: dict[str, Doors] = {
    "today/": Doors(COORDINATOR, None),
    "today/later/<str:kind>/<uuid:subject_id>/": Doors(COORDINATOR, COORDINATOR),
    "today/back/<str:kind>/<uuid:subject_id>/": Doors(None, COORDINATOR),
    "today/put-off/": Doors(COORDINATOR, None),
    "today/week/": Doors(COORDINATOR, None),
    "search/": Doors(COORDINATOR, None),
    "volunteer/": Doors(VOLUNTEER, None),
    "volunteer/costs/": Doors(VOLUNTEER, None),
    "participant/": Doors(PARTICIPANT, None),
    "professional/": Doors(PROFESSIONAL, None),
    "board/": Doors(OFFICE, None),
    "help/": Doors(MEMBERS, None),
    "me/": Doors(MEMBERS, None),
    "organisation/": Doors(ARRANGE, ARRANGE),
    "organisation/members/": Doors(ARRANGE, None),
    "organisation/members/new/": Doors(ARRANGE, ARRANGE),
    "organisation/members/<uuid:membership_id>/end/": Doors(None, ARRANGE),
    "organisation/absences/new/": Doors(STAFF, STAFF),
    "people/volunteers/": Doors(LOOK_AFTER, None),
    "people/volunteers/new/": Doors(LOOK_AFTER, LOOK_AFTER),
    "people/volunteers/<uuid:person_id>/": Doors(LOOK_AFTER, None),
    "people/volunteers/<uuid:person_id>/print/": Doors(LOOK_AFTER, None),
    "people/participants/": Doors(FILES, None),
    "people/participants/new/": Doors(LOOK_AFTER, LOOK_AFTER),
    "people/participants/<uuid:person_id>/": Doors(FILES, None),
    "people/participants/<uuid:person_id>/read-by/": Doors(FILES, None),
    "people/me/": Doors(MEMBERS, None),
    "people/me/<slug:section>/": Doors(MEMBERS, MEMBERS),
    "people/<uuid:person_id>/edit/": Doors(LOOK_AFTER, LOOK_AFTER),
    "people/<uuid:person_id>/edit/<slug:section>/": Doors(LOOK_AFTER, LOOK_AFTER),
    "people/<uuid:person_id>/notes/new/": Doors(FILES, FILES),
    "people/<uuid:person_id>/consents/": Doors(CONCERNED_PARTICIPANT, CONCERNED_PARTICIPANT),
    "people/<uuid:person_id>/consents/<uuid:consent_id>/withdraw/": Doors(None, CONCERNED_PARTICIPANT),
    "people/<uuid:person_id>/consents/<slug:purpose>/words/": Doors(None, CONCERNED_PARTICIPANT),
    "people/<uuid:person_id>/days-away/": Doors(CONCERNED_PARTICIPANT, CONCERNED_PARTICIPANT),
    "people/<uuid:person_id>/days-away/<uuid:exception_id>/remove/": Doors(None, CONCERNED_PARTICIPANT),
    "people/<uuid:person_id>/what-helps/": Doors(CONCERNED_VOLUNTEER, CONCERNED_VOLUNTEER),
    "people/<uuid:person_id>/hats/": Doors(LOOK_AFTER, None),
    "people/<uuid:person_id>/hats/<slug:hat>/": Doors(LOOK_AFTER, LOOK_AFTER),
    "people/<uuid:person_id>/hats/<slug:hat>/<slug:step>/": Doors(None, CONCERNED_PARTICIPANT),
    "people/<uuid:person_id>/household/": Doors(LOOK_AFTER, None),
    "people/<uuid:person_id>/household/leave/": Doors(None, LOOK_AFTER),
    "people/<uuid:person_id>/household/<uuid:other_id>/": Doors(None, LOOK_AFTER),
    "programmes/": Doors(MEMBERS, None),
    "programmes/new/": Doors(COORDINATOR, None),
    "programmes/new/<slug:preset>/": Doors(COORDINATOR, COORDINATOR),
    "programmes/with/<uuid:person_id>/": Doors(COORDINATOR, COORDINATOR),
    "programmes/taking-part/<uuid:engagement_id>/": Doors(COORDINATOR, None),
    "programmes/taking-part/<uuid:engagement_id>/test/": Doors(COORDINATOR, COORDINATOR),
    "programmes/taking-part/<uuid:engagement_id>/kind/": Doors(COORDINATOR, COORDINATOR),
    "programmes/taking-part/<uuid:engagement_id>/condition/": Doors(None, COORDINATOR),
    "programmes/taking-part/<uuid:engagement_id>/end/": Doors(None, COORDINATOR),
    "programmes/taking-part/<uuid:engagement_id>/wait/": Doors(None, COORDINATOR),
    "programmes/taking-part/<uuid:engagement_id>/wait/<uuid:override_id>/take-back/": Doors(None, COORDINATOR),
    "programmes/ready/": Doors(COORDINATOR, None),
    "programmes/mine/ready/": Doors(VOLUNTEER, None),
    "programmes/<uuid:programme_id>/": Doors(MEMBERS, None),
    "programmes/<uuid:programme_id>/sheet/": Doors(MEMBERS, None),
    "programmes/<uuid:programme_id>/sheet.pdf": Doors(MEMBERS, None),
    "programmes/<uuid:programme_id>/change/weights/": Doors(COORDINATOR, COORDINATOR),
    "programmes/<uuid:programme_id>/change/<slug:section>/": Doors(COORDINATOR, COORDINATOR),
    "programmes/<uuid:programme_id>/path/": Doors(COORDINATOR, COORDINATOR),
    "programmes/<uuid:programme_id>/path/<uuid:line_id>/": Doors(COORDINATOR, COORDINATOR),
    "programmes/<uuid:programme_id>/path/<uuid:line_id>/switch/": Doors(None, COORDINATOR),
    "programmes/<uuid:programme_id>/path/<uuid:line_id>/move/": Doors(None, COORDINATOR),
    "programmes/<uuid:programme_id>/lines/<slug:kind>/": Doors(COORDINATOR, None),
    "programmes/<uuid:programme_id>/lines/<slug:kind>/new/": Doors(COORDINATOR, COORDINATOR),
    "programmes/<uuid:programme_id>/lines/<slug:kind>/<uuid:line_id>/": Doors(COORDINATOR, COORDINATOR),
    "programmes/<uuid:programme_id>/lines/<slug:kind>/<uuid:line_id>/remove/": Doors(None, COORDINATOR),
    "programmes/<uuid:programme_id>/lines/<slug:kind>/<uuid:line_id>/move/": Doors(None, COORDINATOR),
    "requests/": Doors(WISHES, None),
    "requests/new/": Doors(WISHES, WISHES),
    "requests/<uuid:request_id>/": Doors(WISHES, None),
    "requests/<uuid:request_id>/change/": Doors(WISHES, WISHES),
    "requests/<uuid:request_id>/consent/": Doors(CARE, CARE),
    "requests/<uuid:request_id>/yes/": Doors(None, PARTICIPANT),
    "requests/<uuid:request_id>/take-back/": Doors(None, WISHES),
    "requests/<uuid:request_id>/search/": Doors(None, CARE),
    "requests/<uuid:request_id>/explore/": Doors(CARE, CARE),
    "requests/<uuid:request_id>/close/": Doors(None, WISHES),
    "requests/<uuid:request_id>/reopen/": Doors(None, WISHES),
    "requests/<uuid:request_id>/support/": Doors(CARE, CARE),
    "requests/<uuid:request_id>/goals/new/": Doors(WISHES, WISHES),
    "requests/<uuid:request_id>/goals/<uuid:goal_id>/": Doors(WISHES, WISHES),
    "requests/<uuid:request_id>/goals/<uuid:goal_id>/drop/": Doors(WISHES, WISHES),
    "requests/<uuid:request_id>/avoid/": Doors(None, CARE),
    "requests/<uuid:request_id>/no-longer-avoid/": Doors(None, CARE),
    "requests/<uuid:request_id>/shortlist/": Doors(COORDINATOR, None),
    "requests/<uuid:request_id>/propose/": Doors(None, COORDINATOR),
    "places/<uuid:person_id>/": Doors(COORDINATOR, None),
    "matches/": Doors(COORDINATOR, None),
    "matches/<uuid:match_id>/": Doors(COORDINATOR, None),
    "matches/<uuid:match_id>/answer/": Doors(VOLUNTEER, VOLUNTEER),
    "matches/<uuid:match_id>/answer-for/": Doors(COORDINATOR, COORDINATOR),
    "matches/<uuid:match_id>/withdraw/": Doors(COORDINATOR, COORDINATOR),
    "matches/<uuid:match_id>/meeting/": Doors(COORDINATOR, COORDINATOR),
    "matches/<uuid:match_id>/briefing/": Doors(COORDINATOR, COORDINATOR),
    "matches/<uuid:match_id>/met/": Doors(COORDINATOR, COORDINATOR),
    "matches/<uuid:match_id>/trial/": Doors(None, COORDINATOR),
    "matches/<uuid:match_id>/wait/": Doors(None, COORDINATOR),
    "matches/<uuid:match_id>/steps/<slug:step>/": Doors(None, COORDINATOR),
    "matches/<uuid:match_id>/stop/": Doors(COORDINATOR, COORDINATOR),
    "matches/<uuid:match_id>/talked/": Doors(COORDINATOR, COORDINATOR),
    "matches/<uuid:match_id>/extend/": Doors(COORDINATOR, COORDINATOR),
    "matches/<uuid:match_id>/people/": Doors(COORDINATOR, COORDINATOR),
    "matches/<uuid:match_id>/agreements/": Doors(COORDINATOR, COORDINATOR),
    "matches/<uuid:match_id>/moments/<uuid:milestone_id>/": Doors(COORDINATOR, COORDINATOR),
    "matches/at-a-distance/": Doors(COORDINATOR, COORDINATOR),
    "matches/at-a-distance/over/": Doors(None, COORDINATOR),
    "matches/<uuid:match_id>/rhythm/": Doors(COORDINATOR, COORDINATOR),
    "matches/<uuid:match_id>/rhythm/yes-for/": Doors(None, COORDINATOR),
    "my-matches/<uuid:match_id>/rhythm/yes/": Doors(None, BOTH_SIDES),
    "duty-lines/": Doors(CARE, None),
    "duty-lines/<uuid:duty_line_id>/read/": Doors(None, CARE),
    "my-matches/<uuid:match_id>/": Doors(BESIDE, None),
    "my-matches/<uuid:match_id>/sheet/": Doors(BESIDE, None),
    "my-matches/<uuid:match_id>/change/<slug:wish>/": Doors(PARTICIPANT, PARTICIPANT),
    "quiet/<uuid:question_id>/": Doors(VOLUNTEER, VOLUNTEER),
    "visits/i-was-there/": Doors(VISITS, VISITS),
    "visits/i-cannot-come/": Doors(VISITS, VISITS),
    "visits/<uuid:visit_id>/": Doors(VISITS, None),
    "visits/<uuid:visit_id>/edit/": Doors(VOLUNTEER, VOLUNTEER),
    "visits/<uuid:visit_id>/read/": Doors(None, COORDINATOR),
    "ask/<slug:kind>/": Doors(BOTH_SIDES, BOTH_SIDES),
    "calls/<uuid:call_back_id>/": Doors(VISITS, VISITS),
    "lists/": Doors(COORDINATOR, COORDINATOR),
    "lists/export/<str:kind>.<str:form>": Doors(COORDINATOR, None),
    "lists/<uuid:job_id>/": Doors(COORDINATOR, None),
    "lists/<uuid:job_id>/columns/": Doors(COORDINATOR, COORDINATOR),
    "lists/<uuid:job_id>/sheet/": Doors(None, COORDINATOR),
    "lists/<uuid:job_id>/decide/": Doors(None, COORDINATOR),
    "lists/<uuid:job_id>/load/": Doors(None, COORDINATOR),
    "lists/<uuid:job_id>/progress/": Doors(COORDINATOR, None),
    "lists/<uuid:job_id>/leftovers.xlsx": Doors(COORDINATOR, None),
    "lists/<uuid:job_id>/forget/": Doors(None, COORDINATOR),
    "lists/<uuid:job_id>/undo/": Doors(None, COORDINATOR),
    "lists/<uuid:job_id>/drop/": Doors(None, COORDINATOR),
}
# fmt: on

PARTS = (
    access_messaging,
    access_agreements,
    access_checks,
    access_casebook,
    access_learning,
    access_intervision,
    access_vacancies,
    access_recruitment,
    access_outreach,
    access_division,
    access_shifting,
    access_circles,
    access_surroundings,
    access_capacity,
    access_belonging,
    access_support,
    access_appreciation,
    access_parting,
    access_signals,
    access_needs,
    access_complaints,
    access_privacy,
    access_accountability,
)
for part in PARTS:
    TABLE |= part.TABLE

# Pages that belong to no organisation.
NO_ORGANISATION = {
    "": "signed in",
    "me/language/": "signed in",
    "me/demo/sign-in/": "everyone",
    "draft/": "signed in",
    "gallery/": "everyone",
}
for part in PARTS:
    NO_ORGANISATION |= part.PUBLIC
