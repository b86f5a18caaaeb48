"""Who may open what in casebook: a part of tests/architecture/access_table.py."""

from naast.organisations.models import Function
from tests.architecture.doors import Doors

COORDINATOR = frozenset(["coordinator"])
MEMBERS = frozenset(function.value for function in Function)

# fmt: off
TABLE: dict[str, Doors] = {
    "cases/": Doors(MEMBERS, None),
    "cases/new/": Doors(COORDINATOR, COORDINATOR),
    "cases/starter/": Doors(None, COORDINATOR),
    "cases/handout/": Doors(MEMBERS, None),
    "cases/<uuid:case_id>/": Doors(MEMBERS, None),
    "cases/<uuid:case_id>/change/": Doors(COORDINATOR, COORDINATOR),
    "cases/<uuid:case_id>/shown/": Doors(None, COORDINATOR),
    "sheets/": Doors(MEMBERS, None),
    "sheets/new/": Doors(COORDINATOR, COORDINATOR),
    "sheets/programmes/": Doors(COORDINATOR, None),
    "sheets/programmes/<uuid:programme_id>/": Doors(COORDINATOR, COORDINATOR),
    "sheets/<uuid:sheet_id>/": Doors(MEMBERS, None),
    "sheets/<uuid:sheet_id>/print/": Doors(MEMBERS, None),
    "sheets/<uuid:sheet_id>/change/": Doors(COORDINATOR, COORDINATOR),
    "sheets/<uuid:sheet_id>/shown/": Doors(None, COORDINATOR),
    "cards/": Doors(MEMBERS, None),
    "cards/read/": Doors(None, MEMBERS),
    "cards/<slug:code>/": Doors(MEMBERS, None),
}
# Public pages: route → who.
PUBLIC: dict[str, str] = {}
# fmt: on
