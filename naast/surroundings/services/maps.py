"""Drawing a network map together, at the start, after six and after twelve months (S1-36, S1-47, S3-1)."""

from dataclasses import asdict
from datetime import date
from uuid import UUID

from dateutil.relativedelta import relativedelta
from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from naast.audit import log
from naast.core import clock
from naast.core.errors import DomainError
from naast.organisations.actors import Actor
from naast.people.models import Person
from naast.surroundings.inputs import MapInput, PersonInput
from naast.surroundings.models import Around, MapPerson, NetworkMap
from naast.surroundings.policies import people as policies

MOST_PEOPLE = 30
# Moment → how many months later the map is drawn again.
AGAIN = {NetworkMap.Moment.START: 6, NetworkMap.Moment.HALF_YEAR: 6}


def draw_again_on(moment: str, drawn_on: date) -> date | None:
    """When to draw the next map after one of this moment; None when that was the last."""
    months = AGAIN.get(NetworkMap.Moment(moment))
    return drawn_on + relativedelta(months=months) if months else None


@transaction.atomic
def begin_map(
    *, actor: Actor, person_id: UUID, drawn: MapInput, copied_from: UUID | None = None
) -> NetworkMap:
    """A new map, drawn with the participant, who agrees that it is kept; with the people of an earlier one
    when `copied_from` is given. Raises Person.DoesNotExist, NetworkMap.DoesNotExist, NotAllowed, or DomainError."""
    person = _locked(actor, person_id)
    if drawn.drawn_on > clock.today():
        raise DomainError(_("Choose today or a day that is past."))
    earlier = policies.maps_visible_to(actor).filter(person=person)
    people = list(earlier.get(pk=copied_from).people.all()) if copied_from else []
    again = draw_again_on(drawn.moment, drawn.drawn_on)
    if drawn.moment == NetworkMap.Moment.BETWEEN:
        # One in between leaves the day of the next as it was.
        again = earlier.aggregate(day=Max("next_on"))["day"]
    earlier.update(next_on=None)
    made = NetworkMap.objects.create(
        organisation_id=person.organisation_id,
        person=person,
        user_id=actor.user_id,
        next_on=again,
        **asdict(drawn),
    )
    MapPerson.objects.bulk_create(
        MapPerson(
            organisation_id=person.organisation_id,
            network_map=made,
            name=each.name,
            ring=each.ring,
            category=each.category,
            means=each.means,
        )
        for each in people
    )
    Around.objects.filter(person=person).update(no_map_on=None)
    log.record("network-map.drawn", actor=actor, target=person, changes={"moment": drawn.moment})
    return made


@transaction.atomic
def change_map(*, actor: Actor, map_id: UUID, drawn: MapInput) -> NetworkMap:
    """The words around a map. Raises NetworkMap.DoesNotExist, NotAllowed or DomainError."""
    found = _own_map(actor, map_id)
    if drawn.drawn_on > clock.today():
        raise DomainError(_("Choose today or a day that is past."))
    if found.next_on is not None and drawn.moment != NetworkMap.Moment.BETWEEN:
        found.next_on = draw_again_on(drawn.moment, drawn.drawn_on)
    for name, value in asdict(drawn).items():
        setattr(found, name, value)
    found.save()
    log.record("network-map.changed", actor=actor, target=found.person)
    return found


@transaction.atomic
def put_on_map(*, actor: Actor, map_id: UUID, person: PersonInput) -> MapPerson:
    """Somebody on the map. Raises NetworkMap.DoesNotExist, NotAllowed, or DomainError on a full map."""
    found = _own_map(actor, map_id)
    if found.people.count() >= MOST_PEOPLE:
        raise DomainError(_("This map is full. Draw the people who mean most."))
    made = MapPerson.objects.create(
        organisation_id=found.organisation_id, network_map=found, **asdict(person)
    )
    log.record("network-map.changed", actor=actor, target=found.person)
    return made


@transaction.atomic
def take_off_map(*, actor: Actor, map_id: UUID, map_person_id: UUID) -> None:
    """Somebody who stands there by mistake, or no more. Raises as `put_on_map`, or MapPerson.DoesNotExist."""
    found = _own_map(actor, map_id)
    found.people.get(pk=map_person_id).delete()
    log.record("network-map.changed", actor=actor, target=found.person)


@transaction.atomic
def remove_map(*, actor: Actor, map_id: UUID) -> Person:
    """The participant, or staff at their word, takes a map away: the consent is taken back.

    Raises NetworkMap.DoesNotExist or NotAllowed.
    """
    found = policies.maps_visible_to(actor).select_related("person").get(pk=map_id)
    policies.can_decide(actor, found.person).require()
    person, again = found.person, found.next_on
    found.delete()
    # The day of the next map stands on the last one that is kept.
    last = NetworkMap.objects.filter(person=person).first()
    if last is not None and again is not None:
        last.next_on = again
        last.save(update_fields=["next_on"])
    log.record("network-map.removed", actor=actor, target=person)
    return person


def _locked(actor: Actor, person_id: UUID) -> Person:
    person = policies.participants(actor).select_for_update(of=("self",)).get(pk=person_id)
    policies.can_write(actor, person).require()
    return person


def _own_map(actor: Actor, map_id: UUID) -> NetworkMap:
    found = (
        policies.maps_visible_to(actor)
        .select_for_update(of=("self",))
        .select_related("person")
        .get(pk=map_id)
    )
    policies.can_write(actor, found.person).require()
    return found
