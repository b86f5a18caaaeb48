"""A person's timeline in words: what happened, from the history without names."""

from collections.abc import Iterable
from datetime import datetime

from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from naast.audit.models import Event
from naast.core.text import Text
from naast.people import panels
from naast.people.models import Person

Entry = tuple[datetime, Text, str]

WORDS: dict[str, tuple[Text, str]] = {
    "person.changed": (_("Details changed"), "pencil"),
    "volunteer.changed": (_("Card changed"), "pencil"),
    "participant.changed": (_("File changed"), "pencil"),
    "person.languages-changed": (_("Languages changed"), "languages"),
    "person.topics-changed": (_("Words about interests and skills changed"), "tags"),
    "person.exception-added": (_("Days away noted"), "calendar-off"),
    "person.exception-removed": (_("Days away taken off"), "calendar-check"),
    "person.household-changed": (_("Household changed"), "house"),
    "person.consent-given": (_("Said yes"), "check"),
    "person.consent-withdrawn": (_("Took a yes back"), "undo-2"),
    "person.note-written": (_("Note written"), "notebook-pen"),
    "person.hat-put-on": (_("A new hat"), "sparkles"),
    "person.hats-changed": (_("Expectations of both written down"), "handshake"),
    "volunteer.support-chosen": (_("Chose what helps"), "life-buoy"),
    "volunteer.begin": (_("Began as a volunteer"), "hand-heart"),
    "volunteer.pause": (_("Took a pause"), "pause"),
    "volunteer.come-back": (_("Came back"), "play"),
    "volunteer.say-goodbye": (_("Said goodbye as a volunteer"), "hand"),
    "volunteer.start-again": (_("Starts again as a volunteer"), "hand-heart"),
    "participant.say-goodbye": (_("Said goodbye as a participant"), "hand"),
    "participant.start-again": (_("Is with us again"), "house"),
}


def entries(person: Person, events: Iterable[Event]) -> list[Entry]:
    """The timeline, newest first; it ends where somebody came on the list. Kinds without words stay
    away, and the same thing several times a day is said once."""
    found: list[Entry] = []
    said: set[tuple[str, object]] = set()
    for event in events:
        words = panels.words_for(event.kind)
        once = (event.kind, localdate(event.created_at))
        if words and once not in said:
            said.add(once)
            found.append((event.created_at, *words))
    return [*found, (person.created_at, _("Came on the list"), "user-plus")]
