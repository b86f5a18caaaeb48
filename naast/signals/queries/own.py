"""Reads of who noticed something: their own signals, and what the form lets them choose from."""

from dataclasses import dataclass
from typing import Final
from uuid import UUID

from django.db.models import QuerySet
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from naast.companionship.models import Match
from naast.core.text import Text
from naast.organisations.actors import Actor
from naast.organisations.models import STAFF, Membership
from naast.organisations.queries import colleagues
from naast.people.api import visible_to
from naast.people.models import Person
from naast.signals.models import Signal
from naast.signals.policies import own as policies
from naast.signals.queries.readers import readers_of
from naast.signals.routing import Facts
from naast.signals.states import State, aspect_label, path_of, state_words

MOST_NAMED: Final = 3


def mine(actor: Actor) -> QuerySet[Signal]:
    """What I noticed."""
    return policies.visible_to(actor)


def my_signal(actor: Actor, signal_id: UUID) -> Signal | None:
    """One of my own, or None."""
    rows = mine(actor).select_related("about", "handler__user")
    return rows.filter(pk=signal_id).first()


def matches_to_name(actor: Actor) -> QuerySet[Match]:
    """Whom it may be about, for the form."""
    rows = policies.matches_to_name(actor).select_related("participant", "volunteer", "programme")
    return rows.order_by("programme__name", "id")


def who_works_here(actor: Actor) -> QuerySet[Membership]:
    """The colleagues it may be about, for the form: everybody with a function, also the reporter’s own contact."""
    return colleagues(actor, *STAFF)


def whom_to_write_for(actor: Actor, person_id: UUID) -> Person | None:
    """The person whose words, or about whom, the actor may write something down; None when they may not."""
    person = visible_to(actor).select_related("participant").filter(pk=person_id).first()
    return person if person is not None and policies.can_write_down(actor, person) else None


def readers_before(actor: Actor, kind: str) -> list[str]:
    """Who would read a signal of this kind by this actor, by name, to say it before somebody writes. Empty when it
    is a longer list: then «the coordinator» says enough."""
    facts = Facts(
        path=path_of(kind, only_contact_person=False, danger=False),
        reporter_id=actor.person_id if policies.tells_as_person(actor) else None,
    )
    names = readers_of(actor.organisation_id, facts).names
    return names if len(names) <= MOST_NAMED else []


@dataclass(frozen=True, slots=True)
class OwnSignal:
    """One of my own signals: how far it is, what comes next, and what I wrote (term, words)."""

    stages: list[tuple[Text, str]]
    coming: Text
    written: list[tuple[Text, str]]


COMING: Final[dict[str, Text]] = {
    State.NEW: _("It arrived. Who reads it knows that there is something."),
    State.SEEN: _("Somebody read it and looks at it with care. You need not do anything."),
    State.DECIDED: _("It is decided what happens. Somebody tells you what came of it."),
    State.CLOSED: _("It is closed. Is it not over for you? Tell it again, or call."),
}
WRITTEN: Final = ("saw", "told_to_me", "thinks", "goes_well", "who_knows", "wants")


def own_page(signal: Signal) -> OwnSignal:
    """What the reporter sees of their own signal; no query."""
    place = list(State.values).index(signal.state)
    stages: list[tuple[Text, str]] = [
        (state_words(state), "done" if index < place else "current" if index == place else "todo")
        for index, state in enumerate(State)
    ]
    written: list[tuple[Text, str]] = [
        (capfirst(str(Signal._meta.get_field(name).verbose_name)), getattr(signal, name))  # type: ignore[union-attr]  # a column
        for name in WRITTEN
    ]
    if signal.aspect:
        written.insert(0, (_("One word more"), aspect_label(signal.aspect)))
    return OwnSignal(stages=stages, coming=COMING[State(signal.state)], written=written)
