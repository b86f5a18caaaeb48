"""Who may open what in statements: a part of tests/architecture/access_table.py."""

from tests.architecture.doors import Doors

STAFF = frozenset(["finance"])
OWN = frozenset(["volunteer"])

# fmt: off
TABLE: dict[str, Doors] = {
    "costs/year/": Doors(STAFF, None),
    "costs/year/<int:year>/": Doors(STAFF, None),
    "costs/year/<int:year>/near/": Doors(STAFF, None),
    "costs/year/<int:year>/declarations/": Doors(STAFF, None),
    "costs/year/<int:year>/list.xlsx": Doors(STAFF, None),
    "costs/year/<int:year>/list.pdf": Doors(STAFF, None),
    "costs/year/<int:year>/list-<int:number>.pdf": Doors(STAFF, None),
    "costs/year/<int:year>/people/<uuid:person_id>/statement.pdf": Doors(STAFF, None),
    "mine/costs/year/": Doors(OWN, None),
    "mine/costs/year/<int:year>/statement.pdf": Doors(OWN, None),
}
# Public pages: route → who.
PUBLIC: dict[str, str] = {}
# fmt: on
