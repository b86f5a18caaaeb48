"""The one clock of the house. Tests set it with time-machine; rules get `now` passed in."""

from datetime import date, datetime

from django.utils import timezone


def now() -> datetime:
    """This moment, in UTC."""
    return timezone.now()


def today() -> date:
    """The day it is for the people who use the house (Europe/Brussels)."""
    return timezone.localdate()
