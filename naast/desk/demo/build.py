"""Makes the demo: organisations, cast, programmes, and a season in each."""

import random

from django.db import transaction

from naast.accounts.models import User
from naast.accounts.services import invite_user
from naast.desk.demo import (
    alongside_appreciation,
    alongside_belonging,
    alongside_capacity,
    alongside_circles,
    alongside_division,
    alongside_parting,
    alongside_shifting,
    alongside_support,
    alongside_surroundings,
    heard_accountability,
    heard_complaints,
    heard_handling,
    heard_keeping,
    heard_needs,
    heard_privacy,
    heard_signals,
    paying_claims,
    paying_lending,
    paying_looking,
    paying_payments,
    paying_rates,
    paying_statements,
    paying_terms,
    preparing_agreements,
    preparing_casebook,
    preparing_checks,
    preparing_intervision,
    preparing_learning,
    preparing_papers,
    preparing_programmes,
    preparing_talks,
    recruiting,
)
from naast.desk.demo import season as seasons
from naast.desk.demo.houses import ADDRESS, HOUSES, House, Somebody
from naast.organisations.actors import Actor
from naast.organisations.models import Function, Membership, Organisation
from naast.organisations.services import NewOrganisation, add_member, create_organisation
from naast.people.api import bulk_create_people
from naast.people.inputs import NewPerson
from naast.people.models import Person
from naast.programmes.models import OnCallLine
from naast.programmes.presets import preset_named
from naast.programmes.services import create_programme

SEED = 2026
# How people are beside each other: after everybody got ready, in the order in which it happens.
ALONGSIDE = (
    alongside_capacity,
    alongside_division,
    alongside_shifting,
    alongside_surroundings,
    alongside_belonging,
    alongside_support,
    alongside_appreciation,
    alongside_parting,
    alongside_circles,
    heard_signals,
    heard_handling,
    heard_needs,
    heard_complaints,
    heard_privacy,
    heard_keeping,
    heard_accountability,
    paying_lending,
    paying_rates,
    paying_terms,
    paying_claims,
    paying_looking,
    paying_payments,
    paying_statements,
)
TRAITS = (
    "birth_on",
    "gender",
    "street",
    "postcode",
    "place",
    "latitude",
    "longitude",
    "weekly",
)


def build() -> bool:
    """Make the demo unless it stands already. Returns whether it was made."""
    if Organisation.objects.filter(slug=HOUSES[0].slug).exists():
        return False
    for house in HOUSES:
        with transaction.atomic():
            _build_house(house)
    return True


def _build_house(house: House) -> None:
    organisation = create_organisation(
        NewOrganisation(
            slug=house.slug, name=house.name, country=house.country, requires_second_factor=False
        )
    )
    organisation.phone = "000 00 00 00"
    organisation.save(update_fields=["phone"])
    actor = Actor.system(organisation, reason="demo")
    people = [_new_person(one) for one in house.cast]
    cast = dict(
        zip(
            [one.login for one in house.cast],
            bulk_create_people(actor=actor, people=people),
            strict=True,
        )
    )
    members = [_member(actor, one, cast[one.login]) for one in house.cast]
    staff = [
        each
        for each, one in zip(members, house.cast, strict=True)
        if not {Function.VOLUNTEER, Function.PARTICIPANT} & set(one.functions)
    ]
    programmes = [
        create_programme(actor=actor, preset=preset_named(slug), language="nl")
        for slug in house.presets
    ]
    OnCallLine.objects.filter(programme__in=programmes, phone="").update(
        who=f"Wachtdienst {house.name}", phone="000 00 00 00"
    )
    for programme in programmes:
        programme.coordinator, programme.coach, programme.responsible = (
            staff[0],
            staff[0],
            staff[-1],
        )
        programme.save(update_fields=["coordinator", "coach", "responsible"])
    season = seasons.Season(
        house=house,
        actor=actor,
        staff=staff,
        programmes=programmes,
        chance=random.Random(f"{SEED}-{house.slug}"),  # noqa: S311 -- a season, not a secret
    )
    _fill(season, house, cast)


def _fill(season: seasons.Season, house: House, cast: dict[str, Person]) -> None:
    """Volunteers and participants (the cast first, so that their homes have life), then the season."""
    volunteers = [seasons.new_volunteer(season, number) for number in range(house.volunteers)]
    participants = [seasons.new_participant(season, number) for number in range(house.participants)]
    volunteers_made = bulk_create_people(actor=season.actor, people=volunteers)
    participants_made = bulk_create_people(actor=season.actor, people=participants)
    for hat, made in (("volunteer", volunteers_made), ("participant", participants_made)):
        wearing = [one for one in house.cast if Function(hat) in one.functions]
        for number, one in enumerate(wearing):
            made[number] = _take_place(cast[one.login], made[number], hat)
    active = list(
        Person.objects.filter(
            pk__in=[person.pk for person in volunteers_made], volunteer__status="active"
        ).order_by("pk")
    )
    seasons.engage_all(season, volunteers_made)
    seasons.lived_experience(season, volunteers_made)
    requests = seasons.wishes(season, participants_made)
    seasons.matches(season, requests, active)
    seasons.small_things(season, participants_made, active)
    recruiting.fill(season, active)
    preparing_agreements.fill(season, active)
    preparing_casebook.fill(season, active)
    preparing_checks.fill(season, active)
    # After the insurance, which the texts name.
    preparing_papers.fill(season, active)
    preparing_learning.fill(season, active)
    preparing_intervision.fill(season, active)
    preparing_talks.fill(season, active)
    for alongside in ALONGSIDE:
        alongside.fill(season, active)
    # Last: it looks at what all the others made.
    preparing_programmes.fill(season, active)


def _new_person(one: Somebody) -> NewPerson:
    given, _space, family = one.name.partition(" ")
    return NewPerson(given_name=given, family_name=family, email=ADDRESS % one.login)


def _member(actor: Actor, one: Somebody, person: Person) -> Membership:
    user: User = invite_user(email=ADDRESS % one.login, name=one.name, language="nl")
    Person.objects.filter(pk=person.pk).update(user=user)
    return add_member(
        actor=actor, user=user, functions=frozenset(one.functions), person_id=person.pk
    )


def _take_place(person: Person, other: Person, hat: str) -> Person:
    """One of the cast gets the hat, the traits and the place on the map of an invented person."""
    profile = getattr(other, hat)
    profile.person = person
    profile.sort_name = person.sort_name
    profile.save()
    if not person.languages.exists():  # somebody with two hats keeps what came with the first
        other.languages.update(person=person)
        other.topics.update(person=person)
    # Only these columns: the row in hand is older than the user that was given to it.
    Person.objects.filter(pk=person.pk).update(**{name: getattr(other, name) for name in TRAITS})
    other.delete()
    return Person.objects.get(pk=person.pk)
