"""Much of one kind becomes one line with the others behind it, so that a day fits on a screen. Pure."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from naast.core.attention import AttentionItem

# So many of one kind still stand on their own.
ALONE = 3
NAMES_SHOWN = 3


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the day: what waits longest, and what is like it a click away."""

    first: AttentionItem
    others: tuple[AttentionItem, ...] = ()

    @property
    def names(self) -> str:
        """First names of the next ones: faces before numbers."""
        firsts = [item.name.split(" ")[0] for item in self.others if item.name]
        return ", ".join(dict.fromkeys(firsts[:NAMES_SHOWN]))


def gather(items: Iterable[AttentionItem]) -> list[Line]:
    """The lines of one group of the day, each where its first item stood. Nothing is left out."""
    listed = list(items)
    number = Counter(item.kind for item in listed)
    lines: dict[object, list[AttentionItem]] = {}
    for item in listed:
        key = item.kind if number[item.kind] > ALONE else (item.kind, item.subject_id)
        lines.setdefault(key, []).append(item)
    return [Line(found[0], tuple(found[1:])) for found in lines.values()]
