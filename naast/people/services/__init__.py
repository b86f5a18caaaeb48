"""Writes about people. One function, one transaction, one line of history."""

from naast.people.services.about import (
    add_exception,
    choose_support_wishes,
    remove_exception,
    set_availability,
    set_languages,
    set_words,
)
from naast.people.services.arrivals import (
    bulk_create_people,
    change_hat,
    change_person,
    create_person,
    forget_newcomer,
    mark_discussed,
)
from naast.people.services.consents import forget_with, give_consent, withdraw_consent
from naast.people.services.hats import put_on_hat, take_step
from naast.people.services.households import (
    create_household,
    join_household,
    leave_household,
    live_together,
)
from naast.people.services.notes import erase_note, write_note
from naast.people.services.topics import set_topics, topics_named

__all__ = [
    "add_exception",
    "bulk_create_people",
    "change_hat",
    "change_person",
    "choose_support_wishes",
    "create_household",
    "create_person",
    "erase_note",
    "forget_newcomer",
    "forget_with",
    "give_consent",
    "join_household",
    "leave_household",
    "live_together",
    "mark_discussed",
    "put_on_hat",
    "remove_exception",
    "set_availability",
    "set_languages",
    "set_topics",
    "set_words",
    "take_step",
    "topics_named",
    "withdraw_consent",
    "write_note",
]
