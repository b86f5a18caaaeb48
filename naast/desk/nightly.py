"""What the desk does at night: on Monday, every coordinator hears that their week is ready."""

from datetime import datetime

from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from naast.core.night import each
from naast.desk.week import quiet_by_coach
from naast.messaging.reminders import Reminding, remind
from naast.organisations.actors import Actor
from naast.organisations.models import Function, Organisation
from naast.organisations.queries import colleagues

MONDAY = 0


def run(now: datetime) -> dict[str, int]:
    """The digest of the week, house after house; the second run of a Monday tells nobody twice."""
    if localdate(now).weekday() != MONDAY:
        return {}
    told = each(Organisation.objects.all(), lambda house: tell_of_the_week(house, now))
    return {"weeks told": told}


def tell_of_the_week(house: Organisation, now: datetime) -> int:
    """Every coordinator of this house hears how many matches went quiet; the page says who. Returns how many
    coordinators were told. A constant number of queries."""
    actor = Actor.system(house, reason="tells of the week")
    day = localdate(now)
    year, week, _day = day.isocalendar()
    quiet = quiet_by_coach(house.pk, day=day)
    rows = [
        Reminding(
            kind="desk-week",
            subject_id=membership.pk,
            step=f"{year}-{week}",
            subject=_("Your week"),
            body=_(
                "Your week is ready: who went quiet, what was promised, and what comes. "
                "Quiet for longer than usual: %(number)s."
            ),
            values={"number": quiet.get(membership.pk, 0) + quiet.get(None, 0)},
            user=membership.user,
            url=actor.url("desk:week"),
        )
        for membership in colleagues(actor, Function.COORDINATOR)
    ]
    return remind(actor=actor, rows=rows)
