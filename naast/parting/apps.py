"""Parting as a Django app."""

from django.apps import AppConfig


class PartingConfig(AppConfig):
    """See the package."""

    name = "naast.parting"

    def ready(self) -> None:
        """Plan the calls after every end, show goodbyes on cards and matches, and make the letters known."""
        from naast.companionship import ends  # noqa: PLC0415 -- models must be loaded first
        from naast.messaging import texts  # noqa: PLC0415 -- idem
        from naast.parting import letters, panels  # noqa: PLC0415 -- idem
        from naast.parting.services.closings import after_end  # noqa: PLC0415 -- idem

        texts.register(*letters.KINDS)
        ends.register(after_end)
        panels.register()
