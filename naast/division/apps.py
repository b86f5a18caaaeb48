"""Division as a Django app."""

from django.apps import AppConfig


class DivisionConfig(AppConfig):
    """See the package."""

    name = "naast.division"
