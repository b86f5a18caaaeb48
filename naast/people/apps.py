"""People as a Django app."""

from django.apps import AppConfig


class PeopleConfig(AppConfig):
    """One person, many hats."""

    name = "naast.people"

    def ready(self) -> None:
        from naast.people import history, panels  # noqa: PLC0415 -- models must be loaded first

        panels.register_words(history.WORDS)
