"""What stands behind the doors of payouts: a part of tests/architecture/scene.py."""

from typing import Any
from uuid import UUID

from naast.expenses.models import Claim, Proof
from naast.expenses.states import ClaimState
from naast.programmes.models import Programme
from tests.conftest import Cast
from tests.costing import A_DAY
from tests.paying import agreed, another, made, payer, receipt, with_account

# How the routes of this room begin, as far as no other room's route begins so (the longest wins).
PREFIXES: tuple[str, ...] = ("costs/", "mine/costs/receipts/")
# Words in an address that are not ids, what a form must carry, and ids for one page alone: as in scene.py.
WORDS: dict[str, dict[str, str]] = {}
DATA: dict[str, dict[str, str]] = {}
OF_A_PAYEE = ("give_cash", "note_account")
TO_LOOK_AT = ("claim", "proof", "agree", "ask", "decline")


def ids(cast: Cast, programme: Programme) -> dict[str, UUID]:
    """Bea got something by bank and something in cash; Noor waits for money, without an account; Otto has to give something
    back. One claim of Bea in
    each state that finance does something with."""
    with_account(cast)
    actor = payer(cast)
    agreed(cast)
    batch = made(cast, actor)
    agreed(cast)
    waits = another(cast)
    agreed(cast, person=waits)
    owes = another(cast, "Otto Over")
    agreed(cast, -500, person=owes)
    return {
        "batch_id": batch.pk,
        "transfer_id": batch.transfers.get().pk,
        "receipt_id": receipt(cast, actor).pk,
        "payee_id": waits.pk,
        "owing_id": owes.pk,
        "waiting_claim_id": _claim(cast, ClaimState.SENT).pk,
        "unclear_claim_id": _claim(cast, ClaimState.ASKED_BACK).pk,
        "reversible_claim_id": _claim(cast, ClaimState.PAID).pk,
        "correction_id": agreed(cast, -20_000, state=ClaimState.SECOND).pk,
    }


def _claim(cast: Cast, state: ClaimState) -> Claim:
    claim = agreed(cast, state=state, paid_on=A_DAY if state == ClaimState.PAID else None)
    Proof.objects.create(organisation=cast.here, claim=claim, jpeg=b"a photo")
    return claim


def special(cast: Cast, made: dict[str, UUID]) -> dict[str, dict[str, Any]]:
    """Ids that one page of this room needs instead of the usual ones: page → name → id."""
    return {
        **{f"payouts:{page}": {"person_id": made["payee_id"]} for page in OF_A_PAYEE},
        **{f"payouts:{page}": {"claim_id": made["waiting_claim_id"]} for page in TO_LOOK_AT},
        "payouts:paid_back": {"person_id": made["owing_id"]},
        "payouts:answer": {"claim_id": made["unclear_claim_id"]},
        "payouts:reverse": {"claim_id": made["reversible_claim_id"]},
        "payouts:drop": {"claim_id": made["correction_id"]},
    }
