"""Programmes as a Django app."""

from django.apps import AppConfig


class ProgrammesConfig(AppConfig):
    """The heart of the house."""

    name = "naast.programmes"

    def ready(self) -> None:
        """Show on the volunteer's card in which programmes somebody takes part."""
        from naast.people.panels import register  # noqa: PLC0415 -- models must be loaded first
        from naast.programmes.panels import takes_part_in  # noqa: PLC0415 -- idem

        register("volunteer", takes_part_in)
