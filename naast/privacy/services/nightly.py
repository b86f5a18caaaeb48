"""What this room does at night. Running it twice does nothing twice."""

from datetime import datetime, timedelta
from functools import partial

from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy

from naast.accounts.models import User
from naast.core import night
from naast.messaging.reminders import Reminding, remind
from naast.organisations.actors import Actor
from naast.organisations.models import Function, Organisation
from naast.organisations.queries import colleagues
from naast.privacy import mentions
from naast.privacy.models import Erasure, RightsRequest
from naast.privacy.queries import rights
from naast.privacy.services import photos, retention

# The background does it at once; what is older was left behind by a machine that stopped.
LEFT_BEHIND = timedelta(hours=1)


def run(now: datetime) -> dict[str, int]:
    """Everything of this room for one night, organisation after organisation. Returns what was done."""
    return {
        "questions about data reminded of": night.each(
            Organisation.objects.all(), partial(_remind, now)
        ),
        "erasures finished": night.each(_left_behind(now), _finish),
        "yeses to pictures ended": night.each(
            Organisation.objects.all(),
            lambda house: photos.end_what_is_over(house.pk, localdate(now)),
        ),
        "rows whose term is over": night.each(
            Organisation.objects.all(), lambda house: retention.run(house, now)
        ),
    }


def _remind(now: datetime, house: Organisation) -> int:
    """When the term is near, once for the month and once for a longer one, to every coordinator but who asks: that
    there is something, not what."""
    actor = Actor.system(house, reason="nightly privacy")
    rows = rights.to_remind(actor, day=localdate(now))
    people = [each.user for each in colleagues(actor, Function.COORDINATOR)]
    return night.in_batches(
        rows, lambda batch: remind(actor=actor, rows=_reminders(actor, batch, people))
    )


def _reminders(actor: Actor, batch: list[RightsRequest], people: list[User]) -> list[Reminding]:
    return [
        Reminding(
            kind="privacy.request-due",
            subject_id=request.pk,
            step=f"{'longer' if request.extended_on else '20'}-{user.pk}",
            subject=gettext_lazy("A question about data waits for an answer"),
            body=gettext_lazy(
                "Somebody asked something about their data. The day before which we answer is near."
            ),
            user=user,
            url=actor.url("privacy:request", request_id=request.pk),
        )
        for request in batch
        for user in people
        if request.person is None or request.person.user_id != user.pk
    ]


def _left_behind(now: datetime) -> list[Erasure]:
    rows = Erasure.objects.filter(finished_at__isnull=True, created_at__lt=now - LEFT_BEHIND)
    return list(rows.order_by("id"))


def _finish(erasure: Erasure) -> int:
    mentions.take_out(erasure.pk)
    return 1
