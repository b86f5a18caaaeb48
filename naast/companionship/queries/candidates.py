"""Which volunteers are looked at for a wish: those of its programme, the nearest when there are many."""

from dataclasses import dataclass
from math import cos, radians
from typing import Any
from uuid import UUID

from django.db.models import Count, F, FloatField, Q, QuerySet, Subquery, Value
from django.db.models.expressions import Combinable, ExpressionWrapper
from django.db.models.functions import Coalesce

from naast.companionship.models import Request
from naast.core import clock
from naast.matching.terms import NEAR_KM
from naast.people.models import VolunteerProfile
from naast.programmes.models import Engagement

# However large the organisation, a shortlist looks at no more people than this (constant cost).
LOOKED_AT_MOST = 600
# Further than this nobody goes to somebody's home (design choice for Belgium and the Netherlands).
FURTHEST_KM = 60.0
# The circle is drawn for somewhat more people than are needed, because it is guessed from a sample.
SPARE = 1.5
KM_A_DEGREE = 111.2

COLUMNS = (
    "person_id",
    "started_on",
    "conditions_met",
    "test_passed",
    "person__given_name",
    "person__family_name",
    "person__birth_on",
    "person__gender",
    "person__postcode",
    "person__latitude",
    "person__longitude",
    "person__weekly",
    "person__volunteer__strengths",
    "person__volunteer__common_ground",
    "person__volunteer__refused_tasks",
    "person__volunteer__max_matches",
    "person__volunteer__heaviest",
    "person__volunteer__max_travel_km",
    "person__volunteer__rather_not_nearby",
    "person__volunteer__types",
    "person__volunteer__styles",
    "person__volunteer__rhythm_min",
    "person__volunteer__rhythm_max",
    "person__volunteer__term_months",
    "person__volunteer__closeness",
    "person__volunteer__smokes",
    "person__volunteer__accepts_smoking",
    "person__volunteer__accepts_pets",
    "person__volunteer__accepts_stairs",
    "person__volunteer__allergies",
)


@dataclass(frozen=True, slots=True)
class Candidates:
    """The rows (values of COLUMNS by name) and how they were chosen."""

    rows: list[Any]
    # Active volunteers of the programme; None when all of them were looked at.
    total: int | None = None

    @property
    def ids(self) -> list[UUID]:
        """The persons in the order of the rows."""
        return [row.person_id for row in self.rows]


def volunteering(organisation_id: UUID) -> QuerySet[Engagement]:
    """Open engagements that are volunteering by the law, of active volunteers (S1-42) whose data may be used
    (GDPR art. 18)."""
    mine = Engagement.objects.filter(
        organisation_id=organisation_id,
        person__volunteer__status=VolunteerProfile.Status.ACTIVE,
        person__restricted_on__isnull=True,
    )
    return mine.open().volunteering()


def candidates(
    request: Request, *, only: UUID | None = None, most: int | None = None
) -> Candidates:
    """Everybody who volunteers in the programme of this wish within reach, or the `most` nearest of
    them. One query, or two when there are more. Unknown places are kept while there is room."""
    most = LOOKED_AT_MOST if most is None else most
    mine = volunteering(request.organisation_id).filter(programme_id=request.programme_id)
    # Who rests is not asked for a new match (S0-60).
    mine = mine.exclude(person__volunteer__rests_until_on__gte=clock.today())
    mine = mine.exclude(person_id=request.participant_id)
    if request.household_id is not None:
        mine = mine.exclude(person__household_id=request.household_id)
    home = request.participant
    if home.restricted_on is not None:
        return Candidates([])
    near = mine
    if only is not None:
        return Candidates(list(mine.filter(person_id=only).values_list(*COLUMNS, named=True)))
    if home.latitude is not None and home.longitude is not None:
        unknown = Q(person__latitude__isnull=True) | Q(person__longitude__isnull=True)
        near = mine.filter(unknown | _box(home.latitude, home.longitude, FURTHEST_KM))
    found = list(
        near.annotate(total=_total(request)).values_list(*COLUMNS, "total", named=True)[: most + 1]
    )
    if len(found) <= most:
        return Candidates(found)
    total = found[0].total
    if home.latitude is None or home.longitude is None:
        return Candidates(found[:most], total)
    km = _reach(found, home.latitude, home.longitude, share=min(1.0, SPARE * most / total))
    return Candidates(_nearest(mine, request, km, most), total)


def _total(request: Request) -> Combinable:
    """How many take part in the programme: one look in an index, for all rows together."""
    counted = (
        Engagement.objects.filter(
            organisation_id=request.organisation_id,
            programme_id=request.programme_id,
            ended_on__isnull=True,
        )
        .order_by()
        .values("programme_id")
        .annotate(count=Count("pk"))
        .values("count")
    )
    return Coalesce(Subquery(counted), 0)


def _box(latitude: float, longitude: float, km: float) -> Q:
    """A square around a home, of which an index over coordinates finds the people."""
    high = km / KM_A_DEGREE
    wide = high / _narrowing(latitude)
    return Q(
        person__latitude__range=(latitude - high, latitude + high),
        person__longitude__range=(longitude - wide, longitude + wide),
    )


def _narrowing(latitude: float) -> float:
    return max(cos(radians(latitude)), 0.05)


def _reach(rows: list[Any], latitude: float, longitude: float, *, share: float) -> float:
    """Within how many kilometres this share of the sample lives, at least one and a bit more."""
    narrow = _narrowing(latitude)
    away: list[float] = sorted(
        max(
            abs(row.person__latitude - latitude),
            abs(row.person__longitude - longitude) * narrow,
        )
        for row in rows
        if row.person__latitude is not None and row.person__longitude is not None
    )
    if not away:
        return FURTHEST_KM
    return max(away[min(int(len(away) * share), len(away) - 1)] * KM_A_DEGREE, NEAR_KM) * 1.01


def _nearest(mine: QuerySet[Engagement], request: Request, km: float, most: int) -> list[Any]:
    latitude, longitude = request.participant.latitude, request.participant.longitude
    if latitude is None or longitude is None:
        return []
    within = mine.filter(_box(latitude, longitude, km))
    if request.rather_not_nearby:
        # The nearest would all be left out afterwards (S2-19).
        within = within.exclude(_box(latitude, longitude, NEAR_KM / 2))
    up = F("person__latitude") - Value(latitude)
    along = (F("person__longitude") - Value(longitude)) * Value(_narrowing(latitude))
    away = ExpressionWrapper(up * up + along * along, output_field=FloatField())
    nearest = within.annotate(away=away).order_by("away", "person_id")
    return list(nearest.values_list(*COLUMNS, named=True)[:most])
