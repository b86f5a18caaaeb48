"""A coordinator's own load: seen by nobody else, compared with nobody (S1-22, S1-268)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Count, F, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce

from naast.capacity.models import HouseTerms, SelfCheck
from naast.capacity.policies import load as policies
from naast.capacity.queries.own import answered, open_check
from naast.companionship.models import CallBack, Match, Milestone
from naast.companionship.states import LIVING_STATES
from naast.intervision.models import Evening
from naast.intervision.policies.evenings import own as own_evenings
from naast.organisations.actors import Actor
from naast.organisations.models import Absence

MOST = 10


@dataclass(frozen=True, slots=True)
class OwnDesk:
    """What one coordinator looks after, and who looks after them."""

    matches: int
    volunteers: int
    most: int | None
    calls: int
    late_calls: int
    late_moments: int
    evening: Evening | None
    check: SelfCheck | None
    answered: Sequence[SelfCheck]
    absences: Sequence[Absence]

    @property
    def is_much(self) -> bool:
        """More matches than the house thinks one person can look after well."""
        return self.most is not None and self.matches > self.most


def living(actor: Actor) -> QuerySet[Match]:
    """The living matches that the actor coaches."""
    return Match.objects.filter(
        organisation_id=actor.organisation_id,
        coach_id=actor.membership_id,
        state__in=LIVING_STATES,
    )


def terms_of(actor: Actor) -> HouseTerms | None:
    """What the house set, or None while the usual terms hold."""
    return HouseTerms.objects.filter(organisation_id=actor.organisation_id).first()


def own_desk(actor: Actor, *, now: datetime, today: date) -> OwnDesk:
    """Eight queries, whatever the number of matches."""
    counted = living(actor).aggregate(
        matches=Count("id"), volunteers=Count("volunteer_id", distinct=True)
    )
    calls = CallBack.objects.filter(
        organisation_id=actor.organisation_id,
        match__coach_id=actor.membership_id,
        handled_on__isnull=True,
    ).aggregate(all=Count("id"), late=Count("id", filter=Q(promised_on__lt=today)))
    moments = Milestone.objects.filter(
        organisation_id=actor.organisation_id,
        match__coach_id=actor.membership_id,
        match__state__in=LIVING_STATES,
        done_on__isnull=True,
        due_on__lt=today,
    )
    terms = terms_of(actor)
    hat = SelfCheck.Hat.COORDINATOR
    return OwnDesk(
        matches=counted["matches"],
        volunteers=counted["volunteers"],
        most=terms.most_matches if terms else None,
        calls=calls["all"],
        late_calls=calls["late"],
        late_moments=moments.count(),
        evening=_next_evening(actor, now),
        check=open_check(actor, hat),
        answered=answered(actor, hat),
        absences=_absences(actor, today),
    )


def _next_evening(actor: Actor, now: datetime) -> Evening | None:
    coming = own_evenings(actor).filter(starts_at__gt=now, cancelled_at__isnull=True)
    return coming.select_related("series").order_by("starts_at", "id").first()


def _absences(actor: Actor, today: date) -> list[Absence]:
    """When I am away and who stands in, and for whom I stand in."""
    rows = Absence.objects.filter(
        Q(membership_id=actor.membership_id) | Q(deputy_id=actor.membership_id),
        organisation_id=actor.organisation_id,
        until_on__gte=today,
    )
    return list(
        rows.select_related("membership__user", "deputy__user").order_by("from_on", "id")[:MOST]
    )


def over_the_ceiling(actor: Actor) -> QuerySet[HouseTerms]:
    """The terms of the house, when the actor looks after more than they say; otherwise nothing."""
    mine = (
        Match.objects.filter(
            organisation_id=OuterRef("organisation_id"),
            coach_id=actor.membership_id,
            state__in=LIVING_STATES,
        )
        .order_by()
        .values("coach_id")
        .annotate(number=Count("id"))
        .values("number")
    )
    rows = HouseTerms.objects.filter(
        organisation_id=actor.organisation_id, most_matches__isnull=False
    )
    if actor.membership_id is None:
        return rows.none()
    return rows.annotate(mine=Coalesce(Subquery(mine), 0)).filter(mine__gt=F("most_matches"))


def own_check_waiting(actor: Actor, *, before: date) -> QuerySet[SelfCheck]:
    """The coordinator's own self-check, when it waits since before this day."""
    return policies.own_checks(actor, SelfCheck.Hat.COORDINATOR).filter(
        answered_on__isnull=True, let_go_on__isnull=True, asked_on__lt=before
    )
