"""Who may open what in complaints: a part of tests/architecture/access_table.py."""

from tests.architecture.doors import Doors

STAFF = frozenset(["coordinator", "mediator"])

# fmt: off
TABLE: dict[str, Doors] = {
    "heard/complaints/": Doors(STAFF, None),
}
# Public pages: route → who.
PUBLIC: dict[str, str] = {}
# fmt: on
