"""Agreements as a Django app."""

from django.apps import AppConfig


class AgreementsConfig(AppConfig):
    """See the package."""

    name = "naast.agreements"
