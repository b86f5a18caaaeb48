"""Addresses of this room, under /o/<organisation>/."""

from django.urls import path

from naast.lending.views import devices, loans, mine, things

app_name = "lending"
LENT = "alongside/lent/"
A_THING = f"{LENT}things/<uuid:item_id>/"
A_LOAN = f"{LENT}loans/<uuid:loan_id>/"
OWN = "mine/lent/<uuid:loan_id>/"
urlpatterns = [
    # Who has what.
    path(LENT, loans.overview, name="overview"),
    path(f"{LENT}to/<uuid:person_id>/", loans.lend_to, name="lend_to"),
    path(A_LOAN, loans.loan, name="loan"),
    path(f"{A_LOAN}change/", loans.change_loan, name="change_loan"),
    path(f"{A_LOAN}back/", loans.take_back, name="take_back"),
    path(f"{A_LOAN}heard/", loans.hear, name="hear"),
    path(f"{A_LOAN}wiped/", loans.note_wiped, name="note_wiped"),
    path(f"{A_LOAN}receipt.pdf", loans.receipt, name="receipt"),
    # The register.
    path(f"{LENT}things/", things.things, name="things"),
    path(f"{LENT}things/new/", things.new_item, name="new_item"),
    path(A_THING, things.item, name="item"),
    path(f"{A_THING}change/", things.change_item, name="change_item"),
    path(f"{A_THING}lend/", loans.lend_item, name="lend_item"),
    path(f"{A_THING}retire/", things.retire_item, name="retire_item"),
    path(f"{A_THING}restore/", things.restore_item, name="restore_item"),
    # Own phones and laptops, a rule for each programme.
    path(f"{LENT}own-devices/", devices.own_devices, name="own_devices"),
    path(f"{LENT}own-devices/<uuid:programme_id>/", devices.own_devices_of, name="own_devices_of"),
    # Everybody's own.
    path("mine/lent/", mine.mine, name="mine"),
    path(f"{OWN}have/", mine.confirm, name="confirm"),
    path(f"{OWN}tell/", mine.tell_news, name="tell_news"),
    path(f"{OWN}receipt.pdf", mine.my_receipt, name="my_receipt"),
]
