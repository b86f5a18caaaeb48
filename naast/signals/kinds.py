"""The kinds of what somebody can notice, as a volunteer meets them: an icon and an example in plain words."""

from collections.abc import Mapping
from typing import Final

from django.utils.translation import gettext_lazy as _

from naast.core.text import Text
from naast.signals.states import Kind

# Kind → (lucide icon, an example, what to write in the first field).
HINTS: Final[Mapping[str, tuple[str, Text, Text]]] = {
    Kind.WORRY: (
        "eye",
        _("Something changed. I am not sure what it is."),
        _("Only what you saw or heard yourself. What it means, others find out with you."),
    ),
    Kind.BOUNDARY: (
        "hand",
        _("Somebody went too far: words, hands, money, pressure. Or I did."),
        _("What happened, in the words that were said if you can."),
    ),
    Kind.SECRECY: (
        "lock-keyhole",
        _("Something private is known where it should not be."),
        _("What came out, and where. Not the private thing itself."),
    ),
    Kind.LIMIT: (
        "hand-helping",
        _("Care, money, medicines, or just too heavy: this asks for somebody else."),
        _("What is asked that is more than you can or may do."),
    ),
    Kind.CARER: (
        "battery-low",
        _("The partner, child or neighbour who cares for somebody is worn out."),
        _("What you see of the carer. «The daughter» is enough, no name."),
    ),
    Kind.NEED: (
        "puzzle",
        _("Help, transport, company, a place: nobody offers it."),
        _("What is missing, and for whom it would make a difference."),
    ),
    Kind.OBSTACLE: (
        "landmark",
        _("A counter, a letter, a waiting list, a form: somebody gets stuck there."),
        _("Which agency, about what, and for how many days already."),
    ),
    Kind.FAVOUR: (
        "gift",
        _("Somebody hopes that I can arrange something for them here."),
        _("What was asked of you, and what you answered."),
    ),
    Kind.OFFER: (
        "package",
        _("What we offer does not fit, costs too much, or does not reach somebody."),
        _("What you notice about what we offer. Praise counts as well."),
    ),
    Kind.POLICY: (
        "scroll-text",
        _("A rule that was meant well, and works out badly for people."),
        _("Which rule, and what it does to people."),
    ),
}


def choices() -> list[tuple[str, Text, str, Text]]:
    """(code, words, icon, example) in the order of the page."""
    return [(kind, Kind(kind).label, icon, example) for kind, (icon, example, _w) in HINTS.items()]


def what_to_write(kind: str) -> Text:
    """The help below the first field of this kind; '' for an unknown one."""
    return HINTS[kind][2] if kind in HINTS else ""
