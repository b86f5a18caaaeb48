"""What the desk does at night: on Monday, every coordinator hears that their week is ready."""

from datetime import date, datetime
from uuid import UUID

from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from naast.core.night import each
from naast.desk.week import quiet_by_coach
from naast.messaging.reminders import Reminding, remind
from naast.organisations.actors import Actor
from naast.organisations.models import Function, Organisation
from naast.organisations.queries import colleagues, stand_ins

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
    coordinators = list(colleagues(actor, Function.COORDINATOR))
    quiet = _quiet_for(house, {each.pk for each in coordinators}, day)
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
            values={"number": quiet[membership.pk]},
            user=membership.user,
            url=actor.url("desk:week"),
        )
        for membership in coordinators
    ]
    return remind(actor=actor, rows=rows)


def _quiet_for(house: Organisation, desks: set[UUID], day: date) -> dict[UUID, int]:
    """Membership → how many went quiet on the page of their week: their own, those of whom they stand in for, and
    those that nobody with a desk coaches. Three queries."""
    quiet, away = quiet_by_coach(house.pk, day=day), stand_ins(house.pk, day=day)
    for_all = sum(number for coach, number in quiet.items() if coach not in desks)
    counted = {desk: quiet.get(desk, 0) + for_all for desk in desks}
    for who, deputy in away.items():
        if who in desks and deputy.pk in desks and deputy.pk != who:
            counted[deputy.pk] += quiet.get(who, 0)
    return counted
