"""Who may open what in signals: a part of tests/architecture/access_table.py."""

from naast.organisations.models import Function
from tests.architecture.doors import Doors

# Who may ever get a signal; who reads the one of the scene, a need on the daily path; and who is in the team.
MAY_GET = frozenset(["administrator", "board", "coordinator", "safeguarding"])
READS = frozenset(["coordinator", "safeguarding"])
TEAM = frozenset(["coach", "coordinator", "professional", "safeguarding"])
MEMBERS = frozenset(function.value for function in Function)
VOLUNTEER = frozenset(["volunteer"])
# Who knows the person of this page.
WRITERS = frozenset(["coach", "coordinator", "professional"])

# fmt: off
TABLE: dict[str, Doors] = {
    # Who noticed something.
    "mine/noticed/": Doors(MEMBERS, None),
    "mine/noticed/new/<slug:kind>/": Doors(MEMBERS, MEMBERS),
    "mine/noticed/danger/": Doors(MEMBERS, None),
    "mine/noticed/danger/card/": Doors(MEMBERS, None),
    "mine/noticed/told/": Doors(MEMBERS, None),
    "mine/noticed/told/<uuid:signal_id>/": Doors(VOLUNTEER, None),
    "mine/noticed/pocket/": Doors(MEMBERS, None),
    "mine/noticed/send/": Doors(None, MEMBERS),
    "mine/noticed/worker.js": Doors(MEMBERS, None),
    "heard/for/<uuid:person_id>/": Doors(WRITERS, WRITERS),
    # Who handles it.
    "heard/": Doors(MAY_GET, None),
    "heard/team/": Doors(TEAM, None),
    "heard/team/<uuid:point_id>/": Doors(TEAM, TEAM),
    "heard/<uuid:signal_id>/": Doors(READS, None),
    "heard/<uuid:signal_id>/take-up/": Doors(None, READS),
    "heard/<uuid:signal_id>/contact-person/": Doors(None, READS),
    "heard/<uuid:signal_id>/hand-over/": Doors(READS, READS),
    "heard/<uuid:signal_id>/level/": Doors(READS, READS),
    "heard/<uuid:signal_id>/at-once/": Doors(READS, READS),
    "heard/<uuid:signal_id>/at-once/<uuid:measure_id>/done/": Doors(None, READS),
    "heard/<uuid:signal_id>/advice/": Doors(READS, READS),
    "heard/<uuid:signal_id>/decision/": Doors(READS, READS),
    "heard/<uuid:signal_id>/answer/": Doors(READS, READS),
    "heard/<uuid:signal_id>/close/": Doors(None, READS),
    "heard/<uuid:signal_id>/calamity/": Doors(None, READS),
    "heard/<uuid:signal_id>/calamity/reported/": Doors(READS, READS),
    "heard/<uuid:signal_id>/team/": Doors(READS, READS),
}
# Public pages: route → who.
PUBLIC: dict[str, str] = {}
# fmt: on
