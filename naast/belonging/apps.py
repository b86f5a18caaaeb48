"""Belonging as a Django app."""

from django.apps import AppConfig


class BelongingConfig(AppConfig):
    """See the package."""

    name = "naast.belonging"
