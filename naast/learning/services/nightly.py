"""What this room does by itself every night. Running it twice does nothing twice."""

from datetime import date, datetime, timedelta
from functools import partial

from django.utils.formats import date_format
from django.utils.functional import lazy
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from naast.core import night, retention
from naast.learning.keeping import NAMES
from naast.learning.models import Completion, Seat, Session
from naast.learning.queries.records import ending
from naast.learning.states import SeatState
from naast.messaging.reminders import Reminding, remind
from naast.organisations.actors import Actor
from naast.organisations.models import Organisation
from naast.people.api import reach_of
from naast.programmes.readiness import WARNINGS

DUE = "due"
# In the language of who reads it: filled in when the message is written.
_day = lazy(date_format, str)


def run(now: datetime) -> dict[str, int]:
    """Remind of the session of tomorrow, and of courses that end: 60 and 14 days before, and on the day
    itself. Names that a host wrote down are erased ninety days after the session. Each organisation on its
    own. Returns how many of each."""
    houses = list(Organisation.objects.all())
    return {name: night.each(houses, partial(job, now=now)) for name, job in JOBS.items()}


def _remind_of_tomorrow(house: Organisation, now: datetime) -> int:
    """«See you tomorrow», once for each moment: another day is told anew."""
    tomorrow = localdate(now) + timedelta(days=1)
    seats = Seat.objects.filter(
        organisation=house,
        session__in=Session.objects.filter(
            organisation=house, starts_at__date=tomorrow, cancelled_at__isnull=True
        ),
        state=SeatState.COMING,
    ).select_related("person__user")
    actor = Actor.system(house, reason="nightly learning")
    done = 0
    for batch in night.batches(seats):
        rows = [
            Reminding(
                kind="learning.tomorrow",
                subject_id=seat.pk,
                step=tomorrow.isoformat(),
                subject=_("See you tomorrow at the course"),
                body=_(
                    "Tomorrow there is the course you signed up for. The page says at what time and where. "
                    "Can’t you come? Say so there, or call us."
                ),
                url=actor.url("learning:my_session", session_id=seat.session_id),
                **reach_of(seat.person, language=house.language),
            )
            for seat in batch
        ]
        done += remind(actor=actor, rows=rows)
    return done


def _remind_of_the_end(house: Organisation, now: datetime) -> int:
    """What is asked of somebody and ends: the nearest warning that has come, once each."""
    today = localdate(now)
    rows = ending(house.pk, today=today).filter(
        valid_until__gte=today - timedelta(days=WARNINGS[1])
    )
    actor = Actor.system(house, reason="nightly learning")
    done = 0
    for batch in night.batches(rows.select_related("person__user")):
        done += remind(
            actor=actor,
            rows=[
                _of_the_end(actor, house, each, each.valid_until, today)
                for each in batch
                if each.valid_until is not None
            ],
        )
    return done


def _of_the_end(
    actor: Actor, house: Organisation, completion: Completion, until: date, today: date
) -> Reminding:
    step = step_of((until - today).days)
    return Reminding(
        kind="learning.ends",
        subject_id=completion.pk,
        step=step,
        subject=_("Time to refresh a course"),
        body=_(
            "A course that you followed has come to its end. The page says which one, and when you can do it "
            "again. Questions? Call us."
        )
        if step == DUE
        else _(
            "A course that you followed counts until %(day)s. The page says which one, and when you can do "
            "it again."
        ),
        values={} if step == DUE else {"day": _day(until, "j F Y")},
        url=actor.url("learning:mine"),
        **reach_of(completion.person, language=house.language),
    )


def step_of(days_left: int) -> str:
    """Which of the reminders this is: «60», «14», or «due»."""
    first, second = WARNINGS
    if days_left <= 0:
        return DUE
    return str(second if days_left <= second else first)


def _erase_names(house: Organisation, now: datetime) -> int:
    return retention.sweep(NAMES, house.pk, day=localdate(now))


JOBS = {
    "courses of tomorrow reminded": _remind_of_tomorrow,
    "ending courses reminded": _remind_of_the_end,
    "names of who else came erased": _erase_names,
}
