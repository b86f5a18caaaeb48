"""Recruitment as a Django app."""

from django.apps import AppConfig


class RecruitmentConfig(AppConfig):
    """Getting to know each other: from a first sign of interest to a start."""

    name = "naast.recruitment"

    def ready(self) -> None:
        """Make the letters of this room known, and show on a volunteer's card how it began."""
        from naast.messaging import texts  # noqa: PLC0415 -- models must be loaded first
        from naast.recruitment import (  # noqa: PLC0415 -- idem
            letters,
            letters_public,
            letters_talks,
            panels,
        )

        texts.register(*letters.KINDS, *letters_public.KINDS, *letters_talks.KINDS)
        panels.register()
