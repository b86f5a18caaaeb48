"""Reads for whoever coordinates: the list, one vacancy, channels."""

from uuid import UUID

from django.db.models import Count, F, QuerySet

from naast.organisations.actors import Actor
from naast.organisations.models import Location
from naast.programmes import policies as programme_policies
from naast.programmes.models import Programme
from naast.vacancies import policies, times
from naast.vacancies.models import Channel, Vacancy

PROGRAMME_PARTS = ("tasks", "contactlines", "entryconditions", "competences")


def vacancies(
    actor: Actor,
    *,
    status: str = "",
    programme_id: str = "",
    place: str = "",
    when: list[str] | None = None,
) -> QuerySet[Vacancy]:
    """The vacancies of the organisation, with their texts, by the name of their programme. Without a status:
    everything that isn't closed; «all» is all."""
    rows = policies.visible_to(actor)
    if not status:
        rows = rows.exclude(status=Vacancy.Status.CLOSED)
    elif status != "all":
        rows = rows.filter(status=status)
    if programme_id:
        rows = rows.filter(programme_id=programme_id)
    if place:
        rows = rows.filter(place=place)
    return (
        times.at(rows, when or [])
        .select_related("programme", "location", "contact__user")
        .prefetch_related("texts")
        .annotate(sort_name=F("programme__name"), text_count=Count("texts"))
        .order_by("sort_name", "id")
    )


def places(actor: Actor) -> list[str]:
    """Where people are looked for."""
    rows = policies.visible_to(actor).exclude(place="").order_by("place")
    return list(rows.values_list("place", flat=True).distinct())


def get_vacancy(actor: Actor, vacancy_id: UUID) -> Vacancy | None:
    """One vacancy with its texts and what advice reads, or None when this actor may not know it."""
    return (
        policies.visible_to(actor)
        .select_related("programme", "location", "contact__user")
        .prefetch_related("texts")
        .filter(pk=vacancy_id)
        .first()
    )


def lock_vacancy(actor: Actor, vacancy_id: UUID) -> Vacancy:
    """The vacancy, locked until the transaction ends. Raises Vacancy.DoesNotExist."""
    return policies.visible_to(actor).select_for_update(no_key=True).get(pk=vacancy_id)


def programmes_that_look(actor: Actor) -> QuerySet[Programme]:
    """Programmes for which people can be looked for, by name."""
    return (
        programme_policies.visible_to(actor)
        .exclude(status=Programme.Status.CLOSED)
        .order_by("name")
    )


def programme_to_fill(actor: Actor, programme_id: UUID) -> Programme | None:
    """One of them, with everything a vacancy is filled in from."""
    return (
        programmes_that_look(actor)
        .select_related("location", "coordinator__user")
        .prefetch_related(*PROGRAMME_PARTS)
        .filter(pk=programme_id)
        .first()
    )


def locations(actor: Actor) -> QuerySet[Location]:
    """The houses and offices of the organisation, by name."""
    return Location.objects.filter(organisation_id=actor.organisation_id).order_by("name")


def channels(actor: Actor) -> QuerySet[Channel]:
    """The channels of the organisation, by name."""
    return policies.channels_visible_to(actor).order_by("name", "id")


def used_channels(actor: Actor) -> QuerySet[Channel]:
    """Those that are used now."""
    return channels(actor).filter(is_used=True)


def get_channel(actor: Actor, channel_id: UUID) -> Channel | None:
    """One channel, or None when this actor may not know it."""
    return policies.channels_visible_to(actor).filter(pk=channel_id).first()
