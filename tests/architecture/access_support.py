"""Who may open what in support: a part of tests/architecture/access_table.py."""

from tests.architecture.doors import Doors

COORDINATOR = frozenset(["coordinator"])
GUIDES = COORDINATOR | {"coach"}
TEAM = GUIDES | {"professional"}
VOLUNTEER = frozenset(["volunteer"])

# fmt: off
TABLE: dict[str, Doors] = {
    "alongside/support/": Doors(TEAM, None),
    "alongside/support/floor/": Doors(TEAM, TEAM),
    "alongside/support/<uuid:person_id>/met/": Doors(None, GUIDES),
    "alongside/support/<uuid:person_id>/": Doors(GUIDES, None),
    "alongside/support/<uuid:person_id>/plan/": Doors(GUIDES, GUIDES),
    "alongside/support/<uuid:person_id>/print/": Doors(GUIDES, None),
    "alongside/support/<uuid:person_id>/check-in/": Doors(GUIDES, GUIDES),
    "alongside/support/<uuid:person_id>/guidance/": Doors(GUIDES, GUIDES),
    "alongside/support/<uuid:person_id>/notes/": Doors(COORDINATOR, COORDINATOR),
    "alongside/support/<uuid:person_id>/notes/<uuid:note_id>/erase/": Doors(None, COORDINATOR),
    "alongside/support/<uuid:person_id>/talks/<slug:kind>/": Doors(GUIDES, GUIDES),
    "alongside/support/talks/<uuid:talk_id>/": Doors(TEAM, None),
    "alongside/support/talks/<uuid:talk_id>/write/": Doors(GUIDES, GUIDES),
    "alongside/support/talks/<uuid:talk_id>/move/": Doors(GUIDES, GUIDES),
    "alongside/support/talks/<uuid:talk_id>/cancel/": Doors(None, GUIDES),
    # Whoever guides, and the volunteer whose it is.
    "alongside/support/actions/<uuid:action_id>/done/": Doors(None, GUIDES | VOLUNTEER),
    "alongside/support/programmes/": Doors(COORDINATOR, None),
    "alongside/support/programmes/<uuid:programme_id>/": Doors(COORDINATOR, COORDINATOR),
    "alongside/support/programmes/<uuid:programme_id>/<slug:kind>/drop/": Doors(None, COORDINATOR),
    "alongside/support/told/": Doors(COORDINATOR, None),
    "alongside/support/told/<uuid:told_id>/close/": Doors(None, COORDINATOR),
    "alongside/support/my-volunteers/": Doors(TEAM, None),
    "alongside/support/<uuid:person_id>/word/": Doors(TEAM, TEAM),
    "alongside/support/<uuid:person_id>/tell/": Doors(TEAM, TEAM),
    "mine/support/": Doors(VOLUNTEER, None),
    "mine/support/check-in/": Doors(VOLUNTEER, VOLUNTEER),
    "mine/support/ask/": Doors(VOLUNTEER, VOLUNTEER),
    "mine/support/talks/<uuid:talk_id>/": Doors(VOLUNTEER, VOLUNTEER),
    "mine/support/guidance/<uuid:guidance_id>/": Doors(None, VOLUNTEER),
}
# Public pages: route → who.
PUBLIC: dict[str, str] = {}
# fmt: on
