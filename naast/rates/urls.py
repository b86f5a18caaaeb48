"""Addresses of this room, under /o/<organisation>/."""

from django.urls import path

from naast.rates.views import overview, rates

app_name = "rates"
urlpatterns = [
    path("costs/rates/", overview.rates, name="rates"),
    path("costs/rates/history/", overview.history, name="history"),
    path("costs/rates/add/<slug:figure>/", rates.add, name="add"),
    path("costs/rates/<uuid:rate_id>/withdraw/", rates.withdraw, name="withdraw"),
]
