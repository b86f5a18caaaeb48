"""Companionship as a Django app."""

from django.apps import AppConfig


class CompanionshipConfig(AppConfig):
    """The main job of the house."""

    name = "naast.companionship"

    def ready(self) -> None:
        """Show wishes, matches and visits on the card and the file of people."""
        from naast.companionship import panels_matches, panels_requests  # noqa: PLC0415 -- models must be loaded first

        panels_requests.register()
        panels_matches.register()
