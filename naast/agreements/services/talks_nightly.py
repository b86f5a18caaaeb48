"""Every night: steps whose term is over are erased, words of old letters emptied, and colleagues hear of a new text
that is theirs too. Running it twice does nothing twice."""

from collections.abc import Callable
from datetime import datetime

from naast.agreements.services.acknowledging import tell_of_new_texts
from naast.agreements.services.step_terms import empty_letters, erase_closed
from naast.core import night
from naast.organisations.actors import Actor
from naast.organisations.models import Organisation


def run(now: datetime) -> dict[str, int]:
    """Everything of one night, one organisation after another. Returns how many of each."""
    return {
        "steps erased": _each(lambda actor, house: erase_closed(actor, house, now)),
        "letters emptied": _each(lambda actor, house: empty_letters(actor, house, now)),
        "colleagues told of a new text": _each(lambda actor, _house: tell_of_new_texts(actor)),
    }


def _each(task: Callable[[Actor, Organisation], int]) -> int:
    def one(organisation: Organisation) -> int:
        return task(Actor.system(organisation, reason="nightly agreements"), organisation)

    return night.each(Organisation.objects.all(), one)
