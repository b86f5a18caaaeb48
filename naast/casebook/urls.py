"""Addresses of this room, under /o/<organisation>/."""

from django.urls import path

from naast.casebook.views import cards, cases, sheets

app_name = "casebook"
CASE = "cases/<uuid:case_id>/"
SHEET = "sheets/<uuid:sheet_id>/"
urlpatterns = [
    path("cases/", cases.cases, name="cases"),
    path("cases/new/", cases.new_case, name="new_case"),
    path("cases/starter/", cases.take_starter, name="take_starter"),
    path("cases/handout/", cases.handout, name="handout"),
    path(CASE, cases.case, name="case"),
    path(f"{CASE}change/", cases.change_case, name="change_case"),
    path(f"{CASE}shown/", cases.show_case, name="show_case"),
    path("sheets/", sheets.sheets, name="sheets"),
    path("sheets/new/", sheets.new_sheet, name="new_sheet"),
    path("sheets/programmes/", sheets.programme_sheets, name="programme_sheets"),
    path("sheets/programmes/<uuid:programme_id>/", sheets.choose_sheets, name="choose_sheets"),
    path(SHEET, sheets.sheet, name="sheet"),
    path(f"{SHEET}print/", sheets.sheet_print, name="sheet_print"),
    path(f"{SHEET}change/", sheets.change_sheet, name="change_sheet"),
    path(f"{SHEET}shown/", sheets.show_sheet, name="show_sheet"),
    path("cards/", cards.cards, name="cards"),
    path("cards/read/", cards.say_cards_read, name="say_cards_read"),
    path("cards/<slug:code>/", cards.card, name="card"),
]
