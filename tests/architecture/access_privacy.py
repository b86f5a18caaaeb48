"""Who may open what in privacy: a part of tests/architecture/access_table.py."""

from tests.architecture.doors import FUNCTIONS, Doors

STAFF = frozenset(["administrator", "coordinator"])
EVERYBODY = frozenset(FUNCTIONS)
BY_COORDINATOR = frozenset(["coordinator"])
BY_VOLUNTEER = frozenset(["volunteer"])
OWN_LETTER = frozenset(["coordinator", "volunteer"])

# fmt: off
TABLE: dict[str, Doors] = {
    "privacy/": Doors(STAFF, None),
    # What people ask about their data.
    "privacy/requests/": Doors(BY_COORDINATOR, None),
    "privacy/requests/who/": Doors(BY_COORDINATOR, None),
    "privacy/requests/new/": Doors(BY_COORDINATOR, BY_COORDINATOR),
    "privacy/requests/new/<uuid:person_id>/": Doors(BY_COORDINATOR, BY_COORDINATOR),
    "privacy/requests/<uuid:request_id>/": Doors(BY_COORDINATOR, None),
    "privacy/requests/<uuid:request_id>/known/": Doors(None, BY_COORDINATOR),
    "privacy/requests/<uuid:request_id>/more-time/": Doors(None, BY_COORDINATOR),
    "privacy/requests/<uuid:request_id>/answer/": Doors(BY_COORDINATOR, BY_COORDINATOR),
    "privacy/requests/<uuid:request_id>/take-back/": Doors(None, BY_COORDINATOR),
    "privacy/requests/<uuid:request_id>/not-used/": Doors(None, BY_COORDINATOR),
    "privacy/requests/<uuid:request_id>/copy.zip": Doors(BY_COORDINATOR, None),
    "privacy/requests/<uuid:request_id>/erase/": Doors(BY_COORDINATOR, BY_COORDINATOR),
    "mine/data/": Doors(EVERYBODY, EVERYBODY),
    "mine/data/copy.zip": Doors(EVERYBODY, None),
    # Who asked something may take it back: in the scene that is Bea.
    "mine/data/<uuid:request_id>/take-back/": Doors(None, BY_VOLUNTEER),
    # Terms, holds, who looked, yeses, pictures, attendance.
    "privacy/retention/": Doors(STAFF, None),
    "privacy/retention/backups/": Doors(STAFF, STAFF),
    "privacy/retention/of/<str:code>/": Doors(STAFF, STAFF),
    "privacy/retention/of/<str:code>/proposal/": Doors(None, STAFF),
    "privacy/holds/": Doors(BY_COORDINATOR, None),
    "privacy/holds/new/<uuid:person_id>/": Doors(BY_COORDINATOR, BY_COORDINATOR),
    "privacy/holds/<uuid:hold_id>/": Doors(BY_COORDINATOR, BY_COORDINATOR),
    "privacy/holds/<uuid:hold_id>/lift/": Doors(None, BY_COORDINATOR),
    "privacy/looks/": Doors(BY_COORDINATOR, None),
    "privacy/looks/<uuid:person_id>/": Doors(BY_COORDINATOR, None),
    "privacy/consents/": Doors(BY_COORDINATOR, None),
    "privacy/photos/": Doors(BY_COORDINATOR, None),
    "privacy/photos/new/<uuid:person_id>/": Doors(BY_COORDINATOR, BY_COORDINATOR),
    "privacy/photos/<uuid:yes_id>/": Doors(BY_COORDINATOR, BY_COORDINATOR),
    "privacy/photos/<uuid:yes_id>/withdraw/": Doors(None, BY_COORDINATOR),
    "privacy/photos/down/<uuid:published_id>/": Doors(None, BY_COORDINATOR),
    "privacy/attendance/": Doors(BY_COORDINATOR, None),
    "privacy/attendance/new/<uuid:person_id>/": Doors(BY_COORDINATOR, BY_COORDINATOR),
    "privacy/attendance/<uuid:letter_id>/letter.pdf": Doors(OWN_LETTER, None),
    "mine/data/looks/": Doors(EVERYBODY, None),
    "mine/data/yeses/": Doors(EVERYBODY, None),
    "mine/data/yeses/<slug:source>/<uuid:pk>/": Doors(BY_VOLUNTEER, BY_VOLUNTEER),
    "mine/data/pictures/": Doors(EVERYBODY, EVERYBODY),
    "mine/data/attendance/": Doors(BY_VOLUNTEER, BY_VOLUNTEER),
}
# Public pages: route → who.
PUBLIC: dict[str, str] = {}
# fmt: on
