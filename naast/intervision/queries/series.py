"""Reads about groups: the list, one group, who is in it, its year."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import Count, Exists, OuterRef, Prefetch, Q, QuerySet, Subquery

from naast.core import clock
from naast.core.text import Text
from naast.intervision import themes
from naast.intervision.models import Evening, FollowUp, Series, SeriesMember, SeriesProgramme
from naast.intervision.policies import series as policies
from naast.intervision.states import PresenceState
from naast.organisations.actors import Actor
from naast.people.models import Person, VolunteerProfile
from naast.programmes.models import Engagement, EntryCondition, Programme

MOST_MEMBERS = 200
MOST_EVENINGS = 60
MOST_FOUND = 12
MOST_TO_ADD = 50


def listed(actor: Actor, *, now: datetime) -> QuerySet[Series]:
    """The groups that go on, with `next_at` and `member_count`."""
    coming = Evening.objects.filter(
        series=OuterRef("pk"), starts_at__gt=now, cancelled_at__isnull=True
    ).order_by("starts_at")
    living = policies.visible_to(actor).filter(ended_on__isnull=True)
    return living.annotate(
        next_at=Subquery(coming.values("starts_at")[:1]),
        member_count=Count("members", filter=Q(members__left_on__isnull=True)),
    )


def get_series(actor: Actor, series_id: UUID) -> Series | None:
    """One group with its programmes, or None when this actor may not know it exists."""
    programmes = Prefetch("programmes", SeriesProgramme.objects.select_related("programme"))
    return policies.visible_to(actor).prefetch_related(programmes).filter(pk=series_id).first()


def lock_series(actor: Actor, series_id: UUID) -> Series:
    """The group, locked until the transaction ends. Raises Series.DoesNotExist."""
    return policies.visible_to(actor).select_for_update(of=("self",), no_key=True).get(pk=series_id)


def members_of(actor: Actor, series_id: UUID) -> QuerySet[SeriesMember]:
    """Who takes part now, by name."""
    rows = policies.members_visible_to(actor).filter(policies.still_inside(), series_id=series_id)
    return rows.select_related("person").order_by("person__sort_name", "id")


def fits(series: Series) -> Q:
    """Who may take part: volunteers, and staff where the group is a mixed one (S3-23)."""
    volunteers = Q(volunteer__isnull=False)
    staff = Q(user__memberships__person_id__isnull=False, participant__isnull=True)
    return volunteers | staff if series.takes_staff else volunteers


def who_may_join(series: Series, found: list[Person]) -> list[Person]:
    """Of these people, who may take part and does not yet. Two queries."""
    ids = [person.pk for person in found]
    fitting = Person.objects.filter(
        fits(series), pk__in=ids, organisation_id=series.organisation_id
    )
    allowed = set(fitting.values_list("pk", flat=True))
    inside = series.members.filter(left_on__isnull=True, person_id__in=ids)
    allowed -= set(inside.values_list("person_id", flat=True))
    return [person for person in found if person.pk in allowed][:MOST_FOUND]


def without_group(actor: Actor) -> QuerySet[Engagement]:
    """Volunteers of programmes in which taking part belongs to the work (S1-188), who are in no group of that
    programme: nobody would miss them. For coordinators."""
    if not actor.is_coordinator:
        return Engagement.objects.none()
    duty = SeriesProgramme.objects.filter(
        programme=OuterRef("programme"), is_duty=True, series__ended_on__isnull=True
    )
    inside = SeriesMember.objects.filter(
        person=OuterRef("person"),
        left_on__isnull=True,
        series__ended_on__isnull=True,
        series__programmes__programme=OuterRef("programme"),
    )
    return Engagement.objects.filter(
        Exists(duty),
        ~Exists(inside),
        organisation_id=actor.organisation_id,
        ended_on__isnull=True,
        started_on__lte=clock.today(),
        person__volunteer__status=VolunteerProfile.Status.ACTIVE,
    )


def not_in_a_group_yet(actor: Actor, series: Series) -> list[Person]:
    """Of these, who belongs in this group, by name."""
    duties = series.programmes.filter(is_duty=True).values("programme")
    lacking = without_group(actor).filter(programme__in=duties)
    people = Person.objects.filter(pk__in=lacking.values("person"))
    return list(people.order_by("sort_name", "id")[:MOST_TO_ADD])


def not_announced(series: Series) -> list[Programme]:
    """Programmes for which this group is a part of the work, while their first talk does not say so yet:
    the entry condition is missing (S1-188)."""
    duties = [part.programme for part in series.programmes.all() if part.is_duty]
    if not duties:
        return []
    said = EntryCondition.objects.filter(programme__in=duties, kind=EntryCondition.Kind.INTERVISION)
    announced = set(said.values_list("programme_id", flat=True))
    return [programme for programme in duties if programme.pk not in announced]


@dataclass(frozen=True, slots=True)
class Year:
    """What a group did in a year, without anybody in it: evenings, how many were there, themes."""

    evenings: Sequence[Evening]
    themes: list[tuple[Text, int]]
    articles: Sequence[Evening]


def year_of(series: Series, year: int) -> Year:
    """The evenings that were held, newest first, with `came`: how many were there. One query."""
    came = Count("presences", filter=Q(presences__state=PresenceState.CAME))
    held = series.evenings.filter(starts_at__year=year, closed_on__isnull=False)
    rows = list(held.annotate(came=came).order_by("-starts_at", "-id")[:MOST_EVENINGS])
    for row in rows:
        row.series = series
    counted = Counter(code for row in rows for code in row.themes if code in themes.THEMES)
    return Year(
        evenings=rows,
        themes=[(themes.THEMES[code], number) for code, number in counted.most_common()],
        articles=[row for row in rows if row.article_heading],
    )


def coming_evenings(series: Series, *, now: datetime) -> list[Evening]:
    """The next evenings of a group, also those that were called off."""
    rows = list(series.evenings.filter(starts_at__gt=now).order_by("starts_at", "id")[:12])
    for row in rows:
        row.series = series
    return rows


def past_evenings(series: Series, *, now: datetime) -> list[Evening]:
    """The last evenings of a group, newest first."""
    rows = list(series.evenings.filter(starts_at__lte=now).order_by("-starts_at", "-id")[:6])
    for row in rows:
        row.series = series
    return rows


def open_follow_ups(actor: Actor) -> QuerySet[FollowUp]:
    """Whom somebody asks how they are."""
    rows = policies.follow_ups_visible_to(actor).filter(talked_on__isnull=True)
    return rows.select_related("series", "person")


def get_follow_up(actor: Actor, follow_up_id: UUID) -> FollowUp | None:
    """One of these, talked with or not; or None when this actor may not know it exists."""
    rows = policies.follow_ups_visible_to(actor).select_related("series", "person")
    return rows.filter(pk=follow_up_id).first()


def talked_lately(actor: Actor, *, since: date) -> QuerySet[FollowUp]:
    """With whom somebody talked, the last first."""
    rows = policies.follow_ups_visible_to(actor).filter(talked_on__gte=since)
    return rows.select_related("series", "person").order_by("-talked_on", "-id")


def lock_follow_up(actor: Actor, follow_up_id: UUID) -> FollowUp:
    """The row, locked until the transaction ends. Raises FollowUp.DoesNotExist."""
    return (
        policies.follow_ups_visible_to(actor).select_for_update(of=("self",)).get(pk=follow_up_id)
    )
