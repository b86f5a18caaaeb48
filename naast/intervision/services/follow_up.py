"""Whom the group missed, and that somebody asked how they are (S1-188): gently, and without figures."""

from datetime import date
from uuid import UUID

from dateutil.relativedelta import relativedelta
from django.db import transaction
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from naast.audit import log
from naast.core import clock
from naast.intervision.errors import SomethingMissing
from naast.intervision.models import Evening, FollowUp, Presence, Series, SeriesMember
from naast.intervision.policies import series as policies
from naast.intervision.queries import series as queries
from naast.intervision.states import MISSED, FollowUpOutcome, FollowUpReason, PresenceState
from naast.organisations.actors import Actor
from naast.programmes.models import Engagement

# No group looks back further than this.
MOST_EVENINGS = 40


def notice_absent(*, series: Series, day: date) -> int:
    """Write down whom somebody may ask how they are, each once until they talked. Only in a group that is
    part of a programme, and only volunteers of that programme. Returns how many were new. Call inside a
    transaction: the night and a leader who closes an evening queue here."""
    Series.objects.select_for_update(no_key=True).get(pk=series.pk)
    members = _followed(series)
    if not members:
        return 0
    held = list(
        series.evenings.filter(closed_on__isnull=False, cancelled_at__isnull=True).order_by(
            "-starts_at", "-id"
        )[:MOST_EVENINGS]
    )
    states = _states(held)
    talks = _last_talks(series)
    open_for = set(
        series.follow_ups.filter(talked_on__isnull=True).values_list("person_id", flat=True)
    )
    new = []
    for member in members:
        since = max(member.joined_on, talks.get(member.person_id, member.joined_on))
        reason = _reason(series, held, states, member.person_id, since, day)
        if reason and member.person_id not in open_for:
            new.append(
                FollowUp(
                    organisation_id=series.organisation_id,
                    series=series,
                    person_id=member.person_id,
                    reason=reason,
                    noticed_on=day,
                )
            )
    FollowUp.objects.bulk_create(new)
    return len(new)


def _followed(series: Series) -> list[SeriesMember]:
    duties = series.programmes.filter(is_duty=True).values("programme")
    engaged = Engagement.objects.filter(programme__in=duties, ended_on__isnull=True)
    members = series.members.filter(left_on__isnull=True, is_leader=False)
    active = members.exclude(person__volunteer__status__in=("paused", "former"))
    return list(active.filter(person__in=engaged.values("person")))


def _states(held: list[Evening]) -> dict[tuple[UUID, UUID], str]:
    rows = Presence.objects.filter(evening__in=held).values_list("evening_id", "person_id", "state")
    return {(evening_id, person_id): state for evening_id, person_id, state in rows}


def _last_talks(series: Series) -> dict[UUID, date]:
    rows = series.follow_ups.filter(talked_on__isnull=False).order_by("talked_on")
    return {person_id: day for person_id, day in rows.values_list("person_id", "talked_on") if day}


def _reason(
    series: Series,
    held: list[Evening],
    states: dict[tuple[UUID, UUID], str],
    person_id: UUID,
    since: date,
    day: date,
) -> str:
    """Why to ask, or nothing. Only evenings since they joined, or since somebody last talked, count."""
    own = [evening for evening in held if localdate(evening.starts_at) > since]
    row = 0
    for evening in own:
        if states.get((evening.pk, person_id)) not in MISSED:
            break
        row += 1
    if row >= series.missed_in_a_row:
        return FollowUpReason.IN_A_ROW
    came = [
        localdate(evening.starts_at)
        for evening in own
        if states.get((evening.pk, person_id)) == PresenceState.CAME
    ]
    last = max([since, *came])
    long_ago = last + relativedelta(months=series.missed_months) < day
    return FollowUpReason.LONG_AGO if long_ago and row else ""


@transaction.atomic
def note_talked(*, actor: Actor, follow_up_id: UUID, talked_on: date, outcome: str) -> FollowUp:
    """Somebody asked how the person is; a choice of words is all that is kept. May be corrected. Raises
    FollowUp.DoesNotExist, NotAllowed or SomethingMissing."""
    row = queries.lock_follow_up(actor, follow_up_id)
    policies.can_follow_up(actor, row).require()
    if outcome not in FollowUpOutcome.values:
        raise SomethingMissing(_("Choose how it stands."))
    if talked_on > clock.today():
        raise SomethingMissing(_("Choose the day on which you talked: today or earlier."))
    row.talked_on, row.outcome, row.talked_by_id = talked_on, outcome, actor.membership_id
    row.save(update_fields=["talked_on", "outcome", "talked_by"])
    log.record("series.asked-how-they-are", actor=actor, target=row.person)
    return row
