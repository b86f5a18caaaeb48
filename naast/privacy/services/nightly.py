"""What this room does at night."""

from datetime import datetime


def run(now: datetime) -> dict[str, int]:
    """Everything of this room for one night, organisation after organisation. Returns what was done."""
    return {}
