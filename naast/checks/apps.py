"""Checks as a Django app."""

from django.apps import AppConfig


class ChecksConfig(AppConfig):
    """See the package."""

    name = "naast.checks"
