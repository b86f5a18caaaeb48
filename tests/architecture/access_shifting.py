"""Who may open what in shifting: a part of tests/architecture/access_table.py."""

from tests.architecture.doors import Doors

COORDINATOR = frozenset(["coordinator"])

# fmt: off
TABLE: dict[str, Doors] = {}
# Public pages: route → who.
PUBLIC: dict[str, str] = {}
# fmt: on
