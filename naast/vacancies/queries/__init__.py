"""Reads of this room, by who reads: everybody, and whoever coordinates."""

from naast.vacancies.queries.public import open_vacancies, public_vacancy, text_in
from naast.vacancies.queries.staff import channels, get_channel, get_vacancy, vacancies

__all__ = [
    "channels",
    "get_channel",
    "get_vacancy",
    "open_vacancies",
    "public_vacancy",
    "text_in",
    "vacancies",
]
