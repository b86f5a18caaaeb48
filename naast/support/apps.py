"""Support as a Django app."""

from django.apps import AppConfig


class SupportConfig(AppConfig):
    """See the package."""

    name = "naast.support"
