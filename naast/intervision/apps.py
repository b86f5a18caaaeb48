"""Intervision as a Django app."""

from django.apps import AppConfig


class IntervisionConfig(AppConfig):
    """See the package."""

    name = "naast.intervision"

    def ready(self) -> None:
        """Show on the volunteer's card in which groups somebody takes part."""
        from naast.intervision import panels  # noqa: PLC0415 -- models must be loaded first

        panels.register()
