"""Accountability as a Django app."""

from django.apps import AppConfig


class AccountabilityConfig(AppConfig):
    """See the package."""

    name = "naast.accountability"
