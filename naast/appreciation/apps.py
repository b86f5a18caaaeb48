"""Appreciation as a Django app."""

from django.apps import AppConfig


class AppreciationConfig(AppConfig):
    """See the package."""

    name = "naast.appreciation"
