"""What this room does at night: a last word before a clock runs out, and sessions that ran out get their end."""

from datetime import datetime, timedelta

from django.db.models import F
from django.utils.translation import gettext_lazy

from naast.accountability.queries import breaches as queries
from naast.core import night
from naast.messaging.reminders import Reminding, remind
from naast.organisations.actors import Actor
from naast.organisations.models import Function, Organisation, StaffSession
from naast.organisations.queries import colleagues

# The clock counts hours and the night comes once a day: remind when the next night would be too late.
LAST_DAY = timedelta(hours=30)
MOST = 20


def run(now: datetime) -> dict[str, int]:
    """Everything of this room for one night, organisation after organisation. Returns what was done."""
    return {
        "reminded of a breach": night.each(
            Organisation.objects.all(), lambda house: remind_of_clock(house, now)
        ),
        "staff sessions over": end_what_ran_out(now),
    }


def remind_of_clock(house: Organisation, now: datetime) -> int:
    """Tell coordinators and administrators once that a breach must be reported before the next night. Also of what
    somebody noticed and nobody looked at: by the strictest reading that clock runs as well."""
    actor = Actor.system(house, reason="nightly accountability")
    rows = queries.clock_running(actor) | queries.noticed(actor)
    waiting = [
        breach
        for breach in rows.order_by("noticed_at", "id")[:MOST]
        if _is_last_day(queries.strictest(breach, house.country), now)
    ]
    if not waiting:
        return 0
    keepers = list(colleagues(actor, Function.COORDINATOR, Function.ADMINISTRATOR)[:MOST])
    return remind(
        actor=actor,
        rows=[
            Reminding(
                kind="accountability.clock",
                subject_id=breach.pk,
                step=str(keeper.pk),
                subject=gettext_lazy("Something that leaked waits for you"),
                body=gettext_lazy("The time to report it is almost over. Look today."),
                user=keeper.user,
                url=actor.url("accountability:breach", breach_id=breach.pk),
            )
            for breach in waiting
            for keeper in keepers
        ],
    )


def _is_last_day(before: datetime | None, now: datetime) -> bool:
    return before is not None and now >= before - LAST_DAY


def end_what_ran_out(now: datetime) -> int:
    """A session ends by itself at its time; at night that is written with it. Returns how many."""
    over = StaffSession.objects.filter(ended_at__isnull=True, until_at__lte=now)
    return over.update(ended_at=F("until_at"))
