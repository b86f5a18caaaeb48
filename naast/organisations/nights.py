"""The jobs that a room does at night, in each organisation on its own."""

from collections.abc import Callable, Mapping
from datetime import datetime

from naast.core import night
from naast.organisations.actors import Actor
from naast.organisations.models import Organisation

Job = Callable[[Actor, Organisation, datetime], int]


def in_each_house(jobs: Mapping[str, Job], now: datetime, *, reason: str) -> dict[str, int]:
    """Every job in every organisation, under the name of the reason: one that fails leaves the others alone. Returns
    how many of each were done."""
    houses = list(Organisation.objects.all())

    def does(job: Job) -> Callable[[Organisation], int]:
        return lambda house: job(Actor.system(house, reason=reason), house, now)

    return {name: night.each(houses, does(job)) for name, job in jobs.items()}
