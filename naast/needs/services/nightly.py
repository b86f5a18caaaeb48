"""What this room does at night: talks that took place, and letters that wait for an answer. Running it twice does
nothing twice."""

from datetime import datetime, timedelta

from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from naast.messaging.reminders import Reminding, remind
from naast.needs.models import PolicyLetter
from naast.needs.services import care, telling
from naast.organisations.actors import Actor
from naast.organisations.models import Organisation
from naast.organisations.nights import Job, in_each_house

# Management is reminded a week before the day, and once it is over.
REMIND_BEFORE = timedelta(days=7)


def run(now: datetime) -> dict[str, int]:
    """Everything of this room for one night, organisation after organisation. Returns what was done."""
    return in_each_house(JOBS, now, reason="nightly needs")


def _close_talked(actor: Actor, _house: Organisation, now: datetime) -> int:
    return care.close_talked(actor, now)


def _remind_management(actor: Actor, house: Organisation, now: datetime) -> int:
    """At most two reminders a letter, to everybody of the board."""
    day = localdate(now)
    waiting = PolicyLetter.objects.filter(
        organisation=house, answered_on__isnull=True, answer_due_on__lte=day + REMIND_BEFORE
    )
    letters = list(waiting)
    members = telling.management(actor) if letters else []
    rows = [
        Reminding(
            kind="needs.letter",
            subject_id=letter.pk,
            step=f"{member.pk.hex[:12]}-{'late' if letter.answer_due_on < day else 'soon'}",
            subject=_("A letter waits for your answer"),
            body=_("Volunteers told what they notice, and wait for what management says."),
            user=member.user,
            url=actor.url("needs:letter", letter_id=letter.pk),
        )
        for letter in letters
        for member in members
    ]
    return remind(actor=actor, rows=rows)


JOBS: dict[str, Job] = {
    "favours talked about": _close_talked,
    "management reminded": _remind_management,
}
