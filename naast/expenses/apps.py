"""Expenses as a Django app."""

from django.apps import AppConfig


class ExpensesConfig(AppConfig):
    """See the package."""

    name = "naast.expenses"

    def ready(self) -> None:
        """The room below learns which figures are needed and used; panels stand on cards and programmes."""
        from naast.expenses import panels  # noqa: PLC0415 -- models must be loaded first
        from naast.expenses.figures_used import FiguresUsed  # noqa: PLC0415 -- models must be loaded first
        from naast.rates.uses import answer_with  # noqa: PLC0415 -- idem

        answer_with(FiguresUsed())
        panels.register()
