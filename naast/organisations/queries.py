"""Reads about organisations: who is who, who stands in for whom."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, TypeVar
from uuid import UUID

from django.db.models import Exists, Prefetch, QuerySet

from naast.accounts.models import User
from naast.organisations.actors import Actor
from naast.organisations.models import Absence, Function, Membership, Organisation, Role

Name = TypeVar("Name")


def that_exist(actor: Actor, signs: Mapping[Name, QuerySet[Any, Any]]) -> frozenset[Name]:
    """The names of those rows of which there is at least one: one look for all of them, none for no names. What
    is empty on most days is then not read (ADR 0012)."""
    if not signs:
        return frozenset()
    here = Organisation.objects.filter(pk=actor.organisation_id)
    found = here.values_list(*(Exists(rows) for rows in signs.values())).get()
    return frozenset(name for name, exists in zip(signs, found, strict=True) if exists)


def membership_of(user: User, slug: str) -> tuple[Organisation, Actor] | None:
    """The organisation at this address and who the user is there; None when they are nobody there."""
    roles = list(
        Role.objects.filter(
            membership__user_id=user.pk,
            membership__ended_on__isnull=True,
            membership__organisation__slug=slug,
        ).select_related("membership__organisation")
    )
    if not roles:
        return None
    membership = roles[0].membership
    actor = Actor(
        organisation_id=membership.organisation_id,
        slug=membership.organisation.slug,
        functions=frozenset(role.function for role in roles),
        user_id=user.pk,
        person_id=membership.person_id,
        membership_id=membership.pk,
    )
    return membership.organisation, actor


@dataclass(frozen=True, slots=True)
class Home:
    """One organisation somebody can enter, with what they are there."""

    slug: str
    name: str
    functions: frozenset[str]


def homes_of(user_id: UUID) -> list[Home]:
    """The organisations of a user, by name."""
    rows = (
        Role.objects.filter(membership__user_id=user_id, membership__ended_on__isnull=True)
        .order_by("membership__organisation__name")
        .values_list("membership__organisation__slug", "membership__organisation__name", "function")
    )
    homes: dict[str, tuple[str, set[str]]] = {}
    for slug, name, function in rows:
        homes.setdefault(slug, (name, set()))[1].add(function)
    return [Home(slug, name, frozenset(functions)) for slug, (name, functions) in homes.items()]


def colleagues(actor: Actor, *functions: Function) -> QuerySet[Membership]:
    """Present members of the actor's organisation with one of these functions, by name."""
    return (
        Membership.objects.filter(
            organisation_id=actor.organisation_id,
            ended_on__isnull=True,
            roles__function__in=functions,
        )
        .select_related("user")
        .order_by("user__name", "id")
        .distinct()
    )


def get_membership(actor: Actor, membership_id: UUID) -> Membership | None:
    """One present member of the actor's organisation, or None."""
    return Membership.objects.filter(
        organisation_id=actor.organisation_id, pk=membership_id, ended_on__isnull=True
    ).first()


def myself(actor: Actor) -> QuerySet[Membership]:
    """The actor's own membership, as a choice list of one."""
    mine = Membership.objects.select_related("user")
    return mine.filter(pk=actor.membership_id) if actor.membership_id else mine.none()


@dataclass(frozen=True, slots=True)
class Colleague:
    """One line of the list of colleagues."""

    membership_id: UUID
    name: str
    email: str
    functions: list[str]
    is_me: bool


def staff_with_functions(actor: Actor) -> list[Colleague]:
    """Everybody with a function other than volunteer or participant, by name."""
    own = Prefetch("roles", queryset=Role.objects.order_by("function"))
    rows = colleagues(
        actor, *(set(Function) - {Function.VOLUNTEER, Function.PARTICIPANT})
    ).prefetch_related(own)
    return [
        Colleague(
            membership_id=row.pk,
            name=row.user.name or row.user.email,
            email=row.user.email,
            functions=[str(Function(role.function).label) for role in row.roles.all()],
            is_me=row.pk == actor.membership_id,
        )
        for row in rows
    ]


def looked_after_by(actor: Actor, *, day: date) -> frozenset[UUID]:
    """The memberships whose work is on this actor's desk today: their own, and of those they stand in
    for. A chain is followed, so that nobody is left without when the deputy is away as well (S2-34)."""
    if actor.membership_id is None:
        return frozenset()
    away = stand_ins(actor.organisation_id, day=day)
    return frozenset(
        {actor.membership_id, *(who for who in away if away[who].pk == actor.membership_id)}
    )


def stand_ins(organisation_id: UUID, *, day: date) -> dict[UUID, Membership]:
    """Who is away that day → who is there for them, down the chain of deputies. One query."""
    rows = Absence.objects.filter(
        organisation_id=organisation_id, from_on__lte=day, until_on__gte=day
    )
    deputies = {row.membership_id: row.deputy for row in rows.select_related("deputy")}
    away = {who: deputy.pk for who, deputy in deputies.items()}
    there = {deputy.pk: deputy for deputy in deputies.values()}
    return {who: there[_ends_at(who, away)] for who in away}


def _ends_at(who: UUID, away: dict[UUID, UUID]) -> UUID:
    """The first present person down the chain of deputies (a circle ends where it began)."""
    seen = {who}
    while who in away and away[who] not in seen:
        who = away[who]
        seen.add(who)
    return who


def absences(actor: Actor, *, day: date) -> QuerySet[Absence]:
    """Absences of today and later in the actor's organisation."""
    return (
        Absence.objects.filter(organisation_id=actor.organisation_id, until_on__gte=day)
        .select_related("membership__user", "deputy__user")
        .order_by("from_on")
    )
