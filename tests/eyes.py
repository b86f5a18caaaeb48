"""The same person with other functions: what a policy looks at, for tests of policies."""

from dataclasses import replace

from naast.organisations.actors import Actor
from naast.organisations.models import Function
from tests.conftest import Cast


def also(actor: Actor, *functions: Function) -> Actor:
    """The same person, who does this as well."""
    return replace(actor, functions=actor.functions | {each.value for each in functions})


def only(actor: Actor, *functions: Function) -> Actor:
    """The same person, who does nothing but this."""
    return replace(actor, functions=frozenset(each.value for each in functions))


def night(cast: Cast) -> Actor:
    """The house itself: everything of its own, and nobody's person."""
    return Actor.system(cast.here, reason="night")
