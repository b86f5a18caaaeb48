"""Signals for tests: by default a worry that Bea’s organisation still has to read."""

from datetime import date
from typing import Any
from uuid import UUID

import factory
from factory.django import DjangoModelFactory

from naast.core import clock
from naast.organisations.models import Function, Membership
from naast.signals.inputs import Noticed
from naast.signals.models import Signal
from naast.signals.states import Kind, Level, Path, State
from tests.conftest import Cast
from tests.factories import OrganisationFactory, member


class SignalFactory(DjangoModelFactory[Signal]):
    """A worry that arrived a moment ago, told by nobody in particular."""

    class Meta:
        model = Signal

    organisation = factory.SubFactory(OrganisationFactory)
    kind = Kind.WORRY
    path = Path.SAFEGUARDING
    level_proposed = Level.CONSULT
    level = Level.CONSULT
    state = State.NEW
    state_since = factory.LazyFunction(clock.now)
    seen_on = factory.LazyFunction(clock.today)
    saw = "De post van drie weken lag nog achter de deur."


def noticed(
    kind: str = Kind.WORRY,
    *,
    saw: str = "De koelkast was leeg.",
    level: int = Level.CONSULT,
    seen_on: date | None = None,
    **more: Any,
) -> Noticed:
    """What somebody noticed, as the form hands it on."""
    return Noticed(kind=kind, saw=saw, level=level, seen_on=seen_on or clock.today(), **more)


def contact_person(cast: Cast, *, name: str = "Sofie Vertrouwd") -> Membership:
    """Somebody who reads what asks for care."""
    return member(cast.here, Function.SAFEGUARDING, name=name)


def posted(
    *, saw: str = "De koelkast was leeg.", level: int = Level.CONSULT, key: UUID | None = None
) -> dict[str, str]:
    """What the browser sends for the three questions."""
    sent = {"saw": saw, "seen_on": clock.today().isoformat(), "level": str(int(level))}
    return sent | ({"client_key": str(key)} if key else {})
