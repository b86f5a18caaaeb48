"""Who may open what in accountability: a part of tests/architecture/access_table.py."""

from tests.architecture.doors import Doors

STAFF = frozenset(["administrator", "coordinator"])

# fmt: off
TABLE: dict[str, Doors] = {
    "privacy/shown/": Doors(STAFF, None),
}
# Public pages: route → who.
PUBLIC: dict[str, str] = {}
# fmt: on
