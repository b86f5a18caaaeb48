"""Addresses of this room, under /o/<organisation>/."""

from django.urls import path

from naast.complaints.views import overview

app_name = "complaints"
urlpatterns = [
    path("heard/complaints/", overview.overview, name="overview"),
]
