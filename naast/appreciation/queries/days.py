"""Birthdays and anniversaries that come, of people who like them to be remembered."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from django.db.models import Q, QuerySet

from naast.appreciation import policies
from naast.appreciation.models import DaysToRemember
from naast.organisations.actors import Actor
from naast.people.models import Person, VolunteerProfile

AHEAD = timedelta(days=14)


class Occasion(StrEnum):
    """What the day is."""

    BIRTHDAY = "birthday"
    ANNIVERSARY = "anniversary"


@dataclass(frozen=True, slots=True)
class Coming:
    """A day that comes: whose, what, when, and after how many years here (0 for a birthday: an age is nobody's
    business)."""

    person: Person
    occasion: Occasion
    on: date
    years: int


def next_time(day: date, today: date) -> date:
    """The next time that day of the year comes, today included; 29 February is 28 February in other years."""
    for year in (today.year, today.year + 1):
        try:
            there = day.replace(year=year)
        except ValueError:
            there = date(year, 2, 28)
        if there >= today:
            return there
    return there


def _near(field: str, today: date, until: date) -> Q:
    """The day of the year lies between these two days, in the database."""
    near = Q(pk__in=[])
    day = today
    while day <= until:
        near |= Q(**{f"{field}__month": day.month, f"{field}__day": day.day})
        if (day.month, day.day) == (2, 28):
            near |= Q(**{f"{field}__month": 2, f"{field}__day": 29})
        day += timedelta(days=1)
    return near


def to_remember(actor: Actor, *, today: date) -> QuerySet[DaysToRemember]:
    """Whose day comes within two weeks, of active volunteers who said that it may be remembered; not whose data are
    kept and not used for now. One query."""
    until = today + AHEAD
    asked = Q(birthday=True) & _near("person__birth_on", today, until)
    asked |= Q(anniversary=True) & _near("person__volunteer__since_on", today, until)
    return policies.days_of(actor).filter(
        asked,
        person__volunteer__status=VolunteerProfile.Status.ACTIVE,
        person__restricted_on__isnull=True,
    )


def coming(actor: Actor, *, today: date) -> list[Coming]:
    """The days of the next two weeks, the nearest first. One query."""
    rows = to_remember(actor, today=today).select_related("person__volunteer")[:100]
    found = [each for row in rows for each in _of(row, today)]
    return sorted(found, key=lambda each: (each.on, each.person.sort_name))


def _of(row: DaysToRemember, today: date) -> Iterable[Coming]:
    person = row.person
    since = person.volunteer.since_on
    days = (
        (Occasion.BIRTHDAY, person.birth_on if row.birthday else None),
        (Occasion.ANNIVERSARY, since if row.anniversary else None),
    )
    for occasion, day in days:
        if day is None:
            continue
        on = next_time(day, today)
        years = on.year - day.year if occasion is Occasion.ANNIVERSARY else 0
        is_first = occasion is Occasion.ANNIVERSARY and years == 0
        if on <= today + AHEAD and not is_first:
            yield Coming(person, occasion, on, years)
