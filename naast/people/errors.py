"""What people may be told no about, by name."""

from naast.core.errors import DomainError


class StaffNoteMissing(DomainError):
    """A volunteer who is also paid here needs a clearly different task, and words about it (S1-43)."""


class ExpectationsMissing(DomainError):
    """Who changes hats hears what is expected, and says what they expect (S1-251)."""


class ConsentMissing(DomainError):
    """This may only be written down after a yes of the person."""


class HatAlreadyOn(DomainError):
    """The person wears this hat already."""
