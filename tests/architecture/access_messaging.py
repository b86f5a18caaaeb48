"""Who may open what in messaging: a part of tests/architecture/access_table.py."""

from tests.architecture.doors import Doors

COORDINATOR = frozenset(["coordinator"])

# fmt: off
TABLE: dict[str, Doors] = {
    "messages/": Doors(COORDINATOR, None),
    "messages/texts/": Doors(COORDINATOR, None),
    "messages/texts/<str:kind>/<slug:language>/": Doors(COORDINATOR, COORDINATOR),
    "messages/texts/<str:kind>/<slug:language>/usual/": Doors(None, COORDINATOR),
    "messages/<uuid:message_id>/": Doors(COORDINATOR, None),
    "messages/<uuid:message_id>/again/": Doors(None, COORDINATOR),
}
# Public pages: route → who.
PUBLIC: dict[str, str] = {}
# fmt: on
