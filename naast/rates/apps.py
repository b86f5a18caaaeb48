"""Rates as a Django app."""

from django.apps import AppConfig


class RatesConfig(AppConfig):
    """See the package."""

    name = "naast.rates"
