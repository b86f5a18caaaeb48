"""Addresses of this room, under /o/<organisation>/."""

from django.urls import path

from naast.accountability.views import overview

app_name = "accountability"
urlpatterns = [
    path("privacy/shown/", overview.overview, name="overview"),
]
