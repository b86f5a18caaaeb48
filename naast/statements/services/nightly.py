"""What this room does at night. Running it twice does nothing twice."""

from datetime import datetime

from naast.organisations.nights import in_each_house
from naast.statements.services import nearing

JOBS = {"years near a ceiling": nearing.mark}


def run(now: datetime) -> dict[str, int]:
    """Everything of this room for one night, organisation after organisation. Returns what was done."""
    return in_each_house(JOBS, now, reason="nightly statements")
