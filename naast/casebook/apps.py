"""Casebook as a Django app."""

from django.apps import AppConfig


class CasebookConfig(AppConfig):
    """See the package."""

    name = "naast.casebook"

    def ready(self) -> None:
        """Show on the volunteer's card whether they read the cards."""
        from naast.casebook import panels  # noqa: PLC0415 -- models must be loaded first

        panels.register()
