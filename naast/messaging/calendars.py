"""Calendar files (pure): what phones and computers put in their calendar."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from icalendar import Calendar, Event

BRUSSELS = ZoneInfo("Europe/Brussels")


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One moment in somebody's calendar. The same `uid` with a higher `sequence` replaces the earlier file.
    `summary` names nobody: calendars are shared, and show on locked screens."""

    uid: str
    sequence: int
    starts_at: datetime
    minutes: int
    summary: str
    where: str = ""
    description: str = ""
    is_cancelled: bool = False


def file_of(entry: Entry, *, now: datetime) -> str:
    """The entry as iCalendar text (RFC 5545)."""
    event = Event()
    event.add("uid", f"{entry.uid}@naast")
    event.add("sequence", entry.sequence)
    event.add("dtstamp", now.astimezone(UTC))
    event.add("dtstart", moment(entry.starts_at))
    event.add("dtend", moment(entry.starts_at + timedelta(minutes=entry.minutes)))
    event.add("summary", entry.summary)
    event.add("status", "CANCELLED" if entry.is_cancelled else "CONFIRMED")
    if entry.where:
        event.add("location", entry.where)
    if entry.description:
        event.add("description", entry.description)
    calendar = Calendar()
    calendar.add("prodid", "-//Naast//")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add_component(event)
    calendar.add_missing_timezones(
        date(entry.starts_at.year - 1, 1, 1), date(entry.starts_at.year + 2, 1, 1)
    )
    text: bytes = calendar.to_ical()
    return text.decode()


def moment(when: datetime) -> datetime:
    """In the time of Brussels, as people say it. In the hour that comes twice when summer time ends
    only UTC says which of the two is meant."""
    local = when.astimezone(BRUSSELS)
    if local.replace(fold=0).utcoffset() != local.replace(fold=1).utcoffset():
        return when.astimezone(UTC)
    return local
