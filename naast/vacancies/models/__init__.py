"""Rows of this room, by subject."""

from naast.vacancies.models.channel import Channel
from naast.vacancies.models.vacancy import (
    LONGEST_PLAIN,
    LONGEST_TEXT,
    LONGEST_TITLE,
    Company,
    Duration,
    LanguageNeeded,
    Structure,
    Vacancy,
    VacancyText,
)

__all__ = [
    "LONGEST_PLAIN",
    "LONGEST_TEXT",
    "LONGEST_TITLE",
    "Channel",
    "Company",
    "Duration",
    "LanguageNeeded",
    "Structure",
    "Vacancy",
    "VacancyText",
]
