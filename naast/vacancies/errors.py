"""What can go wrong with vacancies and channels."""

from naast.core.errors import DomainError


class NoTextYet(DomainError):
    """There is nothing to read yet, so it can't go on the site."""


class CodeTaken(DomainError):
    """Another channel has this short name already."""


class ProgrammeNotRunning(DomainError):
    """People outside can't start in a programme that is being prepared or closed."""
