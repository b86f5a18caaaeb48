"""How long something on a desk may be put off, and whether it still waits. Pure."""

from datetime import date, timedelta
from typing import Final

from naast.core.attention import AttentionItem, Urgency

# Who waits for us today waits no longer than this because of a click; what can wait, a month at most.
LONGEST: Final = {
    Urgency.NOW: timedelta(days=3),
    Urgency.THIS_WEEK: timedelta(days=31),
    Urgency.GOOD_TO_KNOW: timedelta(days=92),
}


def last_day(item: AttentionItem, today: date) -> date | None:
    """The last day until which this may wait; None for what has hours: its time would pass unseen (S1-162)."""
    return None if item.has_hours else today + LONGEST[item.urgency]


def still_waits(item: AttentionItem, until_on: date, today: date) -> bool:
    """Whether it stays away until that day. What became more urgent meanwhile is back as soon as nobody could put
    it off for so long now."""
    last = last_day(item, today)
    return last is not None and today < until_on <= last
