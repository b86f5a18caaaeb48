"""Rows about people, by subject."""

from naast.people.models.hats import (
    Closeness,
    HatChange,
    ParticipantProfile,
    VolunteerProfile,
    Weight,
)
from naast.people.models.notes import Audience, Consent, Note
from naast.people.models.person import (
    AvailabilityException,
    Gender,
    Household,
    Person,
    PersonLanguage,
    PersonTopic,
    PersonWord,
    Topic,
)
from naast.people.models.places import Place

__all__ = [
    "Audience",
    "AvailabilityException",
    "Closeness",
    "Consent",
    "Gender",
    "HatChange",
    "Household",
    "Note",
    "ParticipantProfile",
    "Person",
    "PersonLanguage",
    "PersonTopic",
    "PersonWord",
    "Place",
    "Topic",
    "VolunteerProfile",
    "Weight",
]
