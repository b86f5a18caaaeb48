"""Addresses of this room, under /o/<organisation>/."""

from django.urls import path

from naast.signals.views import overview

app_name = "signals"
urlpatterns = [
    path("heard/", overview.overview, name="overview"),
]
