"""Who may open what in signals: a part of tests/architecture/access_table.py."""

from tests.architecture.doors import Doors

STAFF = frozenset(["coordinator", "safeguarding"])

# fmt: off
TABLE: dict[str, Doors] = {
    "heard/": Doors(STAFF, None),
}
# Public pages: route → who.
PUBLIC: dict[str, str] = {}
# fmt: on
