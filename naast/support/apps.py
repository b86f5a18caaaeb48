"""Support as a Django app."""

from django.apps import AppConfig


class SupportConfig(AppConfig):
    """See the package."""

    name = "naast.support"

    def ready(self) -> None:
        """Show on cards and matches who was last spoken, what is planned, and what may grow."""
        from naast.support import panels  # noqa: PLC0415 -- models must be loaded first

        panels.register()
