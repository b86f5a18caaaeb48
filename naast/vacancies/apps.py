"""Vacancies as a Django app."""

from django.apps import AppConfig


class VacanciesConfig(AppConfig):
    """See the package."""

    name = "naast.vacancies"
