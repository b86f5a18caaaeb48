"""Appreciation as a Django app."""

from django.apps import AppConfig


class AppreciationConfig(AppConfig):
    """See the package."""

    name = "naast.appreciation"

    def ready(self) -> None:
        """Make the letters known, and show the button to say thank you on cards and matches."""
        from naast.appreciation import letters, panels  # noqa: PLC0415 -- models must be loaded first
        from naast.messaging import texts  # noqa: PLC0415 -- idem

        texts.register(*letters.KINDS)
        panels.register()
