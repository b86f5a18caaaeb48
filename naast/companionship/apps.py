"""Companionship as a Django app."""

from django.apps import AppConfig


class CompanionshipConfig(AppConfig):
    """The main job of the house."""

    name = "naast.companionship"

    def ready(self) -> None:
        """Show wishes, matches and visits on the card and the file of people; tell the insurance counter how
        many hours were given."""
        from naast.agreements import participation  # noqa: PLC0415 -- models must be loaded first
        from naast.checks import hours  # noqa: PLC0415 -- idem
        from naast.companionship import panels_matches, panels_requests  # noqa: PLC0415 -- idem
        from naast.companionship.queries import in_programmes  # noqa: PLC0415 -- idem
        from naast.companionship.queries.acquaintances import participants_known  # noqa: PLC0415 -- idem
        from naast.companionship.queries.hours import visit_hours  # noqa: PLC0415 -- idem
        from naast.intervision import acquaintances  # noqa: PLC0415 -- idem

        panels_requests.register()
        panels_matches.register()
        hours.register(visit_hours)
        participation.register(in_programmes.of_participant)
        acquaintances.register(participants_known)
