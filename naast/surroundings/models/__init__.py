"""Rows about what stands around a participant, by subject."""

from naast.surroundings.models.around import Around, AroundLine, Category, LedToHelp
from naast.surroundings.models.asking import MatchCheck, Outcome, ProgrammeQuestions, Saying
from naast.surroundings.models.network import MapPerson, NetworkMap

__all__ = [
    "Around",
    "AroundLine",
    "Category",
    "LedToHelp",
    "MapPerson",
    "MatchCheck",
    "NetworkMap",
    "Outcome",
    "ProgrammeQuestions",
    "Saying",
]
