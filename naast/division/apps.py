"""Division as a Django app."""

from django.apps import AppConfig


class DivisionConfig(AppConfig):
    """See the package."""

    name = "naast.division"

    def ready(self) -> None:
        """Show on the pages of a match who does what, and whether somebody can be reached."""
        from naast.division import panels  # noqa: PLC0415 -- models must be loaded first

        panels.register()
