"""Who may open what in lending: a part of tests/architecture/access_table.py."""

from tests.architecture.doors import Doors

COORDINATOR = frozenset(["coordinator"])
VOLUNTEER = frozenset(["volunteer"])

# fmt: off
TABLE: dict[str, Doors] = {
    # Who has what.
    "alongside/lent/": Doors(COORDINATOR, None),
    "alongside/lent/to/<uuid:person_id>/": Doors(COORDINATOR, COORDINATOR),
    "alongside/lent/loans/<uuid:loan_id>/": Doors(COORDINATOR, None),
    "alongside/lent/loans/<uuid:loan_id>/change/": Doors(COORDINATOR, COORDINATOR),
    "alongside/lent/loans/<uuid:loan_id>/back/": Doors(COORDINATOR, COORDINATOR),
    "alongside/lent/loans/<uuid:loan_id>/heard/": Doors(None, COORDINATOR),
    "alongside/lent/loans/<uuid:loan_id>/wiped/": Doors(None, COORDINATOR),
    "alongside/lent/loans/<uuid:loan_id>/receipt.pdf": Doors(COORDINATOR, None),
    # The register.
    "alongside/lent/things/": Doors(COORDINATOR, None),
    "alongside/lent/things/new/": Doors(COORDINATOR, COORDINATOR),
    "alongside/lent/things/<uuid:item_id>/": Doors(COORDINATOR, None),
    "alongside/lent/things/<uuid:item_id>/change/": Doors(COORDINATOR, COORDINATOR),
    "alongside/lent/things/<uuid:item_id>/lend/": Doors(COORDINATOR, COORDINATOR),
    "alongside/lent/things/<uuid:item_id>/retire/": Doors(None, COORDINATOR),
    "alongside/lent/things/<uuid:item_id>/restore/": Doors(None, COORDINATOR),
    # Own phones and laptops.
    "alongside/lent/own-devices/": Doors(COORDINATOR, None),
    "alongside/lent/own-devices/<uuid:programme_id>/": Doors(COORDINATOR, COORDINATOR),
    # Everybody's own.
    "mine/lent/": Doors(VOLUNTEER, None),
    "mine/lent/<uuid:loan_id>/have/": Doors(None, VOLUNTEER),
    "mine/lent/<uuid:loan_id>/tell/": Doors(VOLUNTEER, VOLUNTEER),
    "mine/lent/<uuid:loan_id>/receipt.pdf": Doors(VOLUNTEER, None),
}
# Public pages: route → who.
PUBLIC: dict[str, str] = {}
# fmt: on
