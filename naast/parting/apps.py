"""Parting as a Django app."""

from django.apps import AppConfig


class PartingConfig(AppConfig):
    """See the package."""

    name = "naast.parting"
