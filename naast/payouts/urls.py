"""Addresses of this room, under /o/<organisation>/."""

from django.urls import path

from naast.payouts.views import batches, cash, claims, queue

app_name = "payouts"
CLAIM = "costs/claims/<uuid:claim_id>/"
BATCH = "costs/payments/<uuid:batch_id>/"
RECEIPT = "costs/cash/receipts/<uuid:receipt_id>/"
OWN = "mine/costs/receipts/<uuid:receipt_id>/"
urlpatterns = [
    path("costs/", queue.queue, name="queue"),
    path("costs/agree/", queue.agree_with, name="agree_with"),
    path(CLAIM, claims.claim, name="claim"),
    path(f"{CLAIM}proof.jpg", claims.proof, name="proof"),
    path(f"{CLAIM}agree/", claims.agree, name="agree"),
    path(f"{CLAIM}ask/", claims.ask, name="ask"),
    path(f"{CLAIM}answer/", claims.answer, name="answer"),
    path(f"{CLAIM}decline/", claims.decline, name="decline"),
    path(f"{CLAIM}reverse/", claims.reverse, name="reverse"),
    path(f"{CLAIM}drop/", claims.drop, name="drop"),
    # By bank.
    path("costs/payments/", batches.batches, name="batches"),
    path("costs/payments/new/", batches.new_batch, name="new_batch"),
    path("costs/payments/paid-back/<uuid:person_id>/", batches.paid_back, name="paid_back"),
    path(BATCH, batches.batch, name="batch"),
    path(f"{BATCH}bank.xml", batches.bank_file, name="bank_file"),
    path(f"{BATCH}list.xlsx", batches.batch_list, name="batch_list"),
    path(f"{BATCH}confirm/", batches.confirm_batch, name="confirm_batch"),
    path(f"{BATCH}cancel/", batches.cancel_batch, name="cancel_batch"),
    path(f"{BATCH}<uuid:transfer_id>/leave-out/", batches.leave_out, name="leave_out"),
    # By hand.
    path("costs/cash/", cash.cash, name="cash"),
    path("costs/cash/give/<uuid:person_id>/", cash.give_cash, name="give_cash"),
    path("costs/cash/account/<uuid:person_id>/", cash.note_account, name="note_account"),
    path("costs/cash/receipts/", cash.receipts, name="receipts"),
    path(RECEIPT, cash.receipt, name="receipt"),
    path(f"{RECEIPT}receipt.pdf", cash.receipt_paper, name="receipt_paper"),
    path(f"{RECEIPT}signed/", cash.note_signed, name="note_signed"),
    path(f"{RECEIPT}give-up/", cash.give_up, name="give_up"),
    # One's own.
    path(OWN, cash.my_receipt, name="my_receipt"),
    path(f"{OWN}receipt.pdf", cash.my_receipt_paper, name="my_receipt_paper"),
]
