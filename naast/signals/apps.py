"""Signals as a Django app."""

from django.apps import AppConfig


class SignalsConfig(AppConfig):
    """See the package."""

    name = "naast.signals"
