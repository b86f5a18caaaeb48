"""Working days: no weekends, no public holidays of the country."""

from datetime import date, timedelta

import holidays

SATURDAY = 5


def add_working_days(day: date, count: int, country: str) -> date:
    """The day `count` working days after `day`; `country` is «BE» or «NL»."""
    free = holidays.country_holidays(country)
    while count > 0:
        day += timedelta(days=1)
        if day.weekday() < SATURDAY and day not in free:
            count -= 1
    return day
