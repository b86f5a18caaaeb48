"""A meeting as a calendar file that phones understand."""

from icalendar import Calendar, Event

from naast.core import clock
from naast.outreach.models import InfoMeeting


def file_of(meeting: InfoMeeting, *, is_cancelled: bool = False) -> str:
    """The iCalendar text of one meeting; the same meeting always has the same id, so that a later file
    moves the entry instead of adding one."""
    event = Event()
    event.add("uid", f"{meeting.pk}@naast")
    event.add("dtstamp", clock.now())
    event.add("dtstart", meeting.starts_at)
    event.add("dtend", meeting.ends_at)
    event.add("summary", meeting.title)
    event.add("sequence", int(clock.now().timestamp()) // 60 % 1_000_000_000)
    if meeting.place or meeting.online_url:
        event.add("location", meeting.place or meeting.online_url)
    if is_cancelled:
        event.add("status", "CANCELLED")
    file = Calendar()
    file.add("prodid", "-//Naast//")
    file.add("version", "2.0")
    file.add_component(event)
    return str(file.to_ical().decode())
