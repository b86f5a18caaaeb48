"""Intervision as a Django app."""

from django.apps import AppConfig


class IntervisionConfig(AppConfig):
    """See the package."""

    name = "naast.intervision"
