"""Rows for tests. Names are invented; every factory makes a complete, valid row."""

from datetime import date
from typing import Any

import factory
from factory.django import DjangoModelFactory

from naast.accounts.models import User
from naast.companionship.models import Match, MatchState, Request, Visit
from naast.core import clock
from naast.organisations.actors import Actor
from naast.organisations.models import Function, Membership, Organisation, Role
from naast.people.models import ParticipantProfile, Person, VolunteerProfile
from naast.people.names import sort_name
from naast.programmes.models import ContactLine, Engagement, Form, Pattern, Programme, Task


class OrganisationFactory(DjangoModelFactory[Organisation]):
    class Meta:
        model = Organisation

    slug = factory.Sequence(lambda number: f"huis-{number}")
    name = factory.Sequence(lambda number: f"Huis {number}")
    country = "BE"
    requires_second_factor = False


class UserFactory(DjangoModelFactory[User]):
    class Meta:
        model = User

    email = factory.Sequence(lambda number: f"iemand{number}@test.example")
    name = factory.Sequence(lambda number: f"Iemand {number}")
    language = "nl"


class PersonFactory(DjangoModelFactory[Person]):
    class Meta:
        model = Person

    organisation = factory.SubFactory(OrganisationFactory)
    given_name = factory.Sequence(lambda number: f"Voornaam{number}")
    family_name = factory.Sequence(lambda number: f"Van Test{number}")
    sort_name = factory.LazyAttribute(lambda it: sort_name(it.given_name, it.family_name))


def member(
    organisation: Organisation, *functions: Function, name: str = "Lid", **fields: Any
) -> Membership:
    """A user with these functions and a person, in this organisation."""
    given, _space, family = name.partition(" ")
    user = UserFactory(name=name, **fields)
    person = PersonFactory(
        organisation=organisation, given_name=given, family_name=family, user=user, email=user.email
    )
    membership = Membership.objects.create(
        organisation=organisation, user=user, person_id=person.pk
    )
    for function in functions:
        Role.objects.create(membership=membership, function=function)
    return membership


def actor_of(membership: Membership) -> Actor:
    """The Actor that a request of this member would carry."""
    return Actor(
        organisation_id=membership.organisation_id,
        slug=membership.organisation.slug,
        functions=frozenset(membership.roles.values_list("function", flat=True)),
        user_id=membership.user_id,
        person_id=membership.person_id,
        membership_id=membership.pk,
    )


class VolunteerFactory(DjangoModelFactory[VolunteerProfile]):
    """A volunteer's profile with its person: `VolunteerFactory(organisation=…).person`."""

    class Meta:
        model = VolunteerProfile

    organisation = factory.SubFactory(OrganisationFactory)
    person = factory.SubFactory(PersonFactory, organisation=factory.SelfAttribute("..organisation"))
    sort_name = factory.LazyAttribute(lambda it: it.person.sort_name)


class ParticipantFactory(DjangoModelFactory[ParticipantProfile]):
    """A participant's profile with its person."""

    class Meta:
        model = ParticipantProfile

    organisation = factory.SubFactory(OrganisationFactory)
    person = factory.SubFactory(PersonFactory, organisation=factory.SelfAttribute("..organisation"))
    sort_name = factory.LazyAttribute(lambda it: it.person.sort_name)


class ProgrammeFactory(DjangoModelFactory[Programme]):
    class Meta:
        model = Programme
        skip_postgeneration_save = True

    organisation = factory.SubFactory(OrganisationFactory)
    name = factory.Sequence(lambda number: f"Buddywerking {number}")
    form = Form.DUO
    pattern = Pattern.PEER
    volunteer_word = "buddy"
    participant_word = "deelnemer"
    purpose = "Samen op pad."

    @factory.post_generation
    def parts(self, create: bool, extracted: Any, **kwargs: Any) -> None:
        """One task and one contact line, so that a match has something to stand on."""
        if create:
            part = {"organisation": self.organisation, "programme": self}
            Task.objects.create(**part, name="Samen wandelen", who=Task.Who.VOLUNTEER)
            ContactLine.objects.create(**part, way="visit", every=1, unit="week")


class EngagementFactory(DjangoModelFactory[Engagement]):
    class Meta:
        model = Engagement

    organisation = factory.SubFactory(OrganisationFactory)
    person = factory.SubFactory(PersonFactory, organisation=factory.SelfAttribute("..organisation"))
    programme = factory.SubFactory(
        ProgrammeFactory, organisation=factory.SelfAttribute("..organisation")
    )
    started_on = date(2026, 1, 1)


class RequestFactory(DjangoModelFactory[Request]):
    class Meta:
        model = Request

    organisation = factory.SubFactory(OrganisationFactory)
    participant = factory.LazyAttribute(
        lambda it: ParticipantFactory(organisation=it.organisation).person
    )
    programme = factory.SubFactory(
        ProgrammeFactory, organisation=factory.SelfAttribute("..organisation")
    )
    status = Request.Status.WAITING
    own_words = "Ik wil graag eens per week wandelen."
    asked_on = factory.LazyFunction(clock.today)


class MatchFactory(DjangoModelFactory[Match]):
    class Meta:
        model = Match

    organisation = factory.SubFactory(OrganisationFactory)
    programme = factory.SubFactory(
        ProgrammeFactory, organisation=factory.SelfAttribute("..organisation")
    )
    request = factory.LazyAttribute(
        lambda it: RequestFactory(organisation=it.organisation, programme=it.programme)
    )
    participant = factory.LazyAttribute(lambda it: it.request.participant)
    volunteer = factory.LazyAttribute(
        lambda it: VolunteerFactory(organisation=it.organisation).person
    )
    state = MatchState.RUNNING
    state_since = factory.LazyFunction(clock.now)
    started_on = date(2026, 1, 10)


class VisitFactory(DjangoModelFactory[Visit]):
    class Meta:
        model = Visit

    match = factory.SubFactory(MatchFactory)
    organisation = factory.SelfAttribute("match.organisation")
    visited_on = factory.LazyFunction(clock.today)
