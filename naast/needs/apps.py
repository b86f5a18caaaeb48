"""Needs as a Django app."""

from django.apps import AppConfig


class NeedsConfig(AppConfig):
    """See the package."""

    name = "naast.needs"
