"""Setting up groups, who takes part, and the evenings that their rhythm gives."""

from collections.abc import Sequence
from dataclasses import asdict
from datetime import date, datetime, timedelta
from uuid import UUID

import holidays
from dateutil.relativedelta import relativedelta
from django.db import transaction
from django.db.models import QuerySet
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from naast.audit import log
from naast.core import clock
from naast.intervision import guides, rhythm
from naast.intervision.errors import NotOfHere, SomethingMissing
from naast.intervision.inputs import ProgrammePart, SeriesPlan
from naast.intervision.models import Evening, Series, SeriesMember, SeriesProgramme
from naast.intervision.policies import series as policies
from naast.intervision.queries import series as queries
from naast.intervision.services import telling
from naast.organisations.actors import Actor
from naast.organisations.models import Organisation
from naast.people.models import Person
from naast.programmes import policies as programme_policies

AHEAD = timedelta(days=120)
# Of a group that meets seldom, the next evening is planned as well.
FURTHEST = relativedelta(years=2)
# Invitations have gone out for what is so near: a new rhythm leaves it alone.
INVITED = timedelta(days=8)


@transaction.atomic
def create_series(
    *, actor: Actor, plan: SeriesPlan, programmes: Sequence[ProgrammePart] = ()
) -> Series:
    """Start a group and plan its first evenings. Raises NotAllowed or SomethingMissing."""
    policies.can_arrange(actor).require()
    series = Series.objects.create(organisation_id=actor.organisation_id, **_columns(plan))
    _set_programmes(actor, series, programmes)
    log.record("series.started", actor=actor, target=series)
    plan_ahead(actor=actor, series=series, now=clock.now())
    return series


@transaction.atomic
def change_series(
    *, actor: Actor, series_id: UUID, plan: SeriesPlan, programmes: Sequence[ProgrammePart]
) -> Series:
    """Change a group. Evenings to come that nobody touched follow the new rhythm; where invitations went
    out, or something was brought in, they stay. Raises Series.DoesNotExist, NotAllowed or
    SomethingMissing."""
    policies.can_arrange(actor).require()
    series = queries.lock_series(actor, series_id)
    for name, value in _columns(plan).items():
        setattr(series, name, value)
    series.save()
    _set_programmes(actor, series, programmes)
    log.record("series.changed", actor=actor, target=series)
    now = clock.now()
    _untouched(series, now).delete()
    plan_ahead(actor=actor, series=series, now=now)
    return series


@transaction.atomic
def end_series(*, actor: Actor, series_id: UUID) -> Series:
    """The group stops: evenings to come that nobody touched go, the others are called off and the group
    hears it; twice is the same as once. Raises Series.DoesNotExist or NotAllowed."""
    policies.can_arrange(actor).require()
    series = queries.lock_series(actor, series_id)
    if series.ended_on is None:
        series.ended_on = clock.today()
        series.save(update_fields=["ended_on"])
        series.follow_ups.filter(talked_on__isnull=True).delete()
        now = clock.now()
        _untouched(series, now).delete()
        _call_off(actor, series, now)
        log.record("series.ended", actor=actor, target=series)
    return series


def _call_off(actor: Actor, series: Series, now: datetime) -> None:
    """What people were invited to, or did something for, does not take place."""
    coming = series.evenings.filter(starts_at__gt=now, cancelled_at__isnull=True)
    for evening in coming.select_for_update(no_key=True).order_by("id"):
        evening.series = series
        evening.cancelled_at = now
        evening.revision += 1
        evening.save(update_fields=["cancelled_at", "revision"])
        log.record("evening.cancelled", actor=actor, target=evening)
        telling.tell_everybody(actor=actor, evening=evening, body=telling.CANCELLED)


def _untouched(series: Series, now: datetime) -> QuerySet[Evening]:
    """Evenings that the rhythm gave, to which nobody is invited yet, and that nobody changed, answered or
    brought anything to."""
    coming = series.evenings.filter(
        starts_at__gt=now + INVITED, rhythm_on__isnull=False, revision=0
    )
    return coming.filter(
        presences__isnull=True,
        questions__isnull=True,
        ethics_questions__isnull=True,
        cancelled_at__isnull=True,
        led_by__isnull=True,
        brought_by__isnull=True,
        article="",
    )


def plan_ahead(*, actor: Actor, series: Series, now: datetime) -> int:
    """Put the evenings of the coming four months on the calendar, and at least the next one. Returns how
    many were new; public holidays are left out. Call inside a transaction that holds the group."""
    country = Organisation.objects.values_list("country", flat=True).get(pk=series.organisation_id)
    first = localdate(now) + timedelta(days=1)
    known = set(series.evenings.filter(rhythm_on__isnull=False).values_list("rhythm_on", flat=True))
    kept = series.evenings.filter(starts_at__gt=now, cancelled_at__isnull=True)
    days = [localdate(at) for at in kept.values_list("starts_at", flat=True)]
    # What was kept of an earlier rhythm stands; the new one goes on after it.
    after = max([day for day in days if day <= first + INVITED], default=first - timedelta(days=1))
    new = [day for day in _days(series, country, first) if day not in known and day > after]
    Evening.objects.bulk_create(_evening(series, day) for day in new)
    if new:
        log.record(
            "series.evenings-planned", actor=actor, target=series, changes={"number": len(new)}
        )
    return len(new)


