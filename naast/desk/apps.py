"""The desk as a Django app."""

from django.apps import AppConfig


class DeskConfig(AppConfig):
    """Composes what the rooms offer."""

    name = "naast.desk"

    def ready(self) -> None:
        """Show what asks for attention on the first page of finance."""
        from naast.desk import costs  # noqa: PLC0415 -- models must be loaded first

        costs.register()
