"""Who may open what in circles: a part of tests/architecture/access_table.py."""

from tests.architecture.doors import Doors

COORDINATOR = frozenset(["coordinator"])
# In the circle of the scene: Bea as volunteer, Piet in the middle, Nele outside.
VOLUNTEER = frozenset(["volunteer"])
CORE = frozenset(["participant"])
INSIDE = frozenset(["volunteer", "participant"])
OUTSIDE = frozenset(["professional"])
# Who writes minutes: a volunteer, or who leads the circle for one.
WRITERS = frozenset(["volunteer", "coordinator"])

# fmt: off
TABLE: dict[str, Doors] = {
    "alongside/circles/": Doors(COORDINATOR, None),
    "alongside/circles/new/": Doors(COORDINATOR, None),
    "alongside/circles/new/<uuid:person_id>/": Doors(COORDINATOR, COORDINATOR),
    "alongside/circles/<uuid:circle_id>/": Doors(COORDINATOR, None),
    "alongside/circles/<uuid:circle_id>/change/": Doors(COORDINATOR, COORDINATOR),
    "alongside/circles/<uuid:circle_id>/step/<slug:step>/": Doors(COORDINATOR, COORDINATOR),
    "alongside/circles/<uuid:circle_id>/closing/": Doors(COORDINATOR, COORDINATOR),
    "alongside/circles/<uuid:circle_id>/people/": Doors(COORDINATOR, None),
    "alongside/circles/<uuid:circle_id>/people/add/<uuid:person_id>/": Doors(None, COORDINATOR),
    "alongside/circles/<uuid:circle_id>/people/<uuid:place_id>/end/": Doors(COORDINATOR, COORDINATOR),
    "alongside/circles/<uuid:circle_id>/outer/new/": Doors(COORDINATOR, COORDINATOR),
    "alongside/circles/<uuid:circle_id>/outer/<uuid:outer_id>/": Doors(COORDINATOR, COORDINATOR),
    "alongside/circles/<uuid:circle_id>/outer/<uuid:outer_id>/<slug:step>/": Doors(None, COORDINATOR),
    "alongside/circles/<uuid:circle_id>/yes/": Doors(COORDINATOR, COORDINATOR),
    "alongside/circles/<uuid:circle_id>/yes/back/": Doors(None, COORDINATOR),
    "alongside/circles/<uuid:circle_id>/agreements/": Doors(COORDINATOR, COORDINATOR),
    "alongside/circles/<uuid:circle_id>/agreements.pdf": Doors(COORDINATOR, None),
    "alongside/circles/<uuid:circle_id>/agreements/<int:number>/agree/": Doors(None, COORDINATOR),
    "alongside/circles/<uuid:circle_id>/agreements/yes/<uuid:person_id>/": Doors(COORDINATOR, COORDINATOR),
    "alongside/circles/<uuid:circle_id>/meetings/new/": Doors(COORDINATOR, COORDINATOR),
    "alongside/circles/<uuid:circle_id>/meetings/<uuid:meeting_id>/": Doors(COORDINATOR, None),
    "alongside/circles/<uuid:circle_id>/meetings/<uuid:meeting_id>/cancel/": Doors(None, COORDINATOR),
    "alongside/circles/<uuid:circle_id>/passages/": Doors(COORDINATOR, None),
    "alongside/circles/<uuid:circle_id>/passages/new/": Doors(COORDINATOR, COORDINATOR),
    "alongside/circles/<uuid:circle_id>/passages/incoming/": Doors(COORDINATOR, COORDINATOR),
    "alongside/circles/<uuid:circle_id>/passages/<uuid:passage_id>/": Doors(COORDINATOR, COORDINATOR),
    "alongside/circles/<uuid:circle_id>/passages/<uuid:passage_id>/<slug:step>/": Doors(None, COORDINATOR),
    "alongside/circles/signals/<uuid:signal_id>/": Doors(COORDINATOR, COORDINATOR),
    "alongside/circles/signals/<uuid:signal_id>/seen/": Doors(None, COORDINATOR),
    "alongside/circles/<uuid:circle_id>/reports/": Doors(COORDINATOR, None),
    "alongside/circles/<uuid:circle_id>/reports/new/<slug:kind>/": Doors(COORDINATOR, COORDINATOR),
    "alongside/circles/<uuid:circle_id>/reports/<uuid:report_id>/": Doors(COORDINATOR, None),
    "alongside/circles/<uuid:circle_id>/event/": Doors(COORDINATOR, COORDINATOR),
    "alongside/circles/<uuid:circle_id>/event/<uuid:debrief_id>/heard/": Doors(None, COORDINATOR),
    "mine/circles/": Doors(INSIDE, None),
    "mine/circles/<uuid:circle_id>/": Doors(INSIDE, None),
    "mine/circles/<uuid:circle_id>/meetings/<uuid:meeting_id>/": Doors(INSIDE, None),
    "mine/circles/<uuid:circle_id>/meetings/<uuid:meeting_id>/minutes/": Doors(WRITERS, WRITERS),
    "mine/circles/<uuid:circle_id>/agreed/<uuid:agreed_id>/<slug:step>/": Doors(None, INSIDE),
    "mine/circles/<uuid:circle_id>/contact/": Doors(VOLUNTEER, VOLUNTEER),
    "mine/circles/<uuid:circle_id>/noticed/": Doors(VOLUNTEER, VOLUNTEER),
    "mine/circles/<uuid:circle_id>/agreements/": Doors(INSIDE, None),
    "mine/circles/<uuid:circle_id>/agreements.pdf": Doors(INSIDE, None),
    "mine/circles/<uuid:circle_id>/agreements/<int:number>/agree/": Doors(None, INSIDE),
    "mine/circles/<uuid:circle_id>/look-back/": Doors(INSIDE, INSIDE),
    "mine/circles/<uuid:circle_id>/yes/<slug:step>/": Doors(None, CORE),
    "mine/circles/<uuid:circle_id>/sharing/<uuid:outer_id>/back/": Doors(None, CORE),
    "mine/circles/outer/<uuid:circle_id>/": Doors(OUTSIDE, OUTSIDE),
}
# Public pages: route → who.
PUBLIC: dict[str, str] = {}
# fmt: on