def _days(series: Series, country: str, first: date) -> list[date]:
    free = holidays.country_holidays(country)
    rule = rhythm.Rhythm(
        starts_on=series.starts_on,
        every=series.every,
        by_month=series.unit == Series.Unit.MONTH,
        weekday=series.weekday,
        week_of_month=series.week_of_month,
    )
    soon = rhythm.days_between(rule, first, first + AHEAD, is_free=lambda day: day in free)
    if soon:
        return soon
    furthest = first + FURTHEST
    return rhythm.days_between(rule, first, furthest, is_free=lambda day: day in free)[:1]


def _evening(series: Series, day: date) -> Evening:
    return Evening(
        organisation_id=series.organisation_id,
        series=series,
        rhythm_on=day,
        starts_at=clock.at(day, series.hour),
        minutes=series.minutes,
        place=series.place,
        online_url=series.online_url,
        method=series.method,
    )


def _columns(plan: SeriesPlan) -> dict[str, object]:
    if not plan.name.strip() or not plan.label.strip():
        raise SomethingMissing(_("Give the group a name, and a word for its evenings."))
    columns = asdict(plan)
    if plan.method not in guides.codes():
        columns["method"] = guides.USUAL
    return columns


def _set_programmes(actor: Actor, series: Series, parts: Sequence[ProgrammePart]) -> None:
    """These programmes and no others; one that is not of here is left out: an id from a form may be
    anything."""
    own = programme_policies.visible_to(actor).filter(pk__in=[part.programme_id for part in parts])
    known = set(own.values_list("pk", flat=True))
    series.programmes.exclude(programme_id__in=known).delete()
    for part in parts:
        if part.programme_id in known:
            SeriesProgramme.objects.update_or_create(
                series=series,
                programme_id=part.programme_id,
                defaults={
                    "organisation_id": series.organisation_id,
                    "is_duty": part.is_duty,
                    "a_year": part.a_year,
                },
            )


@transaction.atomic
def add_member(
    *, actor: Actor, series_id: UUID, person_id: UUID, is_leader: bool = False
) -> SeriesMember:
    """Somebody takes part from today. Twice is the same as once. Raises Series.DoesNotExist, NotAllowed,
    or NotOfHere for who can't be in this group: a professional in one of volunteers alone, or a
    participant."""
    policies.can_arrange(actor).require()
    series = queries.lock_series(actor, series_id)
    person = Person.objects.filter(
        queries.fits(series), pk=person_id, organisation_id=actor.organisation_id
    ).first()
    if person is None:
        raise NotOfHere(
            _("This person can’t take part in this group. Is it open to professionals?")
        )
    member, is_new = SeriesMember.objects.get_or_create(
        series=series,
        person=person,
        left_on=None,
        defaults={
            "organisation_id": series.organisation_id,
            "joined_on": clock.today(),
            "is_leader": is_leader,
        },
    )
    if is_new:
        log.record("series.joined", actor=actor, target=person, changes={"series": str(series.pk)})
    return member


@transaction.atomic
def remove_member(*, actor: Actor, series_id: UUID, person_id: UUID) -> None:
    """Somebody takes part no longer; who was there earlier stays as it was. Raises Series.DoesNotExist or
    NotAllowed."""
    policies.can_arrange(actor).require()
    series = queries.lock_series(actor, series_id)
    for member in series.members.filter(person_id=person_id, left_on__isnull=True):
        member.left_on = clock.today()
        member.save(update_fields=["left_on"])
        changes = {"series": str(series.pk)}
        log.record("series.left", actor=actor, target=member.person, changes=changes)
    series.follow_ups.filter(person_id=person_id, talked_on__isnull=True).delete()


@transaction.atomic
def let_lead(*, actor: Actor, series_id: UUID, person_id: UUID, is_leader: bool) -> None:
    """Somebody of the group leads its evenings, or does so no longer. Raises Series.DoesNotExist,
    SeriesMember.DoesNotExist or NotAllowed."""
    policies.can_arrange(actor).require()
    series = queries.lock_series(actor, series_id)
    member = series.members.get(person_id=person_id, left_on__isnull=True)
    if member.is_leader != is_leader:
        member.is_leader = is_leader
        member.save(update_fields=["is_leader"])
        changes = {"leads": is_leader}
        log.record("series.leader-changed", actor=actor, target=series, changes=changes)
