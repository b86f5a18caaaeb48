"""What this room does at night: a word before the day on which something comes back. Twice does nothing twice."""

from datetime import datetime

from django.db.models import Exists, OuterRef, Q
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from naast.core import night
from naast.lending.models import Loan
from naast.lending.queries.things import OUT
from naast.lending.rules import REMIND_BEFORE
from naast.lending.states import Condition
from naast.messaging.reminders import Reminding, remind
from naast.organisations.actors import Actor
from naast.organisations.models import Organisation
from naast.organisations.nights import in_each_house
from naast.parting.states import Reason
from naast.people.api import reach_of
from naast.people.models import Person, VolunteerProfile

DUE = "lending.due"


def run(now: datetime) -> dict[str, int]:
    """Everything of this room for one night, organisation after organisation. Returns what was done."""
    jobs = {"borrowers reminded": remind_of_the_day}
    return in_each_house(jobs, now, reason="nightly lending")


def remind_of_the_day(actor: Actor, house: Organisation, now: datetime) -> int:
    """Remind who has something that comes back within three days; once for each day that was agreed. What was told
    to be lost asks nobody to bring it, and who stopped hears it from a person: their page is closed, and no house in
    mourning is written to."""
    day = localdate(now)
    soon = (day, day + REMIND_BEFORE)
    rows = Loan.objects.filter(OUT, organisation=house, due_on__range=soon)
    rows = rows.exclude(told=Condition.LOST).exclude(_has_stopped())
    rows = rows.select_related("person__user")
    return sum(
        remind(actor=actor, rows=[_reminding(actor, house, loan) for loan in batch])
        for batch in night.batches(rows)
    )


def _has_stopped() -> Exists:
    stopped = Q(volunteer__status=VolunteerProfile.Status.FORMER)
    died = Q(partings__reasons__code=Reason.DIED)
    return Exists(Person.objects.filter(stopped | died, pk=OuterRef("person")))


def _reminding(actor: Actor, house: Organisation, loan: Loan) -> Reminding:
    return Reminding(
        kind=DUE,
        subject_id=loan.pk,
        step=loan.due_on.isoformat() if loan.due_on else "",
        subject=_("Something that we lent you comes back soon"),
        body=_(
            "Your page says what it is and on which day. Do you need it longer? Call us, it is often possible."
        ),
        url=actor.url("lending:mine"),
        **reach_of(loan.person, language=house.language),
    )
