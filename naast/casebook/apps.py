"""Casebook as a Django app."""

from django.apps import AppConfig


class CasebookConfig(AppConfig):
    """See the package."""

    name = "naast.casebook"
