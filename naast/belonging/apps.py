"""Belonging as a Django app."""

from django.apps import AppConfig


class BelongingConfig(AppConfig):
    """See the package."""

    name = "naast.belonging"

    def ready(self) -> None:
        """Show on a volunteer's card and on the coordinator's page of a match."""
        from naast.belonging import panels  # noqa: PLC0415 -- models must be loaded first

        panels.register()
