"""What can go wrong in this room, beside what core knows."""

from naast.core.errors import DomainError


class QuarterFull(DomainError):
    """As many groups as we can welcome well are agreed already (S1-84)."""


class JobFull(DomainError):
    """As many people as are needed do this job."""


class ReasonMissing(DomainError):
    """This step asks for a few words."""
