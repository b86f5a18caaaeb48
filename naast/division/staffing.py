"""The least number of paid people, and the one rule about it: volunteers never count (S1-66, S1-103). Pure."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Staffing:
    """One moment of one day: how many paid people are needed, how many are there, who is there as extra."""

    needed: int
    paid: int
    extra: int = 0

    @property
    def counted(self) -> int:
        """Who counts: paid people alone. Extra hands are a surplus, never a prosthesis."""
        return self.paid

    @property
    def short(self) -> int:
        """How many paid people are too few, whatever number of volunteers is there."""
        return max(self.needed - self.counted, 0)
