"""Who may open what in capacity: a part of tests/architecture/access_table.py."""

from tests.architecture.doors import Doors

COORDINATOR = frozenset(["coordinator"])
# Bea, about herself.
VOLUNTEER = frozenset(["volunteer"])
# She let her coach read this one.
READERS = frozenset(["coordinator", "coach"])

# fmt: off
TABLE: dict[str, Doors] = {
    "mine/load/": Doors(VOLUNTEER, None),
    "mine/load/limits/": Doors(VOLUNTEER, VOLUNTEER),
    "mine/load/how/": Doors(VOLUNTEER, None),
    "mine/load/check/": Doors(VOLUNTEER, VOLUNTEER),
    "mine/load/check/<uuid:self_check_id>/": Doors(VOLUNTEER, None),
    "mine/load/step-back/": Doors(VOLUNTEER, VOLUNTEER),
    "mine/load/break/": Doors(VOLUNTEER, VOLUNTEER),
    "mine/load/asked/<uuid:step_back_id>/": Doors(VOLUNTEER, None),
    "mine/load/asked/<uuid:step_back_id>/take-back/": Doors(None, VOLUNTEER),
    "mine/load/asked/<uuid:step_back_id>/back/": Doors(VOLUNTEER, VOLUNTEER),
    "mine/load/coordinator/": Doors(COORDINATOR, None),
    "mine/load/coordinator/check/": Doors(COORDINATOR, COORDINATOR),
    "alongside/load/": Doors(COORDINATOR, None),
    "alongside/load/terms/": Doors(COORDINATOR, COORDINATOR),
    "alongside/load/paper/": Doors(COORDINATOR, None),
    "alongside/load/asking/<uuid:worth_asking_id>/": Doors(COORDINATOR, COORDINATOR),
    "alongside/load/requests/<uuid:step_back_id>/": Doors(COORDINATOR, COORDINATOR),
    "alongside/load/said/<uuid:self_check_id>/": Doors(READERS, None),
    "alongside/load/people/<uuid:person_id>/": Doors(COORDINATOR, COORDINATOR),
}
# Public pages: route → who.
PUBLIC: dict[str, str] = {}
# fmt: on
