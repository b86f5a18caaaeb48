"""What rooms above know that a text has to say, such as the insurance.

A room registers one provider in its AppConfig.ready(). The names it answers with are placeholders of `filling`.
"""

from collections.abc import Callable, Mapping
from datetime import date
from uuid import UUID

# (organisation, day) → placeholder → words; what is not known is left out.
Provider = Callable[[UUID, date], Mapping[str, str]]

_providers: list[Provider] = []


def register(provider: Provider) -> None:
    """Add a provider, once."""
    if provider not in _providers:
        _providers.append(provider)


def known(organisation_id: UUID, day: date) -> dict[str, str]:
    """Everything that rooms above know on that day."""
    found: dict[str, str] = {}
    for provider in _providers:
        found |= provider(organisation_id, day)
    return found
