"""Needs as a Django app."""

from django.apps import AppConfig


class NeedsConfig(AppConfig):
    """See the package."""

    name = "naast.needs"

    def ready(self) -> None:
        """Show on signals, matches, cards and files what follows from what was told."""
        from naast.needs import panels  # noqa: PLC0415 -- models must be loaded first

        panels.register()
