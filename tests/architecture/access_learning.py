"""Who may open what in learning: a part of tests/architecture/access_table.py."""

from tests.architecture.doors import Doors

COORDINATOR = frozenset(["coordinator"])
# Volunteers, and colleagues at sessions for both.
LEARNERS = frozenset(["coach", "coordinator", "professional", "volunteer"])
# The session of the scene: the coordinator leads it, the volunteer has a place.
LEADS = frozenset(["coordinator"])
HAS_PLACE = frozenset(["volunteer"])
VOLUNTEER = frozenset(["volunteer"])

# fmt: off
TABLE: dict[str, Doors] = {
    "prepare/courses/": Doors(COORDINATOR, None),
    "prepare/courses/new/": Doors(COORDINATOR, COORDINATOR),
    "prepare/courses/curriculum/": Doors(COORDINATOR, None),
    "prepare/courses/curriculum/<slug:code>/": Doors(COORDINATOR, None),
    "prepare/courses/curriculum/<slug:code>/add/": Doors(None, COORDINATOR),
    "prepare/courses/paths/": Doors(COORDINATOR, None),
    "prepare/courses/paths/<uuid:programme_id>/": Doors(COORDINATOR, COORDINATOR),
    "prepare/courses/paths/<uuid:programme_id>/<uuid:course_id>/<slug:step>/": Doors(None, COORDINATOR),
    "prepare/courses/sessions/": Doors(COORDINATOR, None),
    "prepare/courses/sessions/<uuid:session_id>/": Doors(COORDINATOR, None),
    "prepare/courses/sessions/<uuid:session_id>/change/": Doors(COORDINATOR, COORDINATOR),
    "prepare/courses/sessions/<uuid:session_id>/cancel/": Doors(COORDINATOR, COORDINATOR),
    "prepare/courses/sessions/<uuid:session_id>/people/<uuid:person_id>/<slug:step>/": Doors(None, COORDINATOR),
    "prepare/courses/expiring/": Doors(COORDINATOR, None),
    "prepare/courses/people/<uuid:person_id>/": Doors(COORDINATOR, None),
    "prepare/courses/people/<uuid:person_id>/note/": Doors(COORDINATOR, COORDINATOR),
    "prepare/courses/records/<uuid:completion_id>/seen/": Doors(None, COORDINATOR),
    "prepare/courses/records/<uuid:completion_id>/remove/": Doors(None, COORDINATOR),
    "prepare/courses/<uuid:course_id>/": Doors(COORDINATOR, None),
    "prepare/courses/<uuid:course_id>/change/": Doors(COORDINATOR, COORDINATOR),
    "prepare/courses/<uuid:course_id>/material/": Doors(COORDINATOR, COORDINATOR),
    "prepare/courses/<uuid:course_id>/use/<slug:step>/": Doors(None, COORDINATOR),
    "prepare/courses/<uuid:course_id>/sessions/new/": Doors(COORDINATOR, COORDINATOR),
    "mine/learning/": Doors(LEARNERS, None),
    "mine/learning/how/": Doors(LEARNERS, LEARNERS),
    "mine/learning/certificate.pdf": Doors(VOLUNTEER, None),
    "mine/learning/courses/<uuid:course_id>/": Doors(LEARNERS, None),
    "mine/learning/sessions/<uuid:session_id>/": Doors(LEARNERS, None),
    "mine/learning/sessions/<uuid:session_id>/calendar.ics": Doors(HAS_PLACE, None),
    "mine/learning/sessions/<uuid:session_id>/attendance/": Doors(LEADS, LEADS),
    "mine/learning/sessions/<uuid:session_id>/attendance/<uuid:person_id>/<slug:step>/": Doors(None, LEADS),
    "mine/learning/sessions/<uuid:session_id>/<slug:step>/": Doors(None, LEARNERS),
    "mine/learning/log/": Doors(LEARNERS, LEARNERS),
    "mine/learning/log/<uuid:entry_id>/": Doors(VOLUNTEER, VOLUNTEER),
    "mine/learning/log/<uuid:entry_id>/delete/": Doors(None, VOLUNTEER),
    "mine/learning/growth/": Doors(LEARNERS, None),
    "mine/learning/growth/<uuid:competence_id>/": Doors(VOLUNTEER, VOLUNTEER),
    "mine/learning/proof/": Doors(LEARNERS, None),
    "mine/learning/proof/page/": Doors(LEARNERS, None),
    "mine/learning/proof/page.pdf": Doors(LEARNERS, None),
}
# Public pages: route → who.
PUBLIC: dict[str, str] = {}
# fmt: on
