"""Statements as a Django app."""

from django.apps import AppConfig


class StatementsConfig(AppConfig):
    """See the package."""

    name = "naast.statements"
