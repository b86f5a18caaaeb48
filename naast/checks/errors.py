"""What can go wrong with checks, reports and insurance."""

from naast.core.errors import DomainError


class NoLegalBasis(DomainError):
    """The rules say not to ask for this."""


class ReasonMissing(DomainError):
    """No ground was found to ask; who asks all the same writes down why."""


class PaperTooOld(DomainError):
    """The paper is older than the rules allow on the day it was seen."""


class ConsentNeeded(DomainError):
    """Nothing is kept about an allowance without a yes of the person."""


class UnknownOffice(DomainError):
    """There is no such answer in this country."""


class TooManyHours(DomainError):
    """The free insurance has no room for this activity."""


class TooLate(DomainError):
    """An activity is registered before it starts, not after."""
