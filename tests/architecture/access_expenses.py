"""Who may open what in expenses: a part of tests/architecture/access_table.py."""

from tests.architecture.doors import Doors

STAFF = frozenset(["administrator", "finance"])
ADMINISTRATOR = frozenset(["administrator"])
FINANCE = frozenset(["finance"])
VOLUNTEER = frozenset(["volunteer"])
HANDS_OUT = frozenset(["administrator", "coordinator", "finance", "volunteer"])

# fmt: off
TABLE: dict[str, Doors] = {
    "costs/terms/": Doors(STAFF, None),
    "costs/terms/house/": Doors(ADMINISTRATOR, ADMINISTRATOR),
    "costs/terms/fixed/": Doors(ADMINISTRATOR, ADMINISTRATOR),
    "costs/terms/fixed/stop/": Doors(None, ADMINISTRATOR),
    "costs/terms/programmes/<uuid:programme_id>/": Doors(STAFF, STAFF),
    "costs/enter/": Doors(FINANCE, None),
    "costs/enter/<uuid:person_id>/": Doors(FINANCE, None),
    "costs/enter/<uuid:person_id>/gift/": Doors(FINANCE, FINANCE),
    "costs/enter/<uuid:person_id>/declaration/": Doors(FINANCE, FINANCE),
    "costs/enter/<uuid:person_id>/<slug:line>/": Doors(FINANCE, FINANCE),
    "costs/gifts/": Doors(FINANCE, None),
    "costs/gifts/<uuid:gift_id>/back/": Doors(None, FINANCE),
    "costs/paper/<slug:language>/claim.pdf": Doors(HANDS_OUT, None),
    "costs/paper/<slug:language>/declaration.pdf": Doors(HANDS_OUT, None),
    # The volunteer's own.
    "mine/costs/": Doors(VOLUNTEER, None),
    "mine/costs/kilometres/": Doors(VOLUNTEER, VOLUNTEER),
    "mine/costs/travel/": Doors(VOLUNTEER, VOLUNTEER),
    "mine/costs/bill/": Doors(VOLUNTEER, VOLUNTEER),
    "mine/costs/fixed/": Doors(VOLUNTEER, VOLUNTEER),
    "mine/costs/account/": Doors(VOLUNTEER, VOLUNTEER),
    "mine/costs/declaration/<int:year>/": Doors(VOLUNTEER, VOLUNTEER),
    "mine/costs/trips/<int:year>/": Doors(VOLUNTEER, None),
    "mine/costs/trips/<int:year>/trips.pdf": Doors(VOLUNTEER, None),
    "mine/costs/trips/<int:year>/trips.xlsx": Doors(VOLUNTEER, None),
    "mine/costs/<uuid:claim_id>/": Doors(VOLUNTEER, None),
    "mine/costs/<uuid:claim_id>/answer/": Doors(VOLUNTEER, VOLUNTEER),
    "mine/costs/<uuid:claim_id>/take-back/": Doors(None, VOLUNTEER),
    "mine/costs/<uuid:claim_id>/proof.jpg": Doors(VOLUNTEER, None),
}
# Public pages: route → who.
PUBLIC: dict[str, str] = {}
# fmt: on
