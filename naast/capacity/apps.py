"""Capacity as a Django app."""

from django.apps import AppConfig


class CapacityConfig(AppConfig):
    """See the package."""

    name = "naast.capacity"

    def ready(self) -> None:
        """Show on a volunteer's card how much they do, in words, and on a match a soft sign for staff."""
        from naast.capacity import panels  # noqa: PLC0415 -- models must be loaded first

        panels.register()
