"""Who may open what in rates: a part of tests/architecture/access_table.py."""

from tests.architecture.doors import Doors

STAFF = frozenset(["administrator", "finance"])
ADMINISTRATOR = frozenset(["administrator"])

# fmt: off
TABLE: dict[str, Doors] = {
    "costs/rates/": Doors(STAFF, None),
    "costs/rates/history/": Doors(STAFF, None),
    "costs/rates/add/<slug:figure>/": Doors(ADMINISTRATOR, ADMINISTRATOR),
    "costs/rates/<uuid:rate_id>/withdraw/": Doors(ADMINISTRATOR, ADMINISTRATOR),
}
# Public pages: route → who.
PUBLIC: dict[str, str] = {}
# fmt: on
