"""Learning as a Django app."""

from django.apps import AppConfig


class LearningConfig(AppConfig):
    """See the package."""

    name = "naast.learning"

    def ready(self) -> None:
        """Make the letters known, show learning on the volunteer's card, and say which training conditions
        are in place."""
        from naast.learning import letters, panels, proof  # noqa: PLC0415 -- models must be loaded first
        from naast.messaging import texts  # noqa: PLC0415 -- idem
        from naast.programmes import evidence  # noqa: PLC0415 -- idem

        texts.register(*letters.KINDS)
        panels.register()
        evidence.register(proof.trainings)
