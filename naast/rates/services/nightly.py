"""What this room does at night: administrators hear once of each amount that is missing or will be soon. Who is
administrator alone has no desk that says so."""

from datetime import datetime, timedelta

from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy

from naast.messaging.reminders import Reminding, remind
from naast.organisations.actors import Actor
from naast.organisations.models import Function, Organisation
from naast.organisations.nights import in_each_house
from naast.organisations.queries import colleagues
from naast.rates.queries import rates as queries

AHEAD = timedelta(days=14)
MOST = 20


def run(now: datetime) -> dict[str, int]:
    """Everything of this room for one night, organisation after organisation. Returns what was done."""
    return in_each_house(
        {"reminded of a missing amount": remind_of_missing}, now, reason="nightly rates"
    )


def remind_of_missing(actor: Actor, house: Organisation, now: datetime) -> int:
    """Tell the administrators of a house, once for the first day of what is missing. Returns how many messages."""
    today = localdate(now)
    if house.country not in queries.countries_with_gaps(today):
        return 0
    missing = queries.needed_gaps(house, today=today)
    days = {gap.first for gap in missing if gap.first <= today + AHEAD}
    if not days:
        return 0
    rows = [
        Reminding(
            kind="rates.missing",
            subject_id=member.pk,
            step=max(days).isoformat(),
            subject=gettext_lazy("An amount of the law is missing"),
            body=gettext_lazy(
                "Without it some claims of volunteers can’t be sent. Look it up, and enter it with where it stands."
            ),
            user=member.user,
            url=actor.url("rates:rates"),
        )
        for member in colleagues(actor, Function.ADMINISTRATOR)[:MOST]
    ]
    return remind(actor=actor, rows=rows)
