"""Organisations as a Django app."""

from django.apps import AppConfig


class OrganisationsConfig(AppConfig):
    """Tenancy starts here."""

    name = "naast.organisations"
