"""The one clock of the house. Tests set it with time-machine; rules get `now` passed in."""

from datetime import UTC, date, datetime, time

from django.utils import timezone


def now() -> datetime:
    """This moment, in UTC."""
    return timezone.now()


def today() -> date:
    """The day it is for the people who use the house (Europe/Brussels)."""
    return timezone.localdate()


def at(day: date, hour: time) -> datetime:
    """A day and an hour in the time of the house."""
    return timezone.make_aware(datetime.combine(day, hour))


def morning(day: date) -> datetime:
    """The moment on which that day begins for the people who use the house."""
    return at(day, time.min)


def among_moments(day: date) -> datetime:
    """A day, to sort and show it among moments: its first in UTC, which is the same day in Brussels."""
    return datetime.combine(day, time(), tzinfo=UTC)
