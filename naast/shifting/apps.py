"""Shifting as a Django app."""

from django.apps import AppConfig


class ShiftingConfig(AppConfig):
    """See the package."""

    name = "naast.shifting"

    def ready(self) -> None:
        """Hear of visits, and show what shifted on the pages of a match and of a programme."""
        from naast.shifting import panels  # noqa: PLC0415 -- models must be loaded first

        panels.register()
