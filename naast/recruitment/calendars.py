"""The calendar file of a talk (pure): what phones and computers put in their calendar."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from icalendar import Calendar, Event

from naast.recruitment.models import Talk

BRUSSELS = ZoneInfo("Europe/Brussels")


def calendar_of(talk: Talk, *, organisation: str, phone: str, now: datetime) -> str:
    """A planned or cancelled talk as iCalendar text (RFC 5545). It names the organisation and nobody
    else: calendars are shared, and show on locked screens. The same talk keeps its UID, so that a
    later file replaces an earlier one. Raises ValueError for a talk without a moment."""
    if talk.starts_at is None:
        raise ValueError("a talk without a moment has no calendar")
    event = Event()
    event.add("uid", f"{talk.pk}@naast")
    event.add("sequence", talk.revision)
    event.add("dtstamp", now.astimezone(UTC))
    event.add("dtstart", moment(talk.starts_at))
    event.add("dtend", moment(talk.starts_at + timedelta(minutes=talk.minutes)))
    event.add("summary", f"{talk.get_kind_display()} · {organisation}")
    event.add("location", talk.where)
    event.add("status", "CANCELLED" if talk.status == Talk.Status.CANCELLED else "CONFIRMED")
    if phone:
        event.add("description", phone)
    calendar = Calendar()
    calendar.add("prodid", "-//Naast//Talks//")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add_component(event)
    calendar.add_missing_timezones(
        date(talk.starts_at.year - 1, 1, 1), date(talk.starts_at.year + 2, 1, 1)
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
