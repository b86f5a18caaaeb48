"""A wish of Piet and volunteers who could stand beside him, for the tests of pool and shortlist."""

from typing import Any

from naast.companionship.models import Request
from naast.companionship.queries.requests import get_request
from naast.core import clock
from naast.organisations.models import Membership, Organisation
from naast.people.models import Consent, Person, PersonLanguage, PersonTopic, Topic
from naast.programmes.models import Engagement, EngagementTest, Programme
from tests.conftest import Cast
from tests.factories import EngagementFactory, PersonFactory, RequestFactory, VolunteerFactory

HERE = (51.05, 3.72)
# About one degree of longitude at this latitude is seventy kilometres.
NEAR, FAR, OTHER_SIDE = (51.06, 3.74), (51.05, 4.15), (50.0, 5.8)


def person_of(membership: Membership) -> Person:
    """The person somebody of the cast is here."""
    assert membership.person_id is not None
    return Person.objects.get(pk=membership.person_id)


def consent(person: Person, purpose: str = "volunteer_support", **fields: Any) -> Consent:
    return Consent.objects.create(
        organisation=person.organisation,
        person=person,
        purpose=purpose,
        given_on=clock.today(),
        how=Consent.How.IN_PERSON,
        **fields,
    )


def piets_wish(cast: Cast, programme: Programme, **fields: Any) -> Request:
    """Piet waits, said yes, and lives at HERE."""
    piet = person_of(cast.piet)
    piet.latitude, piet.longitude = HERE
    piet.save()
    consent(piet)
    return RequestFactory(
        organisation=cast.here,
        participant=piet,
        programme=programme,
        coordinator=cast.amal,
        **fields,
    )


def read(cast: Cast, wish: Request) -> Request:
    """The wish as pages and services read it."""
    found = get_request(cast.actor("amal"), wish.pk)
    assert found is not None
    return found


def volunteer(
    programme: Programme, *, at: tuple[float, float] | None = NEAR, **fields: Any
) -> Person:
    """Somebody who volunteers in the programme, ready to start; `person` holds fields of the person."""
    organisation = programme.organisation
    place = dict(zip(("latitude", "longitude"), at, strict=True)) if at else {}
    person = PersonFactory(organisation=organisation, **place, **fields.pop("person", {}))
    VolunteerFactory(
        organisation=organisation, person=person, **{"term_months": 12, "max_matches": 1, **fields}
    )
    law_test(EngagementFactory(organisation=organisation, person=person, programme=programme))
    return person


def law_test(engagement: Engagement, *, passed: bool = True) -> Engagement:
    """The five questions of the law, answered yes (or the last one no)."""
    EngagementTest.objects.create(
        organisation_id=engagement.organisation_id,
        engagement=engagement,
        is_unpaid=True,
        is_free_choice=True,
        is_for_others=True,
        is_outside_family=True,
        is_not_also_employed=passed,
        tested_on=clock.today(),
    )
    return engagement


def speaks(person: Person, **levels: int) -> None:
    for language, level in levels.items():
        PersonLanguage.objects.create(
            organisation=person.organisation, person=person, language=language, level=level
        )


def topic(organisation: Organisation, kind: str, name: str) -> Topic:
    return Topic.objects.get_or_create(organisation=organisation, kind=kind, name=name)[0]


def says(person: Person, stance: str, about: Topic) -> None:
    PersonTopic.objects.create(
        organisation=person.organisation, person=person, topic=about, stance=stance
    )
