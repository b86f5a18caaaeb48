"""Who may open what in division: a part of tests/architecture/access_table.py."""

from tests.architecture.doors import Doors

COORDINATOR = frozenset(["coordinator"])
VOLUNTEER = frozenset(["volunteer"])
BOTH = frozenset(["volunteer", "professional"])
WRITERS = BOTH | COORDINATOR
TEAM = WRITERS | frozenset(["coach"])
EVERYBODY = TEAM | frozenset(["participant"])
TAKES_UP = frozenset(["professional", "coordinator"])

# fmt: off
TABLE: dict[str, Doors] = {
    "alongside/division/": Doors(COORDINATOR, None),
    "alongside/division/programmes/<uuid:programme_id>/": Doors(COORDINATOR, None),
    "alongside/division/programmes/<uuid:programme_id>/terms/": Doors(COORDINATOR, COORDINATOR),
    "alongside/division/programmes/<uuid:programme_id>/example/": Doors(None, COORDINATOR),
    "alongside/division/programmes/<uuid:programme_id>/staffing/": Doors(COORDINATOR, None),
    "alongside/division/programmes/<uuid:programme_id>/staffing/print/": Doors(COORDINATOR, None),
    "alongside/division/programmes/<uuid:programme_id>/staffing/new/": Doors(COORDINATOR, COORDINATOR),
    "alongside/division/staffing/<uuid:line_id>/": Doors(COORDINATOR, COORDINATOR),
    "alongside/division/staffing/<uuid:line_id>/remove/": Doors(None, COORDINATOR),
    "alongside/division/matches/<uuid:match_id>/": Doors(COORDINATOR, None),
    "alongside/division/matches/<uuid:match_id>/pattern/": Doors(COORDINATOR, COORDINATOR),
    "alongside/division/matches/<uuid:match_id>/stand-in/": Doors(COORDINATOR, COORDINATOR),
    "alongside/division/away/<uuid:step_id>/": Doors(COORDINATOR, COORDINATOR),
    "alongside/division/tables/<uuid:division_id>/paper/": Doors(COORDINATOR, COORDINATOR),
    "alongside/division/tensions/": Doors(COORDINATOR, None),
    "alongside/division/tensions/<uuid:tension_id>/": Doors(COORDINATOR, None),
    "alongside/division/tensions/<uuid:tension_id>/view/<slug:side>/": Doors(COORDINATOR, COORDINATOR),
    "alongside/division/tensions/<uuid:tension_id>/<slug:step>/": Doors(COORDINATOR, COORDINATOR),
    "alongside/division/ideas/<uuid:idea_id>/": Doors(COORDINATOR, COORDINATOR),
    # The two themselves, the professional and the coach.
    "mine/division/": Doors(EVERYBODY, None),
    "mine/division/matches/<uuid:match_id>/": Doors(EVERYBODY, None),
    "mine/division/matches/<uuid:match_id>/print/": Doors(EVERYBODY, None),
    "mine/division/matches/<uuid:match_id>/begin/": Doors(None, WRITERS),
    "mine/division/matches/<uuid:match_id>/room/": Doors(None, VOLUNTEER),
    "mine/division/matches/<uuid:match_id>/pass-on/": Doors(VOLUNTEER, VOLUNTEER),
    "mine/division/matches/<uuid:match_id>/tension/": Doors(WRITERS, WRITERS),
    "mine/division/tables/<uuid:division_id>/yes/": Doors(None, BOTH),
    "mine/division/tables/<uuid:division_id>/talked/": Doors(WRITERS, WRITERS),
    "mine/division/tables/<uuid:division_id>/rows/new/": Doors(WRITERS, WRITERS),
    "mine/division/tables/<uuid:division_id>/rows/<int:place>/": Doors(WRITERS, WRITERS),
    "mine/division/tables/<uuid:division_id>/rows/<int:place>/remove/": Doors(None, WRITERS),
    "mine/division/away/<uuid:step_id>/": Doors(BOTH, BOTH),
    "mine/division/stand-in/<uuid:hand_over_id>/": Doors(VOLUNTEER, None),
    "mine/division/passed/<uuid:passed_id>/": Doors(TAKES_UP, TAKES_UP),
    "mine/division/tensions/<uuid:tension_id>/": Doors(WRITERS, WRITERS),
    "mine/division/ideas/<uuid:programme_id>/": Doors(TEAM, TEAM),
}
# Public pages: route → who.
PUBLIC: dict[str, str] = {}
# fmt: on
