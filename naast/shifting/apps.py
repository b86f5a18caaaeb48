"""Shifting as a Django app."""

from django.apps import AppConfig


class ShiftingConfig(AppConfig):
    """See the package."""

    name = "naast.shifting"
