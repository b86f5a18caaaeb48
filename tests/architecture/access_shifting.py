"""Who may open what in shifting: a part of tests/architecture/access_table.py."""

from tests.architecture.doors import Doors

COORDINATOR = frozenset(["coordinator"])
VOLUNTEER = frozenset(["volunteer"])
PROFESSIONAL = frozenset(["professional"])
# Both sides of the match of the scene: the volunteer, the professional and the coach.
SIDES = frozenset(["volunteer", "professional", "coach"])

# fmt: off
TABLE: dict[str, Doors] = {
    "alongside/shifts/": Doors(COORDINATOR, None),
    "alongside/shifts/catalogue/": Doors(COORDINATOR, None),
    "alongside/shifts/catalogue/<slug:slug>/": Doors(COORDINATOR, COORDINATOR),
    "alongside/shifts/list/<int:year>/": Doors(COORDINATOR, None),
    "alongside/shifts/quarter/<slug:quarter>/": Doors(COORDINATOR, None),
    "alongside/shifts/match/<uuid:match_id>/": Doors(COORDINATOR, None),
    "alongside/shifts/match/<uuid:match_id>/new/": Doors(COORDINATOR, COORDINATOR),
    "alongside/shifts/team/<uuid:programme_id>/": Doors(COORDINATOR, None),
    "alongside/shifts/team/<uuid:programme_id>/quarter/<slug:quarter>/": Doors(COORDINATOR, COORDINATOR),
    "alongside/shifts/team/<uuid:programme_id>/talk/": Doors(COORDINATOR, COORDINATOR),
    "alongside/shifts/team/<uuid:programme_id>/tasks/<uuid:task_id>/": Doors(COORDINATOR, COORDINATOR),
    "alongside/shifts/team/<uuid:programme_id>/tasks/<uuid:task_id>/place/": Doors(COORDINATOR, COORDINATOR),
    "alongside/shifts/<uuid:shift_id>/": Doors(COORDINATOR, None),
    "alongside/shifts/<uuid:shift_id>/accept/": Doors(COORDINATOR, COORDINATOR),
    "alongside/shifts/<uuid:shift_id>/talk/": Doors(COORDINATOR, COORDINATOR),
    "alongside/shifts/<uuid:shift_id>/restore/": Doors(COORDINATOR, COORDINATOR),
    "alongside/shifts/<uuid:shift_id>/answered/": Doors(COORDINATOR, COORDINATOR),
    "alongside/shifts/<uuid:shift_id>/look-back/": Doors(COORDINATOR, COORDINATOR),
    "alongside/shifts/<uuid:shift_id>/once/": Doors(None, COORDINATOR),
    "mine/shifts/": Doors(SIDES, None),
    "mine/shifts/<uuid:shift_id>/": Doors(SIDES, SIDES),
    "mine/shifts/<uuid:shift_id>/answer/": Doors(None, VOLUNTEER),
    "mine/shifts/what-i-do/": Doors(PROFESSIONAL, None),
    "mine/shifts/what-i-do/<uuid:programme_id>/": Doors(PROFESSIONAL, PROFESSIONAL),
}
# Public pages: route → who.
PUBLIC: dict[str, str] = {}
# fmt: on
