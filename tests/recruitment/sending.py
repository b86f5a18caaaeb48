"""What the tests of the outside of this room send."""

from collections.abc import Iterator
from typing import Any

import pytest

from naast.core import limits
from naast.core.public_forms import stamp
from naast.organisations.actors import Actor
from naast.organisations.models import Organisation
from naast.recruitment import links
from naast.recruitment.models import Application
from naast.recruitment.views.own_door import REASON


@pytest.fixture(autouse=True)
def fresh_limits() -> Iterator[None]:
    """Each test starts as a new visitor."""
    limits.forget_all()
    yield
    limits.forget_all()


def shown() -> dict[str, str]:
    """What a form carries once it has been shown for a while."""
    return {"opened": stamp(is_second=True)}


def applying(**changes: Any) -> dict[str, Any]:
    """The least that the usual form takes."""
    return {
        **shown(),
        "nonce": "een-formulier",
        "role": "help",
        "given_name": "Fatima",
        "email": "fatima@test.example",
        "language": "nl",
        "age": "adult",
        **changes,
    }


def visitor(house: Organisation) -> Actor:
    """Somebody behind their own link."""
    return Actor.visitor(house, reason=REASON)


def own(application: Application, step: str = "") -> str:
    """The address of the own page, or of a step behind it."""
    return links.link_of(application, application.organisation.slug) + step
