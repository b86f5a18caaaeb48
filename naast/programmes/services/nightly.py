"""What this room does by itself every night. Running it twice does nothing twice."""

from datetime import date, datetime, timedelta
from functools import partial

from django.utils.formats import date_format
from django.utils.functional import lazy
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from naast.accounts.models import User
from naast.audit import log
from naast.core import night
from naast.messaging.reminders import Reminding, remind
from naast.organisations.actors import Actor
from naast.organisations.models import Membership, Organisation
from naast.programmes.models import Engagement, Override
from naast.programmes.queries import for_readiness, readiness_of
from naast.programmes.readiness import WARNINGS, Item, look_from, missing

A_BATCH = 500
DUE = "due"
# In the language of who reads it: filled in when the message is written.
_day = lazy(date_format, str)


def run(now: datetime) -> dict[str, int]:
    """Write down from which day on somebody has to look at who takes part, let what is in place wait no more,
    and remind of what still waits. Each organisation on its own. Returns how many of each."""
    houses = list(Organisation.objects.all())
    return {name: night.each(houses, partial(job, now=now)) for name, job in JOBS.items()}


def look(house: Organisation, now: datetime) -> int:
    """Compute the readiness of everybody who takes part, in batches of a constant number of queries each.
    Returns for how many the day to look at them changed."""
    actor, today = Actor.system(house, reason="nightly readiness"), localdate(now)
    everybody = Engagement.objects.filter(organisation=house).open()
    return night.in_batches(everybody.only("pk"), partial(_look, actor, today), size=A_BATCH)


def _look(actor: Actor, today: date, batch: list[Engagement]) -> int:
    # Read here, so that what can't be read stops this batch alone.
    these = Engagement.objects.filter(pk__in=[each.pk for each in batch])
    engagements = list(for_readiness(these.open()))
    items = readiness_of(engagements)
    changed = []
    for engagement in engagements:
        day = look_from(items[engagement.pk], today)
        if engagement.look_from != day:
            engagement.look_from = day
            changed.append(engagement)
        _wait_no_more(actor, engagement, items[engagement.pk], today)
    Engagement.objects.bulk_update(changed, ["look_from"])
    return len(changed)


def _wait_no_more(actor: Actor, engagement: Engagement, items: list[Item], today: date) -> None:
    """What somebody let wait is in place, or is no longer asked: nothing waits, and the history stays."""
    still = {item.key for item in missing(items)}
    over = [
        each for each in engagement.overrides.all() if each.is_living and each.item not in still
    ]
    for override in over:
        override.in_place_on = today
        override.save(update_fields=["in_place_on"])
        log.record(
            "engagement.item-in-place",
            actor=actor,
            target=engagement,
            changes={"override": str(override.pk)},
        )


def _remind_who_decided(house: Organisation, now: datetime) -> int:
    """Two weeks before the day on which something would be in place, and on that day: whoever let it wait, or
    the coordinator of the programme when they left."""
    today = localdate(now)
    near = Override.objects.filter(
        organisation=house, until_on__lte=today + timedelta(days=WARNINGS[-1])
    ).living()
    actor = Actor.system(house, reason="nightly readiness")
    return night.in_batches(near.only("pk"), partial(_remind, actor, today), size=A_BATCH)


def _remind(actor: Actor, today: date, batch: list[Override]) -> int:
    rows = Override.objects.filter(pk__in=[each.pk for each in batch]).select_related(
        "given_by__user", "engagement__programme__coordinator__user"
    )
    return remind(actor=actor, rows=[_reminding(actor, each, today) for each in rows])


def _reminding(actor: Actor, override: Override, today: date) -> Reminding:
    engagement = override.engagement
    return Reminding(
        kind="engagement.waits",
        subject_id=override.pk,
        step=DUE if override.until_on <= today else str(WARNINGS[-1]),
        subject=_("Something that you let wait is not in place yet"),
        body=_(
            "You let something wait that a volunteer needs, until %(day)s. See to it together, or say again "
            "why it may wait."
        ),
        values={"day": _day(override.until_on)},
        user=_whom_to_tell(override.given_by, engagement.programme.coordinator),
        url=actor.url("programmes:engagement", engagement_id=engagement.pk),
    )


def _whom_to_tell(*members: Membership | None) -> User | None:
    """The first of these who is still here."""
    return next((each.user for each in members if each is not None and not each.ended_on), None)


JOBS = {"readiness looked at": look, "coordinators reminded of what waits": _remind_who_decided}
