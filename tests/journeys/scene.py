"""Small changes to the demo, so that a journey starts from what it tells about."""

from datetime import timedelta

from django.db.models import Q
from playwright.sync_api import Page

from naast.companionship.models import Match, Request
from naast.core import clock
from naast.organisations.models import Membership
from naast.people.models import Consent, Person, PersonTopic, VolunteerProfile
from naast.programmes.models import FIVE_QUESTIONS, Engagement, EngagementTest, Programme
from tests.journeys.website import Website

EVERY_PART_OF_THE_WEEK = 2**21 - 1


def person_of(site: Website, login: str) -> Person:
    """The person behind one of the cast."""
    membership = Membership.objects.get(organisation=site.organisation, user=site.user(login))
    return Person.objects.get(pk=membership.person_id)


def alone(site: Website, login: str) -> Person:
    """One of the cast who has no wish, no match and said no yes yet."""
    person = person_of(site, login)
    Match.objects.filter(Q(participant=person) | Q(volunteer=person)).delete()
    Request.objects.filter(participant=person).delete()
    Consent.objects.filter(person=person).delete()
    return person


def free_volunteer(site: Website, login: str, programme: Programme) -> Person:
    """A volunteer whom nothing keeps from being proposed in this programme, and few others beside."""
    person = alone(site, login)
    VolunteerProfile.objects.filter(person=person).update(
        status="active",
        max_matches=3,
        term_months=24,
        heaviest=3,
        max_travel_km=None,
        rather_not_nearby=False,
        refused_tasks=[],
        allergies=[],
        smokes=False,
        accepts_smoking=True,
        accepts_pets=True,
        accepts_stairs=True,
        types=["ally"],
        styles=["talk"],
    )
    Person.objects.filter(pk=person.pk).update(weekly=EVERY_PART_OF_THE_WEEK)
    person.languages.update_or_create(
        language="nl", defaults={"level": 3, "organisation": site.organisation}
    )
    PersonTopic.objects.filter(person=person, stance="rather_not").delete()
    conditions = programme.entryconditions.values_list("pk", flat=True)
    since = (clock.today() - timedelta(days=30)).isoformat()
    Engagement.objects.filter(person=person).delete()
    engagement = Engagement.objects.create(
        organisation=site.organisation,
        person=person,
        programme=programme,
        started_on=since,
        conditions_met={str(pk): since for pk in conditions},
    )
    EngagementTest.objects.create(
        organisation=site.organisation,
        engagement=engagement,
        tested_on=since,
        **dict.fromkeys(FIVE_QUESTIONS, True),
    )
    return person


def unfold(page: Page) -> None:
    """Open everything that is a click away on the page: «more» on the desk, and what is like the first."""
    closed = page.locator("main details:not([open]) > summary")
    while closed.count():
        closed.first.click()
