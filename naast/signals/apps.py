"""Signals as a Django app."""

from django.apps import AppConfig


class SignalsConfig(AppConfig):
    """See the package."""

    name = "naast.signals"

    def ready(self) -> None:
        """Show the way to this room on matches, cards and files; tell the gate whether there is a contact person."""
        from naast.programmes import evidence  # noqa: PLC0415 -- models must be loaded first
        from naast.signals import page_panels, proof  # noqa: PLC0415 -- idem

        evidence.register(proof.source)
        page_panels.register()
