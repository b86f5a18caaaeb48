"""Who may open what in complaints: a part of tests/architecture/access_table.py."""

from tests.architecture.doors import FUNCTIONS, Doors

MEMBERS = frozenset(FUNCTIONS)
# In the scene the mediator was chosen to listen: nobody else reads it, whatever their function.
LISTENS = frozenset(["mediator"])
LISTENERS = frozenset(["coordinator", "mediator", "safeguarding"])
WRITERS = LISTENERS | {"coach", "professional"}
# In the scene Piet told it, and Bea answers.
REPORTER = frozenset(["participant"])
SIDES = frozenset(["participant", "volunteer"])
SETTINGS = frozenset(["administrator", "coordinator"])

# fmt: off
TABLE: dict[str, Doors] = {
    "heard/complaints/": Doors(LISTENERS, None),
    "heard/complaints/new/": Doors(WRITERS, WRITERS),
    "heard/complaints/figures/": Doors(frozenset(["board", "coordinator"]), None),
    "heard/complaints/terms/": Doors(SETTINGS, SETTINGS),
    # One of them, for who listens.
    "heard/complaints/<uuid:complaint_id>/": Doors(LISTENS, None),
    # What nobody listens to any more: for a mediator or a contact person.
    "heard/complaints/<uuid:complaint_id>/take-up/": Doors(None, LISTENERS - {"coordinator"}),
    "heard/complaints/<uuid:complaint_id>/do/<slug:step>/": Doors(None, LISTENS),
    "heard/complaints/<uuid:complaint_id>/other/": Doors(LISTENS, LISTENS),
    "heard/complaints/<uuid:complaint_id>/share/": Doors(LISTENS, LISTENS),
    "heard/complaints/<uuid:complaint_id>/view/<slug:side>/": Doors(LISTENS, LISTENS),
    "heard/complaints/<uuid:complaint_id>/seen/": Doors(LISTENS, LISTENS),
    "heard/complaints/<uuid:complaint_id>/talk/": Doors(LISTENS, LISTENS),
    "heard/complaints/<uuid:complaint_id>/day/<slug:side>/": Doors(LISTENS, LISTENS),
    "heard/complaints/<uuid:complaint_id>/held/": Doors(LISTENS, LISTENS),
    "heard/complaints/<uuid:complaint_id>/no-talk/": Doors(LISTENS, LISTENS),
    "heard/complaints/<uuid:complaint_id>/answer/": Doors(LISTENS, LISTENS),
    "heard/complaints/<uuid:complaint_id>/back/<slug:side>/": Doors(LISTENS, LISTENS),
    "heard/complaints/<uuid:complaint_id>/cannot/": Doors(LISTENS, LISTENS),
    "heard/complaints/<uuid:complaint_id>/hand-over/": Doors(LISTENS, LISTENS),
    "heard/complaints/<uuid:complaint_id>/safety/": Doors(LISTENS, LISTENS),
    "heard/complaints/<uuid:complaint_id>/withdraw/": Doors(LISTENS, LISTENS),
    # Everybody's own.
    "mine/complaints/": Doors(MEMBERS, None),
    "mine/complaints/new/": Doors(MEMBERS, MEMBERS),
    "mine/complaints/paper.pdf": Doors(MEMBERS, None),
    "mine/complaints/<uuid:complaint_id>/": Doors(SIDES, None),
    "mine/complaints/<uuid:complaint_id>/view/": Doors(SIDES, SIDES),
    "mine/complaints/<uuid:complaint_id>/seen/": Doors(SIDES, SIDES),
    "mine/complaints/<uuid:complaint_id>/day/": Doors(SIDES, SIDES),
    "mine/complaints/<uuid:complaint_id>/back/": Doors(SIDES, SIDES),
    "mine/complaints/<uuid:complaint_id>/named/": Doors(None, REPORTER),
    "mine/complaints/<uuid:complaint_id>/listener/": Doors(REPORTER, REPORTER),
    "mine/complaints/<uuid:complaint_id>/withdraw/": Doors(REPORTER, REPORTER),
}
# Public pages: route → who.
PUBLIC: dict[str, str] = {}
# fmt: on
