"""Who may open what in payouts: a part of tests/architecture/access_table.py."""

from tests.architecture.doors import Doors

STAFF = frozenset(["finance"])
OWN = frozenset(["volunteer"])

# fmt: off
TABLE: dict[str, Doors] = {
    "costs/": Doors(STAFF, None),
    "costs/agree/": Doors(None, STAFF),
    "costs/claims/<uuid:claim_id>/": Doors(STAFF, None),
    "costs/claims/<uuid:claim_id>/proof.jpg": Doors(STAFF, None),
    "costs/claims/<uuid:claim_id>/agree/": Doors(None, STAFF),
    "costs/claims/<uuid:claim_id>/ask/": Doors(STAFF, STAFF),
    "costs/claims/<uuid:claim_id>/answer/": Doors(STAFF, STAFF),
    "costs/claims/<uuid:claim_id>/decline/": Doors(STAFF, STAFF),
    "costs/claims/<uuid:claim_id>/reverse/": Doors(STAFF, STAFF),
    "costs/claims/<uuid:claim_id>/drop/": Doors(None, STAFF),
    "costs/payments/": Doors(STAFF, None),
    "costs/payments/new/": Doors(STAFF, STAFF),
    "costs/payments/paid-back/<uuid:person_id>/": Doors(None, STAFF),
    "costs/payments/<uuid:batch_id>/": Doors(STAFF, None),
    "costs/payments/<uuid:batch_id>/bank.xml": Doors(STAFF, None),
    "costs/payments/<uuid:batch_id>/list.xlsx": Doors(STAFF, None),
    "costs/payments/<uuid:batch_id>/confirm/": Doors(STAFF, STAFF),
    "costs/payments/<uuid:batch_id>/cancel/": Doors(STAFF, STAFF),
    "costs/payments/<uuid:batch_id>/<uuid:transfer_id>/leave-out/": Doors(None, STAFF),
    "costs/cash/": Doors(STAFF, None),
    "costs/cash/give/<uuid:person_id>/": Doors(STAFF, STAFF),
    "costs/cash/account/<uuid:person_id>/": Doors(STAFF, STAFF),
    "costs/cash/receipts/": Doors(STAFF, None),
    "costs/cash/receipts/<uuid:receipt_id>/": Doors(STAFF, None),
    "costs/cash/receipts/<uuid:receipt_id>/receipt.pdf": Doors(STAFF, None),
    "costs/cash/receipts/<uuid:receipt_id>/signed/": Doors(STAFF, STAFF),
    "costs/cash/receipts/<uuid:receipt_id>/give-up/": Doors(None, STAFF),
    # In the scene Bea got cash.
    "mine/costs/receipts/<uuid:receipt_id>/": Doors(OWN, OWN),
    "mine/costs/receipts/<uuid:receipt_id>/receipt.pdf": Doors(OWN, None),
}
# Public pages: route → who.
PUBLIC: dict[str, str] = {}
# fmt: on
