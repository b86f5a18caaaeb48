"""Writes about who does what around a participant, together with them (S1-60, S1-97, S1-144)."""

from dataclasses import asdict
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from naast.audit import log
from naast.core import clock
from naast.core.errors import DomainError
from naast.organisations.actors import Actor
from naast.people.models import Person
from naast.surroundings.inputs import LedInput, LineInput
from naast.surroundings.models import Around, AroundLine, LedToHelp
from naast.surroundings.policies import people as policies


@transaction.atomic
def write_line(
    *, actor: Actor, person_id: UUID, line: LineInput, line_id: UUID | None = None
) -> AroundLine:
    """Somebody around a participant; with `line_id` an existing line is changed.

    Raises Person.DoesNotExist, AroundLine.DoesNotExist, NotAllowed or DomainError.
    """
    person = _theirs(actor, person_id)
    if line.since_on and line.until_on and line.until_on < line.since_on:
        raise DomainError(_("The last day comes after the first."))
    values = asdict(line)
    if line_id is None:
        made = AroundLine.objects.create(
            organisation_id=person.organisation_id, person=person, **values
        )
        log.record("around.line-written", actor=actor, target=person)
        return made
    known = policies.lines_visible_to(actor).filter(person=person)
    found = known.select_for_update(of=("self",)).get(pk=line_id)
    for name, value in values.items():
        setattr(found, name, value)
    found.save(update_fields=list(values))
    log.record("around.line-changed", actor=actor, target=person)
    return found


@transaction.atomic
def remove_line(*, actor: Actor, person_id: UUID, line_id: UUID) -> None:
    """What was wrong, or what the participant does not want written down. Raises as `write_line`."""
    person = _theirs(actor, person_id)
    policies.lines_visible_to(actor).filter(person=person).get(pk=line_id).delete()
    log.record("around.line-removed", actor=actor, target=person)


@transaction.atomic
def share(*, actor: Actor, person_id: UUID, is_shared: bool) -> Around:
    """The participant says whether their volunteers may see who does what; staff write down what they said.

    Raises Person.DoesNotExist or NotAllowed.
    """
    person = _decided_by(actor, person_id)
    around, _made = Around.objects.update_or_create(
        organisation_id=person.organisation_id,
        person=person,
        defaults={"is_shared": is_shared, "shared_on": clock.today()},
    )
    log.record(
        "around.shared" if is_shared else "around.no-longer-shared", actor=actor, target=person
    )
    return around


@transaction.atomic
def rather_no_map(*, actor: Actor, person_id: UUID) -> Around:
    """The participant would rather not draw who is around them: nobody asks again.

    Raises Person.DoesNotExist or NotAllowed.
    """
    person = _decided_by(actor, person_id)
    around, _made = Around.objects.update_or_create(
        organisation_id=person.organisation_id,
        person=person,
        defaults={"no_map_on": clock.today()},
    )
    log.record("around.rather-no-map", actor=actor, target=person)
    return around


@transaction.atomic
def write_led(
    *, actor: Actor, person_id: UUID, led: LedInput, led_id: UUID | None = None
) -> LedToHelp:
    """A volunteer helped somebody find their way to a service; later whether that worked out.

    Raises Person.DoesNotExist, LedToHelp.DoesNotExist, NotAllowed, or DomainError for a day to come.
    """
    person = _theirs(actor, person_id)
    if led.led_on > clock.today():
        raise DomainError(_("Choose today or a day that is past."))
    if led_id is None:
        found = LedToHelp(organisation_id=person.organisation_id, person=person)
    else:
        known = policies.led_visible_to(actor).filter(person=person)
        found = known.select_for_update(of=("self",)).get(pk=led_id)
    for name, value in asdict(led).items():
        setattr(found, name, value)
    found.save()
    log.record("around.led-to-help", actor=actor, target=person, changes={"outcome": led.outcome})
    return found


def _theirs(actor: Actor, person_id: UUID) -> Person:
    """The participant, for staff who may write. Raises Person.DoesNotExist or NotAllowed."""
    person = policies.participants(actor).get(pk=person_id)
    policies.can_write(actor, person).require()
    return person


def _decided_by(actor: Actor, person_id: UUID) -> Person:
    people = policies.participants(actor) | policies.themselves(actor)
    person = people.get(pk=person_id)
    policies.can_decide(actor, person).require()
    return person
