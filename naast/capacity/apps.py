"""Capacity as a Django app."""

from django.apps import AppConfig


class CapacityConfig(AppConfig):
    """See the package."""

    name = "naast.capacity"
