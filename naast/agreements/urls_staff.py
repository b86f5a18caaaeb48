"""Addresses of texts for colleagues, cards, letters with information and promises."""

from django.urls import URLPattern, path

from naast.agreements.views import information, participants, promises, staff

DOCUMENT = "prepare/papers/<uuid:document_id>/"
CARD = "<uuid:programme_id>/<uuid:version_id>/"
urlpatterns: list[URLPattern] = [
    path("mine/charter/", staff.my_charter, name="my_charter"),
    path("mine/charter/<uuid:version_id>/", staff.my_charter_text, name="my_charter_text"),
    path(f"{DOCUMENT}staff/", staff.staff_of_document, name="staff_of_document"),
    path(f"{DOCUMENT}staff/remind/", staff.remind_staff, name="remind_staff"),
    path(f"{DOCUMENT}slogans/", staff.slogans, name="slogans"),
    path(f"{DOCUMENT}slogans.pdf", staff.slogans_sheet, name="slogans_sheet"),
    path("prepare/papers/promises/", promises.promises, name="promises"),
    path("prepare/papers/promises/look-back/", promises.look_back, name="look_back"),
    path("mine/promises/", promises.my_promises, name="my_promises"),
    path("mine/role-card/", participants.my_role_card, name="my_role_card"),
    path(f"mine/role-card/{CARD}", participants.understand_role_card, name="understand_role_card"),
    path("mine/cards/", participants.my_cards, name="my_cards"),
    path(f"mine/cards/{CARD}", participants.understand_card, name="understand_card"),
    path(
        "prepare/cards/<uuid:programme_id>/<slug:kind>/",
        participants.print_card,
        name="print_card",
    ),
    path("prepare/letters/<uuid:person_id>/", information.information, name="information"),
    path(
        "prepare/letters/<uuid:person_id>/<uuid:programme_id>/<slug:kind>/",
        information.write_information,
        name="write_information",
    ),
    path(
        "prepare/letters/read/<uuid:letter_id>/",
        information.information_letter,
        name="information_letter",
    ),
]
