"""Expenses as a Django app."""

from django.apps import AppConfig


class ExpensesConfig(AppConfig):
    """See the package."""

    name = "naast.expenses"
