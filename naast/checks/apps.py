"""Checks as a Django app."""

from django.apps import AppConfig


class ChecksConfig(AppConfig):
    """See the package."""

    name = "naast.checks"

    def ready(self) -> None:
        """Tell the gate what is seen, reported and insured; tell papers about insurance; show a panel on the
        card; make the letter known; forget an answer with its consent."""
        from naast.agreements import facts  # noqa: PLC0415 -- models must be loaded first
        from naast.checks import letters, panels, proof  # noqa: PLC0415 -- idem
        from naast.checks.queries.insurance import insurance_facts  # noqa: PLC0415 -- idem
        from naast.checks.services.reports import PURPOSE, forget_answer  # noqa: PLC0415 -- idem
        from naast.messaging import texts  # noqa: PLC0415 -- idem
        from naast.people import api as people  # noqa: PLC0415 -- idem
        from naast.programmes import evidence  # noqa: PLC0415 -- idem

        evidence.register(proof.source)
        facts.register(insurance_facts)
        texts.register(*letters.KINDS)
        people.forget_with(PURPOSE, forget_answer)
        panels.register()
