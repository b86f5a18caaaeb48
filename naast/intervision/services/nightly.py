"""What this room does by itself every night. Running it twice does nothing twice."""

from datetime import datetime, timedelta
from functools import partial
from uuid import UUID

from django.db import transaction
from django.db.models import Exists, OuterRef, QuerySet
from django.utils.timezone import localdate

from naast.audit import log
from naast.core import night, retention
from naast.core.text import Text
from naast.intervision import keeping, themes
from naast.intervision.models import (
    Evening,
    LearningQuestion,
    Presence,
    Series,
    SeriesMember,
)
from naast.intervision.policies.series import still_inside
from naast.intervision.services import telling
from naast.intervision.services.follow_up import notice_absent
from naast.intervision.services.series import plan_ahead
from naast.intervision.states import PresenceState
from naast.messaging.reminders import remind
from naast.organisations.actors import Actor
from naast.organisations.models import Organisation
from naast.organisations.nights import Job, in_each_house

A_BATCH = 500
# From how many to how many days before an evening, and what is said then.
REMINDERS: tuple[tuple[int, int, Text], ...] = (
    (2, 7, telling.INVITATION),
    (1, 1, telling.TOMORROW),
)


def run(now: datetime) -> dict[str, int]:
    """Plan ahead, invite, notice whom a group misses, and erase what need not be kept, in each organisation
    on its own. Returns how many of each."""
    return in_each_house(JOBS, now, reason="nightly intervision")


def _plan(actor: Actor, organisation: Organisation, now: datetime) -> int:
    ids = list(_living(organisation).values_list("pk", flat=True))
    return night.each(ids, lambda series_id: _plan_one(actor, series_id, now))


def _living(organisation: Organisation) -> QuerySet[Series]:
    return Series.objects.filter(organisation=organisation, ended_on__isnull=True).order_by("id")


@transaction.atomic
def _plan_one(actor: Actor, series_id: UUID, now: datetime) -> int:
    series = Series.objects.select_for_update(no_key=True).get(pk=series_id)
    return plan_ahead(actor=actor, series=series, now=now) if series.ended_on is None else 0


def _invite(actor: Actor, organisation: Organisation, now: datetime) -> int:
    """Seven days before, and the day before: everybody of the group who did not sign off. A night that was
    missed is made good."""
    done = 0
    for fewest, most, body in REMINDERS:
        first, last = (localdate(now) + timedelta(days=days) for days in (fewest, most))
        evenings = Evening.objects.filter(
            organisation=organisation,
            starts_at__date__gte=first,
            starts_at__date__lte=last,
            cancelled_at__isnull=True,
        )
        ids = list(evenings.order_by("starts_at", "id").values_list("pk", flat=True))
        invite = partial(_invite_group, actor, organisation, body, most)
        done += night.each(ids, invite)
    return done


def _invite_group(
    actor: Actor, organisation: Organisation, body: Text, days: int, evening_id: UUID
) -> int:
    evening = Evening.objects.select_related("series").get(pk=evening_id)
    away = Presence.objects.filter(
        evening=evening, person=OuterRef("person"), state=PresenceState.SIGNED_OFF
    )
    members = (
        SeriesMember.objects.filter(~Exists(away), still_inside(), series_id=evening.series_id)
        .select_related("person__user")
        .order_by("id")
    )
    # A step with its day: an evening that moved is told anew.
    step = f"{localdate(evening.starts_at).isoformat()} -{days}"
    done, last = 0, None
    while batch := list((members.filter(pk__gt=last) if last else members)[:A_BATCH]):
        last = batch[-1].pk
        rows = telling.rows_for(
            evening, batch, kind="evening.reminder", step=step, body=body, house=organisation
        )
        done += remind(actor=actor, rows=rows)
    return done


def _notice(actor: Actor, organisation: Organisation, now: datetime) -> int:
    duty = _living(organisation).filter(programmes__is_duty=True).distinct()
    ids = list(duty.values_list("pk", flat=True))
    return night.each(ids, lambda series_id: _notice_one(series_id, now))


@transaction.atomic
def _notice_one(series_id: UUID, now: datetime) -> int:
    series = Series.objects.select_for_update(no_key=True).get(pk=series_id)
    return notice_absent(series=series, day=localdate(now))


def _erase_questions(actor: Actor, organisation: Organisation, now: datetime) -> int:
    """What was brought in: gone, with its theme on the evening."""
    old = retention.going(keeping.QUESTIONS, organisation.pk, day=localdate(now))
    done = 0
    while ids := list(
        old.order_by("evening_id").values_list("evening_id", flat=True).distinct()[:A_BATCH]
    ):
        erased = night.each(ids, lambda evening_id: _erase_of(actor, evening_id, old, now))
        done += erased
        if not erased:
            break
    return retention.went(keeping.QUESTIONS, organisation.pk, done)


@transaction.atomic
def _erase_of(
    actor: Actor, evening_id: UUID, old: QuerySet[LearningQuestion], now: datetime
) -> int:
    evening = Evening.objects.select_for_update(no_key=True).get(pk=evening_id)
    questions = old.filter(evening=evening).order_by()
    if evening.starts_at < now:
        told = questions.values_list("theme", flat=True)
        new = [code for code in dict.fromkeys(told) if code in themes.THEMES]
        evening.themes = list(dict.fromkeys([*evening.themes, *new]))
        evening.save(update_fields=["themes"])
    number: int = questions.delete()[0]
    changes = {"number": number}
    log.record("evening.questions-erased", actor=actor, target=evening, changes=changes)
    return number


def _erase_old(actor: Actor, organisation: Organisation, now: datetime) -> int:
    """Talks about how somebody is, what was agreed, wishes of a group talk, questions about what is right."""
    day = localdate(now)
    return sum(retention.sweep(kind, organisation.pk, day=day) for kind in keeping.KINDS)


JOBS: dict[str, Job] = {
    "evenings planned": _plan,
    "evenings announced": _invite,
    "people missed": _notice,
    "learning questions erased": _erase_questions,
    "old agreements of evenings erased": _erase_old,
}
