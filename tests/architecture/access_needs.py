"""Who may open what in needs: a part of tests/architecture/access_table.py."""

from tests.architecture.doors import Doors

STAFF = frozenset(["coordinator"])

# fmt: off
TABLE: dict[str, Doors] = {
    "heard/needs/": Doors(STAFF, None),
}
# Public pages: route → who.
PUBLIC: dict[str, str] = {}
# fmt: on
