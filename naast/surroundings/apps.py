"""Surroundings as a Django app."""

from django.apps import AppConfig


class SurroundingsConfig(AppConfig):
    """See the package."""

    name = "naast.surroundings"

    def ready(self) -> None:
        """Show the ways into this room on files and matches."""
        from naast.surroundings import panels  # noqa: PLC0415 -- models must be loaded first

        panels.register()
