"""Complaints as a Django app."""

from django.apps import AppConfig


class ComplaintsConfig(AppConfig):
    """See the package."""

    name = "naast.complaints"
