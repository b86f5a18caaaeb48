"""What this room does at night: contacts that end by themselves, a question after half a year, the yearly word,
and words that are forgotten. Running it twice does nothing twice."""

from collections.abc import Callable
from datetime import datetime

from django.utils.timezone import localdate

from naast.core import night
from naast.organisations.actors import Actor
from naast.organisations.models import Organisation
from naast.parting.services import away, keepsakes, pulses


def run(now: datetime) -> dict[str, int]:
    """Everything of this room for one night, organisation after organisation. Returns what was done."""
    day = localdate(now)
    return {
        "light contacts ended": _each(lambda actor, _house: pulses.end_of_the_day(actor, day=day)),
        "asked how they are": _each(lambda actor, house: away.notice(actor, house, day=day)),
        "yearly words": _each(lambda actor, _house: keepsakes.invite_back(actor, now)),
        "words of partings erased": _each(lambda actor, _house: keepsakes.forget(actor, now)),
    }


def _each(task: Callable[[Actor, Organisation], int]) -> int:
    def one(organisation: Organisation) -> int:
        return task(Actor.system(organisation, reason="nightly parting"), organisation)

    return night.each(Organisation.objects.all(), one)
