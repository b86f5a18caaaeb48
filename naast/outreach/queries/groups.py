"""Reads about groups, and how many a quarter can welcome."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from dateutil.relativedelta import relativedelta
from django.db.models import QuerySet

from naast.organisations.actors import Actor
from naast.organisations.models import Organisation
from naast.outreach.models import GroupRequest
from naast.outreach.policies import groups as policies
from naast.outreach.states import UNANSWERED, WELCOMED, GroupState

# How far ahead the public form looks for a quarter with room.
QUARTERS_AHEAD = 8
STILL_OPEN = (*UNANSWERED, GroupState.ACCEPTED)


@dataclass(frozen=True, slots=True)
class Quarter:
    """Three months, with how many groups are agreed of how many that can be welcomed well."""

    first: date
    agreed: int
    most: int

    @property
    def last(self) -> date:
        """Its last day."""
        return self.first + relativedelta(months=3, days=-1)

    @property
    def number(self) -> int:
        """1 to 4."""
        return (self.first.month + 2) // 3

    @property
    def is_full(self) -> bool:
        """Nothing more can be welcomed without a reason."""
        return self.agreed >= self.most


def quarter_of(day: date) -> date:
    """The first day of the quarter of this day."""
    return day.replace(month=(day.month - 1) // 3 * 3 + 1, day=1)


def quarters(actor: Actor, *, today: date) -> list[Quarter]:
    """This quarter and those ahead; two queries. Numbers only, so visitors may know them."""
    most = Organisation.objects.values_list("groups_a_quarter", flat=True).get(
        pk=actor.organisation_id
    )
    first = quarter_of(today)
    agreed = GroupRequest.objects.filter(
        organisation_id=actor.organisation_id, state__in=WELCOMED, date_on__gte=first
    ).values_list("date_on", flat=True)
    starts = [quarter_of(day) for day in agreed if day is not None]
    ahead = [first + relativedelta(months=3 * number) for number in range(QUARTERS_AHEAD)]
    return [Quarter(start, starts.count(start), most) for start in ahead]


def quarter_for(actor: Actor, day: date) -> Quarter:
    """The quarter of one day, as it is now; two queries."""
    return quarters(actor, today=day)[0]


def next_with_room(found: list[Quarter], *, after: date | None = None) -> Quarter | None:
    """The first quarter that can welcome a group; after that of `after`, when it is given."""
    late = [each for each in found if after is None or each.first > after]
    return next((each for each in late if not each.is_full), None)


def listed(actor: Actor, *, show: str) -> QuerySet[GroupRequest]:
    """The requests that are still open, or all; the newest first, by descending key."""
    groups = policies.visible_to(actor).select_related("host__user")
    return groups if show == "all" else groups.filter(state__in=STILL_OPEN)


def get_group(actor: Actor, group_id: UUID) -> GroupRequest | None:
    """One request with what its page reads, or None when this actor may not know it exists."""
    rows = policies.visible_to(actor).select_related("host__user", "answered_by__user", "programme")
    return rows.filter(pk=group_id).first()
