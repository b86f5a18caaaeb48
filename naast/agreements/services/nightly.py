"""What papers do by themselves every night. Twice a night does nothing twice."""

from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta
from uuid import UUID

from django.db.models import QuerySet
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from naast.agreements.models import Copy, CopyState
from naast.agreements.policies import copies as policies
from naast.agreements.queries.copies import still_asked
from naast.agreements.queries.signing import of_who_takes_part
from naast.agreements.services.preparing import prepare_who_started
from naast.core import clock, night
from naast.messaging.reminders import Reminding, remind
from naast.organisations.actors import Actor
from naast.organisations.models import Organisation
from naast.people.api import reach_of

A_BATCH = 500
# Days before the end on which the person hears of it (spec/peers 5.6), and how long after it at most.
STEPS = ((0, "due"), (14, "14"), (60, "60"))
STILL = timedelta(days=30)
# One gentle word about what waits to be read.
WAITS = timedelta(days=14)
AGAIN, WAITING = "paper.again", "paper.waits"


def run(now: datetime) -> dict[str, int]:
    """Everything of one night: what was done, and how often."""
    today = timezone.localdate(now)
    return {
        "papers made": night.each(_houses(), prepare_who_started),
        "papers to read again": night.each(_houses(), lambda pk: remind_to_renew(pk, today)),
        "papers that wait": night.each(_houses(), lambda pk: remind_of_what_waits(pk, today)),
    }


def _houses() -> Iterator[UUID]:
    return iter(list(Organisation.objects.order_by("pk").values_list("pk", flat=True)))


def remind_to_renew(organisation_id: UUID, today: date) -> int:
    """Sixty and fourteen days before a paper is asked again, and on the day (S0-51)."""
    return _in_batches(
        organisation_id,
        lambda actor: still_asked(of_who_takes_part(policies.visible_to(actor))).filter(
            state=CopyState.SIGNED,
            holds_until__range=(today - STILL, today + timedelta(days=STEPS[-1][0])),
        ),
        lambda actor, house, copy: _again(actor, house, copy, today),
        reason="reminds of papers to read again",
    )


def remind_of_what_waits(organisation_id: UUID, today: date) -> int:
    """Once, two weeks after it was made: it still waits to be read."""
    made = clock.morning(today - WAITS)
    return _in_batches(
        organisation_id,
        lambda actor: still_asked(of_who_takes_part(policies.visible_to(actor))).filter(
            state=CopyState.OPEN,
            own_signature__isnull=True,
            created_at__range=(made - STILL, made),
        ),
        _waits,
        reason="reminds of papers to read",
    )


def _in_batches(
    organisation_id: UUID,
    rows_of: Callable[[Actor], QuerySet[Copy]],
    reminding: Callable[[Actor, Organisation, Copy], Reminding],
    *,
    reason: str,
) -> int:
    """Batch after batch by id: each is told or not as a whole, so that a night which stops goes on where it
    was. The queries of a batch do not grow with it."""
    house = Organisation.objects.get(pk=organisation_id)
    actor = Actor.system(house, reason=reason)
    rows = rows_of(actor).select_related("person__user").defer("content", "own_limits")
    return sum(
        remind(actor=actor, rows=[reminding(actor, house, each) for each in batch])
        for batch in night.batches(rows, size=A_BATCH)
    )


def _again(actor: Actor, house: Organisation, copy: Copy, today: date) -> Reminding:
    until = copy.holds_until or today
    left = (until - today).days
    step = next(name for days, name in STEPS if left <= days)
    return Reminding(
        kind=AGAIN,
        subject_id=copy.pk,
        # A year later the same copy is asked again: that is another reminder.
        step=f"{step} {until.isoformat()}",
        subject=_("Shall we go through it again?"),
        body=_(
            "Once a year we go through what we agreed. It takes five minutes, and nobody fails. It holds until %(day)s. Rather together? Tell your coordinator."
        ),
        url=actor.url("agreements:mine") if copy.person.user else "",
        values={"day": date_format(until, "d/m/Y")},
        **reach_of(copy.person, language=house.language),
    )


def _waits(actor: Actor, house: Organisation, copy: Copy) -> Reminding:
    return Reminding(
        kind=WAITING,
        subject_id=copy.pk,
        step="waits",
        subject=_("Something still waits for you"),
        body=_(
            "There is a text that you did not read or sign yet. Is something unclear, or would you rather do it together or on paper? Your coordinator is glad to help."
        ),
        url=actor.url("agreements:mine") if copy.person.user else "",
        **reach_of(copy.person, language=house.language),
    )
