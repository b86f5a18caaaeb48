"""What this room does at night: remind of minutes, and erase what need not be kept."""

from datetime import datetime, timedelta
from functools import partial
from uuid import UUID

from django.db import transaction
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from naast.circles.keeping import CIRCLES
from naast.circles.models import Circle, Meeting
from naast.circles.services.erasing import MINUTES, erase_circle
from naast.circles.states import OPEN_STATES
from naast.core import night, retention
from naast.core.text import Text
from naast.messaging.reminders import Reminding, remind
from naast.organisations.actors import Actor
from naast.organisations.models import Organisation
from naast.organisations.nights import Job, in_each_house
from naast.people.api import reach_of

SUBJECT: Text = _("A few lines are still to be written")
SOON: Text = _(
    "You would write down how a meeting went. Your page says which one, and before when."
)
LATE: Text = _(
    "A few lines about a meeting are late. A short text is enough: your page shows which one."
)
# The reminder of the night after the meeting, while there is still time.
LOOK_BACK = timedelta(days=14)


def run(now: datetime) -> dict[str, int]:
    """Everything of this room for one night, organisation after organisation. Returns what was done."""
    return in_each_house(JOBS, now, reason="nightly circles")


def _remind(actor: Actor, house: Organisation, now: datetime) -> int:
    """Who writes the minutes: the night after the meeting, and once when they are late (S1-161). Only on an account:
    every coordinator of the house may open the letters that go to an address, and would read there who is in a
    circle."""
    meetings = Meeting.objects.filter(
        organisation=house,
        written_at__isnull=True,
        cancelled_at__isnull=True,
        starts_at__lte=now,
        minutes_due_at__gt=now - LOOK_BACK,
        writer__user__isnull=False,
        circle__state__in=OPEN_STATES,
    ).select_related("writer__user")
    return night.in_batches(meetings, partial(_remind_batch, actor, house, now))


def _remind_batch(actor: Actor, house: Organisation, now: datetime, rows: list[Meeting]) -> int:
    return remind(actor=actor, rows=[_reminding(actor, house, now, row) for row in rows])


def _reminding(actor: Actor, house: Organisation, now: datetime, meeting: Meeting) -> Reminding:
    reach = reach_of(meeting.writer, language=house.language)  # type: ignore[arg-type]  # filtered
    is_late = meeting.minutes_due_at < now
    url = actor.url("circles:minutes", circle_id=meeting.circle_id, meeting_id=meeting.pk)
    return Reminding(
        kind=MINUTES,
        subject_id=meeting.pk,
        step="late" if is_late else "soon",
        subject=SUBJECT,
        body=LATE if is_late else SOON,
        url=url,
        **reach,
    )


def _erase(actor: Actor, house: Organisation, now: datetime) -> int:
    """What was written of a circle goes at the end of its term, with every row of it."""
    over = retention.going(CIRCLES, house.pk, day=localdate(now))
    ids = list(over.order_by("erase_on", "id").values_list("pk", flat=True))
    return retention.went(CIRCLES, house.pk, night.each(ids, partial(_erase_one, actor)))


@transaction.atomic
def _erase_one(actor: Actor, circle_id: UUID) -> int:
    circle = Circle.objects.select_for_update().get(pk=circle_id, erase_on__isnull=False)
    erase_circle(actor, circle)
    return 1


JOBS: dict[str, Job] = {
    "reminders of circle minutes": _remind,
    "circles erased": _erase,
}
