"""The desk as a Django app."""

from django.apps import AppConfig


class DeskConfig(AppConfig):
    """Composes what the rooms offer."""

    name = "naast.desk"
