"""Founding an organisation: its first coordinator and its first programme, in one step."""

from dataclasses import dataclass

from django.db import transaction

from naast.accounts.services import invite_user
from naast.organisations.actors import Actor
from naast.organisations.models import Function, Membership, Organisation
from naast.organisations.services import NewOrganisation, add_member, create_organisation
from naast.people.api import create_person
from naast.people.inputs import NewPerson
from naast.people.models import Person
from naast.programmes.models import Programme
from naast.programmes.presets import Preset
from naast.programmes.services import create_programme


@dataclass(frozen=True, slots=True)
class Founded:
    """What now exists."""

    organisation: Organisation
    coordinator: Membership
    programme: Programme


@transaction.atomic
def found_organisation(
    new: NewOrganisation, *, coordinator_name: str, coordinator_email: str, preset: Preset
) -> Founded:
    """Make an organisation that somebody can sign in to and start matching in. Raises SlugTaken."""
    organisation = create_organisation(new)
    actor = Actor.system(organisation, reason="organisation founded")
    user = invite_user(email=coordinator_email, name=coordinator_name, language=new.language)
    given, _space, family = coordinator_name.partition(" ")
    person = create_person(
        actor=actor, new=NewPerson(given_name=given, family_name=family, email=user.email)
    )
    Person.objects.filter(pk=person.pk).update(user=user)
    membership = add_member(
        actor=actor,
        user=user,
        functions=frozenset({Function.COORDINATOR, Function.ADMINISTRATOR}),
        person_id=person.pk,
    )
    programme = create_programme(actor=actor, preset=preset, language=new.language)
    programme.coordinator = programme.coach = membership
    programme.save(update_fields=["coordinator", "coach"])
    return Founded(organisation, membership, programme)
