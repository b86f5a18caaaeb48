"""Who may open what in needs: a part of tests/architecture/access_table.py."""

from tests.architecture.doors import Doors

STAFF = frozenset(["coordinator"])
# A limit is read by the professional and the coach of its match as well; the scene's match has the professional alone.
OF_THE_MATCH = frozenset(["coordinator", "professional"])
MANAGEMENT = frozenset(["board", "coordinator"])
VOLUNTEER = frozenset(["volunteer"])
TELLERS = frozenset(["participant", "volunteer"])

# fmt: off
TABLE: dict[str, Doors] = {
    # Limits, what is stuck, and what is asked of us.
    "heard/needs/": Doors(STAFF, None),
    "heard/needs/stuck/": Doors(STAFF, None),
    "heard/needs/limits/new/": Doors(STAFF, STAFF),
    "heard/needs/limits/<uuid:limit_id>/": Doors(OF_THE_MATCH, None),
    "heard/needs/limits/<uuid:limit_id>/ask/": Doors(STAFF, STAFF),
    "heard/needs/limits/<uuid:limit_id>/stuck/": Doors(STAFF, STAFF),
    "heard/needs/limits/<uuid:limit_id>/end/<slug:step>/": Doors(STAFF, STAFF),
    "heard/needs/obstacles/": Doors(STAFF, None),
    "heard/needs/obstacles/new/": Doors(STAFF, STAFF),
    "heard/needs/obstacles/<uuid:obstacle_id>/": Doors(STAFF, None),
    "heard/needs/obstacles/<uuid:obstacle_id>/<slug:step>/": Doors(STAFF, STAFF),
    # Around the duo.
    "heard/needs/carers/": Doors(STAFF, None),
    "heard/needs/carers/new/<uuid:person_id>/": Doors(STAFF, STAFF),
    "heard/needs/carers/<uuid:carer_id>/": Doors(STAFF, STAFF),
    "heard/needs/favours/": Doors(STAFF, None),
    "heard/needs/favours/new/": Doors(STAFF, STAFF),
    "heard/needs/favours/<uuid:favour_id>/": Doors(STAFF, STAFF),
    "heard/needs/favours/<uuid:favour_id>/close/": Doors(None, STAFF),
    # From many signals to policy.
    "heard/needs/register/": Doors(STAFF, None),
    "heard/needs/register/new/": Doors(STAFF, STAFF),
    "heard/needs/policy/": Doors(MANAGEMENT, None),
    "heard/needs/policy/new/": Doors(STAFF, STAFF),
    "heard/needs/policy/<uuid:policy_id>/": Doors(STAFF, STAFF),
    "heard/needs/policy/<uuid:policy_id>/drop/": Doors(None, STAFF),
    "heard/needs/policy/<uuid:policy_id>/answer/": Doors(MANAGEMENT, MANAGEMENT),
    "heard/needs/letters/send/": Doors(STAFF, STAFF),
    "heard/needs/letters/<uuid:letter_id>/": Doors(MANAGEMENT, None),
    "heard/needs/letters/<uuid:letter_id>/letter.pdf": Doors(MANAGEMENT, None),
    # Own pages.
    "mine/needs/": Doors(TELLERS, None),
    "mine/needs/ask/": Doors(VOLUNTEER, VOLUNTEER),
}
# Public pages: route → who.
PUBLIC: dict[str, str] = {}
# fmt: on
