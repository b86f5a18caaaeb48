"""Agreements as a Django app."""

from django.apps import AppConfig
from django.db.models.signals import post_migrate


class AgreementsConfig(AppConfig):
    """See the package."""

    name = "naast.agreements"

    def ready(self) -> None:
        """Make the letters known, show on cards and files what is agreed, prove it, and guard what is signed."""
        from naast.agreements import (  # noqa: PLC0415 -- models must be loaded first
            guards,
            letters,
            panels_papers,
            panels_talks,
            proof,
            proof_steps,
        )
        from naast.messaging import texts  # noqa: PLC0415 -- idem
        from naast.programmes import evidence  # noqa: PLC0415 -- idem

        texts.register(*letters.KINDS)
        panels_talks.register()
        panels_papers.register()
        evidence.register(proof.source)
        evidence.register(proof_steps.source)
        post_migrate.connect(guards.install, sender=self, dispatch_uid="naast.agreements.guards")
