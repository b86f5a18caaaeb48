"""Addresses of this room, under /o/<organisation>/."""

from django.urls import path

from naast.statements.views import files, mine, years

app_name = "statements"
urlpatterns = [
    path("costs/year/", years.overview, name="overview"),
    path("costs/year/<int:year>/", years.year, name="year"),
    path("costs/year/<int:year>/near/", years.near, name="near"),
    path("costs/year/<int:year>/declarations/", years.declarations, name="declarations"),
    path("costs/year/<int:year>/list.xlsx", files.sheet, name="sheet"),
    path("costs/year/<int:year>/list.pdf", files.paper, name="paper"),
    path("costs/year/<int:year>/list-<int:number>.pdf", files.paper_part, name="paper_part"),
    path(
        "costs/year/<int:year>/people/<uuid:person_id>/statement.pdf",
        files.statement,
        name="statement",
    ),
    path("mine/costs/year/", mine.my_years, name="my_years"),
    path("mine/costs/year/<int:year>/statement.pdf", files.my_statement, name="my_statement"),
]
