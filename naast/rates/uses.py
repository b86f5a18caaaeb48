"""What the room that pays (`expenses`, above this one) tells about figures: which it needs, and what it judged with
one of them."""

from datetime import date, datetime
from typing import Protocol
from uuid import UUID

from naast.rates.models import Figure


class Use(Protocol):
    """Asked per organisation; each in one query."""

    def gives_fixed_amounts(self, organisation_id: UUID) -> bool:
        """Whether fixed amounts are given here: without them nobody waits for their ceilings."""

    def judged_with(
        self, organisation_id: UUID, figure: Figure, first: date, last: date, *, since: datetime
    ) -> int:
        """How many claims that hold their place were judged with this figure on these days, since that moment."""


_uses: list[Use] = []


def answer_with(use: Use) -> None:
    """This one knows; a later one takes its place."""
    _uses[:] = [use]


def gives_fixed_amounts(organisation_id: UUID) -> bool:
    """Whether fixed amounts are given here; nobody knows otherwise: then their ceilings are asked for."""
    return not _uses or _uses[0].gives_fixed_amounts(organisation_id)


def judged_with(
    organisation_id: UUID, figure: Figure, first: date, last: date, *, since: datetime
) -> int:
    """How many claims were judged with this figure on these days, since that moment."""
    if not _uses:
        return 0
    return _uses[0].judged_with(organisation_id, figure, first, last, since=since)
