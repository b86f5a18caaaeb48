"""Letters with information for both sides (S0-43): before the start, at a change, at the end. B1, warm, no
names in subjects."""

from collections.abc import Mapping
from typing import Final

from django.utils.translation import gettext_lazy as _

from naast.messaging.texts import Kind

FILLS = frozenset({"programme", "host"})

VOLUNTEER_BEFORE = Kind(
    code="information.volunteer_before",
    label=_("To a volunteer, before the start"),
    when=_("Before somebody begins as a volunteer. The coordinator reads it first."),
    subject=_("Good to know before you start"),
    body=_(
        "Dear {first_name},\n\n"
        "Soon you start in {programme}. How good that you are there.\n\n"
        "This is how it goes:\n"
        "- You read what we agree with each other, and ask everything you want to know.\n"
        "- We tell you what you can expect of us, and what we ask of you.\n"
        "- You learn whom to call when something happens.\n\n"
        "{host} is there for you. Is something not clear? Call us: {phone}"
    ),
    fills=FILLS,
)
VOLUNTEER_CHANGE = Kind(
    code="information.volunteer_change",
    label=_("To a volunteer, when something changes"),
    when=_("When something changes for a volunteer. The coordinator reads it first."),
    subject=_("Something changes in your volunteering"),
    body=_(
        "Dear {first_name},\n\n"
        "Something changes in {programme}:\n"
        "(write here what changes, and from when)\n\n"
        "What stays the same: you may always ask, and always say that it does not suit you.\n"
        "{host} likes to talk it over with you. Call us: {phone}"
    ),
    fills=FILLS,
)
VOLUNTEER_END = Kind(
    code="information.volunteer_end",
    label=_("To a volunteer, at the end"),
    when=_("When somebody stops as a volunteer. The coordinator reads it first."),
    subject=_("Thank you, and what happens now"),
    body=_(
        "Dear {first_name},\n\n"
        "Your time in {programme} comes to an end. Thank you for everything you did.\n\n"
        "What happens now:\n"
        "- We like to look back with you and say goodbye well.\n"
        "- Keys, papers and log-ins come back to us.\n"
        "- What you heard about people stays between us, also later.\n\n"
        "{host} calls you. Do you want to say something first? Call us: {phone}"
    ),
    fills=FILLS,
)
PARTICIPANT_BEFORE = Kind(
    code="information.participant_before",
    label=_("To a participant, before the start"),
    when=_("Before a volunteer comes to somebody. The coordinator reads it first."),
    subject=_("Somebody will come to meet you"),
    body=_(
        "Dear {first_name},\n\n"
        "Soon you meet a volunteer of {programme}.\n\n"
        "Good to know:\n"
        "- A volunteer comes because they want to. You don’t pay anything.\n"
        "- You decide what you tell, and what you do together.\n"
        "- You may stop at any moment. You need not say why.\n\n"
        "{host} answers your questions. Call us: {phone}"
    ),
    fills=FILLS,
)
PARTICIPANT_CHANGE = Kind(
    code="information.participant_change",
    label=_("To a participant, when something changes"),
    when=_("When something changes for a participant. The coordinator reads it first."),
    subject=_("Something changes"),
    body=_(
        "Dear {first_name},\n\n"
        "Something changes in {programme}:\n"
        "(write here what changes, and from when)\n\n"
        "Does it not suit you? Tell us. {host} looks for something else with you.\n"
        "Call us: {phone}"
    ),
    fills=FILLS,
)
PARTICIPANT_END = Kind(
    code="information.participant_end",
    label=_("To a participant, at the end"),
    when=_("When the time with a volunteer ends. The coordinator reads it first."),
    subject=_("Saying goodbye, and what happens now"),
    body=_(
        "Dear {first_name},\n\n"
        "The time with your volunteer in {programme} comes to an end.\n\n"
        "What happens now:\n"
        "- You say goodbye in the way you like.\n"
        "- {host} asks how it was, and what you would like next.\n"
        "- You may read what we wrote down about you.\n\n"
        "Do you have a question? Call us: {phone}"
    ),
    fills=FILLS,
)
BY_HAT: Final[Mapping[str, tuple[Kind, ...]]] = {
    "volunteer": (VOLUNTEER_BEFORE, VOLUNTEER_CHANGE, VOLUNTEER_END),
    "participant": (PARTICIPANT_BEFORE, PARTICIPANT_CHANGE, PARTICIPANT_END),
}
KINDS: Final = tuple(kind for kinds in BY_HAT.values() for kind in kinds)
# How a kind stands in an address: «volunteer_before».
BY_SLUG: Final = {kind.code.removeprefix("information."): kind for kind in KINDS}


def slug_of(kind: Kind) -> str:
    """How this kind stands in an address."""
    return kind.code.removeprefix("information.")
