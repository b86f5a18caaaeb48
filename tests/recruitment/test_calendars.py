"""A calendar file says the same hour as the clock on the wall, also when that changes."""

from datetime import UTC, datetime, timedelta

import pytest
from icalendar import Calendar

from naast.messaging.calendars import Entry, file_of
from naast.recruitment.models import Talk
from naast.recruitment.services.talk_letters import calendar_text

NOW = datetime(2026, 1, 1, tzinfo=UTC)


def ical_line(name: str, moment: str) -> str:
    """A line of the file: in the time of Brussels, or in UTC when it ends with a Z."""
    zone = "" if moment.endswith("Z") else ";TZID=Europe/Brussels"
    return f"\r\n{name}{zone}:{moment}\r\n"


@pytest.mark.parametrize(
    ("starts_at", "start", "end"),
    [
        # An ordinary summer day.
        (datetime(2026, 7, 1, 12, tzinfo=UTC), "20260701T140000", "20260701T150000"),
        # Spring: at two it becomes three; an hour later the clock says four.
        (datetime(2026, 3, 29, 0, 30, tzinfo=UTC), "20260329T013000", "20260329T033000"),
        # Autumn: from three it goes back to two. The hour that comes twice is said in UTC.
        (datetime(2026, 10, 25, 0, 30, tzinfo=UTC), "20261025T003000Z", "20261025T013000Z"),
        (datetime(2026, 10, 24, 23, 30, tzinfo=UTC), "20261025T013000", "20261025T003000Z"),
        (datetime(2026, 10, 25, 2, 0, tzinfo=UTC), "20261025T030000", "20261025T040000"),
    ],
)
def test_the_calendar_file_says_the_same_hour_as_the_clock_in_both_nights_it_changes(
    starts_at: datetime, start: str, end: str
) -> None:
    entry = Entry(uid="x", sequence=0, starts_at=starts_at, minutes=60, summary="Huis")
    text = file_of(entry, now=NOW)
    event = Calendar.from_ical(text).events[0]
    assert ical_line("DTSTART", start) in text
    assert ical_line("DTEND", end) in text
    assert event.start == starts_at
    assert event.end == starts_at + timedelta(minutes=60)


def test_a_talk_without_a_moment_has_no_calendar_file() -> None:
    with pytest.raises(ValueError, match="moment"):
        calendar_text(Talk())
