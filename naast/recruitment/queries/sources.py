"""Where candidates come from and what that costs, with a warning when one circle dominates (S1-64)."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from dateutil.relativedelta import relativedelta
from django.db.models import Count, Q

from naast.core.text import Text
from naast.organisations.actors import Actor
from naast.recruitment import small_numbers
from naast.recruitment.models import Journey
from naast.recruitment.policies import applications as policies
from naast.recruitment.small_numbers import Cell
from naast.vacancies.models import Channel

A_YEAR = relativedelta(months=12)
# From here on a share says something.
ENOUGH = 10


@dataclass(frozen=True, slots=True)
class Source:
    """One channel in the last twelve months. None: fewer than five, or not to be said."""

    name: str
    circle: Text
    cost: Decimal
    came: Cell
    started: Cell
    cost_each: Decimal | None


def sources(actor: Actor, *, today: date) -> list[Source]:
    """What each channel brought in the last twelve months and what it cost; one query. Raises
    NotAllowed."""
    policies.can_read_figures(actor).require()
    since = today - A_YEAR
    lately = Q(journeys__came_on__gt=since)
    channels = (
        Channel.objects.filter(organisation_id=actor.organisation_id)
        .annotate(
            came=Count("journeys", filter=lately),
            started=Count("journeys", filter=lately & Q(journeys__started_on__isnull=False)),
        )
        .filter(Q(is_used=True) | Q(came__gt=0))
        .order_by("name", "id")
    )
    return [
        Source(
            name=channel.name,
            circle=channel.get_circle_display(),
            cost=channel.cost,
            came=small_numbers.shown(channel.came),
            started=small_numbers.shown(channel.started),
            cost_each=_each(channel.cost, channel.came),
        )
        for channel in channels
    ]


def _each(cost: Decimal, came: int) -> Decimal | None:
    """Cost a candidate. Not from few: then it would tell how few."""
    return (cost / came).quantize(Decimal("0.01")) if came >= small_numbers.LEAST else None


def dominating_circle(actor: Actor, *, today: date) -> Text:
    """The circle of people that brings more than half of who came in the last twelve months, from ten on;
    empty when none does. Who came through no known channel counts in the whole. One query. Raises
    NotAllowed."""
    policies.can_read_figures(actor).require()
    lately = Journey.objects.filter(
        organisation_id=actor.organisation_id, came_on__gt=today - A_YEAR
    )
    counted = lately.order_by().values_list("channel__circle").annotate(number=Count("id"))
    numbers: dict[str | None, int] = dict(counted)
    total = sum(numbers.values())
    largest = max((each for each in numbers if each), key=lambda it: numbers[it], default="")
    if total < ENOUGH or not largest or numbers[largest] * 2 <= total:
        return ""
    return Channel.Circle(largest).label
