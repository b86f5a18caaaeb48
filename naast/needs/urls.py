"""Addresses of this room, under /o/<organisation>/."""

from django.urls import path

from naast.needs.views import overview

app_name = "needs"
urlpatterns = [
    path("heard/needs/", overview.overview, name="overview"),
]
