"""What the kind of a circle switches: a COSA circle holds criminal data (GDPR art. 10), a network circle does not."""

from dataclasses import dataclass
from typing import Final

from naast.circles.states import Kind


@dataclass(frozen=True, slots=True)
class Rules:
    """`is_closed`: only its own members, coordinator and deputy know that the circle exists. `needs_talk`: a talk
    about whether a circle fits comes first. `needs_outer`: professionals stand around it and are prepared
    before the first meeting. `without_offence`: fields say that no offence belongs in them."""

    is_closed: bool
    needs_talk: bool
    needs_outer: bool
    without_offence: bool


RULES: Final = {
    Kind.COSA.value: Rules(is_closed=True, needs_talk=True, needs_outer=True, without_offence=True),
    Kind.NETWORK.value: Rules(
        is_closed=False, needs_talk=False, needs_outer=False, without_offence=False
    ),
}


def rules_of(kind: str) -> Rules:
    """The rules of this kind; the strict ones for a kind nobody knows."""
    return RULES.get(kind, RULES[Kind.COSA.value])
