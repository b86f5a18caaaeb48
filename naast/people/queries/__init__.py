"""Reads about people. Every function starts from what the actor may see."""

from naast.people.queries.files import (
    About,
    Look,
    about,
    events_about,
    looks_at,
    notes_about,
    readers_of,
)
from naast.people.queries.lists import (
    ListFilter,
    participants,
    topic_names,
    topics_offered,
    volunteers,
)
from naast.people.queries.one import (
    consents_of,
    get_person,
    has_consent,
    hat_changes_of,
    likely_same,
    lock_person,
    may_use_lived_experience,
    people_who_agreed,
)
from naast.people.queries.search import search_people

__all__ = [
    "About",
    "ListFilter",
    "Look",
    "about",
    "consents_of",
    "events_about",
    "get_person",
    "has_consent",
    "hat_changes_of",
    "likely_same",
    "lock_person",
    "looks_at",
    "may_use_lived_experience",
    "notes_about",
    "participants",
    "people_who_agreed",
    "readers_of",
    "search_people",
    "topic_names",
    "topics_offered",
    "volunteers",
]
