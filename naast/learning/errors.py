"""What can go wrong in this room, beside what core knows."""

from naast.core.errors import DomainError


class TitleMissing(DomainError):
    """A course without a name."""


class CourseUnfit(DomainError):
    """This course can't be used here: it is of elsewhere, or refreshes itself."""


class ConditionUnfit(DomainError):
    """This is no training condition of this programme."""


class WordsMissing(DomainError):
    """Something learned, without words."""
