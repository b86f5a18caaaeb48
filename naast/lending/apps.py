"""Lending as a Django app."""

from django.apps import AppConfig


class LendingConfig(AppConfig):
    """See the package."""

    name = "naast.lending"

    def ready(self) -> None:
        """Show what somebody has on their card and at their goodbye, and rules on programmes."""
        from naast.lending import panels  # noqa: PLC0415 -- models must be loaded first

        panels.register()
