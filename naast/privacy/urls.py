"""Addresses of this room, under /o/<organisation>/."""

from django.urls import path

from naast.privacy.views import overview

app_name = "privacy"
urlpatterns = [
    path("privacy/", overview.overview, name="overview"),
]
