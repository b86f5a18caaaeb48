"""Surroundings as a Django app."""

from django.apps import AppConfig


class SurroundingsConfig(AppConfig):
    """See the package."""

    name = "naast.surroundings"
