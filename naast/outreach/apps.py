"""Outreach as a Django app."""

from django.apps import AppConfig


class OutreachConfig(AppConfig):
    """See the package."""

    name = "naast.outreach"

    def ready(self) -> None:
        """Make the letters known, show on the volunteer's card in which ring somebody stands, and forget
        along with a candidate."""
        from naast.messaging import texts  # noqa: PLC0415 -- models must be loaded first
        from naast.outreach import letters, panels  # noqa: PLC0415 -- idem
        from naast.outreach.services import forgetting  # noqa: PLC0415 -- idem
        from naast.recruitment.services import erasing  # noqa: PLC0415 -- idem

        texts.register(*letters.KINDS)
        panels.register()
        erasing.register(forgetting.with_application)
