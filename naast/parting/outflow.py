"""How small numbers are shown. Pure: no database, no clock."""

from dataclasses import dataclass

from naast.core.text import Text

# Below these, a number could point at somebody.
FEWEST, FEWEST_ANSWERS = 5, 10


@dataclass(frozen=True, slots=True)
class Line:
    """A reason with how often it was named: None when it is between one and four."""

    label: Text
    number: int | None
    is_growth: bool = False


def shown(number: int) -> int | None:
    """The number as it may be shown: none is none, a few are «a few»."""
    return number if number == 0 or number >= FEWEST else None
